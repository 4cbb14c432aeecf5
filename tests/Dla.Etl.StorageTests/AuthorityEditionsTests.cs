using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reference.Districts;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Editions of the registry: a day and a sequence give the same one for ever.</summary>
public class AuthorityEditionsTests
{
    private static readonly DateOnly First = MadeUpRegistry.First, Second = MadeUpRegistry.Second;

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_day_finds_its_edition_and_a_day_before_the_first_says_so(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        using (var none = database.Read())
            AuthorityEditions.AsOf(none, Second, 99).ShouldBeNull("nothing was imported");
        Import(database, Second, "second", MadeUpRegistry.Now.All);
        Import(database, First, "first", MadeUpRegistry.Before.All);
        using var reader = database.Read();
        foreach (var (day, edition, later, why) in new[]
                 {
                     (First.AddDays(-1), First, true, "before the first"),
                     (First, First, false, "its own day"),
                     (Second.AddDays(-1), First, false, "the day before the second"),
                     (Second, Second, false, "the second's day"),
                     (Second.AddYears(50), Second, false, "long after"),
                 })
        {
            var registry = AuthorityEditions.AsOf(reader, day, 2).ShouldNotBeNull(why);
            (registry.Effective, registry.IsLaterThanAsked).ShouldBe((edition, later), why);
            AuthorityEditions.EditionAsOf(reader, day, 2)!.Number.ShouldBe(registry.Edition, why);
            registry.All.ShouldBe(edition == First ? MadeUpRegistry.Before.All : MadeUpRegistry.Now.All, why);
        }

        var before = AuthorityEditions.AsOf(reader, First, 1)!;
        (before.Effective, before.IsLaterThanAsked).ShouldBe((Second, true), "as of then only the second was known");
        AuthorityEditions.AsOf(reader, First, 0).ShouldBeNull();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_corrected_file_stands_from_its_sequence_on_and_the_same_file_changes_nothing(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        LocalAuthority[] corrected = [.. MadeUpRegistry.Now.All.Select(one => one.FullName == "อบต.กม.9" ? one with { Name = "กม.10" } : one)];
        var (done, again) = (Import(database, Second, "a", MadeUpRegistry.Now.All), Import(database, Second, "a", MadeUpRegistry.Now.All));
        (done.WasThere, again.WasThere, again.Edition).ShouldBe((false, true, done.Edition));
        var mended = Import(database, Second, "b", corrected);
        (mended.WasThere, mended.Before, mended.Edition.Sequence).ShouldBe((false, done.Edition, 2L), "the import of the same file took no sequence");
        Import(database, Second, "a", MadeUpRegistry.Now.All).WasThere.ShouldBeFalse("what was replaced may come back");
        using var reader = database.Read();
        AuthorityCode code = AuthorityCode.Parse("06560304").Value;
        string[] names = [.. Enumerable.Range(1, 3).Select(sequence => AuthorityEditions.AsOf(reader, Second, sequence)!.Find(code)!.Name)];
        names.ShouldBe(["กม.9", "กม.10", "กม.9"]);
        AuthorityEditions.AsOf(reader, Second, 3)!.Former.ShouldBeEmpty("an edition that was corrected is no history");
        AuthorityEditions.All(reader).Select(edition => (edition.Number, edition.Sequence, edition.FileName)).ShouldBe([(1, 1, "a.csv"), (2, 2, "b.csv"), (3, 3, "a.csv")]);
        var audit = Audit.Last(reader, 9);
        audit.Count.ShouldBe(3);
        (audit[0].Entry.Action, audit[0].Entry.Subject, audit[0].Entry.Detail, audit[0].Entry.Sequence).ShouldBe((AuditAction.RegistryImported, "ทะเบียน อปท. ณ 1 ตุลาคม 2565", "a.csv อปท. 42 แห่ง", 1L));
        RunLog.Open(reader).ShouldBeEmpty();
        database.Check().ShouldAllBe(check => check.IsWell);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void What_earlier_editions_had_is_told_with_since_when_it_is_gone(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        Import(database, First, "first", MadeUpRegistry.Before.All);
        Import(database, First.AddYears(1), "between", MadeUpRegistry.Before.All);
        Import(database, Second, "second", MadeUpRegistry.Now.All);
        using var reader = database.Read();
        AuthorityEditions.AsOf(reader, Second, 3)!.Former.Select(former => (former.Was.ToString(), former.LastIn, former.GoneSince, former.Now?.ToString())).ShouldBe(
        [
            ("06560305 อบต.หนองสมมติ", First.AddYears(1), Second, "06560305 ทต.หนองสมมติ"),
            ("06560504 อบต.ห้วยเก่า", First.AddYears(1), Second, null),
            ("06560505 อบต.ห้วยเดิม", First.AddYears(1), Second, "06560505 อบต.ห้วยใหม่"),
            ("06570403 อบต.ป่าสมมติ", First.AddYears(1), Second, "05570403 ทต.ป่าสมมติ"),
        ]);
        AuthorityEditions.AsOf(reader, First, 3)!.Former.ShouldBeEmpty("nothing was before the first");
        AuthorityEditions.AsOf(reader, First.AddYears(1), 3)!.Former.ShouldBeEmpty("nothing changed between them");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Districts_are_kept_as_the_registry_is(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        District[] first = [District("5601", "เมืองพะเยา"), District("5603", "ทุ่งเก่า")], second = [first[0], District("5603", "ทุ่งทดลอง")];
        ImportedEdition Districts(DateOnly day, string file, District[] all) => database.Write(lane =>
            DistrictEditions.Import(lane, new DistrictImport(day, file, ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(file)), all), "test"));
        Districts(Second, "second.csv", second);
        Import(database, Second, "authorities", MadeUpRegistry.Now.All);
        var late = Districts(First, "first.csv", first);
        (late.Edition.Number, late.Edition.Sequence, late.Before, Districts(First, "first.csv", first).WasThere).ShouldBe((2L, 3L, null, true));
        using var reader = database.Read();
        DistrictEditions.AsOf(reader, Second, 0).ShouldBeNull("nothing was imported by then");
        foreach (var (day, sequence, edition, later, why) in new[]
                 {
                     (First, 1L, second, true, "as of then only the second was known"),
                     (First, 3L, first, false, "its own day"),
                     (Second, 3L, second, false, "the second's day"),
                 })
        {
            var registry = DistrictEditions.AsOf(reader, day, sequence).ShouldNotBeNull(why);
            registry.All.ShouldBe(edition, why);
            registry.IsLaterThanAsked.ShouldBe(later, why);
        }

        Audit.Last(reader, 9).Select(line => line.Entry.Action).ShouldBe([AuditAction.DistrictsImported, AuditAction.RegistryImported, AuditAction.DistrictsImported]);
        database.Check().ShouldAllBe(check => check.IsWell);
    }

    private static District District(string code, string name) => new(DistrictCode.Parse(code).Value, name, "");

    private static ImportedEdition Import(Database database, DateOnly day, string file, IReadOnlyList<LocalAuthority> authorities) => database.Write(lane =>
        AuthorityEditions.Import(lane, new RegistryImport(day, file + ".csv", ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(file)), authorities), "test"));
}
