using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Dla.Etl.Keeping;

/// <summary>A mail address or a telephone number of a person, as it is found in any way of writing it.</summary>
public sealed partial class PersonAddress
{
    /// <summary>What stands in its place afterwards: shorter than any address, so that a file name never grows too long.</summary>
    public const string Mark = "[ลบ]";

    // Slow on purpose: a telephone number has so few digits that whoever has the audit could else try them all.
    private const int Rounds = 600_000;

    // Thai letters may touch an address without a space, Latin ones and what joins them are part of a longer one: another person's.
    private const string NotInsideAName = "(?<![A-Za-z0-9][._%+-]{0,3})";

    // A point and letters make it another domain, unless they are the ending of a file that is named after the address.
    private const string NotInsideADomain =
        @"(?![A-Za-z0-9]|-[A-Za-z0-9]|\.(?!(?:xls[xmb]?|csv|txt|eml|msg|zip|7z|rar|pdf|docx?|od[st]|html?|tmp|bak|part)(?![A-Za-z0-9]))[A-Za-z0-9])";

    private readonly string _plain;
    private readonly Regex _pattern;

    private PersonAddress(string plain, string pattern)
    {
        _plain = plain;
        _pattern = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Reads an address.</summary>
    /// <returns>Null for what is neither a mail address nor a Thai telephone number of nine or ten digits.</returns>
    public static PersonAddress? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (MailAddress().IsMatch(trimmed))
            return new(trimmed.ToLowerInvariant(), $"{NotInsideAName}{Regex.Escape(trimmed)}{NotInsideADomain}");
        var digits = Digits(trimmed);
        if (!Telephone().IsMatch(trimmed) || digits.Length == 0)
            return null;
        var national = digits.StartsWith("66", StringComparison.Ordinal) && trimmed[0] == '+' ? digits[2..].TrimStart('0') : digits[0] == '0' ? digits[1..] : "";
        return national.Length is 8 or 9 ? new("0" + national, TelephonePattern(national)) : null;
    }

    /// <summary>True when a text holds the address.</summary>
    public bool IsIn(string text) => _pattern.IsMatch(text);

    /// <summary>The text with the mark in place of the address; the very same text when it holds none.</summary>
    public string RemoveFrom(string text) => _pattern.Replace(text, Mark);

    /// <summary>A salted hash by which it can be shown later that this address, and no other, was removed; the address cannot be read from it.</summary>
    public string Fingerprint()
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"pbkdf2-sha256:{Rounds}:{Convert.ToHexStringLower(salt)}:{Hash(salt, Rounds)}";
    }

    /// <summary>True when a fingerprint was made of this address.</summary>
    public bool Made(string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return fingerprint.Split(':') is ["pbkdf2-sha256", var rounds, var salt, var hash]
            && Hash(Convert.FromHexString(salt), int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture)) == hash;
    }

    private string Hash(byte[] salt, int rounds) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(_plain), salt, rounds, HashAlgorithmName.SHA256, 32));

    // Any grouping, Thai or Arabic digits, with the nought or from abroad; never part of a longer number.
    private static string TelephonePattern(string national)
    {
        const string Gap = @"[ \u00A0.()\u2010-\u2014-]{0,3}";
        static string Digit(char digit) => $"[{digit}{(char)(digit - '0' + '๐')}]";
        return $@"(?<![0-9A-Za-z๐-๙])(?:\+(?:66|๖๖){Gap}(?:{Digit('0')}{Gap})?|\(?{Digit('0')}{Gap}){string.Join(Gap, national.Select(Digit))}(?![0-9A-Za-z๐-๙])";
    }

    private static string Digits(string text) => string.Concat(text
        .Select(letter => letter is >= '๐' and <= '๙' ? (char)(letter - '๐' + '0') : letter).Where(char.IsAsciiDigit));

    [GeneratedRegex(@"^[^\s@<>"",;:]+@[^\s@<>"",;:]+\.[^\s@<>"",;:]+$", RegexOptions.CultureInvariant)]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"^[+(]?[0-9๐-๙][0-9๐-๙ .()\u00A0\u2010-\u2014-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();
}
