namespace Dla.Etl.Reporting;

/// <summary>Estimates how many lines a Thai text takes in a cell, since neither NPOI on a server nor Excel fits the height of merged cells.</summary>
public static class TextHeight
{
    /// <summary>Height of a line as a multiple of the font size. Measured: TH Sarabun New needs 1.57 in Excel, Laksaman 1.65 in LibreOffice.</summary>
    public const double LineSpacing = 1.65;

    // Thai breaks at words that no cell width knows: a line is seldom filled to its end.
    private const double Filled = 0.95;

    /// <summary>Lines that the text needs in a cell of this width; at least one.</summary>
    /// <param name="text">The text; a line feed begins a new line.</param>
    /// <param name="characters">Width of the cell in digits of the standard font, as Excel counts column widths.</param>
    public static int Lines(string text, double characters)
    {
        var lines = 0;
        foreach (var line in text.Split('\n'))
            lines += Math.Max(1, (int)Math.Ceiling(Columns(line) / (characters * Filled)));
        return lines;
    }

    /// <summary>Characters that take room: vowels and tone marks above and below the line take none.</summary>
    public static int Columns(string text) => text.Count(character => !StandsOnAnother(character));

    // U+0E31, U+0E34–U+0E3A, U+0E47–U+0E4E: the Thai signs of width zero.
    private static bool StandsOnAnother(char character) =>
        character is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');
}
