using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>Prints periods for people, in Arabic digits.</summary>
public static class ThaiPeriods
{
    /// <summary><c>ปีงบประมาณ พ.ศ. 2564</c>, <c>พฤษภาคม พ.ศ. 2566</c>.</summary>
    public static string Name(Period period) => period.Month is null ? $"{Label(period)} {Value(period)}" : Value(period);

    /// <summary>As it stands in a sentence: <c>ปีงบประมาณ พ.ศ. 2564</c>, <c>เดือนพฤษภาคม พ.ศ. 2566</c>.</summary>
    public static string Called(Period period) => period.Month is null ? Name(period) : $"{Label(period)}{Value(period)}";

    /// <summary>What a form calls it before its value: <c>ปีงบประมาณ</c>, <c>เดือน</c>.</summary>
    public static string Label(Period period) => period.Month is null ? "ปีงบประมาณ" : "เดือน";

    /// <summary><c>พ.ศ. 2564</c>, <c>พฤษภาคม พ.ศ. 2566</c>.</summary>
    public static string Value(Period period) =>
        period.Month is { } month ? $"{ThaiMonths.Name(month)} พ.ศ. {ThaiDates.BuddhistYear(period.LastDay)}" : $"พ.ศ. {period}";

    /// <summary>For a narrow place: <c>2564</c>, <c>พ.ค. 66</c>.</summary>
    public static string Short(Period period) =>
        period.Month is { } month ? $"{ThaiMonths.Abbreviation(month)} {(ThaiDates.BuddhistYear(period.LastDay) % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture)}" : period.ToString();
}
