using Dla.Etl.Reference;

namespace Dla.Etl.Intake.Mails;

/// <summary>For which units a sender may send: each code covers itself and everything below it (56 → 5601 → 5601701), never what is above.</summary>
/// <param name="codes">Codes of provinces, districts and authorities; empty for a sender nobody knows.</param>
public sealed class SenderUnits(IEnumerable<string> codes)
{
    /// <summary>The codes, each once, in order.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>True when a return of this unit may come from the sender.</summary>
    /// <param name="unit">Code of the unit.</param>
    public bool Cover(string unit) => Codes.Any(code => unit.StartsWith(code, StringComparison.Ordinal));

    /// <summary>Folder name of the sender's unit when it is one whole province, or the department, and no other: <c>56-พะเยา</c>; else null.</summary>
    public string? UnitFolder =>
        Codes is [{ Length: 2 } first, ..] && Cover(first) && Codes.All(code => code.StartsWith(first, StringComparison.Ordinal)) && Units.Find(first) is { } unit
            ? unit.FolderName
            : null;

    /// <summary>The units in words: <c>จังหวัดพะเยา, รหัสหน่วย 5701</c>; what to say when there is none.</summary>
    public string Words => Codes.Count == 0 ? "ไม่มีหน่วยใด" : string.Join(", ", Codes.Select(Name));

    /// <summary>A unit in words.</summary>
    public static string Name(string code) => Units.Find(code) is { } unit ? unit.Called : $"รหัสหน่วย {code}";
}
