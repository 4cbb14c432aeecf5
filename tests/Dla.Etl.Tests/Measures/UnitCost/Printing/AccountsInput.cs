using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Measures;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Printing;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tests.Measures.UnitCost.Printing;

/// <summary>Returns and rules for the report of the twelve tables, as the warehouse would give them.</summary>
internal sealed record AccountsInput
{
    public static ReportDefinition Report { get; } = ReportCatalogue.Load(Templates.Folder).Get("unit-cost-tables");

    /// <summary>Fiscal year of the report.</summary>
    public required int Year { get; init; }

    /// <summary>The office's own rules.</summary>
    public required string Rules { get; init; }

    public required IReadOnlyList<CostLine> Costs { get; init; }

    public required IReadOnlyList<Volume> Quantities { get; init; }

    public IReadOnlyList<CostLine> LastYear { get; init; } = [];

    public IReadOnlyList<Volume> QuantitiesLastYear { get; init; } = [];

    public IReadOnlyList<CostLine> Adjustments { get; init; } = [];

    public IReadOnlyList<ExplanationRow> Explanations { get; init; } = [];

    public IReadOnlyList<Province> Provinces { get; init; } = Dla.Etl.Reference.Provinces.All;

    /// <summary>The example that was worked out on paper: two offices, one division, no year before.</summary>
    public static AccountsInput HandWorked { get; } = new()
    {
        Year = 2563,
        Rules = TestData.PathOf("unit-cost", "hand-worked", "rules"),
        Costs = UnitCost.HandWorked.Costs,
        Quantities = UnitCost.HandWorked.Quantities,
        Provinces = [.. Dla.Etl.Reference.Provinces.All.Where(province => province.Code.ToString() is "11" or "12")],
    };

    public MeasureInput Input()
    {
        var forms = FormCatalogue.Load(DefinitionFiles.Read(Templates.Folder, Rules));
        var year = FiscalYear.FromBuddhistEra(Year);
        return new MeasureInput
        {
            Form = forms.Get(Report.Form, year),
            Forms = forms,
            Provinces = Provinces,
            Status = [],
            Sources = [new("ข้อกำหนดรายงาน", "reports/unit-cost-tables/report.yaml", Report.Content, Report.Hash)],
            Query = Query,
        };
    }

    /// <summary>The report with the template of the repository.</summary>
    public (byte[]? Bytes, IReadOnlyList<Finding> Findings) Write()
    {
        using var output = new MemoryStream();
        var year = FiscalYear.FromBuddhistEra(Year);
        var request = new ReportRequest(Report.Id, year, 412, FixedFigures.AsOf);
        var step = ReportWriter.Write(Report, Report.Templates[year], request, Input(), output);
        return (step.Artefact is null ? null : output.ToArray(), step.Findings);
    }

    private object Query(string name, Type type) => name switch
    {
        "costs" => Rows(Costs, "v-costs"),
        "costs_last_year" => Rows(LastYear, "v-last"),
        "adjustments" => Rows(Adjustments, "v-adjust"),
        "quantities" => Figures(Quantities),
        "quantities_last_year" => Figures(QuantitiesLastYear),
        "explanations" => Explanations.ToList(),
        "quantity_returns" => Quantities.Select(one => one.Unit).Where(unit => unit.Length > 0).Distinct().Select(Return).ToList(),
        "cost_returns" => new List<StandingReturn> { Return("00") },
        _ when type == typeof(StandingReturn) => new List<StandingReturn>(),
        _ => throw new KeyNotFoundException(name),
    };

    private static StandingReturn Return(string unit) => new() { Unit = unit, Version = 1, Sha256 = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(unit)).Hex };

    private static List<UnitFigure> Figures(IEnumerable<Volume> volumes) => [.. volumes.Select(one => new UnitFigure
    {
        Unit = one.Unit, GroupCode = "", ItemCode = one.Item, FieldCode = "quantity", UnitOfMeasure = one.UnitOfMeasure, Amount = one.Amount.TenThousandths,
    })];

    private static List<CostRow> Rows(IReadOnlyList<CostLine> lines, string version) => [.. lines.Select((line, index) => new CostRow
    {
        VersionId = version,
        RowPosition = index,
        Centre = line.Centre,
        Category = line.Category.Code(),
        Source = line.Source == FundingSource.OffBudget ? "off_budget" : line.Source.ToString().ToLowerInvariant(),
        Directness = line.Directness.ToString().ToLowerInvariant(),
        Behaviour = line.Behaviour.ToString().ToLowerInvariant(),
        Account = line.Account,
        Amount = line.Amount.Satang,
        Note = line.Note,
        FileName = "ต้นทุนสมมติ.xlsx",
        SheetName = "ต้นทุน",
        Cell = $"H{index + 5}",
    })];
}
