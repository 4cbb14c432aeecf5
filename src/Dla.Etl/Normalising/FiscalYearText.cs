using System.Globalization;
using System.Text.RegularExpressions;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>Finds the fiscal year that a title or a line of a form names.</summary>
public static partial class FiscalYearText
{
    /// <summary>The year after ปีงบประมาณ, ประจำปี or ปี, with or without พ.ศ.; null when the text names none (a dotted line to fill in, a date).</summary>
    /// <remarks>Fails when the text names several different years or one outside 2540–2640. Two digits are read as 25xx and noted; a common-era year is the year in which the fiscal year ends.</remarks>
    public static Parsed<FiscalYear>? Find(string text)
    {
        var noted = default(Noted);
        var clean = ThaiText.Clean(text);
        noted.Add(clean.Tolerances);
        if (ThaiDigits.ContainsThai(clean.Value))
            noted.Add(Tolerances.ThaiDigits);
        var years = new SortedSet<int>();
        foreach (Match match in Years().Matches(ThaiDigits.ToArabic(clean.Value)))
        {
            years.Add(BuddhistEra(match.Groups["year"].Value, ref noted));
            if (match.Groups["until"].Success)
                years.Add(BuddhistEra(match.Groups["until"].Value, ref noted));
        }

        if (years.Count == 0)
            return null;
        if (years.Count > 1)
            return Parsed<FiscalYear>.Failed($"ระบุปีไว้หลายปี ({string.Join(", ", years)})");
        return years.Min is >= FiscalYear.First and <= FiscalYear.Last
            ? Parsed<FiscalYear>.Ok(FiscalYear.FromBuddhistEra(years.Min), noted.All)
            : Parsed<FiscalYear>.Failed($"ปี {years.Min} อยู่นอกช่วง พ.ศ. {FiscalYear.First}–{FiscalYear.Last}");
    }

    private static int BuddhistEra(string digits, ref Noted noted)
    {
        var year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (digits.Length == 2)
            noted.Add(Tolerances.TwoDigitYear);
        else if (year is >= 1900 and < 2400)
            noted.Add(Tolerances.CommonEraYear);
        return (digits.Length, year) switch
        {
            (2, _) => 2500 + year,
            (_, >= 1900 and < 2400) => year + 543,
            _ => year,
        };
    }

    // "5 ปี 2566" counts years before it names one: a number before ปี is no introduction of a year.
    [GeneratedRegex("(?<![0-9] ?)ปี ?(งบประมาณ|งบฯ|งบ)? ?\\.? ?([พค]\\. ?ศ\\.?|พศ\\.?|คศ\\.?)? ?(?<year>[0-9]{4}|[0-9]{2})(?![0-9,]|\\.[0-9]| ?(แห่ง|คน|วัน|ครั้ง|เดือน|ปี))( ?[-–—] ?(?<until>[0-9]{4})(?![0-9]))?")]
    private static partial Regex Years();
}
