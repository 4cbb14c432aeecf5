using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Measures.Disbursement.Pipeline;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>Everything the sheets of <c>grant-pipeline</c> print, computed once for a report.</summary>
internal sealed record PipelineAccounts
{
    private const string Group = "project";

    /// <summary>Registry edition and provinces.</summary>
    public required MonthlyReport Report { get; init; }

    /// <summary>The projects of the month.</summary>
    public required ProjectPipeline Now { get; init; }

    /// <summary>The rows of the month before; empty in October and when nothing was reported.</summary>
    public required IReadOnlyList<ProjectRow> Before { get; init; }

    /// <summary>The month before in Thai; null in October, with which the fiscal year begins.</summary>
    public required Period? MonthBefore { get; init; }

    /// <summary>The month.</summary>
    public required Period Period { get; init; }

    /// <summary>Id of the form.</summary>
    public required string Form { get; init; }

    /// <summary>S001's words of the stages by code.</summary>
    public required IReadOnlyDictionary<string, string> StageNames { get; init; }

    /// <summary>What holds the report back.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>True when there is an earlier month of the fiscal year with projects to compare with.</summary>
    public bool HasBefore => MonthBefore is not null && Before.Any(row => row.IsProject);

    /// <summary>The projects of a province in the month before.</summary>
    public IEnumerable<ProjectRow> BeforeIn(string? province) => province is null ? Before : Before.Where(row => Report.Registry.Find(AuthorityCode.Parse(row.Authority).Value)?.Province.ToString() == province);

    /// <summary>A figure of the month; missing where no authority has reported, for silence is not zero.</summary>
    /// <param name="cell">The figure.</param>
    /// <param name="reported">How many authorities of the place have reported.</param>
    public static CellContent Heard(CellContent cell, int reported) => reported > 0 ? cell : CellContent.Missing.From(new NoFigure(MonthlyReport.NobodyReported, null));

    /// <summary>How the projects of a province, or of all, moved.</summary>
    public Movement Moved(string? province) => Movement.Between(
        BeforeIn(province), Now.Projects.Where(project => province is null || project.Authority.Province.ToString() == province).Select(project => project.Row));

    /// <summary>Of the input of a report; the sheets of one report share it.</summary>
    public static PipelineAccounts Of(MeasureInput input) => input.Once("pipeline_accounts", () => Compute(input));

    private static PipelineAccounts Compute(MeasureInput input)
    {
        var report = MonthlyReport.Of(input);
        return new PipelineAccounts
        {
            Report = report,
            Now = ProjectPipeline.Of(input.Rows<ProjectRow>("rows"), input.Rows<StageOfMonth>("stages"), report.Registry, report.Provinces),
            Before = input.Rows<ProjectRow>("rows_before"),
            MonthBefore = input.Period.Month is null ? null : input.Period.Before,
            Period = input.Period,
            Form = input.Form.Id,
            StageNames = input.Form.Group(Group).Fields.First(field => field.Code == "stage").Codes!.All.ToDictionary(stage => stage.Code, stage => stage.Label, StringComparer.Ordinal),
            Findings = report.Findings,
        };
    }

    /// <summary>Money of projects added up.</summary>
    /// <param name="field">The field.</param>
    /// <param name="province">Two digits of the only province; null for all.</param>
    /// <param name="stage">The only stage; null for all.</param>
    public AuthorityFigures Money(string field, string? province = null, string? stage = null) =>
        new(Form, Period, Group, field) { Province = province, Only = stage is null ? null : new RowChoice("stage", stage) };

    /// <summary>Projects counted.</summary>
    public AuthorityFigures Count(string? province = null, string? stage = null) => Money("stage", province, stage) with { Shows = AuthorityChoice.Rows };

    /// <summary>The same of the month before; null in October.</summary>
    public CellOrigin? CountBefore(string? province = null, string? stage = null) => MonthBefore is { } before ? Count(province, stage) with { Period = before } : null;

    /// <summary>A count of projects that moved in one way.</summary>
    public CellOrigin Moving(string words, string? province = null) =>
        MonthBefore is { } before ? new ComputedOf(words, [Count(province), Count(province) with { Period = before }]) : new NoFigure("เดือนตุลาคมเป็นเดือนแรกของปีงบประมาณ", null);

    /// <summary>A figure of one project.</summary>
    public static ReturnLine Line(Project project, string field) => new(project.Row.VersionId, project.Row.RowPosition, field);

    /// <summary>The first cells of a row about one project: number, province, authority, project.</summary>
    public CellContent[] Named(int number, Project project) =>
    [
        Cells.Count(number), CellContent.Text(Report.ProvinceOf(project.Authority)), CellContent.Text(project.Authority.FullName), Cells.Sent(project.Row.Project).From(Line(project, "project")),
    ];

    /// <summary>The stage with its number, as lists print it.</summary>
    public string StageName(int stage) => StageNames.GetValueOrDefault(stage.ToString(CultureInfo.InvariantCulture), "");
}
