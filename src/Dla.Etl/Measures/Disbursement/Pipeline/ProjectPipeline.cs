using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;

namespace Dla.Etl.Measures.Disbursement.Pipeline;

/// <summary>A project with its authority and how long it has stood where it is.</summary>
/// <param name="Row">The row.</param>
/// <param name="Authority">Its authority in the registry edition.</param>
/// <param name="Months">Months on end, this one among them, that it was reported at this stage; 1 when it is new there.</param>
public sealed record Project(ProjectRow Row, LocalAuthority Authority, int Months);

/// <summary>The projects of one province.</summary>
/// <param name="Province">The province.</param>
/// <param name="Stages">Sums of stage 1 to 7, in order.</param>
/// <param name="Sum">All of them.</param>
/// <param name="Authorities">Authorities that report projects.</param>
/// <param name="Reported">Authorities of which rows stand, those with nothing to report among them; 0 is silence, and then no sum is zero.</param>
public sealed record ProvinceProjects(Province Province, IReadOnlyList<ProjectSum> Stages, ProjectSum Sum, int Authorities, int Reported);

/// <summary>The specific grants of one month by stage. Computed of rows and a registry edition, and of nothing else.</summary>
public sealed record ProjectPipeline
{
    /// <summary>Number of stages (S001).</summary>
    public const int StageCount = 7;

    /// <summary>The stage from which on a contract is signed.</summary>
    public const int Signed = 6;

    /// <summary>All projects, by authority and name.</summary>
    public required IReadOnlyList<Project> Projects { get; init; }

    /// <summary>Sums of stage 1 to 7 over the country.</summary>
    public required IReadOnlyList<ProjectSum> Stages { get; init; }

    /// <summary>All of them.</summary>
    public required ProjectSum Country { get; init; }

    /// <summary>Provinces in the order given, those without projects too.</summary>
    public required IReadOnlyList<ProvinceProjects> Provinces { get; init; }

    /// <summary>Authorities of which rows stand, those with nothing to report among them; 0 is silence, and then no sum is zero.</summary>
    public int Reported => Provinces.Sum(province => province.Reported);

    /// <summary>Authorities that say that they have nothing to report.</summary>
    public required int SayNothing { get; init; }

    /// <summary>Projects of authorities that the edition does not have: in no sum, and the report says so.</summary>
    public required IReadOnlyList<ProjectRow> Strangers { get; init; }

    /// <summary>Computes it.</summary>
    /// <param name="rows">The rows that count.</param>
    /// <param name="earlier">Stages of the earlier months of the fiscal year, any order.</param>
    /// <param name="registry">The edition.</param>
    /// <param name="provinces">The provinces, in the order in which they are wanted.</param>
    public static ProjectPipeline Of(IReadOnlyList<ProjectRow> rows, IEnumerable<StageOfMonth> earlier, AuthorityRegistry registry, IEnumerable<Province> provinces)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var known = registry.All.ToDictionary(authority => authority.Code.ToString(), StringComparer.Ordinal);
        var before = earlier.ToLookup(month => month.Key, StringComparer.Ordinal);
        List<Project> projects =
        [
            .. rows.Where(row => row.IsProject && known.ContainsKey(row.Authority))
                .OrderBy(row => row.Authority, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => new Project(row, known[row.Authority], MonthsAt(row.Stage!, before[row.Key]))),
        ];
        var of = projects.ToLookup(project => project.Authority.Province);
        var reported = rows.Select(row => row.Authority).Distinct(StringComparer.Ordinal).Where(known.ContainsKey).ToLookup(authority => known[authority].Province);
        return new ProjectPipeline
        {
            Projects = projects,
            Stages = ByStage(projects),
            Country = ProjectSum.Of(projects.Select(project => project.Row)),
            Provinces = [.. provinces.Select(province => Together(province, [.. of[province.Code]], reported[province.Code].Count()))],
            SayNothing = rows.Where(row => !row.IsProject).Select(row => row.Authority).Distinct(StringComparer.Ordinal).Count(),
            Strangers = [.. rows.Where(row => row.IsProject && !known.ContainsKey(row.Authority))],
        };
    }

    /// <summary>Projects that have stood longest at one stage before the last, of equal ones those with the most money: only those seen there in an earlier month too.</summary>
    public IReadOnlyList<Project> StuckLongest(int most) =>
    [
        .. Projects.Where(project => project.Months > 1 && project.Row.StageNumber < StageCount)
            .OrderByDescending(project => project.Months).ThenByDescending(project => project.Row.Allocated ?? 0).ThenBy(project => project.Row.Key, StringComparer.Ordinal).Take(most),
    ];

    /// <summary>Projects that are not ready, with the most money first.</summary>
    public IReadOnlyList<Project> NotReady => [.. Projects.Where(project => project.Row.StageNumber == 1).OrderByDescending(project => project.Row.Allocated ?? 0).ThenBy(project => project.Row.Key, StringComparer.Ordinal)];

    /// <summary>Projects with a signed contract of which nothing is disbursed, the oldest contract first, those without a date last.</summary>
    public IReadOnlyList<Project> SignedUndisbursed =>
    [
        .. Projects.Where(project => project.Row.StageNumber >= Signed && (project.Row.Disbursed ?? 0) == 0)
            .OrderBy(project => project.Row.ContractDate ?? long.MaxValue).ThenByDescending(project => project.Row.Committed ?? 0).ThenBy(project => project.Row.Key, StringComparer.Ordinal),
    ];

    private static ProvinceProjects Together(Province province, List<Project> projects, int reported) => new(
        province, ByStage(projects), ProjectSum.Of(projects.Select(project => project.Row)), projects.Select(project => project.Authority.Code).Distinct().Count(), reported);

    private static List<ProjectSum> ByStage(List<Project> projects) =>
        [.. Enumerable.Range(1, StageCount).Select(stage => ProjectSum.Of(projects.Where(project => project.Row.StageNumber == stage).Select(project => project.Row)))];

    // Counted back from the newest: a month at another stage, or two at which it says different things, ends the stay.
    private static int MonthsAt(string stage, IEnumerable<StageOfMonth> earlier) =>
        1 + earlier.OrderByDescending(month => month.Period).TakeWhile(month => month.Stage == stage).Count();
}
