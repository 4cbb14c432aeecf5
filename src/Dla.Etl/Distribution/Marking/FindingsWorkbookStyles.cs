using Dla.Etl.Findings;

namespace Dla.Etl.Distribution.Marking;

/// <summary>The styles of <see cref="FindingsWorkbook"/> by their numbers.</summary>
internal static class FindingsWorkbookStyles
{
    public const int Title = 1;
    public const int Line = 2;
    public const int Head = 3;
    public const int Text = 4;
    public const int Centred = 5;
    private const int Grave = 6;
    private const int Remark = 7;
    private const int ToKnow = 8;

    private const string Font = FindingsSheetContent.Font;
    private const string Wrapped = """<alignment vertical="top" wrapText="1"/>""";
    private const string Middle = """<alignment horizontal="center" vertical="top" wrapText="1"/>""";

    /// <summary>The style of the cell that names a severity.</summary>
    public static int Of(Severity severity) => severity switch
    {
        Severity.Fatal or Severity.Error => Grave,
        Severity.Warning => Remark,
        _ => ToKnow,
    };

    /// <summary>The whole part.</summary>
    public static string Part => $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3">{FontOf(FindingsSheetContent.FontSize, "")}{FontOf(FindingsSheetContent.TitleSize, "<b/>")}{FontOf(FindingsSheetContent.FontSize, "<b/>")}</fonts><fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>{Fill("D9E1F2")}{Fill(MarkColours.Fill(Severity.Error))}{Fill(MarkColours.Fill(Severity.Warning))}{Fill(MarkColours.Fill(Severity.Info))}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>{Edge("left")}{Edge("right")}{Edge("top")}{Edge("bottom")}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{Xf(1, 0, 0, Wrapped)}{Xf(0, 0, 0, Wrapped)}{Xf(2, 2, 1, Middle)}{Xf(0, 0, 1, Wrapped)}{Xf(0, 0, 1, Middle)}{Xf(2, 3, 1, Middle)}{Xf(2, 4, 1, Middle)}{Xf(0, 5, 1, Middle)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """;

    private static string FontOf(int size, string bold) => $"""<font>{bold}<sz val="{size}"/><name val="{Font}"/><family val="2"/></font>""";

    private static string Fill(string colour) => $"""<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/><bgColor indexed="64"/></patternFill></fill>""";

    private static string Edge(string side) => $"""<{side} style="thin"><color rgb="FF808080"/></{side}>""";

    // 49 is the number format of text: what a sender wrote stays text also when somebody edits the cell.
    private static string Xf(int font, int fill, int border, string alignment) =>
        $"""<xf numFmtId="49" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">{alignment}</xf>""";
}
