using System.Data.Common;
using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

public class FiguresTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Sums_carry_their_coverage_missing_is_not_zero_and_units_of_measure_are_kept_apart(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var form = Given.Form();
        desk.Load("A", Given.Return(form, 11, [Given.Activity(form, 1, Given.Quantity(5)), Given.Activity(form, 2, Given.Quantity(3), "คน")]));
        desk.Load("B", Given.Return(form, 12, [Given.Activity(form, 1, Given.Dash), Given.Activity(form, 2, Given.Quantity(4), "ราย")]));
        desk.Load("C", Given.Return(form, 13, [Given.Activity(form, 1, Given.Blank), Given.Activity(form, 2, Given.Quantity(0.5m), "คน")]));
        using var reader = desk.Database.Read();
        FiguresAsOf.OfItems(reader, Given.FormId, form.Year, 3).Select(Line).ShouldBe(
        [
            ("A1", "ครั้ง", 50_000, 2, 0, 50_000),
            ("A2", "คน", 35_000, 2, 5_000, 30_000),
            ("A2", "ราย", 40_000, 1, 40_000, 40_000),
        ]);
        FiguresAsOf.OfUnits(reader, Given.FormId, form.Year, 2).Select(figure => (figure.Unit, figure.ItemCode, figure.Amount))
            .ShouldBe([("11", "A1", 50_000), ("11", "A2", 30_000), ("12", "A1", 0), ("12", "A2", 40_000)]);
        FiguresAsOf.OfItems(reader, "another-form", form.Year, 3).ShouldBeEmpty();
        FiguresAsOf.OfItems(reader, Given.FormId, form.Year.Previous, 3).ShouldBeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Open_rows_of_one_name_in_one_return_add_up_and_the_unit_counts_once(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var form = Given.Form();
        desk.Load("A", Given.Return(form, 11, [Given.Project(form, "ถนน", 100), Given.Project(form, "ถนน", 50)]));
        desk.Load("B", Given.Return(form, 12, [Given.Project(form, "ถนน", 7)]));
        desk.Database.Write(Consolidation.Refresh);
        using var reader = desk.Database.Read();
        FiguresAsOf.OfItems(reader, Given.FormId, form.Year, 2).Select(Line).ShouldBe([("ถนน", "", 157, 2, 7, 150)]);
        FiguresAsOf.OfUnits(reader, Given.FormId, form.Year, 2).Select(figure => (figure.Unit, figure.ItemCode, figure.Amount)).ShouldBe([("11", "ถนน", 150), ("12", "ถนน", 7)]);
        ConsolidatedFigures.OfItems(reader, Given.FormId, form.Year).Select(Line).ShouldBe([("ถนน", "", 157, 2, 7, 150)]);
        ConsolidatedFigures.OfUnits(reader, Given.FormId, form.Year).Select(figure => (figure.Unit, figure.Amount)).ShouldBe([("11", 150), ("12", 7)]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_sum_that_does_not_fit_is_an_error_and_never_wraps(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var form = Given.Form();
        desk.Load("A", Given.Return(form, 11, [Given.Project(form, "ถนน", long.MaxValue)]));
        desk.Load("B", Given.Return(form, 12, [Given.Project(form, "ถนน", -1)]));
        desk.Database.Write(Consolidation.Refresh);
        using var reader = desk.Database.Read();
        FiguresAsOf.OfItems(reader, Given.FormId, form.Year, 2).Select(Line).ShouldBe([("ถนน", "", long.MaxValue - 1, 2, -1, long.MaxValue)]);
        desk.Load("C", Given.Return(form, 13, [Given.Project(form, "ถนน", 2)]));
        Should.Throw<DbException>(() => FiguresAsOf.OfItems(reader, Given.FormId, form.Year, 3)).Message.ShouldMatch("overflow|out of range");
        var before = desk.Counts();
        Should.Throw<DbException>(() => desk.Database.Write(Consolidation.Refresh));
        desk.Counts().ShouldBe(before);
        reader.ExecuteScalar<long>("SELECT sequence FROM consolidated_period").ShouldBe(2);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_status_of_every_unit_as_of_a_sequence(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var (early, late) = (storage.Clock.Now, new DateTimeOffset(2021, 6, 2, 3, 0, 0, TimeSpan.Zero));
        var mistake = new Finding(Given.Mistake);
        desk.Load("a", Given.Return(11, 1), early);
        desk.Load("b", Given.Return(12, 1), late);
        desk.Load("c", Given.Return(13, 1, mistake), early);
        desk.Load("d", Given.Return(13, 2, mistake), late);
        var before = desk.Load("e", Given.Return(11, 2), late).Sequence;
        desk.Load("f", Given.Return(11, 3, mistake), late);
        desk.Load("g", Given.Return(13, 3), late);
        using var reader = desk.Database.Read();
        UnitCode[] units = [Given.Unit(14), Given.Unit(13), Given.Unit(12), Given.Unit(11)];

        var then = FiguresAsOf.Status(reader, Given.FormId, Given.Year(2563), before, units);
        then.Select(status => status.Unit).ShouldBe(units);
        then.Select(status => status.Standing).ShouldBe([Standing.Missing, Standing.Rejected, Standing.Late, Standing.OnTime]);
        then[0].ShouldBe(new UnitStatus(units[0], Standing.Missing, null, null, null, 0));
        (then[1].Version, then[1].Last, then[1].Rejections).ShouldBe((null, new LastFile(Verdict.Rejected, late, 4), 2));
        (then[3].FirstReceivedAt, then[3].Version!.Number, then[3].Version!.ReceivedAt, then[3].Version!.Timeliness)
            .ShouldBe((early, 2, late, Timeliness.Late));

        var now = FiguresAsOf.Status(reader, Given.FormId, Given.Year(2563), CommitSequence.Last(reader), units);
        now.Select(status => status.Standing).ShouldBe([Standing.Missing, Standing.Late, Standing.Late, Standing.OnTime]);
        (now[3].Last!.Verdict, now[3].Version!.Number, now[3].Rejections).ShouldBe((Verdict.Rejected, 2, 1));
        FiguresAsOf.Status(reader, Given.FormId, Given.Year(2563), 0, units).ShouldAllBe(status => status.Standing == Standing.Missing);
    }

    private static (string, string, long, int, long, long) Line(ItemFigure figure) =>
        (figure.ItemCode, figure.UnitOfMeasure, figure.Total, figure.UnitsReported, figure.Smallest, figure.Largest);
}
