using System.Globalization;
using Dla.Etl.Reference;
using Dla.Etl.Values;

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

    /// <summary>Folder name of the sender's province when it is one whole province and no other: <c>56-พะเยา</c>; else null.</summary>
    public string? ProvinceFolder =>
        Codes is [{ Length: 2 } first, ..] && Cover(first) && Codes.All(code => code.StartsWith(first, StringComparison.Ordinal)) && ProvinceOf(first) is { } province
            ? province.FolderName
            : null;

    /// <summary>The units in words: <c>จังหวัดพะเยา, รหัสหน่วย 5701</c>; what to say when there is none.</summary>
    public string Words => Codes.Count == 0 ? "ไม่มีหน่วยใด" : string.Join(", ", Codes.Select(Name));

    /// <summary>A unit in words.</summary>
    public static string Name(string code) => ProvinceOf(code) is { } province ? $"จังหวัด{province.NameThai}" : $"รหัสหน่วย {code}";

    private static Province? ProvinceOf(string code) =>
        code.Length == 2 && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 10 and <= 96
        && Provinces.TryGet(ProvinceCode.From(number), out var province)
            ? province
            : null;
}
