using System.Globalization;
using System.Text;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>The name of an attachment as mail programs show it: RFC 2047 in Content-Type, which Outlook reads, and RFC 2231 in Content-Disposition, which is the standard.</summary>
internal static class AttachmentName
{
    private const int LongestElements = 200;

    // A line of a mail has 998 characters at most (RFC 5322, 2.1.1).
    private const int LongestPiece = 700;

    private static readonly string Forbidden = "<>:\"/\\|?*";

    /// <summary>The name without anything that a header or a disk would not take.</summary>
    public static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            clean.Append(IsRefused(rune) ? "_" : rune.ToString());
        var text = clean.ToString().Trim(' ', '.');
        return text.Length == 0 ? "attachment" : Shortened(text);
    }

    /// <summary>The parameters of Content-Disposition: one, or the pieces of a name that is too long for one line.</summary>
    public static IEnumerable<(string Key, string Value)> Parameters(string name)
    {
        var encoded = $"UTF-8''{Uri.EscapeDataString(name)}";
        if (encoded.Length <= LongestPiece)
            return [("filename*", encoded)];
        var pieces = new List<(string, string)>();
        for (int at = 0, end; at < encoded.Length; at = end)
        {
            end = Math.Min(at + LongestPiece, encoded.Length);
            // Never within a %E0.
            if (end < encoded.Length && encoded.LastIndexOf('%', end - 1, 2) is >= 0 and var percent)
                end = percent;
            pieces.Add((string.Create(CultureInfo.InvariantCulture, $"filename*{pieces.Count}*"), encoded[at..end]));
        }

        return pieces;
    }

    /// <summary>The type by the extension: Outlook takes the icon and the preview from it.</summary>
    public static string TypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".xlsm" => "application/vnd.ms-excel.sheet.macroEnabled.12",
        ".xls" => "application/vnd.ms-excel",
        ".csv" => "text/csv",
        ".pdf" => "application/pdf",
        _ => "application/octet-stream",
    };

    private static bool IsRefused(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune == Rune.ReplacementChar || (rune.IsBmp && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal));

    private static string Shortened(string name)
    {
        var elements = new StringInfo(name);
        if (elements.LengthInTextElements <= LongestElements)
            return name;
        var extension = Path.GetExtension(name) is { Length: <= 10 } given ? given : "";
        return $"{elements.SubstringByTextElements(0, LongestElements - extension.Length - 1).TrimEnd()}…{extension}";
    }
}
