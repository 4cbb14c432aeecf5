using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Computes the costs of one year from its lines, its drivers and the quantities that the provinces reported.</summary>
internal static class YearAccounts
{
    /// <summary>The year, or null with findings of ERROR.</summary>
    /// <param name="input">Rules, forms and returns.</param>
    /// <param name="year">The year of the lines.</param>
    /// <param name="costs">The lines.</param>
    /// <param name="quantities">The query of the quantities of that year.</param>
    public static (CostYear? Year, IReadOnlyList<YearFinding> Findings) Of(MeasureInput input, FiscalYear year, IReadOnlyList<CostLine> costs, string quantities)
    {
        var read = DriversOf(input.Forms.Definitions, year);
        if (read.Artefact is not { } drivers)
            return (null, Said(year, read.Findings));
        var step = Allocation.Compute(costs, drivers);
        if (step.Artefact is not { } allocated)
            return (null, Said(year, step.Findings));
        var printed = PrintedQuantities.Of(input.Forms, year);
        var reported = input.Rows<UnitFigure>(quantities).Where(figure => figure.FieldCode == "quantity" && !printed.ContainsKey(figure.ItemCode))
            .Select(figure => new Volume(figure.ItemCode, figure.Unit, figure.UnitOfMeasure, new Quantity(figure.Amount)));
        var computed = new CostYear(allocated, new Volumes(reported.Concat(printed.Values).Concat(Volumes.OfSupport(drivers)), input.Provinces.Count), NamesOf(input.Forms, drivers));
        return (computed, Said(year, [.. step.Findings, .. computed.Findings(), .. Reconciliation.Of(allocated).Findings()]));
    }

    /// <summary>The driver file, or the finding why it cannot be used: a year's rules are never those of another one.</summary>
    private static Step<AllocationDrivers> DriversOf(DefinitionFiles definitions, FiscalYear year)
    {
        var years = AllocationCatalogue.Years(definitions, "drivers");
        if (!years.Contains(year))
            return new(null, [new Finding(CostFindings.DriversMissing) { Subject = year.ToString(), Found = years.Count == 0 ? "ไม่มี" : string.Join(", ", years) }]);
        try
        {
            return new(AllocationCatalogue.Drivers(definitions, year), []);
        }
        catch (DefinitionException wrong)
        {
            return new(null, [new Finding(CostFindings.RulesWrong) { Subject = $"drivers.{year}.yaml", Found = wrong.Message }]);
        }
    }

    // The form names what the provinces report. A driver file may know an item that the form of its year has not: then its code is its name.
    private static Dictionary<string, string> NamesOf(FormCatalogue forms, AllocationDrivers drivers)
    {
        var names = forms.Years(UnitCostAccounts.QuantityForm).Contains(drivers.Year)
            ? new Dictionary<string, string>(CostYear.NamesOf(forms.Get(UnitCostAccounts.QuantityForm, drivers.Year), drivers), StringComparer.Ordinal)
            : drivers.Support.ToDictionary(one => one.Code, one => one.Name, StringComparer.Ordinal);
        foreach (var code in drivers.Splits.Where(one => one.Split.Parts.IsKnown).SelectMany(one => one.Split.Parts.Value).Select(part => part.To).Concat(drivers.MainSubActivities))
            names.TryAdd(code, code);
        return names;
    }

    private static IReadOnlyList<YearFinding> Said(FiscalYear year, IReadOnlyList<Finding> findings) => [.. findings.Select(finding => new YearFinding(year, finding))];
}
