using System.Text.RegularExpressions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Reporting;

/// <summary>Knows texts that look like a person's name, telephone or e-mail address.</summary>
internal static partial class PersonalData
{
    private const string Hidden = "(ไม่แสดงข้อมูลส่วนบุคคล)";

    /// <summary>What kind of personal data a text holds, or null.</summary>
    public static FindingKind? In(string text) =>
        EMail().IsMatch(text) ? ReportFindings.EMailAddress
        : HasTelephone(ThaiToArabic(text)) ? ReportFindings.Telephone
        : Person().IsMatch(text) ? ReportFindings.PersonName
        : null;

    /// <summary>A text without what <see cref="In"/> finds in it: names of projects name the people at whose houses a road begins.</summary>
    public static string Masked(string text)
    {
        if (In(text) is null)
            return text;
        var masked = Person().Replace(EMail().Replace(text, Hidden), Hidden);
        masked = In(masked) is null ? masked : Number().Replace(AfterTheWord().Replace(ThaiToArabic(masked), Hidden), Hidden);
        return In(masked) is null ? masked : Hidden;
    }

    // A Thai number has nine digits (02 123 4567) or ten (081-234-5678), from abroad +66 instead of the nought.
    private static bool HasTelephone(string text) =>
        AfterTheWord().IsMatch(text) || Number().Matches(text).Any(match => match.ValueSpan[0] == '+'
            ? match.Value.Count(char.IsAsciiDigit) is 10 or 11
            : match.Value.Count(char.IsAsciiDigit) is 9 or 10);

    private static string ThaiToArabic(string text) =>
        string.Concat(text.Select(character => character is >= '๐' and <= '๙' ? (char)(character - '๐' + '0') : character));

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex EMail();

    // 02 241 9000, 0 2241 9000, 0-2241-9000, 08 1234 5678, (02) 241-9000: groups of three to five digits behind one to three that begin with nought.
    // Shorter groups are dates (01-05-2564); points and slashes make decimals and document numbers; a hash or a longer number is none.
    [GeneratedRegex(
        @"(?<![0-9A-Za-z.,/-])(?:\+66[ \u00A0-]?(?:\(0\)[ \u00A0]?)?[0-9]{1,2}|0[0-9]{0,2})\)?(?:[ \u00A0]?[-\u2010-\u2014][ \u00A0]?|[ \u00A0]{0,2})[0-9]{3,5}(?:[ \u00A0]?[-\u2010-\u2014][ \u00A0]?|[ \u00A0]{0,2})[0-9]{3,5}(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // An internal number has no nought before it. โทรทัศน์ and โทรคมนาคม are other words; one or two digits count telephones.
    [GeneratedRegex(
        @"(?:โทร(?:ศัพท์|สาร)?|มือถือ)(?:เคลื่อนที่|มือถือ|ภายใน)?[\s.:ฯ]*(?:หมายเลข|เบอร์|สายใน|ภายใน|ต่อ|กด)?[\s.:]*\(?\+?[0-9](?:[\s-]?[0-9]){2}", RegexOptions.CultureInvariant)]
    private static partial Regex AfterTheWord();

    // A title, a given name and a family name. นายก… is an office (นายกเทศมนตรี); นาง… without a second word is a place (นางรอง).
    [GeneratedRegex(@"(?<![\u0E00-\u0E7F])(?:นาย(?!ก(?:เทศ|องค์|อบ|รัฐ|\s|ฯ))|นางสาว|นาง|น\.\s?ส\.|ว่าที่\s?(?:ร้อย|พัน|ร\.|พ\.)[\u0E00-\u0E7F.]*\s?)\s?[\u0E01-\u0E4E]{2,}\s+[\u0E01-\u0E4E]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Person();
}
