using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Reporting;
using Dla.Etl.Validation.Checks;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Forms;

/// <summary>The second sheet of a blank form of open rows: how to fill it in, and the lists that its cells offer. It shows, so that nothing in the workbook is hidden.</summary>
internal sealed class ChoiceSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "คำอธิบายและรายการให้เลือก";

    private const float LineHeight = 25;

    // In digits of the standard font; a page of A4 on its side holds about as many without being made smaller.
    private const int LeastWidth = 20, PageWidth = 140;

    private const double TitleTimes = 18 / 14.0; // the title's font against the standard one

    private readonly Dictionary<(string Group, string Field), string> _ranges = [];
    private readonly XSSFSheet _sheet;
    private readonly BlankStyles _styles;

    public ChoiceSheet(XSSFWorkbook book, BlankStyles styles, FormDefinition form)
    {
        (_sheet, _styles) = ((XSSFSheet)book.CreateSheet(Name), styles);
        var fields = form.Groups.SelectMany(group => group.Fields.Where(field => field.Codes is not null).Select(field => (Group: group, Field: field))).ToList();
        var widths = Widths([.. fields.Select(one => Math.Max(LeastWidth, Labels(one.Group, one.Field).Max(label => label.Length) + 4))]);
        var row = 0;
        foreach (var line in Advice(form))
            Line(row++, widths, line);
        var head = row + 1;
        for (var column = 0; column < widths.Count; column++)
            _sheet.SetColumnWidth(column, widths[column] * 256);
        for (var column = 0; column < fields.Count; column++)
            WriteList(fields[column].Group, fields[column].Field, head, column);
        SetUp();
    }

    /// <summary>The cells of the list of a field, as a formula of another sheet names them.</summary>
    public string RangeOf(GroupDefinition group, FieldDefinition field) => _ranges[(group.Code, field.Code)];

    // The advice goes over all columns: beside few lists, or without any, empty ones fill the page.
    private static List<int> Widths(List<int> lists)
    {
        var empty = Math.Max(0, 4 - lists.Count);
        return [.. lists, .. Enumerable.Repeat(empty == 0 ? 0 : Math.Max(LeastWidth, (PageWidth - lists.Sum()) / empty), empty)];
    }

    private void WriteList(GroupDefinition group, FieldDefinition field, int head, int column)
    {
        Write(head, column, field.Label, _styles.Head);
        var labels = Labels(group, field);
        for (var index = 0; index < labels.Count; index++)
            Write(head + 1 + index, column, labels[index], _styles.Label);
        var (first, last) = (new CellAddress(head + 1, column), new CellAddress(head + labels.Count, column));
        _ranges[(group.Code, field.Code)] = $"'{Name}'!{Fixed(first)}:{Fixed(last)}";
    }

    // Who has nothing to report chooses that in the same list.
    private static IReadOnlyList<string> Labels(GroupDefinition group, FieldDefinition field) =>
        [.. field.Codes!.All.Select(code => code.Label), .. group.Nothing is { } nothing && nothing.Field == field.Code ? [nothing.Texts[0]] : Array.Empty<string>()];

    private static string Fixed(CellAddress address) => new CellReference(address.Row, address.Column, true, true).FormatAsString();

    private static IEnumerable<string> Advice(FormDefinition form)
    {
        var fields = form.Groups.SelectMany(group => group.Fields).ToList();
        List<string> lines = [.. Lines(form, fields)];
        yield return $"คำแนะนำการกรอก {form.ShortName}";
        for (var index = 0; index < lines.Count; index++)
            yield return string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {lines[index]}");
    }

    private static IEnumerable<string> Lines(FormDefinition form, List<FieldDefinition> fields)
    {
        yield return $"กรอกแถวละหนึ่งรายการในช่องสีเหลือง {string.Join(", ", form.Groups.Select(RowsOfKey))} แถวที่ไม่ใช้เว้นว่างไว้";
        yield return $"ต้องกรอกทุกแถว: {string.Join(", ", fields.Where(field => field.Required || field.Role == FieldRole.Key).Select(field => field.Label))}";
        if (fields.Any(field => field.Codes is not null))
            yield return "ช่องที่มีรายการให้เลือก โปรดเลือกจากรายการข้างล่างนี้เท่านั้น";
        yield return "หากแถวไม่พอ ให้แทรกแถวระหว่างแถวที่มีอยู่ แล้วคัดลอกแถวข้างบนลงมา";
        if (fields.Any(field => field.Type == FieldType.Baht))
            yield return "จำนวนเงินเป็นบาท ไม่ใช่พันบาทหรือล้านบาท" + (fields.Any(field => field.MayBeNegative) ? " รายการลดหรือรับคืนกรอกเป็นจำนวนติดลบและเขียนเหตุผล" : "");
        if (ControlTotalCheck.AsksForLine(form))
            yield return $"แถว “{form.Recognise.ControlLabels[0]}” กรอกยอดรวมตามระบบบัญชี เพื่อให้ระบบตรวจว่าข้อมูลครบ";
        foreach (var nothing in Nothing(form))
            yield return nothing;
        foreach (var field in fields.Where(field => field.Guide.Length > 0))
            yield return $"ช่อง{field.Label}: {field.Guide}";
    }

    private static string RowsOfKey(GroupDefinition group) => group.Key.Count == 0
        ? $"{Spaced(group.Fields[group.IndexOf(FieldRole.Key)].Label)}เดียวกันมีหลายแถวได้"
        : $"{string.Join("และ", group.Key.Select(code => Spaced(group.Fields[group.IndexOf(code)].Label)))}เดียวกันมีได้แถวเดียว";

    // Behind the full stop of an abbreviation comes a blank.
    private static string Spaced(string label) => label.EndsWith('.') ? $"{label} " : label;

    // Said where it is needed: in the list of the field, and here for a field without one.
    private static IEnumerable<string> Nothing(FormDefinition form) =>
        from grouped in form.Groups
        where grouped.Nothing is not null
        select $"หากไม่มีอะไรต้องรายงาน ให้เขียน “{grouped.Nothing!.Texts[0]}” ในช่อง{grouped.Fields[grouped.IndexOf(grouped.Nothing!.Field)].Label} ไม่ต้องกรอกตัวเลข แล้วส่งไฟล์ตามปกติ";

    private void Line(int row, List<int> widths, string text)
    {
        for (var column = 0; column < widths.Count; column++)
            Write(row, column, column == 0 ? text : "", row == 0 ? _styles.Heading : _styles.Advice);
        _sheet.AddMergedRegion(new CellRangeAddress(row, row, 0, widths.Count - 1));
        _sheet.GetRow(row).HeightInPoints = LineHeight * TextHeight.Lines(text, row == 0 ? widths.Sum() / TitleTimes : widths.Sum());
    }

    private void SetUp()
    {
        (_sheet.FitToPage, _sheet.Autobreaks, _sheet.DisplayGridlines) = (true, true, false);
        (_sheet.PrintSetup.PaperSize, _sheet.PrintSetup.Landscape, _sheet.PrintSetup.FitWidth, _sheet.PrintSetup.FitHeight) = (BlankForm.A4, true, 1, 0);
        _sheet.EnableLocking();
    }

    private void Write(int row, int column, string text, ICellStyle style)
    {
        var line = _sheet.GetRow(row) ?? _sheet.CreateRow(row);
        line.HeightInPoints = LineHeight;
        var cell = line.CreateCell(column);
        cell.CellStyle = style;
        if (text.Length > 0)
            cell.SetCellValue(text);
    }
}
