using Dla.Etl.Definitions;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Forms;

/// <summary>Writes the table of a blank form: a head of two rows, one row per item, the items above merged over theirs.</summary>
internal sealed class BlankTable(XSSFSheet sheet, BlankStyles styles)
{
    // Measured: TH Sarabun New 14 needs 22 points a line in Excel, Laksaman 23 in LibreOffice.
    private const float LineHeight = 23, Padding = 2;

    // Blocks below each other share columns: the wider one decides.
    private readonly Dictionary<int, int> _widths = [];

    /// <summary>Writes a block from a row on and gives the row after it.</summary>
    public int Write(BlankBlock block, int firstRow)
    {
        var rows = firstRow + 2;
        WriteRow(firstRow, LineHeight + (2 * Padding));
        WriteRow(firstRow + 1, LineHeight + (2 * Padding));
        for (var index = 0; index < block.Rows.Count; index++)
            WriteRow(rows + index, LineHeight + Padding);
        var column = 0;
        foreach (var group in block.Groups)
        {
            WriteHead(block, group, firstRow, column);
            if (group.Rows == RowsOf.OpenRows)
                WriteOpenRows(group, rows, block.Rows.Count, column);
            else
                WriteItems(block, group, rows, column);
            column += group.Fields.Count;
        }
        Heighten(block, rows);
        return rows + block.Rows.Count;
    }

    private void WriteRow(int row, float height) => sheet.CreateRow(row).HeightInPoints = height;

    private void WriteHead(BlankBlock block, GroupDefinition group, int row, int column)
    {
        var last = column + group.Fields.Count - 1;
        for (var at = column; at <= last; at++)
        {
            var field = group.Fields[at - column];
            Write(row, at, at == column ? HeadingOf(group) : "", styles.Head);
            Write(row + 1, at, field.Label, styles.Head);
            _widths[at] = Math.Max(_widths.GetValueOrDefault(at), Width(block, group, field));
            sheet.SetColumnWidth(at, _widths[at] * 256);
        }
        // A single column has one heading: both rows of the head are one cell, as the circular prints ผลผลิตหลัก.
        if (group.Fields.Count == 1 && (group.Headings.Count == 0 || group.Headings[0] == group.Fields[0].Label))
        {
            Write(row, column, group.Fields[0].Label, styles.Head);
            sheet.GetRow(row + 1).GetCell(column).SetCellValue("");
            sheet.AddMergedRegion(new CellRangeAddress(row, row + 1, column, column));
        }
        else if (last > column)
            sheet.AddMergedRegion(new CellRangeAddress(row, row, column, last));
    }

    private static string HeadingOf(GroupDefinition group) => group.Headings.Count > 0 ? group.Headings[0] : group.Label;

    private static int Width(BlankBlock block, GroupDefinition group, FieldDefinition field) => field.Role switch
    {
        FieldRole.Key when group.Items.Count == 1 => 15,
        FieldRole.Key => group == Finest(block) ? 56 : 22,
        FieldRole.Ratio => 9,
        FieldRole.Figure => 12,
        FieldRole.UnitOfMeasure => 12,
        _ => 20,
    };

    private static GroupDefinition Finest(BlankBlock block) => block.Groups.MaxBy(group => group.Items.Count)!;

    private void WriteItems(BlankBlock block, GroupDefinition group, int firstRow, int column)
    {
        var seen = new HashSet<ItemDefinition>();
        for (var from = 0; from < block.Rows.Count;)
        {
            var item = block.Rows[from].GetValueOrDefault(group.Code);
            var to = from;
            while (to + 1 < block.Rows.Count && block.Rows[to + 1].GetValueOrDefault(group.Code) == item)
                to++;
            WriteItem(group, item, again: item is not null && !seen.Add(item), firstRow + from, firstRow + to, column);
            from = to + 1;
        }
    }

    private void WriteItem(GroupDefinition group, ItemDefinition? item, bool again, int firstRow, int lastRow, int column)
    {
        for (var index = 0; index < group.Fields.Count; index++)
        {
            var field = group.Fields[index];
            var style = item is null || again ? styles.Fixed : StyleOf(field, item);
            for (var row = firstRow; row <= lastRow; row++)
                Write(row, column + index, "", style);
            if (item is not null)
                Fill(sheet.GetRow(firstRow).GetCell(column + index), group, field, item, again);
            if (lastRow > firstRow)
                sheet.AddMergedRegion(new CellRangeAddress(firstRow, lastRow, column + index, column + index));
            if (style == styles.Figure)
                Guard(firstRow, column + index);
        }
    }

