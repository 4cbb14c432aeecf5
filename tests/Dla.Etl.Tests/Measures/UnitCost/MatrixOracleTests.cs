using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Measures.UnitCost;

/// <summary>The same allocation by another method: row vectors times matrices of shares, the step-down as the series I + T + T² + …, which ends because T is nilpotent.</summary>
public class MatrixOracleTests
{
    [Fact]
    public void The_flow_and_the_matrices_agree_exactly() => Prop.ForAll(RandomYear.Any, year =>
    {
        var graph = year.Year.Allocated.Graph;
        return CostKinds.Sources.All(source =>
        {
            var centres = CentresOf(year, source);
            var borne = Borne(year, centres);
            var outputs = Times(borne, Matrix(year.ToSubOutputs, year.SubOutputs));
            return Agrees(graph, source, CostLevel.Centre, year.Centres, centres)
                && Agrees(graph, source, CostLevel.SubActivity, [.. year.Main, .. year.Support], Activities(year, centres))
                && Agrees(graph, source, CostLevel.Borne, year.Main, borne)
                && Agrees(graph, source, CostLevel.SubOutput, year.SubOutputs, outputs)
                && Agrees(graph, source, CostLevel.MainActivity, year.MainActivities, Times(borne, Matrix(year.ToMainActivities, year.MainActivities)))
                && Agrees(graph, source, CostLevel.MainOutput, year.MainOutputs, Times(outputs, Matrix(year.ToMainOutputs, year.MainOutputs)));
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_each_centre_brings_makes_the_whole_and_agrees_with_the_matrices() => Prop.ForAll(RandomYear.Any, year =>
    {
        var allocated = year.Year.Allocated;
        var parts = year.Centres.Select((code, index) => (Brought: allocated.FromCentre(code), Expected: Borne(year, [.. CentresOf(year, FundingSource.Budget).Select((cost, at) => at == index ? cost : Rational.Zero)]))).ToList();
        return year.Main.Select((code, index) => (Node: new CostNode(CostLevel.Borne, code), index)).All(main =>
            parts.All(part => part.Brought.GetValueOrDefault(main.Node).Budget == part.Expected[main.index])
            && Funds.Sum(parts.Select(part => part.Brought.GetValueOrDefault(main.Node))) == allocated.Graph.Of(main.Node));
    }).QuickCheckThrowOnFailure();

    private static Rational[] CentresOf(RandomYear year, FundingSource source)
    {
        var lines = year.Lines.Where(line => line.Source == source).ToList();
        return [.. year.Centres.Select(centre =>
            Rational.Sum(lines.Where(line => line.Directness == Directness.Direct && line.Centre == centre).Select(line => (Rational)line.Amount.Satang))
            + Rational.Sum(year.Pools.Select((weights, odd) => Rational.Sum(lines.Where(line => line.Directness == Directness.Indirect && (int)line.Category % 2 == odd).Select(line => (Rational)line.Amount.Satang))
                * weights[centre] / Rational.Sum(weights.Values))))];
    }

    private static Rational[] Activities(RandomYear year, Rational[] centres) => Times(centres, Matrix(year.Workload, [.. year.Main, .. year.Support]));

    private static Rational[] Borne(RandomYear year, Rational[] centres)
    {
        string[] all = [.. year.Main, .. year.Support];
        var none = all.ToDictionary(code => code, _ => Rational.Zero);
        var transfer = Matrix([.. year.Main.Select(_ => none), .. year.StepDown], all);
        var (wave, sum) = (Activities(year, centres), new Rational[all.Length]);
        for (var step = 0; step <= year.Support.Length; step++)
        {
            sum = [.. sum.Zip(wave, (one, more) => one + more)];
            wave = Times(wave, transfer);
        }

        wave.ShouldAllBe(rest => rest.Sign == 0, "the series ends");
        return sum[..year.Main.Length];
    }

    private static Rational[][] Matrix(IReadOnlyList<Dictionary<string, Rational>> rows, string[] columns) =>
        [.. rows.Select(row => Rational.Sum(row.Values) is { Sign: > 0 } whole ? columns.Select(column => row.GetValueOrDefault(column) / whole).ToArray() : new Rational[columns.Length])];

    private static Rational[] Times(Rational[] vector, Rational[][] matrix) =>
        [.. Enumerable.Range(0, matrix[0].Length).Select(column => Rational.Sum(vector.Select((cost, row) => cost * matrix[row][column])))];

    private static bool Agrees(CostGraph graph, FundingSource source, CostLevel level, IEnumerable<string> codes, Rational[] expected) =>
        codes.Select(code => graph.Of(new CostNode(level, code))[source]).SequenceEqual(expected);
}
