using Dla.Etl.Definitions;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Measures.UnitCost;

public class CostTablesTests
{
    [Fact]
    public void The_six_totals_are_equal_and_every_table_adds_up_in_both_directions() => Prop.ForAll(RandomYear.Any, year => AddUp(CostTables.Of(year.Year))).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_printed_cost_is_within_a_satang_of_the_exact_cost_of_its_trace() => Prop.ForAll(RandomYear.Any, random =>
    {
        var year = random.Year;
        // A subtotal is the sum of the rows above it as they are printed, as a reader adds them up.
        return CostTables.Of(year).SelectMany(table => table.Rows).Where(row => row.Kind != TableRowKind.Subtotal).SelectMany(row => row.Cells).Where(cell => cell.Kind == TableCellKind.Money)
            .All(cell => (cell.From!.ExactIn(year.Allocated.Graph) - cell.Amount).Abs() < Rational.One);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_figure_is_the_sum_of_what_its_trace_names_and_nothing_gets_lost_on_the_way() => Prop.ForAll(RandomYear.Any, year =>
    {
        var graph = year.Year.Allocated.Graph;
        return graph.Nodes.All(node => Funds.Sum(graph.Into(node).Select(part => part.Amount).Concat(graph.LinesOf(node).Select(Funds.Of))) == graph.Of(node))
            && graph.Nodes.Where(node => node.Level is not (CostLevel.Category or CostLevel.MainActivity or CostLevel.MainOutput))
                .All(node => graph.OutOf(node).GroupBy(part => part.Edge.To.Level is CostLevel.Category or CostLevel.MainActivity)
                    .All(way => Funds.Sum(way.Select(part => part.Amount)) == graph.Of(node)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_lines_centres_and_rules_changes_nothing() => Prop.ForAll(RandomYear.Any, Gen.Choose(0, 1000).ToArbitrary(), (year, seed) =>
    {
        var (random, drivers) = (new Random(seed), year.Drivers);
        T[] Shuffled<T>(IEnumerable<T> all)
        {
            T[] items = [.. all];
            random.Shuffle(items);
            return items;
        }

        var turned = drivers with
        {
            Centres = Declared<IReadOnlyList<CostCentre>>.Known(Shuffled(drivers.Centres.Value)),
            Pools = Shuffled(drivers.Pools),
            Workload = Shuffled(drivers.Workload),
            SubOutputs = Shuffled(drivers.SubOutputs),
            MainActivities = Shuffled(drivers.MainActivities),
            MainOutputs = Shuffled(drivers.MainOutputs),
        };
        var again = new CostYear(Allocation.Compute(Shuffled(year.Lines), turned).Artefact!, new Volumes([], 0), new EveryName());
        return Text(CostTables.Of(again)) == Text(CostTables.Of(year.Year))
            && again.Allocated.Graph.Nodes.SequenceEqual(year.Year.Allocated.Graph.Nodes);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Costs_beyond_64_bits_of_satang_are_refused_and_not_wrapped() => Should.Throw<OverflowException>(() => CostTables.Of(HandWorked.YearOf(
        HandWorked.Drivers, HandWorked.Costs.Take(1).SelectMany(line => Enumerable.Repeat(line with { Amount = new Baht(long.MaxValue) }, 2)), [])));

    [Fact]
    public void After_the_step_down_table_3_lists_the_main_sub_activities_only()
    {
        var table = CostTables.Of(HandWorked.YearOf(HandWorked.Drivers with { PrintsBeforeStepDown = false }, HandWorked.Costs, HandWorked.Quantities))[2];
        table.Rows.Select(row => row.Code).ShouldBe(["A1", "A2", "A3", ""]);
        table.At("A1", "total").ToString().ShouldBe("679,119.05");
        table.TotalAt("total").ToString().ShouldBe("1,476,000.00");
    }

    // The whole department with the made-up drivers: 85 centres, 30 and 31 sub-activities.
    [Fact]
    public void The_made_up_department_gives_twelve_tables_that_say_so()
    {
        var (old, now) = (MadeUp(2563), MadeUp(2564));
        var crosswalk = Crosswalk.Load(MadeUpFiles, now.Year);
        foreach (var year in new[] { old, now })
        {
            var tables = CostTables.Of(year);
            AddUp(tables).ShouldBeTrue();
            tables.ShouldAllBe(table => table.Notes.Any(note => note.Contains("ข้อมูลสมมติ", StringComparison.Ordinal)));
            year.Allocated.Graph.Edges.Count.ShouldBeLessThan(6000, "the trace stays small");
        }

        var compared = ComparisonTables.Of(old, now, crosswalk);
        compared.Select(table => table.Code).ShouldBe(["7", "8", "9", "10", "11", "12"]);
        compared.ShouldAllBe(table => table.Notes.Count > 0);
        compared[0].At("SS05", "old_total").Amount.ShouldBe(CostTables.Of(old)[2].At("SS05", "total").Amount);
        compared[0].At("SS05", "new_total").Amount.ShouldBe(CostTables.Of(now)[2].At("SS05", "total").Amount + CostTables.Of(now)[2].At("SS11", "total").Amount, "the two parts together");
        compared[0].At("SS08", "unit_cost_change").Text.ShouldBe("ไม่มีระยะทางต่อคันของปีก่อน");
        compared[0].At("SS12", "old_total").Kind.ShouldBe(TableCellKind.Money, "renamed, with another code");
        compared[0].TotalAt("old_total").Amount.ShouldBe(CostTables.Of(old)[0].TotalAt("total").Amount);
        ProvinceSpread.Of(now).ShouldAllBe(spread => spread.Provinces.Count == 76);
    }

    private static readonly DefinitionFiles MadeUpFiles = DefinitionFiles.Read(Reporting.TestData.PathOf("unit-cost", "made-up"));

    private static CostYear MadeUp(int number)
    {
        var (drivers, random) = (AllocationCatalogue.Drivers(MadeUpFiles, FiscalYear.FromBuddhistEra(number)), new Random(number));
        var form = Templates.Form(number);
        var lines = from centre in drivers.Centres.Value
                    from category in CostKinds.Categories
                    from behaviour in Enum.GetValues<Behaviour>()
                    let depreciation = category == ExpenseCategory.Depreciation
                    select new CostLine
                    {
                        Centre = centre.Code,
                        Category = category,
                        Source = depreciation ? FundingSource.Depreciation : (FundingSource)random.Next(3),
                        Directness = centre.Province is null && category != ExpenseCategory.Grants ? (Directness)random.Next(2) : Directness.Direct,
                        Behaviour = behaviour,
                        Amount = new Baht(random.NextInt64(1_000_000_000)),
                        Account = category == ExpenseCategory.Grants ? "5107010102" : "",
                    };
        var step = Allocation.Compute([.. lines], drivers);
        step.Findings.Select(finding => finding.Kind.Id).ShouldBe(["COST-010"]);
        var quantities = from centre in drivers.Centres.Value
                         where centre.Province is not null
                         from item in drivers.MainSubActivities
                         select new Volume(item, centre.Province!.Value.ToString(), "เรื่อง", new Quantity(random.Next(1, 5000) * Quantity.Scale));
        return new CostYear(step.Artefact!, new Volumes(quantities.Concat(Volumes.OfSupport(drivers)), 76), CostYear.NamesOf(form, drivers));
    }

    private static string Text(IEnumerable<UnitCostTable> tables) => string.Join('\n', tables.SelectMany(table => table.Rows).Select(row => $"{row.Kind} {row.Code} {string.Join('|', row.Cells)}"));

    private static bool AddUp(IReadOnlyList<UnitCostTable> tables) =>
        tables.Count == 6 && tables.Select(table => table.TotalAt("total").Amount).Distinct().Count() == 1 && tables.All(ColumnsAddUp)
        && Items(tables[0]).All(row => row.Code == "depreciation" || RowAddsUp(tables[0], row, ["source_1", "source_2", "source_3"]))
        && Items(tables[1]).All(row => RowAddsUp(tables[1], row, [.. CostKinds.Categories.Select(category => category.Code())]) && RowAddsUp(tables[1], row, ["direct", "indirect"]))
        && tables.Skip(2).All(table => table.Rows.All(row => RowAddsUp(table, row, ["source_1", "source_2", "source_3", "source_4"])));

    private static bool ColumnsAddUp(UnitCostTable table) => table.Columns.Select((_, index) => index).All(index =>
        table.Rows[^1].Cells[index].Kind != TableCellKind.Money || Items(table).Sum(row => row.Cells[index].Amount) == table.Rows[^1].Cells[index].Amount);

    private static bool RowAddsUp(UnitCostTable table, TableRow row, string[] parts)
    {
        long Of(string column) => row.Cells[table.Columns.Select((one, index) => (one.Code, index)).First(one => one.Code == column).index].Amount;
        return parts.Sum(Of) == Of("total");
    }

    private static IEnumerable<TableRow> Items(UnitCostTable table) => table.Rows.Where(row => row.Kind == TableRowKind.Item);
}
