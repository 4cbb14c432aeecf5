using System.Globalization;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.Offices;

/// <summary>Everything that arrives in a season, in order of time.</summary>
public static class Deliveries
{
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    /// <summary>The arrivals of a season.</summary>
    public static IReadOnlyList<Arrival> Of(Season season) =>
    [
        .. OfficeTable.All
            .Where(office => !season.Missing.Contains(office.Code))
            .SelectMany(office => From(season, office))
            .OrderBy(arrival => arrival.Received),
    ];

    private static List<Arrival> From(Season season, Office office)
    {
        var spoil = season.Corrected.Province == office.Code ? season.Corrected.Spoil : season.Rejected.GetValueOrDefault(office.Code);
        var first = Make(season, office, 1, FirstTime(season, office.Code), office.Return(season.Year), spoil);
        var arrivals = new List<Arrival> { first };
        if (season.Corrected.Province == office.Code)
            arrivals.Add(Make(season, office, 2, At(season.Corrected.At), office.Return(season.Year), null));
        if (season.Changed.Province == office.Code)
            arrivals.Add(Make(season, office, 2, At(season.Changed.At), Changed(season, office), null) with { Outcome = Outcome.Supersedes });
        if (season.Twice.Province == office.Code)
            arrivals.Add(first with { Received = At(season.Twice.At), Outcome = Outcome.Duplicate });
        return arrivals;
    }

    private static SampleReturn Changed(Season season, Office office) => office.Return(season.Year)
        .With(season.Changed.Item, line => line with { Quantity = line.Quantity * season.Changed.Percent / 100 });

    private static Arrival Make(
        Season season, Office office, int version, DateTimeOffset received, SampleReturn of, Action<DraftWorkbook>? spoil)
    {
        var draft = office.Draw(of);
        spoil?.Invoke(draft);
        return new Arrival(
            received,
            season.Year,
            office.Code,
            string.Create(CultureInfo.InvariantCulture, $"{season.Year}/{office.Province.Slug}-{version}{office.Container.Extension()}"),
            office.AtTop ? "" : office.Province.Folder,
            office.FileName(season.Year),
            spoil is null ? Outcome.Accepted : Outcome.Rejected,
            DateOnly.FromDateTime(received.DateTime) <= season.Deadline,
            office.Save(draft));
    }

    /// <summary>A working hour in the six weeks before the last days of May, unless the season says otherwise.</summary>
    private static DateTimeOffset FirstTime(Season season, int province)
    {
        if (season.At.TryGetValue(province, out var at))
            return At(at);
        var random = new SplitMix(season.Year, province, 31_05);
        var day = season.Deadline.AddDays(-random.Between(8, 44));
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(-1);
        return new DateTimeOffset(day.ToDateTime(new TimeOnly(random.Between(8, 16), random.Between(0, 59), random.Between(0, 59))), Bangkok);
    }

    private static DateTimeOffset At(string local) =>
        new(DateTime.ParseExact(local, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), Bangkok);
}
