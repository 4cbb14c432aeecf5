using System.Text.RegularExpressions;
using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>In what the file says that its money is written.</summary>
/// <param name="Scale">Baht, thousands or millions; null when it names a unit that cannot be read (แสนบาท, ดอลลาร์), so that nothing may be taken for baht.</param>
/// <param name="Cell">The cell that says so.</param>
/// <param name="Text">Its words.</param>
/// <param name="Field">Code of the field whose header says so; null for a line above the table.</param>
public sealed record StatedMoneyUnit(MoneyScale? Scale, SourceCell Cell, string Text, string? Field);

/// <summary>Looks for <c>หน่วย : บาท</c> above the tables and for <c>(พันบาท)</c> behind the headers of money.</summary>
internal static partial class MoneyUnits
{
    /// <summary>Everything that the form and its headers say; nothing for a form without money.</summary>
    public static IReadOnlyList<StatedMoneyUnit> Stated(IReadOnlyList<HeadLine> lines, IReadOnlyList<TablePage> pages, FormDefinition form)
    {
        if (!form.Groups.Any(group => group.Fields.Any(IsMoney)))
            return [];
        var stated = lines.Select(OfLine).OfType<StatedMoneyUnit>().ToList();
        foreach (var page in pages)
            foreach (var group in page.Groups)
                stated.AddRange(group.Fields.Select((column, index) => (Column: column, Field: group.Group.Fields[index])).Where(one => IsMoney(one.Field) && one.Column is not null)
                    .Select(one => OfHeader(page.Grid, one.Column!, one.Field)).OfType<StatedMoneyUnit>());
        return stated;
    }

    private static bool IsMoney(FieldDefinition field) => field is { Type: FieldType.Baht, Role: FieldRole.Figure };

    // หน่วย : พันบาท in one cell, หน่วย in one and the word in the next, or (พันบาท) alone.
    private static StatedMoneyUnit? OfLine(HeadLine line)
    {
        var text = ThaiText.Clean(line.Text).Value;
        if (!Label().IsMatch(text))
            return Whole().Match(text) is { Success: true } alone && MoneyText.StatedScale(alone.Groups["unit"].Value) is { } scale ? new StatedMoneyUnit(scale, line.Cell, text, null) : null;
        var named = Label().Replace(text, "").TrimEnd(')', ' ');
        var told = named.Length > 0 ? named : ThaiText.Clean(line.Next).Value;
        // Of a line such as หน่วย : โครงการ, บาท only what speaks of money counts.
        string[] parts = MoneyText.StatedScale(told) is null ? told.Split([',', '/', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [told];
        var scales = parts.Select(MoneyText.StatedScale).OfType<MoneyScale>().ToList();
        return scales.Count == 1 && !parts.Any(part => MoneyText.StatedScale(part) is null && Money().IsMatch(part))
            ? new StatedMoneyUnit(scales[0], line.Cell, told, null)
            : scales.Count > 0 || Money().IsMatch(told) ? new StatedMoneyUnit(null, line.Cell, told, null) : null;
    }

    private static StatedMoneyUnit? OfHeader(SheetGrid grid, HeaderColumn column, FieldDefinition field)
    {
        var text = ThaiText.Clean(column.Text).Value;
        var (open, close) = (text.LastIndexOf('('), text.LastIndexOf(')'));
        var told = open >= 0 && close > open ? text[(open + 1)..close] : text[(text.LastIndexOf(' ') + 1)..];
        return MoneyText.StatedScale(told) is { } scale
            ? new StatedMoneyUnit(scale, grid.Source(column.At.Row, column.At.Column), told, field.Code)
            : null;
    }

    // Not หน่วยงาน, หน่วยรับ, หน่วยนับ.
    [GeneratedRegex(@"^[(\s]*(?:หน่วย\s*(?:ของ)?\s*(?:เงิน)?|จำนวนเงิน(?:เป็น)?|สกุลเงิน)\s*(?:[:：=]\s*|\s+|(?=บาท|พัน|ล้าน|หมื่น|แสน|[0-9๐-๙])|$)")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\((?<unit>[^()]+)\)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"บาท|พัน(?!ธ)|หมื่น|แสน|ล้าน|สตางค์|ดอลลาร์|เหรียญ|ยูโร|[฿$€]|USD|THB|[0-9๐-๙]0{2,}|[๐-๙]๐{2,}|[0-9],000|[๐-๙],๐๐๐", RegexOptions.IgnoreCase)]
    private static partial Regex Money();
}
