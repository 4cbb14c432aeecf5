using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Reporting;

/// <summary>Holds a template workbook against report.yaml: named ranges are the contract, everything else is the staff's to restyle.</summary>
internal static class TemplateContract
{
    /// <summary>Where every placeholder stands; null with the findings when the template breaks the contract.</summary>
    public static Step<IReadOnlyList<SheetLayout>> Read(ReportDefinition report, string templateName, XSSFWorkbook book)
    {
        var findings = new List<Finding>();
        findings.AddRange(SheetFindings(report, templateName, book));
        if (findings.Count > 0)
            return new(null, findings);
        var names = TemplateNames.Of(book);
        findings.AddRange(NameFindings(report, templateName, names));
        findings.AddRange(report.Sheets.SelectMany(sheet => FormulaFindings(book, sheet)));
        if (findings.Count > 0)
            return new(null, findings);
        var layouts = report.Sheets.Select(sheet => LayoutOf(sheet, book, names)).ToList();
        findings.AddRange(layouts.SelectMany(PlaceFindings));
        return new(findings.Count > 0 ? null : layouts, findings);
    }

    private static IEnumerable<Finding> SheetFindings(ReportDefinition report, string templateName, XSSFWorkbook book)
    {
        var there = Enumerable.Range(0, book.NumberOfSheets).Select(book.GetSheetName).ToHashSet(StringComparer.Ordinal);
        var declared = report.Sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in declared.Where(name => !there.Contains(name)))
            yield return new Finding(ReportFindings.SheetMissing) { Subject = name, Found = templateName };
        foreach (var name in there.Where(name => !declared.Contains(name)))
            yield return new Finding(ReportFindings.SheetUnknown) { Subject = name, Found = templateName };
    }

    private static IEnumerable<Finding> NameFindings(ReportDefinition report, string templateName, IReadOnlyDictionary<string, TemplateName> names)
    {
        var declared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sheet in report.Sheets)
            foreach (var name in sheet.Names.Where(declared.Add))
                if (!names.TryGetValue(name, out var there))
                    yield return new Finding(ReportFindings.NameMissing) { Subject = name, Found = templateName };
                else if (there.Sheet != sheet.Name || there.Range is null)
                    yield return new Finding(ReportFindings.NameMisplaced) { Subject = name, Found = there.Formula, Expected = $"แผ่นงาน “{sheet.Name}”" };
        foreach (var name in names.Keys.Where(name => !declared.Contains(name)))
            yield return new Finding(ReportFindings.NameUnknown) { Subject = name, Found = templateName };
    }

    private static IEnumerable<Finding> FormulaFindings(XSSFWorkbook book, ReportSheet definition) =>
        from row in Enumerable.Range(0, book.GetSheet(definition.Name).LastRowNum + 1).Select(book.GetSheet(definition.Name).GetRow)
        where row is not null
        from cell in row.Cells
        where cell.CellType == CellType.Formula
        select new Finding(ReportFindings.FormulaInTemplate, Place.At(definition.Name, new CellAddress(cell.RowIndex, cell.ColumnIndex)))
        { Found = "=" + cell.CellFormula };

    private static SheetLayout LayoutOf(ReportSheet sheet, XSSFWorkbook book, IReadOnlyDictionary<string, TemplateName> names) =>
        new(sheet, (XSSFSheet)book.GetSheet(sheet.Name), sheet.Names.ToDictionary(name => name, name => names[name].Range!.Value, StringComparer.Ordinal));

    private static IEnumerable<Finding> PlaceFindings(SheetLayout layout)
    {
        if (!layout.HasTable)
            yield break;
        var rows = layout.ModelRows.Values.Order().ToList();
        if (rows.Distinct().Count() != rows.Count || rows[^1] - rows[0] != rows.Count - 1)
            yield return new Finding(ReportFindings.ModelRowsApart)
            {
                Subject = layout.Definition.Prefix,
                Found = string.Join(", ", layout.Definition.Rows.Select(layout.Definition.RowName).Select(name => layout.Places[name])),
            };
        foreach (var name in layout.Definition.Columns)
            if (!IsRunWithin(layout.PlaceOf(name), rows[0], rows[^1]))
                yield return Misplaced(layout, name, "แถวต้นแบบของตาราง");
        foreach (var name in layout.Definition.Texts.Keys.Concat(layout.Definition.Lists))
            if (layout.PlaceOf(name) is var place && place.Last.Row >= rows[0] && place.First.Row <= rows[^1])
                yield return Misplaced(layout, name, "เหนือหรือใต้ตาราง");
    }

    private static bool IsRunWithin(CellRange range, int first, int last) =>
        range.First.Row == range.Last.Row && range.First.Row >= first && range.Last.Row <= last;

    private static Finding Misplaced(SheetLayout layout, string placeholder, string expected) => new(ReportFindings.NameMisplaced)
    {
        Subject = layout.Definition.NameOf(placeholder),
        Found = layout.PlaceOf(placeholder).ToString(),
        Expected = expected,
    };
}
