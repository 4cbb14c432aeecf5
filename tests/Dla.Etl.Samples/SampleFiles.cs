using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Dla.Etl.Samples.Cases;
using Dla.Etl.Samples.Costs;
using Dla.Etl.Samples.LocalGrants;
using Dla.Etl.Samples.Offices;
using Dla.Etl.Samples.Registry;

namespace Dla.Etl.Samples;

/// <summary>Every generated file under <c>testdata</c>: relative path with <c>/</c>, and bytes.</summary>
public static class SampleFiles
{
    private const string Folder = "samples/unit-cost-quantity/";

    /// <summary>All files, always the same.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> All()
    {
        var arrivals = Season.All.SelectMany(Deliveries.Of).ToList();
        foreach (var arrival in arrivals.DistinctBy(arrival => arrival.File))
            yield return new(Folder + arrival.File, arrival.Content);
        yield return new(Folder + "arrivals.csv", Plan(arrivals));
        foreach (var file in CaseFiles.All().Concat(CostSamples.All()).Concat(CostArrivals.All()).Concat(CostCaseFiles.All()).Concat(RegistryFiles.All())
            .Concat(Plans.PlanSamples.All()).Concat(Plans.ProgressSamples.All()).Concat(GrantCaseFiles.All()).Concat(GrantSeason.Files()))
            yield return file;
    }

    private static byte[] Plan(IEnumerable<Arrival> arrivals)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            foreach (var name in new[] { "received", "fiscal_year", "province", "file", "folder", "deliver_as", "outcome", "timing" })
                csv.WriteField(name);
            csv.NextRecord();
            foreach (var arrival in arrivals)
                Row(csv, arrival);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Row(CsvWriter csv, Arrival arrival)
    {
        csv.WriteField(arrival.Received.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        csv.WriteField(arrival.Year);
        csv.WriteField(arrival.Province);
        csv.WriteField(arrival.File);
        csv.WriteField(arrival.Folder);
        csv.WriteField(arrival.DeliveredAs);
        csv.WriteField(arrival.Outcome.ToString().ToLowerInvariant());
        csv.WriteField(arrival.OnTime ? "on-time" : "late");
        csv.NextRecord();
    }
}
