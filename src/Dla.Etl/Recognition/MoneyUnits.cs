using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>In what the file says that its money is written.</summary>
/// <param name="Scale">Baht, thousands or millions.</param>
/// <param name="Cell">The cell that says so.</param>
public sealed record StatedMoneyUnit(MoneyScale Scale, SourceCell Cell);

/// <summary>Looks for <c>หน่วย : บาท</c> above the tables and for <c>(พันบาท)</c> behind the headers of money.</summary>
internal static class MoneyUnits
{
    private const string Unit = "หน่วย";

    /// <summary>Everything that the form and its headers say; nothing for a form without money.</summary>
    public static IReadOnlyList<StatedMoneyUnit> Stated(IReadOnlyList<HeadLine> lines, IReadOnlyList<TablePage> pages, FormDefinition form)
    {
        if (!form.Groups.Any(group => group.Fields.Any(IsMoney)))
            return [];
        var stated = lines.Select(OfLine).OfType<StatedMoneyUnit>().ToList();
        foreach (var page in pages)
            foreach (var group in page.Groups)
                stated.AddRange(group.Fields.Where((_, index) => IsMoney(group.Group.Fields[index])).OfType<HeaderColumn>()
                    .Select(column => OfHeader(page.Grid, column)).OfType<StatedMoneyUnit>());
        return stated;
    }

    private static bool IsMoney(FieldDefinition field) => field is { Type: FieldType.Baht, Role: FieldRole.Figure };

    // หน่วย : พันบาท in one cell, or หน่วย in one and the word in the next.
    private static StatedMoneyUnit? OfLine(HeadLine line)
    {
        var text = line.Text.TrimStart('(', ' ');
        if (!text.StartsWith(Unit, StringComparison.Ordinal))
            return null;
        var scale = MoneyText.ParseScale(text);
        if (!scale.Succeeded && ThaiText.Fold(text) == Unit)
            scale = MoneyText.ParseScale(line.Next);
        return scale.Succeeded ? new StatedMoneyUnit(scale.Value, line.Cell) : null;
    }

    private static StatedMoneyUnit? OfHeader(SheetGrid grid, HeaderColumn column)
    {
        var (open, close) = (column.Text.LastIndexOf('('), column.Text.LastIndexOf(')'));
        return open >= 0 && close > open && MoneyText.ParseScale(column.Text[(open + 1)..close]) is { Succeeded: true } scale
            ? new StatedMoneyUnit(scale.Value, grid.Source(column.At.Row, column.At.Column))
            : null;
    }
}
