using Dla.Etl.Reporting;
using Dla.Etl.Values;

namespace Dla.Etl.Measures;

/// <summary>Every file that a report is made of, with its hash: templates and rules first, then the returns of this year and of last year.</summary>
public static class Evidence
{
    /// <summary>The table of the sheet หลักฐาน. Settings: the name of a query of standing returns, and what its files are called in Thai; none for those of a report of one form.</summary>
    [Measure("evidence")]
    public static MeasureResult Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var names = input.Provinces.ToDictionary(province => province.Code.ToString(), province => $"{province.Code} {province.NameThai}", StringComparer.Ordinal);
        foreach (var authority in input.Authorities?.All ?? [])
            names[authority.Code.ToString()] = $"{authority.Code} {authority.FullName} อ.{authority.District}";
        names[UnitCode.Department.ToString()] = $"{UnitCode.Department} ส่วนกลาง";
        var rows = input.Sources.Select(source => (source.Kind, source.Name, Version: CellContent.Nothing, source.Hash.Hex))
            .Concat(QueriesOf(input).SelectMany(query => Returns(query.Kind, input.Rows<StandingReturn>(query.Name), names)))
            .Select((file, index) => new MeasuredRow("file",
                [CellContent.Number(index + 1), CellContent.Text(file.Kind), CellContent.Text(file.Name), file.Version, CellContent.Text(file.Hex)]));
        return new MeasureResult(new MeasuredTable(["number", "kind", "name", "version", "sha256"], [.. rows]));
    }

    private static IEnumerable<(string Name, string Kind)> QueriesOf(MeasureInput input) => input.Settings.Count == 0
        ? [("returns", "แบบรายงาน"), ("returns_last_year", "แบบรายงานปีก่อน")]
        : input.Settings.Select(query => (query.Key, query.Value));

    private static IEnumerable<(string Kind, string Name, CellContent Version, string Hex)> Returns(
        string kind, IEnumerable<StandingReturn> returns, Dictionary<string, string> names) =>
        returns.OrderBy(one => one.Unit, StringComparer.Ordinal)
            .Select(one => (kind, names.GetValueOrDefault(one.Unit, one.Unit), CellContent.Number(one.Version), one.Sha256));
}
