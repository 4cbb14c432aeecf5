using System.Text;
using Dla.Etl.Definitions;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Which definitions a run worked with, and so which were in force then.</summary>
public class DefinitionsInForceTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_set_of_the_last_run_up_to_an_instant_was_in_force(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var (first, second) = (Files("a"), Files("b"));
        var begun = storage.Clock.Now;
        Record(database, first);
        storage.Clock.Now = begun.AddHours(2);
        Record(database, second);
        using var reader = database.Read();
        DefinitionsInForce.At(reader, begun.AddTicks(-1)).ShouldBeNull("before the first");
        DefinitionsInForce.At(reader, begun).ShouldBe(first.Id, "from the very instant");
        DefinitionsInForce.At(reader, begun.AddHours(2).AddTicks(-1)).ShouldBe(first.Id);
        DefinitionsInForce.At(reader, begun.AddHours(2)).ShouldBe(second.Id);
        DefinitionsInForce.Last(reader).ShouldBe(second.Id);
        DefinitionsInForce.Hashes(reader, first.Id).ShouldBe(first.All.ToDictionary(file => file.Path, file => file.Hash.Hex), ignoreOrder: true);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_clock_that_is_set_back_changes_no_order(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var (first, second) = (Files("a"), Files("b"));
        var begun = storage.Clock.Now;
        Record(database, first);
        storage.Clock.Now = begun.AddDays(-1);
        Record(database, second);
        using var reader = database.Read();
        DefinitionsInForce.At(reader, begun.AddTicks(-1)).ShouldBeNull("the second run was not before the first");
        DefinitionsInForce.At(reader, begun).ShouldBe(second.Id);
    }

    private static DefinitionFiles Files(string text) => DefinitionFiles.Of("test",
    [
        new DefinitionFile("answers/answer.yaml", Encoding.UTF8.GetBytes("always")),
        new DefinitionFile("forms/x/form.2563.yaml", Encoding.UTF8.GetBytes(text)),
    ]);

    private static void Record(Database database, DefinitionFiles files) => database.Write(lane =>
    {
        foreach (var file in files.All)
            RunLog.Definition(lane, file.Hash, file.Kind, file.Path);
        var run = RunLog.Begin(lane, "run", "test");
        DefinitionsInForce.Record(lane, run, files);
        DefinitionsInForce.Record(lane, run, files);
    });
}
