using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration.Attributes;

namespace Dla.Etl.Cli.Demo;

/// <summary>A sample file and when it came, a line of <c>arrivals.csv</c>.</summary>
internal sealed record DemoArrival
{
    [Name("received")]
    public string Received { get; init; } = "";

    [Name("file")]
    public string File { get; init; } = "";

    [Name("folder")]
    public string Folder { get; init; } = "";

    [Name("deliver_as")]
    public string DeliverAs { get; init; } = "";

    [Ignore]
    public string Samples { get; init; } = "";

    /// <summary>How it comes by mail; null for one that is dropped.</summary>
    [Ignore]
    public DemoMail? Mail { get; init; }

    [Ignore]
    public DateTimeOffset ReceivedAt => DateTimeOffset.ParseExact(Received, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Where it is dropped, relative to the drop folder.</summary>
    [Ignore]
    public string DropPath => Folder.Length == 0 ? DeliverAs : Path.Combine(Folder, DeliverAs);

    /// <summary>All arrivals of all forms in order of time, those by mail among them.</summary>
    public static IReadOnlyList<DemoArrival> All(string samples)
    {
        var mails = DemoMail.All(samples);
        var dropped = Directory.EnumerateFiles(samples, "arrivals.csv", SearchOption.AllDirectories).SelectMany(Read).ToList();
        var byMail = mails.Where(mail => mail.Received.Length == 0).ToDictionary(mail => mail.File, StringComparer.Ordinal);
        return
        [
            .. dropped.Select(arrival => arrival with { Mail = byMail.GetValueOrDefault(arrival.File) })
                .Concat(mails.Where(mail => mail.Received.Length > 0).Select(mail => ByMailAlone(mail, samples, dropped)))
                .OrderBy(arrival => arrival.ReceivedAt).ThenBy(arrival => arrival.File, StringComparer.Ordinal),
        ];
    }

    // A message of the corpus, or a sample that is sent once more by somebody else.
    private static DemoArrival ByMailAlone(DemoMail mail, string samples, List<DemoArrival> dropped) =>
        (dropped.FirstOrDefault(arrival => arrival.File == mail.File) ?? new DemoArrival { File = mail.File, Samples = samples }) with { Received = mail.Received, Mail = mail };

    private static List<DemoArrival> Read(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<DemoArrival>().Select(arrival => arrival with { Samples = Path.GetDirectoryName(file)! })];
    }
}
