using Dla.Etl.Definitions;
using Dla.Etl.Reporting;
using Dla.Etl.Validation.Checks;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Forms;

/// <summary>Writes the table of a group of open rows: one head, empty rows with what may be typed into them, and the line for the file's own total.</summary>
internal sealed class OpenRowsSheet(XSSFSheet sheet, BlankStyles styles, FormDefinition form, GroupDefinition group, ChoiceSheet choices, IReadOnlyList<PrefilledRow> prefilled)
{
    private const float LineHeight = 25;

    private const int CodeWidth = 12;

    // Below the rows that are filled in, for what comes more than once.
    private const int SpareRows = 20;

    private readonly IReadOnlyList<BlankColumn> _columns = BlankColumn.Of(group, prefilled.Count > 0);

    private int Rows => prefilled.Count == 0 ? group.BlankRows : prefilled.Count + SpareRows;

    /// <summary>Writes the table from a row on and gives the row after it.</summary>
    public int Write(int firstRow)
    {
        if (group.Key.Count > 0)
            sheet.DefaultRowHeightInPoints = LineHeight;
        for (var row = firstRow; row <= firstRow + Rows; row++)
            if (sheet.CreateRow(row) is var line && (row == firstRow || group.Key.Count == 0))
                line.HeightInPoints = LineHeight * (row == firstRow ? HeadLines : 1);
        for (var column = 0; column < _columns.Count; column++)
        {
            Write(firstRow, column, _columns[column].Label, styles.Head);
            sheet.SetColumnWidth(column, (_columns[column].Field is { } field ? Width(field) : CodeWidth) * 256);
            for (var row = 0; row < Rows; row++)
                WriteCell(firstRow + 1 + row, column, row < prefilled.Count ? prefilled[row] : null);
            if (_columns[column].Field is { } guarded)
                Guard(guarded, firstRow + 1, firstRow + Rows, column);
        }

        for (var row = 0; row < prefilled.Count; row++)
            sheet.GetRow(firstRow + 1 + row).HeightInPoints = LineHeight * Lines(prefilled[row]);

        var next = firstRow + Rows + 1;
        return ControlTotalCheck.AsksForLine(form) && group.Fields.Any(IsMoney) ? WriteControl(next) : next;
    }

    private int Lines(PrefilledRow row) =>
        _columns.Max(column => column.Field is { } field && row.Text(group, field) is { } text ? TextHeight.Lines(text, Width(field)) : 1);

    // What is filled in stays open: for a second item its row is inserted and these cells are copied.
    private void WriteCell(int row, int column, PrefilledRow? known)
    {
        var text = known is null ? null : _columns[column].HoldsCodes ? known.Authority.Code.ToString() : known.Text(group, _columns[column].Field!);
        if (text is not null)
            Write(row, column, text, styles.Known);
        else
            Write(row, column, "", _columns[column].Field is { } field ? StyleOf(field) : styles.Words);
    }

    // The total is typed in from the accounting system: a sum over the rows above would agree with them whatever is missing.
    private int WriteControl(int row)
    {
        sheet.CreateRow(row).HeightInPoints = LineHeight;
        var first = _columns.ToList().FindIndex(IsMoney);
        for (var column = 0; column < _columns.Count; column++)
            Write(row, column, column == 0 ? form.Recognise.ControlLabels[0] : "", IsMoney(_columns[column]) ? styles.Figure : styles.Head);
        if (first > 1)
            sheet.AddMergedRegion(new CellRangeAddress(row, row, 0, first - 1));
        for (var column = first; column < _columns.Count; column++)
            if (IsMoney(_columns[column]))
                Number(_columns[column].Field!, row, row, column, "ยอดคุม", "กรอกยอดรวมตามระบบบัญชี ไม่ใช้สูตรรวมแถวข้างบน");
        return row + 1;
    }

    private static bool IsMoney(BlankColumn column) => column.Field is { } field && IsMoney(field);

    private static bool IsMoney(FieldDefinition field) => field is { Role: FieldRole.Figure, Type: FieldType.Baht };

    private ICellStyle StyleOf(FieldDefinition field) => field switch
    {
        { Role: FieldRole.Figure } => styles.Figure,
        { Type: FieldType.Text, Role: FieldRole.Text } => styles.Words,
        _ => styles.Text,
    };

    private int Width(FieldDefinition field) => group.Key.Count > 0 ? OfKeyedRow(field) : Math.Max(field.Label.Length + 2, field switch
    {
        { Type: FieldType.Mark } => 10,
        { Role: FieldRole.Key } when group.Continuation is not null => 60, // a name with its activities
        { Codes: { } codes } => Math.Clamp(codes.All.Max(code => code.Label.Length) + 2, 14, 36),
        { Role: FieldRole.Key } => 16,
        { Role: FieldRole.Figure } => 18,
        { Type: FieldType.Text, Required: true } => 60,
        _ => 26,
    });

