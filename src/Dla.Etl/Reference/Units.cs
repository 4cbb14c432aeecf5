using System.Diagnostics.CodeAnalysis;
using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Reference;

/// <summary>All units that file returns.</summary>
public static class Units
{
    private static readonly Unit[] Offices = [.. Provinces.All.Select(province => new Unit(province.Code, province))];

    /// <summary>The department itself.</summary>
    public static Unit Department { get; } = new(UnitCode.Department, null);

    /// <summary>The department and the 76 offices, by code.</summary>
    public static IReadOnlyList<Unit> All { get; } = [Department, .. Offices];

    /// <summary>Those that have to file a form, by code.</summary>
    public static IReadOnlyList<Unit> Filing(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.FiledBy == FilingUnit.Department ? [Department] : Offices;
    }

    /// <summary>The unit with a code.</summary>
    /// <exception cref="ArgumentException">No unit has it.</exception>
    public static Unit Get(UnitCode code) =>
        TryGet(code, out var unit) ? unit : throw new ArgumentException($"No unit has the code {code}.", nameof(code));

    /// <summary>The unit with a code; false when no unit has it.</summary>
    public static bool TryGet(UnitCode code, [NotNullWhen(true)] out Unit? unit) => (unit = All.FirstOrDefault(one => one.Code == code)) is not null;

    /// <summary>The unit with a code as the warehouse and the address book write it; null when no unit has it.</summary>
    public static Unit? Find(string code) => UnitCode.Parse(code) is { Succeeded: true } parsed && TryGet(parsed.Value, out var unit) ? unit : null;

    /// <summary>The unit whose folder this is, by its name or its code alone; null for any other folder.</summary>
    public static Unit? OfFolder(string folder) => All.FirstOrDefault(unit => folder == unit.FolderName || folder == unit.Code.ToString());
}
