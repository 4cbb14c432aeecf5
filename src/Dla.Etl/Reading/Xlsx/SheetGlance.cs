using System.Buffers.Text;

namespace Dla.Etl.Reading.Xlsx;

/// <summary>Searches the bytes of a worksheet for anything that ExcelDataReader would not tell, so that most sheets need no closer look.</summary>
/// <remarks>It errs to one side only: whatever it does not understand asks for <see cref="SheetPrescan"/>, which decides.</remarks>
internal sealed class SheetGlance
{
    private long _row;
    private bool _started;

    /// <summary>True when the sheet may hold error cells, formulas without value, hidden rows or columns, inline strings, rows out of order, or XML in an unusual spelling.</summary>
    public bool NeedsPrescan { get; private set; }

    /// <summary>True when the sheet is strict OOXML, which ExcelDataReader 3.6.0 reads as empty without a word.</summary>
    public bool IsStrict { get; private set; }

    /// <summary>Looks at the next piece of the part.</summary>
    public void Look(ReadOnlySpan<byte> piece, long offset)
    {
        if (!_started)
            Start(piece);
        _started = true;
        NeedsPrescan = NeedsPrescan || piece.IndexOf("\"e\""u8) >= 0 || piece.IndexOf("'e'"u8) >= 0
            || piece.IndexOf("<!"u8) >= 0 || piece.IndexOf("&#"u8) >= 0
            || HasFormulaWithoutValue(piece) || HasTag(piece, "<is"u8) || HasHidden(piece) || !RowsAscend(piece);
    }

    private void Start(ReadOnlySpan<byte> piece)
    {
        var main = "spreadsheetml/2006/main"u8;
        IsStrict = piece.IndexOf("http://purl.oclc.org/ooxml/spreadsheetml/main"u8) >= 0;
        var first = piece.IndexOf(main);
        NeedsPrescan = piece.IndexOf("<worksheet"u8) < 0 || first < 0 || piece[(first + main.Length)..].IndexOf(main) >= 0;
    }

    private static bool HasTag(ReadOnlySpan<byte> piece, ReadOnlySpan<byte> tag)
    {
        for (var at = piece.IndexOf(tag); at >= 0; at = piece.IndexOf(tag))
        {
            piece = piece[(at + tag.Length)..];
            if (EndsName(piece))
                return true;
        }
        return false;
    }

    /// <summary>A formula is followed, in its cell, by a value; a spelling other than the usual one counts as none.</summary>
    private static bool HasFormulaWithoutValue(ReadOnlySpan<byte> piece)
    {
        for (var at = piece.IndexOf("<f"u8); at >= 0; at = piece.IndexOf("<f"u8))
        {
            piece = piece[(at + 2)..];
            if (!EndsName(piece))
                continue;
            var end = piece.IndexOf("</c>"u8);
            if (end < 0)
                return true;
            var value = piece[..end].IndexOf("<v>"u8);
            if (value < 0 || piece[value + 3] == (byte)'<')
                return true;
        }
        return false;
    }

    private static bool EndsName(ReadOnlySpan<byte> rest) =>
        rest.Length == 0 || rest[0] is (byte)'>' or (byte)'/' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <summary>LibreOffice writes <c>hidden="false"</c> on every row, so only another value counts.</summary>
    private static bool HasHidden(ReadOnlySpan<byte> piece)
    {
        for (var at = piece.IndexOf("hidden"u8); at >= 0; at = piece.IndexOf("hidden"u8))
        {
            piece = piece[(at + 6)..];
            if (!piece.StartsWith("=\"0\""u8) && !piece.StartsWith("=\"false\""u8))
                return true;
        }
        return false;
    }

    /// <summary>ExcelDataReader counts rows that do not ascend as if they did, and every address after them is wrong.</summary>
    private bool RowsAscend(ReadOnlySpan<byte> piece)
    {
        for (var at = piece.IndexOf("<row"u8); at >= 0; at = piece.IndexOf("<row"u8))
        {
            piece = piece[(at + 4)..];
            if (piece.Length > 0 && piece[0] is (byte)'B') // <rowBreaks>
                continue;
            var end = piece.IndexOf((byte)'>');
            if (end < 0 || RowNumber(piece[..end]) is not { } row || row <= _row)
                return false;
            _row = row;
        }
        return true;
    }

    private static long? RowNumber(ReadOnlySpan<byte> tag)
    {
        var at = tag.IndexOf(" r=\""u8);
        return at >= 0 && Utf8Parser.TryParse(tag[(at + 4)..], out long row, out _) ? row : null;
    }
}
