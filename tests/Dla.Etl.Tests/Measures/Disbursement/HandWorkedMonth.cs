using System.Globalization;
using CsvHelper;
using Dla.Etl.Definitions;
using Dla.Etl.Measures;
using Dla.Etl.Measures.Disbursement.DevelopmentPlan;
using Dla.Etl.Measures.Disbursement.FollowUp;
using Dla.Etl.Measures.Disbursement.Grants;
using Dla.Etl.Measures.Disbursement.Pipeline;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reporting;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tests.Measures.Disbursement;

/// <summary>May B.E. 2566 of eight made-up authorities, as <c>testdata/reports/*/2566-05-hand-worked</c> has it.</summary>
internal static class HandWorkedMonth
{
    public const string Case = "2566-05-hand-worked";

    public static readonly Period May = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5);

    public static readonly DateTimeOffset AsOf = new(2023, 6, 21, 9, 30, 0, TimeSpan.FromHours(7));

    public static AuthorityRegistry Registry { get; } = new(new DateOnly(2023, 3, 1), Csv("grant-disbursement", "registry.csv").Select(row => new LocalAuthority(
        AuthorityCode.Parse(row["code"]).Value, AuthorityTypes.Find(row["type"])!.Value, row["name"], ProvinceCode.Parse(row["province"]).Value, row["district"])));

    public static IReadOnlyList<GrantRow> Grants { get; } = [.. Csv("grant-disbursement", "rows.csv").Select(row => new GrantRow
    {
        Authority = row["authority"], Item = row["item"], Received = Satang(row["received"]), Disbursed = Satang(row["disbursed"]), CarriedOver = Satang(row["carried_over"]),
    })];

    public static IReadOnlyList<ProjectRow> Projects { get; } = ProjectsOf("rows.csv");

    public static IReadOnlyList<ProjectRow> ProjectsBefore { get; } = ProjectsOf("rows-before.csv");

    public static IReadOnlyList<StageOfMonth> Stages { get; } = [.. Csv("grant-pipeline", "stages.csv").Select(row => new StageOfMonth
    {
        Period = int.Parse(row["period"], CultureInfo.InvariantCulture), Key = $"{row["authority"]}|{row["project"]}", Stage = row["stage"],
    })];

    public static IReadOnlyList<PlanRow> Plans { get; } = PlansOf("rows.csv");

    public static IReadOnlyList<PlanRow> PlansBefore { get; } = PlansOf("rows-before.csv");

    public static IReadOnlyList<EntryRow> Entries(string form) => [.. Of("entries.csv", form).Select(row => new EntryRow
    {
        Authority = row["authority"], Unit = row["unit"], Rows = int.Parse(row["rows"], CultureInfo.InvariantCulture), NothingRows = int.Parse(row["nothing_rows"], CultureInfo.InvariantCulture),
        FirstReceivedAt = row["first_received_at"], ReceivedAt = row["received_at"],
    })];

    public static IReadOnlyList<RefusedRow> Refused(string form) =>
        [.. Of("refused.csv", form).Select(row => new RefusedRow { Unit = row["unit"], ReceivedAt = row["received_at"] })];

    public static ReportDefinition Report(string id) => ReportCatalogue.Load(Templates.Folder).Get(id);

    /// <summary>Of a report of one province: the province of the three authorities of which one has entered all, one too late and one nothing that passed.</summary>
    public static UnitCode? UnitOf(string report) => Report(report).Scope == ReportScope.Province ? ProvinceCode.From(56) : null;

    public static ReportRequest Request(string report) => new(report, May, 412, AsOf) { Unit = UnitOf(report) };

    public static MeasureInput Input(string report, AuthorityRegistry? registry) => UnitOf(report) is { Province: { } province } unit
        ? Whole(report, registry?.In(province)) with { Unit = Units.Get(unit), Provinces = [Provinces.Get(province)], Status = [UnitStatus.Of(unit, null)] }
        : Whole(report, registry);

    private static MeasureInput Whole(string report, AuthorityRegistry? registry) => new()
    {
        Form = Templates.Forms.Get(Report(report).Form, May),
        Forms = Templates.Forms,
        Provinces = Provinces.All,
        Authorities = registry,
        Status = [.. Provinces.All.Select(province => UnitStatus.Of(province.Code, null))],
        Sources = ReportSources.Of(Report(report), Report(report).Templates[May.Year], Templates.Forms, May),
        Query = (name, type) => Query(report, name, type),
    };

    /// <summary>The report as the program writes it.</summary>
    public static byte[] Written(string id)
    {
        using var output = new MemoryStream();
        var (report, request) = (Report(id), Request(id));
        ReportWriter.Write(report, report.Templates[May.Year], request, Input(id, Registry), output).Findings.ShouldBeEmpty();
        return output.ToArray();
    }

    private static object Query(string report, string name, Type type) => (report, name) switch
    {
        ("grant-follow-up-province", "general" or "specific" or "plan") => Entries(name).Where(row => row.Authority[2..4] == "56").ToList(),
        ("grant-follow-up-province", "allocated") => Query("grant-follow-up", name, type),
        ("grant-follow-up-province", _) when name.EndsWith("_refused", StringComparison.Ordinal) =>
            Refused(name[..^"_refused".Length]).Where(row => UnitCode.Parse(row.Unit).Value.Office.ToString() == "56").ToList(),
        ("grant-disbursement", "rows") => Grants,
        ("grant-pipeline", "rows") => Projects,
        ("grant-pipeline", "rows_before") => ProjectsBefore,
        ("grant-pipeline", "stages") => Stages,
        ("development-plan", "rows") => Plans,
        ("development-plan", "rows_before") => PlansBefore,
        ("grant-follow-up", "general" or "specific" or "plan") => Entries(name),
        ("grant-follow-up", "allocated") => Csv(report, "allocated.csv").Select(row => new AllocatedRow { Authority = row["authority"] }).ToList(),
        ("grant-follow-up", _) when name.EndsWith("_refused", StringComparison.Ordinal) => Refused(name[..^"_refused".Length]),
        ("grant-follow-up-province", _) => new List<StandingReturn> { new() { Unit = "05560101", Version = 1, Sha256 = new string('a', 64) } },
        _ when type == typeof(StandingReturn) => new List<StandingReturn> { new() { Unit = "05560101", Version = 1, Sha256 = new string('a', 64) }, new() { Unit = "21", Version = 2, Sha256 = new string('b', 64) } },
        _ => throw new KeyNotFoundException(name),
    };

    private static List<PlanRow> PlansOf(string file) => [.. Csv("development-plan", file).Select(row => new PlanRow
    {
        Authority = row["authority"], NothingRows = int.Parse(row["nothing"], CultureInfo.InvariantCulture),
        PlannedProjects = Whole(row["planned_projects"]), ApprovedProjects = Whole(row["approved_projects"]), BudgetedProjects = Whole(row["budgeted_projects"]),
        ContractedProjects = Whole(row["contracted_projects"]), DisbursedProjects = Whole(row["disbursed_projects"]),
        PlannedBaht = Satang(row["planned_baht"]), ApprovedBaht = Satang(row["approved_baht"]), BudgetedBaht = Satang(row["budgeted_baht"]),
        ContractedBaht = Satang(row["contracted_baht"]), DisbursedBaht = Satang(row["disbursed_baht"]),
    })];

    private static List<ProjectRow> ProjectsOf(string file) => [.. Csv("grant-pipeline", file).Select((row, index) => new ProjectRow
    {
        Authority = row["authority"], Key = $"{row["authority"]}|{row["project"]}", Project = Text(row["project"]), Stage = Text(row["stage"]),
        Allocated = Satang(row["allocated"]), Committed = Satang(row["committed"]), Disbursed = Satang(row["disbursed"]), CarriedOver = Satang(row["carried_over"]),
        ContractNumber = Text(row["contract_number"]), ContractDate = Text(row["contract_date"]) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber : null,
        Reason = Text(row["reason"]), VersionId = file, RowPosition = index,
    })];

    private static IEnumerable<Dictionary<string, string>> Of(string file, string form) => Csv("grant-follow-up", file).Where(row => row["form"] == form);

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private static long? Satang(string baht) => baht.Length == 0 ? null : (long)(decimal.Parse(baht, CultureInfo.InvariantCulture) * 100);

    private static long? Whole(string number) => number.Length == 0 ? null : long.Parse(number, CultureInfo.InvariantCulture) * Quantity.Scale;

    private static IEnumerable<Dictionary<string, string>> Csv(string report, string file)
    {
        using var csv = new CsvReader(new StreamReader(TestData.PathOf("reports", report, Case, file)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            yield return csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!);
    }
}
