using System.Text;

namespace Dla.Etl.Mail.Mime;

/// <summary>From bytes to text when the label may be missing, unknown or wrong: UTF-8 is recognised by itself, the rest is Thai.</summary>
internal static class Charsets
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Windows-874, which is TIS-620 and ISO 8859-11 with additions; never throws.</summary>
    public static Encoding Thai { get; } = CodePagesEncodingProvider.Instance.GetEncoding(874)!;

    private enum Claim
    {
        None,
        Utf8,
        Thai,
        Western,
        Wrong,
        Other,
    }

    /// <param name="bytes">The text as it came.</param>
    /// <param name="claimed">The charset that the sender names; null when it names none.</param>
    /// <returns>The text and, when the claim was wrong, the charset that was used instead.</returns>
    public static (string Text, string? UsedInstead) Decode(ReadOnlySpan<byte> bytes, string? claimed)
    {
        var (claim, encoding) = Of(claimed);
        if (claim == Claim.Other)
            return (encoding!.GetString(bytes), null);
        if (System.Text.Ascii.IsValid(bytes))
            return (Encoding.ASCII.GetString(bytes), null);
        return Guess(bytes, claim) switch
        {
            Claim.Utf8 => (Encoding.UTF8.GetString(bytes), claim is Claim.Utf8 or Claim.None ? null : "utf-8"),
            Claim.Western when claim == Claim.Western => (Western.GetString(bytes), null),
            _ => (Thai.GetString(bytes), claim == Claim.Thai ? null : "windows-874"),
        };
    }

    private static (Claim Claim, Encoding? Encoding) Of(string? claimed)
    {
        var name = (claimed ?? "").Trim().ToLowerInvariant();
        return name switch
        {
            "" => (Claim.None, null),
            "utf-8" or "utf8" or "unicode-1-1-utf-8" => (Claim.Utf8, null),
            "windows-874" or "x-windows-874" or "cp874" or "ms874" or "ibm874" or "tis-620" or "tis620" or "iso-8859-11" or "iso8859-11" => (Claim.Thai, null),
            "iso-8859-1" or "latin1" or "windows-1252" or "cp1252" or "iso-8859-15" => (Claim.Western, null),
            "utf-16" or "utf-16le" => (Claim.Other, Encoding.Unicode),
            "utf-16be" => (Claim.Other, Encoding.BigEndianUnicode),
            "us-ascii" or "ascii" => (Claim.Wrong, null), // reached for bytes above 127 only
            _ => CodePagesEncodingProvider.Instance.GetEncoding(name) is { } other ? (Claim.Other, other) : (Claim.Wrong, null),
        };
    }

    private static Claim Guess(ReadOnlySpan<byte> bytes, Claim claim)
    {
        var tally = new ByteTally();
        for (var at = 0; at < bytes.Length;)
            at += bytes[at] < 0x80 ? 1 : tally.Add(bytes, at);
        return tally.IsUtf8(isClaimed: claim == Claim.Utf8, isThaiClaimed: claim == Claim.Thai) ? Claim.Utf8
            : tally.IsThai ? Claim.Thai : Claim.Western;
    }
}
