using Dla.Etl.Findings;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

public class WarehouseCheckTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_whole_warehouse_is_well_and_the_counts_are_shown(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = Worked(storage);
        var checks = desk.Database.Check();
        checks.ShouldAllBe(thing => thing.IsWell);
        checks.Select(thing => thing.Name).ShouldBe(
            ["database", "migrations", "received files", "sequences", "versions and facts", "outcomes and versions", "stored calculations", "consolidated figures"]);
        checks[2].Detail.ShouldBe("5 received: 1 duplicate, 2 loaded, 1 rejected, 1 pending");
        checks[4].Detail.ShouldBe("2 versions");
        checks[7].Detail.ShouldBe("1 forms and years");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void An_empty_warehouse_is_well(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        storage.Open().Check().ShouldAllBe(thing => thing.IsWell);
    }

    public static IEnumerable<object?[]> Damage => StorageUnderTest.OnEach(new TheoryData<string, string, string>
    {
        { "a fact is gone", "DELETE FROM fact WHERE position = 0", "versions and facts" },
        { "a version skips a number", "UPDATE return_version SET version = 5 WHERE version = 2", "versions and facts" },
        { "a version is older than the one before it, so that another one stands",
            "UPDATE return_version SET version = 9 WHERE version = 1; UPDATE return_version SET version = 1 WHERE version = 2; UPDATE return_version SET version = 2 WHERE version = 9",
            "versions and facts, consolidated figures" },
        { "an outcome points to another file's version",
            "UPDATE outcome SET version_id = (SELECT id FROM return_version WHERE version = 1) WHERE version_id = (SELECT id FROM return_version WHERE version = 2)",
            "outcomes and versions" },
        { "a rejected return is said to be loaded", "UPDATE outcome SET rows_loaded = 1, rows_rejected = 0 WHERE verdict = 'rejected'", "outcomes and versions" },
        { "the counter runs ahead", "UPDATE counter SET last = last + 1 WHERE name = 'commit'", "sequences" },
        { "a commit is out of time", "UPDATE commit_log SET committed_at = '2000-01-01T00:00:00.0000000Z' WHERE sequence = 2", "sequences" },
        { "a consolidated figure was changed", "UPDATE consolidated_unit SET amount = amount + 1", "consolidated figures" },
        { "a consolidated sum was changed", "UPDATE consolidated_item SET smallest = smallest - 1", "consolidated figures" },
        { "a consolidated line is gone", "DELETE FROM consolidated_item", "consolidated figures" },
    });

    [SkippableTheory]
    [MemberData(nameof(Damage))]
    public void Damage_is_noticed_where_it_is(string engine, string because, string damage, string where)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = Worked(storage);
        desk.Database.Write(lane => lane.Execute(damage));
        var names = desk.Database.Check().Where(thing => !thing.IsWell).Select(thing => thing.Name);
        string.Join(", ", names).ShouldBe(where, because);
    }

    // Two versions, a duplicate, a rejection, a file still pending; consolidated.
    private static Desk Worked(StorageUnderTest storage)
    {
        var desk = new Desk(storage);
        desk.Load("A", Given.Return(56, 1));
        desk.Load("B", Given.Return(56, 2));
        desk.Load("B", Given.Return(56, 2));
        desk.Load("C", Given.Return(56, 2, new Finding(Given.Mistake)));
        Given.File(desk.Database, desk.RunId, "D");
        desk.Database.Write(Consolidation.Refresh);
        return desk;
    }
}
