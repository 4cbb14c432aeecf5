using Dla.Etl.Findings;
using NPOI.HSSF.Record;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;

namespace Dla.Etl.Distribution.Marking.Xls;

/// <summary>The colours of the marks out of the 56 that the workbook has: its palette is the sender's and stays as it is.</summary>
internal sealed class XlsColours
{
    // A fill must be told from white and leave black figures readable; of greys and dark colours neither is true.
    private const int LeastChroma = 40;
    private const int LeastBrightness = 140;

    // [MS-XLS] 2.5.161 Icv: what the 56 are without a Palette record; only these are asked for.
    private const short Rose = 45;
    private const short LightYellow = 43;
    private const short LightTurquoise = 41;

    private readonly byte[][]? _own;

    /// <summary>Looks at the palette of a workbook without giving it one.</summary>
    public XlsColours(HSSFWorkbook book)
    {
        if (book.Workbook.Records.OfType<PaletteRecord>().FirstOrDefault() is not { } palette)
            return;
        _own = [.. Enumerable.Range(PaletteRecord.FIRST_COLOR_INDEX, PaletteRecord.STANDARD_PALETTE_SIZE).Select(index => palette.GetColor((short)index) ?? [255, 255, 255])];
    }

    /// <summary>The index of the colour nearest to the mark's; null when the palette has none that would be seen.</summary>
    public short? Of(Severity severity)
    {
        if (_own is null)
            return severity >= Severity.Error ? Rose : severity == Severity.Warning ? LightYellow : LightTurquoise;
        var wanted = MarkColours.Fill(severity);
        var (red, green, blue) = (Convert.ToInt32(wanted[..2], 16), Convert.ToInt32(wanted[2..4], 16), Convert.ToInt32(wanted[4..], 16));
        var best = Enumerable.Range(0, _own.Length).Where(index => IsSeen(_own[index]))
            .OrderBy(index => Square(_own[index][0] - red) + Square(_own[index][1] - green) + Square(_own[index][2] - blue))
            .Select(index => (short?)(index + PaletteRecord.FIRST_COLOR_INDEX)).FirstOrDefault();
        return best;
    }

    /// <summary>Fills what a rule or a style marks; hatched where the palette has no colour for it.</summary>
    public void Fill(IPatternFormatting fill, Severity severity)
    {
        if (Of(severity) is { } colour)
        {
            fill.FillPattern = FillPattern.SolidForeground;
            fill.FillBackgroundColor = colour;
        }
        else
        {
            fill.FillPattern = FillPattern.ThinForwardDiagonals;
        }
    }

    private static bool IsSeen(byte[] colour) =>
        colour.Max() - colour.Min() >= LeastChroma && ((299 * colour[0]) + (587 * colour[1]) + (114 * colour[2])) / 1000 >= LeastBrightness;

    private static int Square(int number) => number * number;
}
