using System.Globalization;
using Dla.Etl.Reporting;
using Dla.Etl.Values;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>Where the box of a comment stands and how large it is: beside its cell, as high as its text.</summary>
internal static class NoteBox
{
    private const int Width = 330;
    private const int Gap = 15;
    private const int LastColumn = 16_383;
    private const int LastRow = 1_048_575;

    // Tahoma 9 and what stands in for it: 20 pixels a line of Thai, some 48 letters in the width.
    private const int LineHeight = 20;
    private const double LetterWidth = 6.9;
    private const int MostHeight = 600;

    /// <summary>The highest box that a text gets, in rows of no less than 12 pixels: as many row heights matter below a marked cell.</summary>
    public const int MostRows = 50;

    /// <summary>Column, offset, row, offset of the upper left corner and of the lower right one, as <c>x:Anchor</c> wants them.</summary>
    /// <param name="frame">Knows how wide columns and how high rows are.</param>
    /// <param name="cell">The cell, or all that it is merged with.</param>
    /// <param name="text">The whole comment.</param>
    public static string Anchor(SheetFrame frame, CellRange cell, string text)
    {
        var left = (At: Math.Min(cell.Last.Column + 1, LastColumn - 8), Offset: Gap);
        var top = (At: Math.Min(cell.First.Row, LastRow - MostRows), Offset: 4);
        var right = Walk(left, Width, LastColumn, frame.Width);
        var bottom = Walk(top, Height(text), LastRow, frame.Height);
        return string.Create(CultureInfo.InvariantCulture, $"{left.At}, {left.Offset}, {top.At}, {top.Offset}, {right.At}, {right.Offset}, {bottom.At}, {bottom.Offset}");
    }

    /// <summary>Size of the box in pixels.</summary>
    public static int Height(string text) => Math.Min(MostHeight, (TextHeight.Lines(text, Width / LetterWidth) * LineHeight) + 12);

    private static (int At, int Offset) Walk((int At, int Offset) from, int pixels, int last, Func<int, int> size)
    {
        var (at, rest) = (from.At, from.Offset + pixels);
        for (; at < last && rest > size(at); at++)
            rest -= size(at);
        return (at, rest);
    }
}
