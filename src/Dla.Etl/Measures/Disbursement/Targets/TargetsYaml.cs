using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Targets;

/// <summary>Turns the YAML of a year's targets into <see cref="DisbursementTargets"/>.</summary>
internal static class TargetsYaml
{
    private static readonly Rational Hundred = 100;

    private static readonly (string, TargetConfidence)[] Confidences =
    [
        ("published", TargetConfidence.Published), ("derived", TargetConfidence.Derived),
        ("memory_medium", TargetConfidence.MemoryMedium), ("memory_low", TargetConfidence.MemoryLow),
    ];

    public static DisbursementTargets Read(string file, DefinitionFile content, FiscalYear year)
    {
        var map = StrictMap.Load(file, content.Text, ["rules", "fiscal_year", .. Enum.GetValues<Spending>().Select(spending => spending.Code())]);
        map.OneOf("rules", ("disbursement-targets", true));
        if (FormYaml.YearOf(map) != year)
            throw map.Error("fiscal_year", "must be the year in the name of the file");
        return new DisbursementTargets(year, [.. Enum.GetValues<Spending>().SelectMany(spending => Quarters(map, spending))], content.Path, content.Hash);
    }

    // They are cumulative: what is known may not fall from one quarter to a later one.
    private static List<QuarterTarget> Quarters(StrictMap map, Spending spending)
    {
        var quarters = map.Map(spending.Code(), "q1", "q2", "q3", "q4");
        var (read, highest) = (new List<QuarterTarget>(), Rational.Zero);
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var key = "q" + quarter.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var target = Quarter(quarters.Map(key, "percent", "source", "confidence", "unknown"), spending, quarter);
            if (target.Percent.IsKnown && target.Percent.Value < highest)
                throw quarters.Error(key, $"a cumulative target cannot fall: an earlier quarter has {highest}");
            highest = target.Percent.IsKnown ? target.Percent.Value : highest;
            read.Add(target);
        }

        return read;
    }

    private static QuarterTarget Quarter(StrictMap map, Spending spending, int quarter)
    {
        if (!map.Has("unknown"))
            return new(spending, quarter, Declared<Rational>.Known(Percent(map)), map.Text("source"), map.OneOf("confidence", Confidences));
        return map.Has("percent") || map.Has("source") || map.Has("confidence")
            ? throw map.Error("unknown", "a target is either unknown, with the reason, or has percent, source and confidence")
            : new(spending, quarter, Declared<Rational>.Unknown(map.Text("unknown")), "", null);
    }

    private static Rational Percent(StrictMap map) => Rational.Parse(map.Text("percent")) is { Succeeded: true, Value: { Sign: >= 0 } percent } && percent <= Hundred
        ? percent
        : throw map.Error("percent", $"must be a number from 0 to 100, such as 54 or 30.29, or the quarter {{unknown: why}}, not “{map.Text("percent")}”");
}
