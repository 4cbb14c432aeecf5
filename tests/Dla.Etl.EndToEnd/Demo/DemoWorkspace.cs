using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration.Attributes;

namespace Dla.Etl.EndToEnd.Demo;

/// <summary>The demo, run once in a process of its own; tests that change something take a copy.</summary>
public sealed class DemoWorkspace : IDisposable
{
    private readonly Place _place = new();

    public DemoWorkspace() => Run = DlaEtl.Run("demo", "--workspace", Path);

    /// <summary>What the demo said.</summary>
    public CliRun Run { get; }

    /// <summary>Its workspace.</summary>
    public string Path => _place["workspace"];

    /// <summary>What should have come of what was dropped.</summary>
    public static IReadOnlyList<ArrivalRow> Arrivals { get; } = [.. ArrivalRow.All().Where(row => !ByMail.Contains(row.File))];

    /// <summary>The sample files that come by mail and not by the folder.</summary>
    public static IReadOnlySet<string> ByMail => System.IO.File.ReadLines(System.IO.Path.Combine(Repository.Root, "testdata", "samples", "mails.csv"))
        .Where(line => line.StartsWith(',')).Select(line => line.Split(',')[1]).ToHashSet();

    /// <summary>The report of a year.</summary>
    public string Report(int year) => System.IO.Path.Combine(Path, "reports", $"สรุปปริมาณต้นทุนต่อหน่วยผลผลิต-{year}.xlsx");

    /// <summary>The unit-cost tables of a year.</summary>
    public string Tables(int year) => System.IO.Path.Combine(Path, "reports", $"ต้นทุนต่อหน่วยผลผลิต-ตารางที่ 1-12-{year}.xlsx");

    /// <summary>A copy of its own for a test that changes something.</summary>
    public Place Copy()
    {
        var copy = new Place();
        Place.Copy(Path, copy["workspace"]);
        return copy;
    }

    public void Dispose() => _place.Dispose();
}

/// <summary>Tests on one demo.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<DemoWorkspace>
{
    public const string Name = "demo";
}

/// <summary>A line of <c>arrivals.csv</c>.</summary>
public sealed record ArrivalRow
{
    [Name("received")]
    public string Received { get; init; } = "";

    [Name("fiscal_year")]
    public int Year { get; init; }

    [Name("province")]
    public int Province { get; init; }

    /// <summary>The province's code, or 00 for the department.</summary>
    [Ignore]
    public string Unit => Province.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>The folder that <see cref="File"/> is relative to.</summary>
    [Ignore]
    public string Samples { get; init; } = "";

    /// <summary>The sample.</summary>
    [Ignore]
    public string FullPath => System.IO.Path.Combine(Samples, File);

    /// <summary>True for a return of the provinces' quantities.</summary>
    [Ignore]
    public bool IsQuantities => System.IO.Path.GetFileName(Samples) == "unit-cost-quantity";

    [Name("file")]
    public string File { get; init; } = "";

    [Name("folder")]
    public string Folder { get; init; } = "";

    [Name("deliver_as")]
    public string DeliverAs { get; init; } = "";

    [Name("outcome")]
    public string Outcome { get; init; } = "";

    [Name("timing")]
    public string Timing { get; init; } = "";

    /// <summary>Where it is dropped.</summary>
    [Ignore]
    public string DropPath => Folder.Length == 0 ? DeliverAs : $"{Folder}/{DeliverAs}";

    /// <summary>As the warehouse writes instants.</summary>
    [Ignore]
    public string ReceivedUtc => DateTimeOffset.Parse(Received, CultureInfo.InvariantCulture).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The verdict that the warehouse must hold; a warning does not hinder loading.</summary>
    [Ignore]
    public string Verdict => Outcome is "accepted" or "supersedes" ? "loaded" : Outcome;

    internal static List<ArrivalRow> All() =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "testdata", "samples"), "arrivals.csv", SearchOption.AllDirectories).SelectMany(Read),
    ];

    private static List<ArrivalRow> Read(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<ArrivalRow>().Select(row => row with { Samples = System.IO.Path.GetDirectoryName(file)! })];
    }
}
