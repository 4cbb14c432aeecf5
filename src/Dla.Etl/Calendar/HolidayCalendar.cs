using Dla.Etl.Definitions;

namespace Dla.Etl.Calendar;

/// <summary>A holiday of civil servants that comes on the same day every year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">Day of the month.</param>
/// <param name="Name">In Thai.</param>
/// <param name="From">First year, common era.</param>
/// <param name="Until">Last year, common era.</param>
/// <param name="Group">Holidays of one group are made up for by one day together; null for one by itself.</param>
public sealed record FixedHoliday(int Month, int Day, string Name, int From, int Until, string? Group);

/// <summary>A holiday of one year.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">In Thai.</param>
/// <param name="Group">As for <see cref="FixedHoliday"/>.</param>
public sealed record DatedHoliday(DateOnly Day, string Name, string? Group);

/// <summary>What was proclaimed for one year.</summary>
/// <param name="Holidays">Those of the moon, the royal ploughing, and what the cabinet added.</param>
/// <param name="Working">Days on which the cabinet had the offices work although they stand among the fixed ones.</param>
public sealed record ProclaimedYear(IReadOnlyList<DatedHoliday> Holidays, IReadOnlySet<DateOnly> Working);

/// <summary>The holidays of civil servants, as <c>templates/calendar/holidays.yaml</c> gives them.</summary>
/// <param name="Fixed">Those with the same day every year.</param>
/// <param name="Years">What was proclaimed, by year of the common era. A year that is not here lacks its holidays of the moon.</param>
/// <param name="SubstitutesFrom">First year, common era, in which a holiday on a Saturday or Sunday is made up for.</param>
public sealed record HolidayCalendar(IReadOnlyList<FixedHoliday> Fixed, IReadOnlyDictionary<int, ProclaimedYear> Years, int SubstitutesFrom)
{
    /// <summary>Where it lies in the templates folder.</summary>
    public const string Path = "calendar/holidays.yaml";

    private const int EraAhead = 543;

    // Asalha and the first day of Lent are neighbours and are made up for by one day together.
    private static readonly (string Key, string Name, string? Group)[] Moon =
    [
        ("makha_bucha", "วันมาฆบูชา", null), ("visakha_bucha", "วันวิสาขบูชา", null),
        ("asalha_bucha", "วันอาสาฬหบูชา", "asalha"), ("buddhist_lent", "วันเข้าพรรษา", "asalha"),
    ];

    /// <summary>Saturdays and Sundays only: for an installation without the file.</summary>
    public static HolidayCalendar Weekends { get; } = new([], new Dictionary<int, ProclaimedYear>(), DateOnly.MaxValue.Year);

    /// <summary>True for <see cref="Weekends"/>.</summary>
    public bool IsWeekendsOnly => Fixed.Count == 0;

    /// <summary>Reads the calendar; without the file only Saturdays and Sundays are holidays, and <see cref="WorkingDays.Lacks"/> says so for every year.</summary>
    /// <exception cref="DefinitionException">Something is wrong with the file; names file, line and key.</exception>
    public static HolidayCalendar Load(DefinitionFiles definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return definitions.Find(Path) is { } file ? Read(definitions.FullPath(Path), file.Text) : Weekends;
    }

    internal static HolidayCalendar Read(string path, string text)
    {
        var map = StrictMap.Load(path, text, "updated", "source", "substitution", "fixed", "years");
        _ = map.Day("updated");
        _ = map.Text("source");
        var substitution = map.Map("substitution", "from", "source");
        _ = substitution.Text("source");
        var years = map.Map("years");
        return new HolidayCalendar(
            [.. map.Maps("fixed", ["day", "name", "from", "until", "group", "source"]).Select(Fix)],
            years.Keys.ToDictionary(key => CommonEra(years, key), key => Proclaimed(years.Map(key, [.. Moon.Select(one => one.Key), "royal_ploughing", "special", "working", "source"]), CommonEra(years, key))),
            Year(substitution, "from"));
    }

    private static FixedHoliday Fix(StrictMap map)
    {
        _ = map.Text("source");
        // Read in a common year: a holiday on 29 February would have no day in most.
        var text = map.Text("day");
        return text is [_, _, '-', _, _]
            && DateOnly.TryParseExact($"2001-{text}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? new FixedHoliday(day.Month, day.Day, map.Text("name"), Year(map, "from"), map.Has("until") ? Year(map, "until") : DateOnly.MaxValue.Year, map.TextOrNull("group"))
            : throw map.Error("day", $"must be month and day as MM-dd, not “{text}”");
    }

    private static ProclaimedYear Proclaimed(StrictMap map, int year)
    {
        _ = map.Text("source");
        var holidays = Moon.Select(one => new DatedHoliday(DayOf(map, one.Key, year), one.Name, one.Group)).ToList();
        if (map.Has("royal_ploughing"))
            holidays.Add(new DatedHoliday(DayOf(map, "royal_ploughing", year), "วันพืชมงคล", null));
        holidays.AddRange(map.Maps("special", ["day", "name"], optional: true).Select(special => new DatedHoliday(DayOf(special, "day", year), special.Text("name"), null)));
        return new ProclaimedYear(holidays, map.Maps("working", ["day", "name"], optional: true).Select(working => DayOf(working, "day", year)).ToHashSet());
    }

    private static DateOnly DayOf(StrictMap map, string key, int year) => map.Day(key) is { } day && day.Year == year
        ? day
        : throw map.Error(key, $"must be a day of {year} (พ.ศ. {year + EraAhead}), not {map.Text(key)}");

    private static int Year(StrictMap map, string key) => map.Whole(key, 2400, 2800) - EraAhead;

    private static int CommonEra(StrictMap years, string key) =>
        int.TryParse(key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 2500 and <= 2700
            ? year - EraAhead
            : throw years.Error(key, "must be a year of the Buddhist era");
}
