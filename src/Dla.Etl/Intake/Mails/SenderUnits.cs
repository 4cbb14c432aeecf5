using Dla.Etl.Reference;

namespace Dla.Etl.Intake.Mails;

/// <summary>For which units a sender may send: each code covers itself and everything below it (56 → 5601 → 05560103), never what is above.</summary>
/// <param name="codes">Codes of provinces, districts and authorities; empty for a sender nobody knows.</param>
public sealed class SenderUnits(IEnumerable<string> codes)
{
    /// <summary>The codes, each once, in order; what is no code of a unit covers nothing.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. codes.Select(UnitLevels.Written).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>True when a return of this unit may come from the sender.</summary>
    /// <param name="unit">Code of the unit.</param>
    public bool Cover(string unit) => Codes.Any(code => UnitLevels.Covers(code, unit));

    /// <summary>True when the sender may send for a local authority of a province, if not for the province itself.</summary>
    /// <param name="province">Two digits.</param>
    public bool CoverAuthorityOf(string province) => Codes.Any(code => code.Length > 2 && UnitLevels.ProvinceOf(code) == province) || Cover(province);

    /// <summary>Folder name of the sender's unit when it is one whole province, or the department, or when all of it are authorities of one province: <c>56-พะเยา</c>; else null.</summary>
    public string? UnitFolder =>
        Codes.Select(UnitLevels.ProvinceOf).Distinct().ToList() is [var only] && (Cover(only) || Codes.All(code => code.Length == 8)) && Units.Find(only) is { } unit
            ? unit.FolderName
            : null;

    /// <summary>The units in words: <c>จังหวัดพะเยา, รหัสหน่วย 5701</c>; what to say when there is none.</summary>
    public string Words => Codes.Count == 0 ? "ไม่มีหน่วยใด" : string.Join(", ", Codes.Select(Name));

    /// <summary>A unit in words.</summary>
    public static string Name(string code) => Units.Find(code) is { } unit ? unit.Called : $"รหัสหน่วย {code}";
}