    private ICellStyle StyleOf(FieldDefinition field, ItemDefinition item) => field.Role switch
    {
        FieldRole.Key => styles.Label,
        FieldRole.Figure => item.Printed is null ? styles.Figure : styles.Fixed,
        FieldRole.Text => styles.Text,
        FieldRole.UnitOfMeasure => item.Unit.IsKnown ? styles.Fixed : styles.Text,
        _ => styles.Fixed,
    };

    private static void Fill(ICell cell, GroupDefinition group, FieldDefinition field, ItemDefinition item, bool again)
    {
        if (field.Role == FieldRole.Key)
            cell.SetCellValue((group.Items.Count > 1 ? $"{item.Number}. " : "") + item.Label + (again ? " (ต่อ)" : ""));
        else if (field.Role == FieldRole.Figure && item.Printed is { } printed && !again)
            cell.SetCellValue(printed);
        else if (field.Role == FieldRole.UnitOfMeasure && item.Unit.IsKnown && !again)
            cell.SetCellValue(item.Unit.Value);
        else if (field.Role == FieldRole.Ratio && item.Ratio.IsKnown && !again)
            cell.SetCellValue((double)new Quantity(item.Ratio.Value).ToDecimal());
    }

    private void WriteOpenRows(GroupDefinition group, int firstRow, int count, int column)
    {
        for (var index = 0; index < group.Fields.Count; index++)
            for (var row = firstRow; row < firstRow + count; row++)
            {
                var figure = group.Fields[index].Role == FieldRole.Figure;
                Write(row, column + index, "", figure ? styles.Figure : styles.Text);
                if (figure)
                    Guard(row, column + index);
            }
    }

    // A rule of kind "decimal" would refuse the "-" and ไม่มี that officers write for a stated zero, and a mere warning would let
    // −5 and "ห้าเรื่อง" pass: so an own rule that stops, and knows the two words. A blank is left to the check on receipt.
    private void Guard(int row, int column)
    {
        var cell = new CellAddress(row, column).ToString();
        var helper = sheet.GetDataValidationHelper();
        var rule = helper.CreateValidation(
            helper.CreateCustomConstraint($"OR(AND(ISNUMBER({cell}),N({cell})>=0),TRIM({cell})=\"-\",TRIM({cell})=\"ไม่มี\")"),
            new CellRangeAddressList(row, row, column, column));
        rule.EmptyCellAllowed = true;
        rule.ShowErrorBox = true;
        rule.ErrorStyle = 0;
        rule.CreateErrorBox("ปริมาณไม่ถูกต้อง", "โปรดกรอกตัวเลขตั้งแต่ 0 ขึ้นไป โดยไม่ต้องพิมพ์หน่วยนับ หากไม่มีผลงานให้กรอก 0 หรือ -");
        rule.ShowPromptBox = true;
        rule.CreatePromptBox("ปริมาณ", "กรอกเป็นตัวเลข หากไม่มีผลงานให้กรอก 0 หรือ -");
        sheet.AddValidationData(rule);
    }

    // The finest items first: what stands above spans rows that are then as high as they will be.
    private void Heighten(BlankBlock block, int firstRow)
    {
        var merged = Enumerable.Range(0, sheet.NumMergedRegions).Select(sheet.GetMergedRegion)
            .Where(range => range.FirstRow >= firstRow).ToDictionary(range => (range.FirstRow, range.FirstColumn), range => range.LastRow);
        foreach (var span in Enumerable.Range(0, block.Rows.Count).SelectMany(index => Spans(firstRow + index)).OrderBy(span => span.Last - span.First))
        {
            var has = Enumerable.Range(span.First, span.Last - span.First + 1).Sum(row => sheet.GetRow(row).HeightInPoints);
            sheet.GetRow(span.Last).HeightInPoints += Math.Max(0, span.Needed - has);
        }

        IEnumerable<(int First, int Last, float Needed)> Spans(int row) =>
            from cell in sheet.GetRow(row).Cells
            where cell.CellType == CellType.String
            let lines = TextHeight.Lines(cell.StringCellValue, sheet.GetColumnWidth(cell.ColumnIndex) / 256d)
            select (row, merged.GetValueOrDefault((row, cell.ColumnIndex), row), (lines * LineHeight) + Padding);
    }

    private void Write(int row, int column, string text, ICellStyle style)
    {
        var cell = sheet.GetRow(row).GetCell(column) ?? sheet.GetRow(row).CreateCell(column);
        cell.CellStyle = style;
        if (text.Length > 0)
            cell.SetCellValue(text);
    }
}
