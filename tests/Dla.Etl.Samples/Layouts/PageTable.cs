using System.Globalization;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.Layouts;

/// <summary>Draws the table of one page: two rows of headings, then its items.</summary>
internal sealed class PageTable(DraftWorkbook workbook, DraftSheet sheet, SampleReturn from, Manner manner)
{
    /// <summary>Draws a page with the sub-activities given, beginning at a row; returns the first row below.</summary>
    public int Draw(int row, PageColumns columns, IReadOnlyList<SampleLine> items, bool continued)
    {
        Headings(row, columns);
        row += 2;
        if (manner.Extras.HasFlag(Extras.ColumnNumbers))
            ColumnNumbers(row++);
        sheet.Put(row, 0, Circular.MainOutput + (continued ? " (ต่อ)" : ""));
        sheet.Merge(row, 0, row + items.Count - 1, 0);
        Beside(row, columns.MainActivity, items, item => Circular.PageOf(item), from.MainActivities);
        Beside(row, columns.SubOutput, items, item => item < 14 ? 1 : 2, from.SubOutputs, onlyWhere: item => item is 1 or 14);
        SubActivities(row, columns.SubActivity, items);
        return row + items.Count;
    }

    private void Headings(int row, PageColumns columns)
    {
        sheet.Put(row, 0, "ผลผลิตหลัก", Look.Header);
        sheet.Merge(row, 0, row + 1, 0);
        foreach (var group in new[] { columns.MainActivity, columns.SubOutput, columns.SubActivity })
        {
            var headers = group.Headers.ToList();
            var raised = columns.UnitRaised && group.Code == "sub_activity";
            sheet.Put(row, headers[0].Column, group.Heading, Look.Header);
            sheet.Merge(row, headers[0].Column, row, headers[^1].Column - (raised ? 1 : 0));
            foreach (var (column, header) in headers)
                sheet.Put(raised && column == group.Unit ? row : row + 1, column, header, Look.Header);
            if (raised)
                sheet.Merge(row, group.Unit, row + 1, group.Unit);
        }
    }

    private void ColumnNumbers(int row)
    {
        for (var column = 0; column < PageColumns.Count; column++)
            sheet.Put(row, column, string.Create(CultureInfo.InvariantCulture, $"({column + 1})"), Look.Header);
    }

    /// <summary>Lines of a group that stand beside several sub-activities: each on the row of its first one, its name merged down.</summary>
    private void Beside(
        int row, GroupColumns group, IReadOnlyList<SampleLine> items, Func<int, int> lineOf, IReadOnlyList<SampleLine> lines, Func<int, bool>? onlyWhere = null)
    {
        foreach (var together in items.Select((item, index) => (Line: lineOf(item.Number), Row: row + index, item.Number)).GroupBy(item => item.Line))
        {
            var first = together.First();
            if (onlyWhere is not null && !onlyWhere(first.Number))
                continue;
            var line = lines[together.Key - 1];
            Line(first.Row, group, line, Label(line));
            sheet.Merge(first.Row, group.Name, together.Last().Row, group.Name);
        }
    }

    private void SubActivities(int row, GroupColumns group, IReadOnlyList<SampleLine> items)
    {
        for (var index = 0; index < items.Count; index++)
            Line(row + index, group, items[index], manner.Items == Items.RowEach ? Label(items[index]) : null);
        if (manner.Items != Items.SharedCell)
            return;
        sheet.Put(row, group.Name, string.Join('\n', items.Select(Label)));
        sheet.Merge(row, group.Name, row + items.Count - 1, group.Name);
        foreach (var item in items)
            workbook.Places[new LineCell(group.Code, item.Number, "name")] = (sheet, new CellAddress(row, group.Name));
    }

    private void Line(int row, GroupColumns group, SampleLine line, string? label)
    {
        Place(group, line, "name", row, group.Name, label, Look.Text);
        Place(group, line, "ratio", row, group.Ratio, Amounts.Ratio(RatioOf(group, line), manner), Look.Number);
        Place(group, line, "unit", row, group.Unit, line.Unit, Look.Text);
        if (group.Quantity is { } column)
            Place(group, line, "quantity", row, column, Amounts.Quantity(line, manner), Look.Number);
    }

    private int? RatioOf(GroupColumns group, SampleLine line) =>
        line.Ratio ?? (manner.AllRatios && group.Code == "sub_activity" ? line.Number is 1 or 2 or 4 ? 3 : 5 : null);

    private void Place(GroupColumns group, SampleLine line, string field, int row, int column, object? value, Look look)
    {
        sheet.Put(row, column, value, look);
        workbook.Places[new LineCell(group.Code, line.Number, field)] = (sheet, new CellAddress(row, column));
    }

    private static string Label(SampleLine line) => string.Create(CultureInfo.InvariantCulture, $"{line.Number}. {line.Label}");
}
