using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Measures;
using Dla.Etl.Measures.ActionPlan;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Reporting;
using Dla.Etl.Tests.Cases;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Values;
using CellContent = Dla.Etl.Normalising.CellContent;

namespace Dla.Etl.Tests.Plans;

/// <summary>The reports of the action plan with the real templates, from files read as the department files them.</summary>
internal static class PlanReports
{
    public static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2564);

    private static readonly Lazy<NormalisedReturn> Transcribed = new(() => Read("samples/action-plan/2564/plan-2564.xlsx"));

    /// <summary>The plan of 2564 as transcribed.</summary>
    public static NormalisedReturn Plan => Transcribed.Value;

    /// <summary>Its rows, as the report's query gives them from the warehouse.</summary>
    public static IReadOnlyList<PlanProject> Projects => ProjectsOf(Plan);

    public static NormalisedReturn Read(string file) => new Pipeline(
        new WorkbookReader(new ReadingLimits(), TimeProvider.System), new FormRecogniser(Templates.Forms), _ => null, Templates.Forms.Definitions)
        .Examine(ExpectedCase.TestData(file), new Delivery(Path.GetFileName(file), "00-ส่วนกลาง"), CancellationToken.None).Return!.Return;

    public static List<PlanProject> ProjectsOf(NormalisedReturn plan) => [.. plan.Rows.Select((row, index) => new PlanProject
    {
        VersionId = "v-plan",
        RowPosition = index,
        Project = row.Key,
        Fund = Text(row, "fund") ?? "",
        Strategy = Text(row, "strategy") ?? "",
        Target = Text(row, "target") ?? "",
        Budget = Field(row, "budget").Amount,
        NoBudget = Field(row, "budget").State == FieldState.StatedZero ? CellContent.TextOf(Field(row, "budget").Source!.Value.Raw) : "",
        Quarter1 = Text(row, "q1"),
        Quarter2 = Text(row, "q2"),
        Quarter3 = Text(row, "q3"),
        Quarter4 = Text(row, "q4"),
        Office = Text(row, "office") ?? "",
    })];

    public static (byte[]? Bytes, IReadOnlyList<Finding> Findings) Reconciliation(IReadOnlyList<PlanProject> projects, string rules = "") =>
        Write("action-plan-reconciliation", rules, (name, _) => name == "projects" ? projects.ToList() : new List<StandingReturn> { Return() });

    /// <summary>What was told in a month, as the report's query gives it from the warehouse.</summary>
    public static List<ProgressRow> Told(NormalisedReturn progress) => [.. progress.Rows.Select((row, index) => new ProgressRow
    {
        VersionId = "v-progress",
        RowPosition = index,
        Project = row.Key,
        Target = Amount(row, "target"),
        Result = Amount(row, "result"),
        Unit = Text(row, "unit") ?? "",
        Disbursed = Amount(row, "disbursed"),
        State = Text(row, "state") ?? "",
        Started = Amount(row, "started"),
        Finished = Amount(row, "finished"),
        Problem = Text(row, "problem") ?? "",
        Note = Text(row, "note") ?? "",
    })];

    public static (byte[]? Bytes, IReadOnlyList<Finding> Findings) Progress(Period month, IReadOnlyList<PlanProject> plan, IReadOnlyList<ProgressRow> told) =>
        Write("action-plan-progress", "", (name, type) => name switch
        {
            "projects" => plan.ToList(),
            "progress" => told.ToList(),
            _ => new List<StandingReturn> { Return() },
        }, month);

    private static (byte[]?, IReadOnlyList<Finding>) Write(string id, string rules, Func<string, Type, object> query, Period? month = null)
    {
        var period = month ?? Year;
        var forms = rules.Length == 0 ? Templates.Forms : FormCatalogue.Load(DefinitionFiles.Read(Templates.Folder, rules));
        var report = ReportCatalogue.Load(forms.Definitions).Get(id);
        var input = new MeasureInput
        {
            Form = forms.Get(report.Form, period), Forms = forms, Provinces = [], Status = [], Query = query,
            Sources = [new("ข้อกำหนดรายงาน", $"reports/{id}/report.yaml", report.Content, report.Hash)],
        };
        using var output = new MemoryStream();
        var step = ReportWriter.Write(report, report.Templates[Year], new ReportRequest(id, period, 412, FixedFigures.AsOf), input, output);
        return (step.Artefact is null ? null : output.ToArray(), step.Findings);
    }

    private static StandingReturn Return() => new() { Unit = "00", Version = 1, Sha256 = ContentHash.Of("plan"u8).Hex };

    private static NormalisedField Field(NormalisedRow row, string field) => row.Fields[row.Group.IndexOf(field)];

    private static long? Amount(NormalisedRow row, string field) => Field(row, field) is { State: FieldState.Value or FieldState.StatedZero } known ? known.Amount : null;

    private static string? Text(NormalisedRow row, string field) => Field(row, field) is { State: FieldState.Value, Text: { } text } ? text : null;
}
