using Dla.Etl.Definitions;
using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Distribution.Reminders;

/// <summary>How a return stands that is owed.</summary>
public enum OutstandingState
{
    /// <summary>Nothing came.</summary>
    NotSent,

    /// <summary>Something came and did not pass (ส่งแล้วแต่ไม่ผ่าน).</summary>
    Rejected,

    /// <summary>Something came, from a sender who may not send for the unit yet.</summary>
    NeedsPermission,
}

/// <summary>A return that a unit owes.</summary>
/// <param name="Unit">Code of the unit: two digits for a province, four for a district, eight for an authority.</param>
/// <param name="Form">The form of one year.</param>
/// <param name="State">How it stands.</param>
public sealed record OutstandingReturn(string Unit, FormDefinition Form, OutstandingState State)
{
    /// <summary>The name of an authority as the registry has it, with its district; null for an office, whose name the program knows.</summary>
    public string? Name { get; init; }

    /// <summary>As a table has it.</summary>
    internal string Called => Name ?? Ladder.ShortNameOf(Unit);
}

/// <summary>What one recipient of a step is told.</summary>
/// <param name="Recipient">Code of the unit that is told, or the role of the post.</param>
/// <param name="Returns">Its own or those of the units below it, by unit and form.</param>
public sealed record RungNotice(string Recipient, IReadOnlyList<OutstandingReturn> Returns);

/// <summary>The ladder authority → district → province → division, by the digits of the codes: each rung sees its own units only. Pure.</summary>
public static class Ladder
{
    /// <summary>Whom a step tells of what.</summary>
    public static IReadOnlyList<RungNotice> Notices(ReminderStep step, IEnumerable<OutstandingReturn> outstanding)
    {
        ArgumentNullException.ThrowIfNull(step);
        return
        [
            .. outstanding.Select(one => (Recipient: step.To == Rung.Post ? step.Role : Above(one.Unit, step.To), one)).Where(pair => pair.Recipient is not null)
                .GroupBy(pair => pair.Recipient!, pair => pair.one, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new RungNotice(group.Key, [.. group.OrderBy(one => one.Unit, StringComparer.Ordinal).ThenBy(one => one.Form.Id, StringComparer.Ordinal).ThenBy(one => one.Form.Year)])),
        ];
    }

    /// <summary>The code of the unit on a rung above another one; null when the unit stands on that rung itself or above it, so that nobody is told twice of his own.</summary>
    /// <exception cref="ArgumentException">No code of a unit.</exception>
    public static string? Above(string unit, Rung rung)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var province = UnitLevels.ProvinceOf(unit);
        return (rung, unit.Length) switch
        {
            (Rung.Unit, _) => unit,
            (Rung.District, > 4) => UnitLevels.DistrictOf(unit),
            (Rung.Province, > 2) => province,
            _ => null,
        };
    }

    /// <summary>The name of a unit as a letter addresses it.</summary>
    public static string NameOf(string unit) => Named(unit, "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ", "องค์กรปกครองส่วนท้องถิ่น");

    /// <summary>The same as a table has it: สถจ.พะเยา.</summary>
    public static string ShortNameOf(string unit) => Named(unit, "สถจ.", "สถอ.", "อปท.");

    // Districts and authorities go by their codes: reminders go to the offices, which file the forms or look after those who do.
    private static string Named(string unit, string province, string district, string authority)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (Units.Find(unit) is { Province: null } department)
            return department.OfficeName;
        var name = UnitLevels.Written(unit) is not null && Provinces.TryGet(ProvinceCode.Parse(UnitLevels.ProvinceOf(unit)).Value, out var known) ? known.NameThai : null;
        return unit.Length switch
        {
            2 => province + (name ?? $" รหัส {unit}"),
            4 => $"{district} รหัส {unit}{In(name)}",
            _ => $"{authority} รหัส {unit}{In(name)}",
        };
    }

    private static string In(string? province) => province is null ? "" : $" จังหวัด{province}";
}
