using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost;

/// <summary>Costs and quantities of one fiscal year: what the tables are made of.</summary>
/// <param name="Allocated">The costs at every level.</param>
/// <param name="Volumes">The quantities, those of the support sub-activities among them.</param>
/// <param name="Names">Thai name of every item by its code.</param>
public sealed record CostYear(Allocated Allocated, Volumes Volumes, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>The year.</summary>
    public FiscalYear Year => Allocated.Drivers.Year;

    /// <summary>The level that table 3 prints.</summary>
    public CostLevel SubActivityLevel => Allocated.Drivers.PrintsBeforeStepDown ? CostLevel.SubActivity : CostLevel.Borne;

    /// <summary>The levels of tables 3 to 6.</summary>
    public IReadOnlyList<CostLevel> PrintedLevels => [SubActivityLevel, CostLevel.SubOutput, CostLevel.MainActivity, CostLevel.MainOutput];

    /// <summary>Names from the form of the year and the driver file.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(FormDefinition form, AllocationDrivers drivers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(drivers);
        return form.Groups.SelectMany(group => group.Items).Select(item => (item.Code, Name: item.Label))
            .Concat(drivers.Support.Select(one => (one.Code, one.Name))).ToDictionary(one => one.Code, one => one.Name, StringComparer.Ordinal);
    }

    /// <summary>Codes that the tables of a level print, those without cost too: main sub-activities by code, then the support ones in the order of their step-down.</summary>
    public IReadOnlyList<string> CodesOf(CostLevel level)
    {
        var drivers = Allocated.Drivers;
        IEnumerable<string> codes = level switch
        {
            CostLevel.SubActivity => drivers.MainSubActivities.Concat(drivers.Support.Select(one => one.Code)),
            CostLevel.Borne => drivers.MainSubActivities,
            CostLevel.SubOutput => drivers.MainOutputs.SelectMany(rule => rule.From).Order(StringComparer.Ordinal),
            CostLevel.MainActivity => Receivers(drivers.MainActivities),
            CostLevel.MainOutput => Receivers(drivers.MainOutputs),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No table of items prints this level."),
        };
        return [.. codes];
    }

    /// <summary>Costs without quantities, quantities without costs, and quantities that are not those of every province.</summary>
    public IEnumerable<Finding> Findings()
    {
        foreach (var level in PrintedLevels)
            foreach (var code in CodesOf(level))
            {
                var (cost, volume, subject) = (Allocated.Graph.Of(new CostNode(level, code)).Total, Volumes.Total(code), $"{code} {Names[code]}");
                if (PerUnit.Of(cost, volume) is { IsKnown: false, UnknownBecause: { } reason } && cost.Sign != 0)
                    yield return new Finding(CostFindings.QuantitiesMissing) { Subject = subject, Reason = reason };
                else if (cost.Sign == 0 && volume is { IsKnown: true, Value.Amount.TenThousandths: > 0 })
                    yield return new Finding(CostFindings.CostsMissing) { Subject = subject, Found = $"{volume.Value.Amount} {volume.Value.UnitOfMeasure}".TrimEnd() };
                if (cost.Sign != 0 && Volumes.Reported(code) is { } reported && reported < Volumes.Expected)
                    yield return new Finding(CostFindings.QuantitiesPartial)
                    {
                        Subject = subject,
                        Found = reported.ToString(CultureInfo.InvariantCulture),
                        Expected = Volumes.Expected.ToString(CultureInfo.InvariantCulture),
                    };
            }
    }

    private static IEnumerable<string> Receivers(IEnumerable<SplitRule> rules) => rules.SelectMany(rule => rule.Split.Parts.Value).Select(part => part.To).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
