using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Reference.Districts;

/// <summary>The districts that a file names, one row each.</summary>
/// <param name="Districts">Each once, by code.</param>
public sealed record DistrictFile(IReadOnlyList<District> Districts)
{
    /// <summary>Reads the rows under a header. All errors are told at once, and there is an artefact only when there are none.</summary>
    internal static Step<DistrictFile> Read(RawSheet sheet, DistrictColumns columns)
    {
        var findings = new List<Finding>();
        var lines = new DistrictLines(sheet, columns, findings);
        var read = Enumerable.Range(columns.HeaderRow + 1, sheet.Rows.Count - columns.HeaderRow - 1).Select(lines.Read).OfType<DistrictLine>().ToList();
        if (read.Count == 0 && findings.Count == 0)
            findings.Add(new Finding(DistrictFindings.NoDistricts));
        lines.SayDoubled(read);
        if (findings.Any(finding => finding.Severity >= Severity.Error))
            return new Step<DistrictFile>(null, findings);
        if (lines.InBangkok > 0)
            findings.Add(new Finding(DistrictFindings.Bangkok) { Found = lines.InBangkok.ToString(CultureInfo.InvariantCulture) });
        if (Provinces.All.Where(province => !read.Exists(line => line.District.Province == province.Code)).ToList() is { Count: > 0 } without)
            findings.Add(new Finding(DistrictFindings.ProvincesWithout)
            {
                Found = string.Create(CultureInfo.InvariantCulture, $"{without.Count} จังหวัด"), Subject = string.Join(", ", without.Select(province => province.NameThai)),
            });
        return new Step<DistrictFile>(new DistrictFile([.. read.Select(line => line.District).OrderBy(district => district.Code)]), findings);
    }
}

/// <summary>One row of a list of districts that could be read.</summary>
internal sealed record DistrictLine(int Row, District District);

/// <summary>Reads the rows of a list of districts one by one.</summary>
internal sealed class DistrictLines(RawSheet sheet, DistrictColumns columns, List<Finding> findings)
{
    // Its 50 เขต come with the public lists; no authority of the registry lies there (DOMAIN §2.1).
    private const string Bangkok = "10";

    /// <summary>Rows of Bangkok, which are left out.</summary>
    public int InBangkok { get; private set; }

    /// <summary>The row; null for a blank one, for one of Bangkok, and for one of which something is wrong, which is told.</summary>
    public DistrictLine? Read(int row)
    {
        if (sheet.Rows[row].All(CellContent.IsMissing))
            return null;
        var before = findings.Count;
        var text = Required(row, columns.Code, "รหัสอำเภอ");
        var name = Required(row, columns.Name, "ชื่ออำเภอ") is { } written ? Authorities.WrittenAuthority.DistrictOf(written) ?? written : null;
        var province = Required(row, columns.Province, "รหัสจังหวัด") is { } digits ? ThaiDigits.ToArabic(digits) : null;
        if (text is null || name is null || province is null)
            return null;
        if (DistrictCode.Parse(text) is not { Succeeded: true, Value: var code })
            Add(DistrictFindings.BadCode, row, columns.Code, name, text);
        else if (province != code.Province.ToString())
            Add(DistrictFindings.ProvinceContradictsCode, row, columns.Province, $"{name} รหัส {code}", province, code.Province.ToString());
        else if (province == Bangkok)
            InBangkok++;
        else if (!Provinces.TryGet(code.Province, out _))
            Add(DistrictFindings.UnknownProvince, row, columns.Province, $"{name} รหัส {code}", province);
        else if (findings.Count == before)
            return new DistrictLine(row, new District(code, name, columns.NameEnglish is { } english ? Text(row, english) : ""));
        return null;
    }

    /// <summary>Tells of codes that come twice, and of names that come twice in one province.</summary>
    public void SayDoubled(IReadOnlyList<DistrictLine> lines)
    {
        foreach (var same in lines.GroupBy(line => line.District.Code))
            foreach (var again in same.Skip(1))
                Add(DistrictFindings.CodeTwice, again.Row, columns.Code, again.District.Name, again.District.Code.ToString(), same.First().District.Name, Row(same.First()));
        foreach (var same in lines.DistinctBy(line => line.District.Code).GroupBy(line => (line.District.Province, DistrictNames.Key(line.District.Name, line.District.Province))))
            foreach (var again in same.Skip(1))
                Add(DistrictFindings.NameTwice, again.Row, columns.Name, again.District.Described, again.District.Name, same.First().District.Described, Row(same.First()));
    }

    private static string Row(DistrictLine line) => string.Create(CultureInfo.InvariantCulture, $"แถวที่ {line.Row + 1}");

    private string? Required(int row, int column, string what)
    {
        if (Text(row, column) is { Length: > 0 } text)
            return text;
        Add(DistrictFindings.MissingValue, row, column, what, "");
        return null;
    }

    private void Add(FindingKind kind, int row, int column, string subject, string found, string expected = "", string reason = "") =>
        findings.Add(new Finding(kind, Place.At(sheet.Name, new CellAddress(row, column))) { Subject = subject, Found = found, Expected = expected, Reason = reason });

    private string Text(int row, int column) => ThaiText.Clean(CellContent.TextOf(sheet[new CellAddress(row, column)])).Value;
}
