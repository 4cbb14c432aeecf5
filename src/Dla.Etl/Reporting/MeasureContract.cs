using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures;

namespace Dla.Etl.Reporting;

/// <summary>Holds what a measure gives against what report.yaml and the template have places for: neither may have more than the other.</summary>
internal static class MeasureContract
{
    /// <summary>Every difference.</summary>
    public static IEnumerable<Finding> Findings(SheetLayout layout, MeasureResult measure)
    {
        var sheet = layout.Definition;
        var table = measure.Table ?? new MeasuredTable([], []);
        return Differences(sheet, sheet.Columns, [.. table.Columns.Select(column => column.Name)])
            .Concat(Differences(sheet, sheet.Lists, [.. measure.Lists.Keys]))
            .Concat(table.Rows.Select(row => row.Kind).Distinct(StringComparer.Ordinal).Where(kind => !sheet.Rows.Contains(kind))
                .Select(kind => new Finding(ReportFindings.DataWithoutPlaceholder) { Subject = kind, Found = sheet.Name }))
            .Concat(table.Columns.Where(column => sheet.Columns.Contains(column.Name)).SelectMany(column => WrongNumber(layout, column.Name, column.Cells)))
            .Concat(measure.Lists.Where(list => sheet.Lists.Contains(list.Key)).SelectMany(list => WrongNumber(layout, list.Key, list.Value.Count)));
    }

    private static IEnumerable<Finding> Differences(ReportSheet sheet, IReadOnlyList<string> declared, IReadOnlyList<string> given) =>
        given.Where(name => !declared.Contains(name)).Select(name => new Finding(ReportFindings.DataWithoutPlaceholder) { Subject = name, Found = sheet.Name })
            .Concat(declared.Where(name => !given.Contains(name)).Select(name => new Finding(ReportFindings.PlaceholderWithoutData) { Subject = name, Found = sheet.Name }));

    private static IEnumerable<Finding> WrongNumber(SheetLayout layout, string name, int cells)
    {
        var place = layout.PlaceOf(name);
        var there = (place.Last.Row - place.First.Row + 1) * (place.Last.Column - place.First.Column + 1);
        if (there != cells)
            yield return new Finding(ReportFindings.WrongNumberOfCells)
            {
                Subject = layout.Definition.NameOf(name),
                Found = there.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Expected = cells.ToString(System.Globalization.CultureInfo.InvariantCulture),
            };
    }
}
