using System.Collections.Concurrent;

namespace Dla.Etl.Calendar;

/// <summary>Which days are working days of civil servants, and counting by them. Deadlines are not moved by it (DOMAIN §8); only what is said before and after them is timed by working days.</summary>
/// <param name="calendar">The holidays.</param>
public sealed class WorkingDays(HolidayCalendar calendar)
{
    private readonly ConcurrentDictionary<int, IReadOnlyDictionary<DateOnly, string>> _years = new();

    /// <summary>True when the offices are open on a day.</summary>
    public bool IsWorkingDay(DateOnly day) => !IsWeekend(day) && HolidayOn(day) is null;

    /// <summary>The Thai name of the holiday or of what a day makes up for (ชดเชย…); null on other days, an ordinary Saturday or Sunday among them.</summary>
    public string? HolidayOn(DateOnly day) => _years.GetOrAdd(day.Year, Of).GetValueOrDefault(day);

    /// <summary>True when the holidays of the moon of a year (common era) are not entered, so that it has more working days here than in truth.</summary>
    public bool Lacks(int year) => !calendar.Years.ContainsKey(year);

    /// <summary>Goes from a day by working days: the n-th one after it, before it when <paramref name="count"/> is negative, the day itself for 0, whatever day it is.</summary>
    public DateOnly Add(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
                left--;
        }

        return day;
    }

    /// <summary>How many working days lie after one day, up to and with another; 0 when that is not later.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkingDay(day))
                count++;
        return count;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // 31 December is made up for in the next year, before the 1 January of that year is; no other holiday of December comes so late.
    private Dictionary<DateOnly, string> Of(int year)
    {
        var (own, december) = (Named(year), Named(year - 1).Where(one => one.Day.Month == 12).ToList());
        var days = own.ToDictionary(one => one.Day, one => one.Name);
        var taken = new HashSet<DateOnly>(days.Keys.Concat(december.Select(one => one.Day)));
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var holiday in december.Concat(own).Where(one => IsWeekend(one.Day)))
        {
            if (holiday.Day.Year < calendar.SubstitutesFrom || (holiday.Group is { } group && !made.Add(group)))
                continue;
            var instead = holiday.Day.AddDays(1);
            while (IsWeekend(instead) || taken.Contains(instead))
                instead = instead.AddDays(1);
            taken.Add(instead);
            if (instead.Year == year)
                days[instead] = $"ชดเชย{holiday.Name}";
        }

        return days;
    }

    // One line a day: two holidays on one day are made up for by one.
    private List<DatedHoliday> Named(int year)
    {
        var proclaimed = calendar.Years.GetValueOrDefault(year);
        return
        [
            .. calendar.Fixed.Where(one => year >= one.From && year <= one.Until).Select(one => new DatedHoliday(new DateOnly(year, one.Month, one.Day), one.Name, one.Group))
                .Concat(proclaimed?.Holidays ?? [])
                .Where(one => proclaimed?.Working.Contains(one.Day) != true)
                .GroupBy(one => one.Day).OrderBy(day => day.Key)
                .Select(day => day.First() with { Name = string.Join(" และ", day.Select(one => one.Name).Distinct(StringComparer.Ordinal)) }),
        ];
    }
}
