using System.Security.Cryptography;
using Dla.Etl.ProofTests.Machines;
using Dla.Etl.ProofTests.Senders;

namespace Dla.Etl.ProofTests.Judging;

/// <summary>Whether everything that was sent came through once, and nothing is left in the way.</summary>
/// <param name="plant">The installation, its hosts stopped.</param>
public sealed class Whole(Plant plant)
{
    // What was decided about a year or the one before it makes the report of the year due.
    private const string ReportsDue =
        """
        SELECT count(*) FROM (SELECT DISTINCT fiscal_year AS year FROM outcome WHERE fiscal_year IS NOT NULL) y
        WHERE (SELECT max(sequence) FROM outcome WHERE fiscal_year IN (y.year, y.year - 1))
          > coalesce((SELECT max(as_of_sequence) FROM report_written WHERE fiscal_year = y.year), 0)
        """;

    private const string YearsToConsolidate =
        """
        SELECT count(*) FROM (SELECT form, fiscal_year, max(sequence) AS last FROM return_version GROUP BY form, fiscal_year) v
        WHERE v.last > coalesce((SELECT p.sequence FROM consolidated_period p WHERE p.form = v.form AND p.fiscal_year = v.fiscal_year), 0)
        """;

    private static readonly string[] s_folders = ["drop", "received", "replies", "reports", "archive", "outbox"];

    /// <summary>True when nothing is left to do: asked while the hosts work.</summary>
    public bool IsDone(int sent) =>
        plant.Files("drop").Count == 0 && plant.Files("drop", own: true).Count == 0
        && plant.Count("SELECT count(*) FROM answer") == sent
        && plant.Count("SELECT count(*) FROM received_move") == sent
        && plant.Count(ReportsDue) == 0
        && plant.Count(YearsToConsolidate) == 0;

    /// <summary>How much of the work is done, 0 to 1: received, decided, answered.</summary>
    public double Part(int sent) => plant.Count(
        "SELECT (SELECT count(*) FROM received_file) + (SELECT count(*) FROM outcome) + (SELECT count(*) FROM answer)") / (3.0 * sent);

    /// <summary>How far it is, for the one who waits.</summary>
    public string Progress() => string.Join(", ", new[] { "received_file", "received_move", "outcome", "answer", "claim", "report_written", "run" }
        .Select(table => $"{table} {plant.Count($"SELECT count(*) FROM {table}")}")) + $", in drop {plant.Files("drop").Count}";

    /// <summary>Judges.</summary>
    public void Judge(IReadOnlyList<Delivery> sent)
    {
        EachCameOnce(sent);
        ChainsAreWhole();
        ReportsAreWrittenOnce();
        NothingIsInTheWay();
        var (exit, said) = plant.Run("dla-etl", "doctor");
        exit.ShouldBe(0, said);
    }

    private void EachCameOnce(IReadOnlyList<Delivery> sent)
    {
        var came = plant.Query<string>("SELECT drop_path || ' ' || sha256 FROM received_file").Order(StringComparer.Ordinal).ToList();
        var went = sent.Select(file => $"{file.DropPath} {Convert.ToHexStringLower(SHA256.HashData(file.Bytes))}").Order(StringComparer.Ordinal).ToList();
        came.Except(went).ShouldBeEmpty("received and never sent");
        went.Except(came).ShouldBeEmpty("sent and never received");
        came.ShouldBe(went, customMessage: "each as often as it was sent");
        plant.Query<long>("SELECT receipt_number FROM received_file ORDER BY receipt_number").ShouldBe(Enumerable.Range(1, sent.Count).Select(number => (long)number).ToList(), customMessage: "receipts without a gap");
        plant.Count("SELECT count(DISTINCT received_file_id) FROM outcome").ShouldBe(sent.Count);
        plant.Count("SELECT count(*) FROM outcome").ShouldBe(sent.Count, "one outcome each");
        plant.Query<long>("SELECT o.sequence FROM outcome o JOIN received_file r ON r.id = o.received_file_id ORDER BY r.receipt_number").ShouldBeInOrder(SortDirection.Ascending, "decided in the order of receipt");
        new Replies(plant).Judge(sent.Count);
        plant.Query<string>("SELECT moved_to FROM received_move").Order(StringComparer.Ordinal).ToList().ShouldBe(plant.Files("received"));
        plant.Files("received").Count.ShouldBe(sent.Count);
        plant.Files("drop").ShouldBeEmpty();
        foreach (var (path, sha) in plant.Query<(string, string)>("SELECT m.moved_to, r.sha256 FROM received_move m JOIN received_file r ON r.id = m.received_file_id"))
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(plant.Workspace, "received", path)))).ShouldBe(sha, path);
    }

    private void ChainsAreWhole()
    {
        var versions = plant.Query<(string Unit, long Version, long Receipt, long Facts, long Counted)>(
            """
            SELECT v.form || ' ' || v.fiscal_year || ' ' || v.unit, v.version, r.receipt_number, v.facts, (SELECT count(*) FROM fact f WHERE f.version_id = v.id)
            FROM return_version v JOIN received_file r ON r.id = v.received_file_id ORDER BY 1, 2
            """);
        versions.Count.ShouldBeGreaterThan(0);
        foreach (var chain in versions.GroupBy(version => version.Unit))
        {
            chain.Select(version => version.Version).ShouldBe(Enumerable.Range(1, chain.Count()).Select(number => (long)number), chain.Key);
            chain.Select(version => version.Receipt).ShouldBeInOrder(SortDirection.Ascending, chain.Key);
        }

        versions.ShouldAllBe(version => version.Facts == version.Counted && version.Facts > 0);
        plant.Count("SELECT count(*) FROM outcome o WHERE o.verdict IN ('loaded', 'loaded_with_warnings')").ShouldBe(versions.Count, "a version for each good file");
    }

    private void ReportsAreWrittenOnce()
    {
        plant.Count("SELECT count(*) FROM (SELECT 1 FROM report_written GROUP BY report, fiscal_year, as_of_sequence, sources_hash HAVING count(*) > 1) twice").ShouldBe(0);
        plant.Query<string>("SELECT DISTINCT file_name FROM report_written").Order(StringComparer.Ordinal).ToList().ShouldBe(plant.Files("reports"));
    }

    private void NothingIsInTheWay()
    {
        plant.Query<string>("SELECT command || ' of ' || coalesce(node, '?') FROM run WHERE ended_at IS NULL").ShouldBeEmpty("no run is open for ever");
        plant.Query<string>("SELECT 'receipt ' || receipt_number FROM claim").ShouldBeEmpty("no claim is left");
        plant.Query<string>("SELECT name || ' of ' || node FROM lease WHERE expires_at IS NOT NULL").ShouldBeEmpty("no lease is held by the dead");
        plant.Query<string>("SELECT path FROM sighting").ShouldBeEmpty();
        s_folders.SelectMany(folder => plant.Files(folder, own: true).Select(file => $"{folder}/{file}"))
            .Where(file => file.EndsWith(".part", StringComparison.Ordinal)).ShouldBeEmpty("no unfinished copy is left");
    }
}
