namespace Dla.Etl.EndToEnd.Kills;

/// <summary>A drop folder of forty-odd sample files: two years, a changed return, the same bytes twice, spoilt ones.</summary>
public static class DroppedSamples
{
    // File, and where it lies in the drop folder. Their times go up in this order, so that any two runs take them in it.
    private static readonly List<(string File, string Drop)> Files = [.. Chosen()];

    /// <summary>How many.</summary>
    public static int Count => Files.Count;

    /// <summary>Their drop paths.</summary>
    public static IEnumerable<string> Paths => Files.Select(file => file.Drop);

    /// <summary>Puts them into the drop folder of a workspace.</summary>
    public static void Into(string workspace)
    {
        var time = new DateTime(2021, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var (file, drop) in Files)
        {
            var target = Path.Combine(workspace, "drop", drop);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Repository.Samples, file), target);
            File.SetLastWriteTimeUtc(target, time = time.AddMinutes(1));
        }
    }

    private static IEnumerable<(string File, string Drop)> Chosen()
    {
        var rows = Demo.DemoWorkspace.Arrivals.Where(row => row.IsQuantities);
        bool Wanted(Demo.ArrivalRow row) => row is { Year: 2563, Province: <= 50 } or { Year: 2564, Province: >= 40 and <= 50 };
        // A name of its own for each: the resent and the changed return come under the name of the first.
        return rows.Where(Wanted).Select((row, index) => (row.File, $"{row.Folder}/{index:000} {row.DeliverAs}".TrimStart('/')));
    }
}
