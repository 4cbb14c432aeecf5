using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;

namespace Dla.Etl.Reporting;

/// <summary>The last look at a report before it leaves: nothing calculates, nothing hides, nothing links outside, nobody's name or telephone is in it.</summary>
public static class ReportGate
{
    private static readonly string[] ForeignParts = ["xl/externalLinks/", "xl/vbaProject", "xl/embeddings/", "xl/activeX/", "xl/connections.xml", "xl/queryTables/"];
    private static readonly string[] People = ["creator", "lastModifiedBy", "Manager"];

    /// <summary>Everything that forbids the report to leave; empty when it may.</summary>
    /// <param name="xlsx">The sealed workbook, at its beginning.</param>
    /// <param name="report">Its contract: which sheets may hide.</param>
    public static IReadOnlyList<Finding> Inspect(Stream xlsx, ReportDefinition report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Inspect(WrittenWorkbook.Read(xlsx), report);
    }

    internal static IReadOnlyList<Finding> Inspect(WrittenWorkbook workbook, ReportDefinition report)
    {
        var mayHide = report.Sheets.Where(sheet => sheet.IsHidden).Select(sheet => sheet.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. workbook.Sheets.SelectMany(sheet => sheet.Cells.Where(cell => cell.Kind == "s" || cell.Formula is not null).SelectMany(cell => InCell(sheet.Name, cell))),
            .. workbook.Sheets.SelectMany(sheet => Hidden(sheet, mayHide)),
            .. workbook.Parts.Where(part => ForeignParts.Any(foreign => part.StartsWith(foreign, StringComparison.OrdinalIgnoreCase)))
                .Select(part => new Finding(ReportFindings.ForeignPart) { Found = part }),
            .. workbook.Parts.Where(part => part.Contains("comments", StringComparison.OrdinalIgnoreCase))
                .Select(part => new Finding(ReportFindings.Comment) { Found = part }),
            .. workbook.Properties.Where(property => People.Contains(property.Property) && property.Value != WorkbookPackage.Author)
                .Select(property => new Finding(ReportFindings.Author) { Subject = property.Property, Found = property.Value }),
        ];
    }

    private static IEnumerable<Finding> InCell(string sheet, WrittenCell cell)
    {
        var place = Place.At(sheet, CellAddress.Parse(cell.Address).Value);
        if (cell.Formula is { } formula)
            yield return new Finding(ReportFindings.Formula, place) { Found = "=" + formula };
        // What was found is not repeated: the finding itself must not carry the name or the number on.
        if (cell.Kind == "s" && PersonalData.In(cell.Value) is { } kind)
            yield return new Finding(kind, place) { Subject = place.ToString() };
    }

    private static IEnumerable<Finding> Hidden(WrittenSheet sheet, HashSet<string> mayHide)
    {
        if (sheet.Hidden && !mayHide.Contains(sheet.Name))
            yield return new Finding(ReportFindings.HiddenSheet, Place.On(sheet.Name)) { Subject = sheet.Name };
        foreach (var row in sheet.HiddenRows)
            yield return new Finding(ReportFindings.HiddenRow, Place.On(sheet.Name)) { Subject = sheet.Name, Found = row.ToString(CultureInfo.InvariantCulture) };
        foreach (var (first, last) in sheet.HiddenColumns)
            yield return new Finding(ReportFindings.HiddenColumn, Place.On(sheet.Name))
            {
                Subject = sheet.Name,
                Found = first == last ? CellAddress.ColumnName(first - 1) : $"{CellAddress.ColumnName(first - 1)}–{CellAddress.ColumnName(last - 1)}",
            };
    }
}
