using System.Text;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Reading.Delimited;

/// <summary>Turns the bytes of a text file into characters: byte order mark, UTF-16 without one, strict UTF-8, then windows-874 with its check (DOMAIN §6.1).</summary>
internal static class TextEncodings
{
    private const int Glance = 8192;
    private const string Utf8 = "UTF-8";

    /// <summary>The text and what there is to say about its encoding; no text when the encoding is unknown.</summary>
    public static (string? Text, Finding? Finding) Decode(byte[] file)
    {
        var (text, name) = Strict(file);
        if (text is null && name is null)
            return Thai874(file);
        if (text is null)
            return (null, new Finding(ReadingFindings.UnknownEncoding));
        if (GarbledThai.Repair(text) is { } repaired)
            return repaired;
        return (text, name is null or Utf8 ? null : new Finding(ReadingFindings.EncodingUsed) { Found = name });
    }

    /// <summary>The encoding by which a file is read as it stands, strict both ways, and the bytes of its byte order mark; null when it is unknown or its text had to be repaired.</summary>
    public static (Encoding Encoding, int Preamble)? Of(byte[] file)
    {
        var (encoding, preamble, name) = Candidate(file);
        if (Try(encoding, file.AsSpan(preamble)) is { } text)
            return GarbledThai.Repair(text) is null ? (encoding, preamble) : null;
        return name is null && Thai874(file).Text is not null
            ? (Encoding.GetEncoding(CodePages.Thai.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), 0)
            : null;
    }

    /// <summary>The text by an encoding that can fail, so that success proves it. A name without a text is a broken promise of the file; neither leaves windows-874.</summary>
    private static (string? Text, string? Name) Strict(byte[] file)
    {
        var (encoding, preamble, name) = Candidate(file);
        return (Try(encoding, file.AsSpan(preamble)), name);
    }

    private static (Encoding Encoding, int Preamble, string? Name) Candidate(byte[] file)
    {
        if (file.AsSpan().StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            return (new UTF8Encoding(false, true), 3, Utf8);
        if (file.AsSpan().StartsWith<byte>([0xFF, 0xFE]))
            return (new UnicodeEncoding(false, false, true), 2, "UTF-16LE");
        if (file.AsSpan().StartsWith<byte>([0xFE, 0xFF]))
            return (new UnicodeEncoding(true, false, true), 2, "UTF-16BE");
        if (LooksLikeUtf16(file, highByteAt: 1))
            return (new UnicodeEncoding(false, false, true), 0, "UTF-16LE ไม่มี BOM");
        return LooksLikeUtf16(file, highByteAt: 0)
            ? (new UnicodeEncoding(true, false, true), 0, "UTF-16BE ไม่มี BOM")
            : (new UTF8Encoding(false, true), 0, null);
    }

    private static string? Try(Encoding strict, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Nearly every high byte is of the basic, the Thai or the punctuation block, some are of the basic, and the low bytes are not alike: UTF-16 is valid UTF-8 too, so this comes first.</summary>
    private static bool LooksLikeUtf16(byte[] file, int highByteAt)
    {
        var units = Math.Min(file.Length, Glance) / 2;
        if (units < 2 || file.Length % 2 != 0)
            return false;
        var (basic, other, zeroLow) = (0, 0, 0);
        for (var unit = 0; unit < units; unit++)
        {
            var high = file[(2 * unit) + highByteAt];
            basic += high == 0 ? 1 : 0;
            other += high is 0x0E or 0x20 ? 1 : 0;
            zeroLow += file[(2 * unit) + 1 - highByteAt] == 0 ? 1 : 0;
        }
        return basic > 0 && zeroLow * 20 <= units && (basic + other) * 20 >= units * 19;
    }

    private static (string? Text, Finding? Finding) Thai874(byte[] file)
    {
        var text = CodePages.Thai.GetString(file);
        return ThaiText.IsPlausible(text) && GarbledThai.Repair(text) is null
            ? (text, new Finding(ReadingFindings.EncodingUsed) { Found = "Windows-874 (TIS-620)" })
            : (null, new Finding(ReadingFindings.UnknownEncoding));
    }
}
