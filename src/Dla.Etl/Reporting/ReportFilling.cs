using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures;
using Dla.Etl.Tracing;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Reporting;

/// <summary>Fills a template workbook with measures. Knows nothing of where they come from.</summary>
public static class ReportFilling
{
    /// <summary>Stands where the content hash will be until it is known; a digest nobody will ever compute.</summary>
    internal const string HashToBe = "________________________________________________________________";

    /// <summary>The value by whose name a text prints the content hash.</summary>
    internal const string HashSlot = "content_hash";

    /// <summary>Fills the template; the workbook is not yet sealed and has not passed the gate.</summary>
    /// <param name="report">The contract.</param>
    /// <param name="template">The template of the year.</param>
    /// <param name="common">Values that every sheet may print: fiscal year, as-of day …</param>
    /// <param name="measures">What each sheet shows, in the order of the report's sheets.</param>
    /// <param name="output">Where the workbook goes.</param>
    /// <param name="traces">Gets for each sheet where its cells come from; null when nobody asks.</param>
    /// <returns>Findings; when there is any, nothing was written.</returns>
    public static IReadOnlyList<Finding> Fill(
        ReportDefinition report, ReportTemplate template, IReadOnlyDictionary<string, CellContent> common,
        IReadOnlyList<MeasureResult> measures, Stream output, ICollection<SheetTrace>? traces = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return NpoiCulture.Invariant(() => FillBook(report, template, common, measures, output, traces));
    }

    private static IReadOnlyList<Finding> FillBook(
        ReportDefinition report, ReportTemplate template, IReadOnlyDictionary<string, CellContent> common,
        IReadOnlyList<MeasureResult> measures, Stream output, ICollection<SheetTrace>? traces)
    {
        if (Open(template) is not { } book)
            return [new Finding(ReportFindings.TemplateUnreadable) { Subject = template.FileName }];
        var contract = TemplateContract.Read(report, template.FileName, book);
        if (contract.Artefact is not { } layouts)
            return contract.Findings;
        var sheets = layouts.Zip(measures, (layout, measure) => (Layout: layout, Measure: measure, Values: Merge(common, measure.Values))).ToList();
        var findings = sheets.SelectMany(sheet => MeasureContract.Findings(sheet.Layout, sheet.Measure)
            .Concat(ReportText.Unfilled(sheet.Layout.Definition, sheet.Values))).ToList();
        if (findings.Count > 0)
            return findings;
        var pen = new CellPen(book);
        foreach (var (layout, measure, values) in sheets)
        {
            var origins = Fill(book, pen, layout, measure, values);
            traces?.Add(new SheetTrace(layout.Definition.Name, layout.Definition.Measure, origins));
        }
        book.SetActiveSheet(0);
        book.Write(output);
        return [];
    }

    // NPOI meets a broken package with any of a dozen exceptions of three libraries; all of them mean the same here.
    private static XSSFWorkbook? Open(ReportTemplate template)
    {
        try
        {
            return new XSSFWorkbook(new MemoryStream(template.Content.ToArray()));
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static Dictionary<string, CellContent> Merge(IReadOnlyDictionary<string, CellContent> common, IReadOnlyDictionary<string, CellContent> own)
    {
        var values = new Dictionary<string, CellContent>(common, StringComparer.Ordinal) { [HashSlot] = CellContent.Text(HashToBe) };
        foreach (var (name, value) in own)
            values[name] = value;
        return values;
    }

    // Rows move when the table is filled, so what was written above or below it first is told by its place afterwards.
    private static Dictionary<CellAddress, CellOrigin> Fill(
        XSSFWorkbook book, CellPen pen, SheetLayout layout, MeasureResult measure, IReadOnlyDictionary<string, CellContent> values)
    {
        var around = new Dictionary<CellAddress, CellOrigin>();
        FillAround(pen, layout, measure, values, around);
        if (measure.Table is not { } table)
            return around;
        var filler = new TableFiller(layout, pen, table);
        var shift = filler.Fill(table);
        SheetRanges.Adjust(book, layout, shift);
        return around.Select(cell => KeyValuePair.Create(shift.Move(new CellRange(cell.Key, cell.Key)).First, cell.Value)).Concat(filler.Origins)
            .ToDictionary(cell => cell.Key, cell => cell.Value);
    }

    private static void FillAround(
        CellPen pen, SheetLayout layout, MeasureResult measure, IReadOnlyDictionary<string, CellContent> values, Dictionary<CellAddress, CellOrigin> origins)
    {
        void Put(CellAddress at, CellContent content)
        {
            Write(pen, layout, at.Row, at.Column, content);
            if (content.Kind != CellContentKind.Nothing && content.Origin is { } origin)
                origins[at] = origin;
        }

        foreach (var (name, pattern) in layout.Definition.Texts)
            Put(layout.PlaceOf(name).First, ReportText.Fill(pattern, values));
        foreach (var name in layout.Definition.Lists)
        {
            var (place, contents) = (layout.PlaceOf(name), measure.Lists[name]);
            var width = place.Last.Column - place.First.Column + 1;
            for (var index = 0; index < contents.Count; index++)
                Put(new CellAddress(place.First.Row + (index / width), place.First.Column + (index % width)), contents[index]);
        }
    }

    private static void Write(CellPen pen, SheetLayout layout, int rowIndex, int column, CellContent content)
    {
        var row = layout.Sheet.GetRow(rowIndex) ?? layout.Sheet.CreateRow(rowIndex);
        var cell = row.GetCell(column) ?? row.CreateCell(column);
        var style = cell.CellStyle;
        cell.SetCellType(CellType.Blank);
        pen.Write(cell, style, content);
        if (content.Kind == CellContentKind.Text && pen.HeightFor(style, content.TextValue, MergedWidths.Of(layout.Sheet, rowIndex, column)) is var height
            && height > row.HeightInPoints)
            row.HeightInPoints = height;
    }
}
