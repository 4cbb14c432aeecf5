using System.Data.Common;
using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake;

/// <summary>What is remembered of a file in the drop folder that was not taken yet.</summary>
internal sealed record Sighting(FileStamp Stamp, DateTimeOffset FirstSeenAt, DateTimeOffset SteadySince);

/// <summary>The table <c>sighting</c>: it lets a file settle across runs and keeps the time when it was first seen.</summary>
internal sealed class Sightings(Database database)
{
    /// <summary>Notes what a listing shows and forgets what is gone.</summary>
    /// <returns>By path: when each listed file was first seen and since when it stands still.</returns>
    public IReadOnlyDictionary<string, Sighting> Note(DropListing listing, DateTimeOffset now)
    {
        Dictionary<string, Sighting> known = Read();
        Dictionary<string, Sighting> current = listing.Files.ToDictionary(
            file => file.DropPath, file => See(known.GetValueOrDefault(file.DropPath), file.Stamp, now), StringComparer.Ordinal);
        string[] gone = [.. known.Keys.Where(path => !current.ContainsKey(path) && !listing.IsUnknown(path))];
        KeyValuePair<string, Sighting>[] changed = [.. current.Where(seen => known.GetValueOrDefault(seen.Key) != seen.Value)];
        if (gone.Length + changed.Length > 0) database.Write(lane => Save(lane, gone, changed));
        return current;
    }

    /// <summary>Forgets a file that has been taken; what lies there next is a new delivery.</summary>
    public static void Forget(WriteLane lane, string dropPath) => lane.Execute("DELETE FROM sighting WHERE path = @dropPath", new { dropPath });

    private static Sighting See(Sighting? before, FileStamp stamp, DateTimeOffset now)
    {
        if (before is null) return new(stamp, now, now);
        // A clock that was set back must not keep a file waiting until it has caught up.
        bool steady = before.Stamp == stamp && before.SteadySince <= now;
        return before with { Stamp = stamp, SteadySince = steady ? before.SteadySince : now };
    }

    private Dictionary<string, Sighting> Read()
    {
        using DbConnection connection = database.Read();
        return connection.Query<Row>(
                "SELECT path AS Path, size AS Size, modified_at AS ModifiedAt, first_seen_at AS FirstSeenAt, steady_since AS SteadySince FROM sighting")
            .ToDictionary(row => row.Path, row => row.AsSighting(), StringComparer.Ordinal);
    }

    private static void Save(WriteLane lane, IEnumerable<string> gone, IEnumerable<KeyValuePair<string, Sighting>> changed)
    {
        foreach (string path in gone) Forget(lane, path);
        foreach ((string path, Sighting seen) in changed)
        {
            lane.Execute(
                """
                INSERT INTO sighting (path, size, modified_at, first_seen_at, steady_since)
                VALUES (@path, @Size, @modified, @firstSeen, @steady)
                ON CONFLICT (path) DO UPDATE SET
                  size = excluded.size, modified_at = excluded.modified_at,
                  first_seen_at = excluded.first_seen_at, steady_since = excluded.steady_since
                """,
                new
                {
                    path, seen.Stamp.Size, modified = Instants.Text(seen.Stamp.ModifiedAt),
                    firstSeen = Instants.Text(seen.FirstSeenAt), steady = Instants.Text(seen.SteadySince),
                });
        }
    }

    private sealed record Row(string Path, long Size, string ModifiedAt, string FirstSeenAt, string SteadySince)
    {
        public Sighting AsSighting() =>
            new(new(Size, Instants.Parse(ModifiedAt)), Instants.Parse(FirstSeenAt), Instants.Parse(SteadySince));
    }
}
