using System.Globalization;
using System.Text.RegularExpressions;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>Reads a day as offices write it. Day before month always; years from 2400 on are of the Buddhist era, 1900–2399 of the common era. Source: DOMAIN §6.4, §6.5.</summary>
public static partial class DateText
{
    // 1 January 2400: dates at or after it were typed in the Buddhist era; before 1957 a plain number is a year or a count, not a date.
    private const double FirstBuddhistSerial = 182_623, FirstPlausibleSerial = 20_821, AfterLastSerial = 2_958_466;

    /// <summary>The day of a date cell, of a number cell in a date column, or of text.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="near">The fiscal year of the return, to judge years of two digits by; null when unknown.</param>
    /// <exception cref="ArgumentException">The cell is missing: ask <see cref="CellContent.IsMissing"/> first.</exception>
    public static Parsed<DateOnly> Parse(RawCell cell, FiscalYear? near = null)
    {
        CellContent.ThrowIfMissing(cell);
        return cell.Kind switch
        {
            RawCellKind.Date => Stored((DateTime)cell.Value!),
            RawCellKind.Number => Serial((double)cell.Value!),
            RawCellKind.Text => Parse((string)cell.Value!, near),
            _ => Failed(CellContent.Obstacle(cell)!),
        };
    }

    /// <summary>The day of a text such as <c>31 พ.ค. 2564</c>, <c>วันที่ ๓๑ พฤษภาคม พ.ศ. ๒๕๖๔</c>, <c>ลว. 31/5/64</c> or <c>2021-05-31</c>.</summary>
    public static Parsed<DateOnly> Parse(string text, FiscalYear? near = null)
    {
        var noted = default(Noted);
        var clean = ThaiText.Clean(text);
        noted.Add(clean.Tolerances);
        if (ThaiDigits.ContainsThai(clean.Value))
            noted.Add(Tolerances.ThaiDigits);
        var plain = Introduction().Replace(ThaiDigits.ToArabic(clean.Value), "");
        var withoutTime = Time().Replace(plain, "");
        if (withoutTime.Length < plain.Length)
            noted.Add(Tolerances.TimeDropped);
        return Written(withoutTime, clean.Value, near, ref noted);
    }

    private static Parsed<DateOnly> Written(string text, string asWritten, FiscalYear? near, ref Noted noted)
    {
        var match = DayMonthYear().Match(text);
        if (!match.Success)
            match = YearMonthDay().Match(text);
        if (!match.Success)
            match = DayNameYear().Match(text);
        if (!match.Success)
            return Failed($"“{asWritten}” ไม่ใช่วันที่");
        var month = MonthOf(match.Groups["month"].Value);
        if (!month.Succeeded)
            return Failed(month.Reason);
        noted.Add(month.Tolerances);
        var year = DateYear.Parse(match.Groups["year"].Value, match.Groups["era"].Value, near);
        if (!year.Succeeded)
            return Failed(year.Reason);
        noted.Add(year.Tolerances);
        var day = int.Parse(match.Groups["day"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return month.Value is < 1 or > 12
            ? Failed($"ไม่มีเดือนที่ {month.Value} (อ่านตามลำดับ วัน/เดือน/ปี)")
            : Existing(year.Value, month.Value, day, asWritten, noted);
    }

    private static Parsed<int> MonthOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? Parsed<int>.Ok(number)
        : ThaiMonths.Parse(text.Trim(' ', '/', '-'));

    private static Parsed<DateOnly> Existing(int year, int month, int day, string asWritten, Noted noted) =>
        day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Parsed<DateOnly>.Ok(new DateOnly(year, month, day), noted.All)
            : Failed($"วันที่ “{asWritten}” ไม่มีอยู่ในปฏิทิน");

    private static Parsed<DateOnly> Serial(double serial) => serial is >= FirstPlausibleSerial and < AfterLastSerial
        ? Stored(DateTime.FromOADate(serial))
        : Failed($"ตัวเลข {serial.ToString(CultureInfo.InvariantCulture)} ไม่ใช่วันที่");

    private static Parsed<DateOnly> Stored(DateTime moment)
    {
        var noted = default(Noted);
        if (moment.TimeOfDay != TimeSpan.Zero)
            noted.Add(Tolerances.TimeDropped);
        var buddhist = moment.Date >= DateTime.FromOADate(FirstBuddhistSerial);
        if (buddhist)
            noted.Add(Tolerances.BuddhistSerial);
        var asStored = moment.ToString("d/M/yyyy", CultureInfo.InvariantCulture);
        return Existing(buddhist ? moment.Year - 543 : moment.Year, moment.Month, moment.Day, asStored, noted);
    }

    private static Parsed<DateOnly> Failed(string reason) => Parsed<DateOnly>.Failed(reason);

    [GeneratedRegex("^(ณ ?)?((ลงวันที่|ลว\\.?|วันที่|วัน(จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์) ?ที่) ?)+")]
    private static partial Regex Introduction();

    [GeneratedRegex("(?<=[0-9])(,| |T)( ?เวลา)? ?[0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2})?( ?น\\.?)?$")]
    private static partial Regex Time();

    [GeneratedRegex("^(?<day>[0-9]{1,2}) ?(?<sep>[/.-]) ?(?<month>[0-9]{1,2}) ?\\k<sep> ?(?<year>[0-9]+)$")]
    private static partial Regex DayMonthYear();

    [GeneratedRegex("^(?<year>[0-9]{4})(?<sep>[/.-])(?<month>[0-9]{1,2})\\k<sep>(?<day>[0-9]{1,2})$")]
    private static partial Regex YearMonthDay();

    [GeneratedRegex("^(?<day>[0-9]{1,2})[ /-]*(เดือน)? ?(?<month>[ก-๎. ]+?)[ /-]*(?<era>[พค]\\. ?ศ\\.?|พศ\\.?|คศ\\.?)? ?(?<year>[0-9]+)$")]
    private static partial Regex DayNameYear();
}
