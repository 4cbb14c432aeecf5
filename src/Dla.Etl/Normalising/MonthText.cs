using System.Globalization;
using System.Text.RegularExpressions;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>A month that a text names.</summary>
/// <param name="Month">1–12.</param>
/// <param name="Period">With its fiscal year when the text names the calendar year; null for the month alone.</param>
/// <param name="Day">1–31 when the text names a whole date, which may be the day of drawing up and not of the figures; else null.</param>
public readonly record struct NamedMonth(int Month, Period? Period, int? Day = null);

/// <summary>Finds the month that a line of a form or a name is about.</summary>
public static partial class MonthText
{
    // The two spellings of a name: มกราคม, ม.ค. – and, only where a month is expected, มค: that is มหาสารคาม elsewhere (DOMAIN §2.3).
    private static readonly string Dotted = Names(withoutDots: false);

    private static readonly Regex InNames = Pattern("(?<![0-9] ?)", Dotted),
        WhereExpected = Pattern("(?:(?<![0-9])(?<day>0?[1-9]|[12][0-9]|3[01]) ?(?:เดือน ?)?)?", Names(withoutDots: true));

    /// <summary>The month of a text behind words that introduce one, for example of <c>พฤษภาคม 2566</c>, <c>พค. 66</c>, <c>31/5/2566</c>; null when there is none.</summary>
    /// <remarks>Of a span (ตุลาคม 2565 ถึงพฤษภาคม 2566) it is the last; beside a month without a day whole dates do not count. Fails when the text names several months otherwise, or a year that is none.</remarks>
    public static Parsed<NamedMonth>? Find(string text) => Find(text, WhereExpected, dates: true);

    /// <summary>The month that the name of a sheet or file has in full or with dots, for example <c>เบิกจ่าย พ.ค. 66</c>; null when there is none. A whole date (5 มิ.ย. 66) is the day of sending and does not count.</summary>
    public static Parsed<NamedMonth>? FindInName(string name) => Find(name, InNames, dates: false);

    private static Parsed<NamedMonth>? Find(string text, Regex names, bool dates)
    {
        var plain = ThaiDigits.ToArabic(ThaiText.Clean(text).Value);
        var found = names.Matches(plain).Select(match => (Match: match, Named: Named(match, ThaiMonths.Parse(match.Groups["month"].Value).Value)))
            .Concat((dates ? Numeric().Matches(plain).AsEnumerable() : []).Select(match => (Match: match, Named: Named(match, Number(match.Groups["month"])))))
            .OrderBy(one => one.Match.Index).ToList();
        if (found.Count == 0)
            return null;
        if (found.Find(one => !one.Named.Succeeded) is { Named.Reason: { Length: > 0 } reason })
            return Parsed<NamedMonth>.Failed(reason);
        var last = found[^1];
        if (found.Count == 2 && Joined().IsMatch(plain[(found[0].Match.Index + found[0].Match.Length)..last.Match.Index]))
            return last.Named;
        if (found.Exists(one => one.Named.Value.Day is null))
            found.RemoveAll(one => one.Named.Value.Day is not null);
        var months = found.Select(one => one.Named.Value).DistinctBy(month => (month.Month, month.Period)).ToList();
        return months.Count == 1 || Span().IsMatch(plain[found[0].Match.Index..found[^1].Match.Index])
            ? found[^1].Named
            : Parsed<NamedMonth>.Failed($"ระบุไว้หลายเดือน ({string.Join(", ", months.Select(month => ThaiMonths.Name(month.Month)))})");
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static Parsed<NamedMonth> Named(Match match, int month)
    {
        var (year, day) = (match.Groups["year"].Value, match.Groups["day"] is { Success: true } digits ? Number(digits) : (int?)null);
        if (month is < 1 or > 12)
            return Parsed<NamedMonth>.Failed($"ไม่มีเดือนที่ {month}");
        if (year.Length == 0)
            return Parsed<NamedMonth>.Ok(new NamedMonth(month, null, day));
        var number = int.Parse(year, CultureInfo.InvariantCulture);
        var buddhist = year.Length == 2 ? 2500 + number : number is >= 1900 and < 2400 ? number + 543 : number;
        return buddhist is > FiscalYear.First and < FiscalYear.Last
            ? Parsed<NamedMonth>.Ok(new NamedMonth(month, Period.MonthOf(new DateOnly(buddhist - 543, month, 1)), day))
            : Parsed<NamedMonth>.Failed($"ปี {year} อยู่นอกช่วง พ.ศ. {FiscalYear.First}–{FiscalYear.Last}");
    }

    private static string Names(bool withoutDots) => string.Join('|', Enumerable.Range(1, 12).SelectMany(month => new[]
    {
        ThaiMonths.Name(month),
        Regex.Escape(ThaiMonths.Abbreviation(month)).Replace(@"\.", withoutDots ? @"\.? ?" : @"\. ?", StringComparison.Ordinal),
    }));

    private static Regex Pattern(string before, string names) => new(
        $@"{before}(?:(?<![ก-๎])|(?<=เดือน)|(?<=ถึง)|(?<=และ))(?<month>{names})(?![ก-๎])(?: ?(?:พ\. ?ศ\.?|พศ\.?|ค\. ?ศ\.?))? ?(?<year>[0-9]{{4}}|[0-9]{{2}})?(?![0-9])", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"(?<![0-9/.-])(?<day>[0-9]{1,2})(?<sep>[/.-])(?<month>[0-9]{1,2})\k<sep>(?<year>[0-9]{4}|[0-9]{2})(?![0-9/.-])", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    // A span right from the first to the last, of which either may be a whole date.
    [GeneratedRegex("^ ?(?:ถึง|[-–—]) ?(?:วันที่ ?|เดือน ?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    [GeneratedRegex("ถึง|[-–—]", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
