using Dapper;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

public class RunLogTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_run_is_open_until_it_ends_and_ends_once(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var (killed, run) = (Given.Run(database), Given.Run(database));
        using var reader = database.Read();
        RunLog.Open(reader).ShouldBe([killed, run], ignoreOrder: true);
        storage.Clock.Now = storage.Clock.Now.AddMinutes(1);
        database.Write(lane => RunLog.End(lane, run, RunStatus.Finished));
        RunLog.Open(reader).ShouldBe([killed]);
        reader.QuerySingle<(string, string)>("SELECT status, ended_at FROM run WHERE id = @run", new { run })
            .ShouldBe(("finished", "2021-05-01T02:01:00.0000000Z"));
        Should.Throw<InvalidOperationException>(() => database.Write(lane => RunLog.End(lane, run, RunStatus.Failed)));
        Should.Throw<InvalidOperationException>(() => database.Write(lane => RunLog.End(lane, "none", RunStatus.Failed)));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Runs_that_were_killed_are_closed_as_failed_and_no_others(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        string Begin(string lease, long token) => database.Write(lane => RunLog.Begin(lane, "run", "test", new RunOwner("n1", "tester", lease, token)));
        var (killed, finished, current, other) = (Begin("report", 3), Begin("report", 4), Begin("report", 5), Begin("intake", 1));
        database.Write(lane => RunLog.End(lane, finished, RunStatus.Finished));
        database.Write(lane => RunLog.CloseInterrupted(lane, "report", 5)).ShouldBe(1);
        using var reader = database.Read();
        RunLog.Open(reader).ShouldBe([current, other], ignoreOrder: true);
        reader.Query<(string Id, string Status)>("SELECT id, status FROM run WHERE ended_at IS NOT NULL")
            .ShouldBe([(killed, "failed"), (finished, "finished")], ignoreOrder: true);
        database.Write(lane => RunLog.CloseInterrupted(lane, "report", 5)).ShouldBe(0);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Steps_keep_their_order_and_what_goes_in_comes_out_or_is_rejected(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var run = Given.Run(database);
        database.Write(lane =>
        {
            RunLog.Step(lane, run, new("intake", storage.Clock.Now, 3, 2, 1));
            RunLog.Step(lane, run, new("report", storage.Clock.Now, 0, 0, 0));
        });
        foreach (var wrong in new RunStep[] { new("x", storage.Clock.Now, 3, 1, 1), new("x", storage.Clock.Now, 0, 1, -1), new("x", storage.Clock.Now, 0, -1, 1) })
            Should.Throw<ArgumentException>(() => database.Write(lane => RunLog.Step(lane, run, wrong)));
        using var reader = database.Read();
        reader.Query<(int, string, long, long, long)>("SELECT position, step, counted_in, counted_out, rejected FROM run_step ORDER BY position")
            .ShouldBe([(1, "intake", 3, 2, 1), (2, "report", 0, 0, 0)]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Definitions_are_known_by_hash_and_reports_say_what_they_were_made_with(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var (form, template, content, sources) = (ContentHash.Of("form"u8), ContentHash.Of("template"u8), ContentHash.Of("content"u8), ContentHash.Of("sources"u8));
        database.Write(lane =>
        {
            RunLog.Definition(lane, form, "form", "forms/a/form.2563.yaml");
            RunLog.Definition(lane, form, "form", "forms/copy/form.2563.yaml");
            RunLog.Reported(lane, null, new("unit-cost-quantities", Given.Year(2563), 7, content, template, form, sources, "รายงาน.xlsx"));
        });
        using var reader = database.Read();
        reader.Query<(string, string, string)>("SELECT sha256, kind, path FROM definition").ShouldBe([(form.Hex, "form", "forms/a/form.2563.yaml")]);
        reader.QuerySingle<(string, int, long, string, string, string, string, string)>(
                "SELECT report, fiscal_year, as_of_sequence, content_hash, template_hash, definition_hash, sources_hash, file_name FROM report_written")
            .ShouldBe(("unit-cost-quantities", 2563, 7, content.Hex, template.Hex, form.Hex, sources.Hex, "รายงาน.xlsx"));
    }
}