    private int HeadLines => group.Key.Count == 0 ? 1 : group.Fields.Max(one => (one.Label.Length + Width(one) - 4) / (Width(one) - 3));

    // Many columns: long headers and long words go over two lines, which rows without a height of their own grow for.
    private int OfKeyedRow(FieldDefinition field) => field switch
    {
        { Role: FieldRole.Key, Codes: not null } => 48,
        { Role: FieldRole.Key, Type: FieldType.Text } => 40,
        _ when group.Key.Contains(field.Code) => 24,
        { Codes: not null } => 34,
        { Type: FieldType.Baht } => 15,
        { Type: FieldType.Quantity or FieldType.Ratio } or { Role: FieldRole.UnitOfMeasure } => 12,
        { Type: FieldType.Date } => 14,
        _ => 20,
    };

    private void Guard(FieldDefinition field, int first, int last, int column)
    {
        if (field.Codes is not null)
            Choice(field, first, last, column);
        else if (group.Nothing is { } nothing && nothing.Field == field.Code)
            Hint(field, $"หากไม่มีอะไรต้องรายงาน ให้เขียน “{nothing.Texts[0]}” และไม่กรอกตัวเลข", first, last, column);
        else if (field.Guide.Length > 0)
            Hint(field, field.Guide, first, last, column);
        else if (field.Role == FieldRole.Figure)
            Number(field, first, last, column, field.Label, $"กรอกเป็นตัวเลข{(IsMoney(field) ? " หน่วยบาท" : "")}{(field.MayBeNegative ? " รายการลดให้ใส่เครื่องหมายลบและเหตุผล" : "")}");
    }

    private void Choice(FieldDefinition field, int first, int last, int column)
    {
        var helper = sheet.GetDataValidationHelper();
        var rule = helper.CreateValidation(helper.CreateFormulaListConstraint(choices.RangeOf(group, field)), new CellRangeAddressList(first, last, column, column));
        Stop(rule, "ค่าไม่อยู่ในรายการ", $"โปรดเลือก{field.Label}จากรายการ");
        rule.CreatePromptBox(Short(field.Label), "เลือกจากรายการ");
        sheet.AddValidationData(rule);
    }

    // Any text may stand here; the prompt tells how to write it, or the one that says that there is none.
    private void Hint(FieldDefinition field, string prompt, int first, int last, int column)
    {
        var helper = sheet.GetDataValidationHelper();
        var rule = helper.CreateValidation(helper.CreateCustomConstraint("TRUE"), new CellRangeAddressList(first, last, column, column));
        (rule.EmptyCellAllowed, rule.ShowErrorBox, rule.ShowPromptBox) = (true, false, true);
        rule.CreatePromptBox(Short(field.Label), prompt);
        sheet.AddValidationData(rule);
    }

    // An own rule that stops, since one of kind "decimal" would refuse the "-" that officers write for zero. A blank is left to the check on receipt.
    private void Number(FieldDefinition field, int first, int last, int column, string title, string prompt)
    {
        var cell = new CellAddress(first, column).ToString();
        var number = field.MayBeNegative ? $"ISNUMBER({cell})" : $"AND(ISNUMBER({cell}),N({cell})>=0)";
        var helper = sheet.GetDataValidationHelper();
        var rule = helper.CreateValidation(
            helper.CreateCustomConstraint($"OR({number},TRIM({cell})=\"-\",TRIM({cell})=\"ไม่มี\")"), new CellRangeAddressList(first, last, column, column));
        Stop(rule, "จำนวนไม่ถูกต้อง", $"โปรดกรอกตัวเลข{(field.MayBeNegative ? "" : "ตั้งแต่ 0 ขึ้นไป")} โดยไม่ต้องพิมพ์หน่วย");
        rule.CreatePromptBox(Short(title), prompt);
        sheet.AddValidationData(rule);
    }

    private static void Stop(IDataValidation rule, string title, string words)
    {
        rule.EmptyCellAllowed = true;
        rule.ShowErrorBox = true;
        rule.ErrorStyle = 0;
        rule.ShowPromptBox = true;
        rule.CreateErrorBox(title, words);
    }

    // ECMA-376 allows 32 characters in the title of a prompt.
    private static string Short(string title) => title.Length <= 32 ? title : title[..32];

    private void Write(int row, int column, string text, ICellStyle style)
    {
        var cell = sheet.GetRow(row).CreateCell(column);
        cell.CellStyle = style;
        if (text.Length > 0)
            cell.SetCellValue(text);
    }
}
