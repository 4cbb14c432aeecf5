using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.Registry;

namespace Dla.Etl.Tests.Reference.Authorities;

public class RegistryChangeTests
{
    [Fact]
    public void What_became_of_each_is_told() =>
        RegistryChange.Between(MadeUpRegistry.Before, MadeUpRegistry.Now).Select(change => (change.Kind, change.Before?.ToString(), change.After?.ToString())).ShouldBe(
        [
            (RegistryChangeKind.Appeared, null, "06200404 อบต.เกาะทดลอง"),
            (RegistryChangeKind.Vanished, "06560504 อบต.ห้วยเก่า", null),
            (RegistryChangeKind.TypeChanged, "06570403 อบต.ป่าสมมติ", "05570403 ทต.ป่าสมมติ"),
            (RegistryChangeKind.TypeChanged, "06560305 อบต.หนองสมมติ", "06560305 ทต.หนองสมมติ"),
            (RegistryChangeKind.Renamed, "06560505 อบต.ห้วยเดิม", "06560505 อบต.ห้วยใหม่"),
        ]);

    [Fact]
    public void The_same_edition_has_no_changes() => RegistryChange.Between(MadeUpRegistry.Now, MadeUpRegistry.Now).ShouldBeEmpty();

    [Fact]
    public void One_that_was_merged_into_another_of_its_name_has_vanished()
    {
        // อบต.ดอนสมมติ and ทต.ดอนสมมติ were there both: the ทต. is no newcomer, so nothing says that the อบต. became it.
        var after = new AuthorityRegistry(MadeUpRegistry.Second, MadeUpRegistry.Now.All.Where(one => one.FullName != "อบต.ดอนสมมติ"));
        RegistryChange.Between(MadeUpRegistry.Now, after).ShouldBe([new(RegistryChangeKind.Vanished, MadeUpRegistry.Now.All.Single(one => one.FullName == "อบต.ดอนสมมติ"), null)]);
    }

    [Fact]
    public void Moving_to_another_district_is_a_change()
    {
        var moved = new AuthorityRegistry(MadeUpRegistry.Second, MadeUpRegistry.Now.All.Select(one => one.FullName == "อบต.กม.9" ? one with { District = "ดอนสมมติ" } : one));
        RegistryChange.Between(MadeUpRegistry.Now, moved).ShouldHaveSingleItem().Kind.ShouldBe(RegistryChangeKind.Moved);
    }
}
