using System.Text.RegularExpressions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Reporting;

/// <summary>Knows texts that look like a person's name, telephone or e-mail address.</summary>
internal static partial class PersonalData
{
    /// <summary>What kind of personal data a text holds, or null.</summary>
    public static FindingKind? In(string text) =>
        EMail().IsMatch(text) ? ReportFindings.EMailAddress
        : Telephone().IsMatch(ThaiToArabic(text)) ? ReportFindings.Telephone
        : Person().IsMatch(text) ? ReportFindings.PersonName
        : null;

    private static string ThaiToArabic(string text) =>
        string.Concat(text.Select(character => character is >= '๐' and <= '๙' ? (char)(character - '๐' + '0') : character));

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex EMail();

    // A Thai number has nine digits (02 123 4567) or ten (081-234-5678), or +66 and eight or nine; a hash or a long number is none.
    [GeneratedRegex(@"(?<![0-9A-Za-z.,/-])(?:0[0-9]{1,2}|\+66[ -]?[0-9]{1,2})[ -]?[0-9]{3}[ -]?[0-9]{3,4}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    // A title, a given name and a family name. นายก… is an office (นายกเทศมนตรี); นาง… without a second word is a place (นางรอง).
    [GeneratedRegex(@"(?<![\u0E00-\u0E7F])(?:นาย(?!ก(?:เทศ|องค์|อบ|รัฐ|\s|ฯ))|นางสาว|นาง|น\.\s?ส\.|ว่าที่\s?(?:ร้อย|พัน|ร\.|พ\.)[\u0E00-\u0E7F.]*\s?)\s?[\u0E01-\u0E4E]{2,}\s+[\u0E01-\u0E4E]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Person();
}
