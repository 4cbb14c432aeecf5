using Dla.Etl.Findings;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>The formats of the findings sheet, appended to those of the workbook.</summary>
internal sealed class FindingsSheetStyles
{
    private const string NoFill = "<fill><patternFill patternType=\"none\"/></fill>";
    private const string NoBorder = "<border><left/><right/><top/><bottom/><diagonal/></border>";

    private readonly StyleBook _book;
    private readonly Dictionary<string, int> _severities = new(StringComparer.Ordinal);

    public FindingsSheetStyles(StyleBook book)
    {
        _book = book;
        Title = book.Format(Font(20, bold: true), NoFill, NoBorder, Alignment("left", "center"));
        Line = book.Format(Font(16), NoFill, NoBorder, Alignment("left", "center"));
        Head = book.Format(Font(16, bold: true, colour: "FFFFFFFF"), Fill("1F4E79"), Lines, Alignment("center", "center"));
        Plain = book.Format(Font(16), NoFill, Lines, Alignment("left", "top"));
        Centred = book.Format(Font(16), NoFill, Lines, Alignment("center", "top"));
        Link = book.Format(Font(16, underlined: true, colour: "FF0563C1"), NoFill, Lines, Alignment("center", "top"));
    }

    public int Title { get; }

    public int Line { get; }

    public int Head { get; }

    public int Plain { get; }

    public int Centred { get; }

    public int Link { get; }

    /// <summary>The cell that names a severity, in the colour that the wrong cells have.</summary>
    public int Of(Severity severity)
    {
        var colour = MarkColours.Fill(severity);
        if (!_severities.TryGetValue(colour, out var style))
            _severities[colour] = style = _book.Format(Font(16, bold: severity >= Severity.Error), Fill(colour), Lines, Alignment("center", "top"));
        return style;
    }

    private static string Lines
    {
        get
        {
            const string side = " style=\"thin\"><color rgb=\"FF808080\"/>";
            return $"<border><left{side}</left><right{side}</right><top{side}</top><bottom{side}</bottom><diagonal/></border>";
        }
    }

    private static string Font(int size, bool bold = false, bool underlined = false, string colour = "FF000000") =>
        $"<font>{(bold ? "<b/>" : "")}{(underlined ? "<u/>" : "")}<sz val=\"{size}\"/><color rgb=\"{colour}\"/><name val=\"{FindingsSheetContent.Font}\"/><family val=\"2\"/></font>";

    private static string Fill(string colour) => $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>";

    private static string Alignment(string horizontal, string vertical) => $"<alignment horizontal=\"{horizontal}\" vertical=\"{vertical}\" wrapText=\"1\"/>";
}
