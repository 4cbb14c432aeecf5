using System.Text;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Reading.Delimited;

/// <summary>Repairs Thai that some program saved after reading it by the wrong code page; both ways of garbling can be undone (DOMAIN §6.1).</summary>
internal static class GarbledThai
{
    private static readonly Dictionary<char, byte> Bytes874 = Reverse(CodePages.Thai);
    private static readonly Dictionary<char, byte> Bytes1252 = Reverse(CodePages.WesternEuropean);

    /// <summary>Null when the text bears no sign of garbling; else the repaired text with a WARNING, or no text and a FATAL finding when it cannot be undone.</summary>
    public static (string? Text, Finding Finding)? Repair(string text)
    {
        var (beyond, pairs, latin, thai) = Count(text);
        if (beyond == 0)
            return null;
        if (pairs * 6 >= beyond)
            return Checked(Undo(text, Bytes874, new UTF8Encoding(false, true)), "UTF-8 ถูกอ่านเป็น Windows-874");
        return thai == 0 && latin * 10 >= beyond * 9
            ? Checked(Undo(text, Bytes1252, CodePages.Thai), "Windows-874 ถูกอ่านเป็น Windows-1252")
            : null;
    }

    private static (string? Text, Finding Finding) Checked(string? repaired, string how) => repaired is not null && ThaiText.IsPlausible(repaired)
        ? (repaired, new Finding(ReadingFindings.GarbledTextRepaired) { Found = how })
        : (null, new Finding(ReadingFindings.UnknownEncoding));

    /// <summary>Each Thai letter of UTF-8 begins with the bytes E0 B8 or E0 B9, which windows-874 shows as เธ and เน: a third of all characters begin such a pair.</summary>
    private static (int Beyond, int Pairs, int Latin, int Thai) Count(string text)
    {
        var (beyond, pairs, latin, thai) = (0, 0, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            beyond += letter > '\u007F' ? 1 : 0;
            latin += letter is >= '\u0080' and <= '\u00FF' ? 1 : 0;
            thai += ThaiText.IsThai(letter) ? 1 : 0;
            pairs += letter == 'เ' && at + 1 < text.Length && text[at + 1] is 'ธ' or 'น' ? 1 : 0;
        }
        return (beyond, pairs, latin, thai);
    }

    private static string? Undo(string text, Dictionary<char, byte> bytesOf, Encoding meant)
    {
        var bytes = new byte[text.Length];
        for (var at = 0; at < text.Length; at++)
            if (!bytesOf.TryGetValue(text[at], out bytes[at]))
                return null;
        try
        {
            return meant.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Dictionary<char, byte> Reverse(Encoding codePage) =>
        Enumerable.Range(0, 256).ToDictionary(value => codePage.GetString([(byte)value])[0], value => (byte)value);
}
