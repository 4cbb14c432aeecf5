using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dla.Etl.Intake;

/// <summary>Makes a name as delivered into one that every disk of the office takes: Linux, Windows and a share between them.</summary>
/// <remarks>The name as delivered is never changed where it is recorded; only the copy on our side of the disk gets a tidy name.</remarks>
public static class FileNames
{
    /// <summary>The longest name that ext4, NTFS and SMB all take, in bytes of UTF-8; a Thai letter has three.</summary>
    public const int LongestBytes = 255;

    /// <summary>Every file that the program itself is in the middle of writing begins so; nobody takes such a file.</summary>
    public const string OwnPrefix = ".dla-etl-";

    private const int LongestExtensionBytes = 16;
    private const string Nameless = "ไม่มีชื่อ";
    private const string Cut = "…";

    private static readonly SearchValues<char> s_forbidden = SearchValues.Create("<>:\"/\\|?*");

    // The file system of Windows takes these for devices, whatever follows the first point, in any case of letters.
    private static readonly HashSet<string> s_devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>A name with a prefix and a suffix of ours, shortened between them where needed: <c>000012 ปริมาณ.xlsx</c>.</summary>
    /// <param name="prefix">Goes before the name, for example the receipt number and a space.</param>
    /// <param name="name">As delivered.</param>
    /// <param name="suffix">Goes after the name and its extension, for example <c> - รับแล้ว.txt</c>.</param>
    /// <returns>At most <see cref="LongestBytes"/> bytes of UTF-8, without a character that a disk refuses.</returns>
    /// <exception cref="ArgumentException">Prefix and suffix leave less than 32 bytes for the name: a mistake of the program.</exception>
    public static string OnDisk(string prefix, string name, string suffix = "")
    {
        int room = LongestBytes - Encoding.UTF8.GetByteCount(prefix) - Encoding.UTF8.GetByteCount(suffix);
        if (room < 32) throw new ArgumentException($"Only {room} bytes are left for the name.", nameof(prefix));
        return Safe($"{prefix}{Shorten(Clean(name), room)}{suffix}");
    }

    /// <summary>The name of a subfolder, made safe in the same way.</summary>
    public static string Folder(string name) => OnDisk("", name);

    /// <summary>A name for people: control characters are shown as their pictures, so that a newline in a name cannot forge a line of a report.</summary>
    public static string Display(string name)
    {
        StringBuilder shown = new(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (rune.Value < 0x20) shown.Append((char)(0x2400 + rune.Value));
            else if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) shown.Append('\uFFFD');
            else if (category is not UnicodeCategory.Format) shown.Append(rune);
        }

        return shown.ToString();
    }

    /// <summary>True for what other programs leave beside the files of people: hidden files, Office's lock files, the folder settings of Windows.</summary>
    public static bool IsNoDelivery(string name) =>
        name.StartsWith('.')
        || name.StartsWith("~$", StringComparison.Ordinal)
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase)
        || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);

    private static string Clean(string name)
    {
        StringBuilder clean = new(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            // Zero-width spaces are common in Thai text and the marks that turn the writing direction can disguise an extension.
            if (category is UnicodeCategory.Format) continue;
            bool refused = rune == Rune.ReplacementChar
                || category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || (rune.IsBmp && s_forbidden.Contains((char)rune.Value));
            clean.Append(refused ? "_" : rune.ToString());
        }

        string trimmed = clean.ToString().Trim(' ').TrimEnd('.', ' ');
        return trimmed.Length == 0 ? Nameless : trimmed;
    }

    private static string Safe(string name)
    {
        string trimmed = name.TrimEnd('.', ' ');
        string stem = trimmed.Split('.', 2)[0].TrimEnd(' ');
        return s_devices.Contains(stem) || trimmed.StartsWith('-') || IsNoDelivery(trimmed) ? $"_{Shorten(trimmed, LongestBytes - 1)}" : trimmed;
    }

    private static string Shorten(string name, int room)
    {
        if (Encoding.UTF8.GetByteCount(name) <= room) return name;
        string extension = Path.GetExtension(name);
        if (Encoding.UTF8.GetByteCount(extension) > LongestExtensionBytes) extension = "";
        string stem = name[..^extension.Length];
        int left = room - Encoding.UTF8.GetByteCount(extension) - Encoding.UTF8.GetByteCount(Cut);
        return $"{FirstElements(stem, left).TrimEnd('.', ' ')}{Cut}{extension}";
    }

    // Whole text elements only: a Thai vowel or tone mark never loses its consonant.
    private static string FirstElements(string text, int room)
    {
        StringBuilder kept = new();
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            room -= Encoding.UTF8.GetByteCount(elements.GetTextElement());
            if (room < 0) break;
            kept.Append(elements.GetTextElement());
        }

        return kept.ToString();
    }
}
