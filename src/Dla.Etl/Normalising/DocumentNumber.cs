using System.Globalization;
using System.Text.RegularExpressions;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>The number of an official letter: <c>ที่ มท ๐๘๐๓.๓/ว ๙๕๙</c>. Source: DOMAIN §2.4.</summary>
/// <param name="Sender">Two letters: มท for the department, or the abbreviation of a province.</param>
/// <param name="Office">Four digits; 0023 is a provincial office of local administration (สถจ.).</param>
/// <param name="Group">Digits of the group within the office, or null.</param>
/// <param name="IsCircular">True when ว stands before the number.</param>
/// <param name="Number">The running number.</param>
public readonly partial record struct DocumentNumber(string Sender, string Office, string? Group, bool IsCircular, int Number)
{
    /// <summary>The office number that every สถจ. has.</summary>
    public const string ProvincialOffice = "0023";

    /// <summary>Reads it in Thai or Arabic digits, with or without ที่, with <c>ว ๒๓๖</c>, <c>ว.๓๕๕</c> or <c>ว355</c>; fails on anything else.</summary>
    public static Parsed<DocumentNumber> Parse(string text)
    {
        var clean = ThaiText.Clean(text);
        var match = Written().Match(ThaiDigits.ToArabic(clean.Value));
        if (!match.Success || !int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None,
            CultureInfo.InvariantCulture, out var number))
            return Parsed<DocumentNumber>.Failed($"“{clean.Value}” ไม่ใช่เลขที่หนังสือราชการ");
        var group = match.Groups["group"];
        return Parsed<DocumentNumber>.Ok(
            new DocumentNumber(match.Groups["sender"].Value, match.Groups["office"].Value, group.Success ? group.Value : null, match.Groups["circular"].Success, number),
            ThaiDigits.ContainsThai(clean.Value) ? [.. clean.Tolerances, Tolerances.ThaiDigits] : clean.Tolerances);
    }

    /// <summary>As printed, in Arabic digits: <c>ที่ มท 0803.3/ว 959</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"ที่ {Sender} {Office}{(Group is null ? "" : "." + Group)}/{(IsCircular ? "ว " : "")}{Number}");

    [GeneratedRegex("^(ที่ ?)?(?<sender>[ก-ฮ]{2}) ?(?<office>[0-9]{4})(\\.(?<group>[0-9]+))? ?/ ?((?<circular>ว)\\.? ?)?(?<number>[0-9]+)$")]
    private static partial Regex Written();
}
