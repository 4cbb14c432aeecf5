using System.Data.Common;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>
/// Whether reports are due to be written. A night asks it of every province and month, so each form and period is asked for once and all its units come
/// in one answer.
/// </summary>
/// <param name="connection">The warehouse, as it stands while this is used.</param>
/// <param name="workplace">Reports, forms, the reports folder.</param>
internal sealed class ReportChanges(DbConnection connection, Workplace workplace)
{
    private readonly Dictionary<(string Form, int Year, long Sequence), LastChanges> _changes = [];
    private readonly Dictionary<(string Form, int Year, long Sequence), bool> _standing = [];
    private readonly Dictionary<(string Report, int Year, string UpTo), Dictionary<string, LastWritten>> _written = [];
    private readonly Dictionary<(string Report, Period Period), string> _sources = [];
    private readonly Dictionary<(Period Period, long Sequence), (long Sequence, HashSet<string> Provinces)> _registries = [];

    /// <summary>The periods for which a report may be made: the years that it has a template for, or their months.</summary>
    public static IEnumerable<Period> Periods(Workplace workplace, ReportDefinition report) =>
        report.Templates.Keys.Order().SelectMany(year => workplace.Forms.PeriodsOf(report.Form, year));

    /// <summary>Of whom there is a workbook of a report, as far as what was known at a sequence goes: null for the whole country, or the provinces that have somebody who files.</summary>
    // Nobody files in a province that the registry does not know: a department that tries the program with three provinces gets three workbooks.
    public IEnumerable<UnitCode?> UnitsOf(ReportDefinition report, Period period, long sequence)
    {
        if (report.Scope == ReportScope.Country)
            return [null];
        var offices = Reference.Provinces.All.Select(province => (UnitCode?)province.Code);
        return IsFiledByAuthorities(report, period) ? offices.Where(office => Registry(period, sequence).Provinces.Contains(office!.Value.ToString())) : offices;
    }

    /// <summary>Whether a report is due to be written, as far as what was decided up to a sequence goes.</summary>
    // What is decided about any return that it looks at makes it due again: of one of a province, about any of the province's.
    public bool IsDue(ReportDefinition report, Period period, UnitCode? unit, long sequence) =>
        HasMatter(report, period, sequence)
        && (LastOf(report, period, unit, DateTimeOffset.MaxValue) is not { } last
            || IsBehind(last, report, period, unit, sequence)
            || !File.Exists(Path.Combine(workplace.Folders.Reports, last.FileName)));

    /// <summary>Whether a report was due at an instant, with what was known then. Whether the workbook of then still lies there says nothing of then.</summary>
    public bool WasDue(ReportDefinition report, Period period, UnitCode? unit, DateTimeOffset instant, long sequence) =>
        HasMatter(report, period, sequence) && (LastOf(report, period, unit, instant) is not { } last || IsBehind(last, report, period, unit, sequence));

    /// <summary>
    /// Whether there was anything to report up to a sequence: a decision on a return of the report's own form and year, or one that stands where it needs
    /// that. One province's is enough for all: who has entered nothing is the first who should read so.
    /// </summary>
    public bool HasMatter(ReportDefinition report, Period period, long sequence) => report.NeedsStandingReturn
        ? Stands(report.Form, period.Number, sequence)
        : Changes(report.Form, period.Number, sequence).OfAll > 0;

    /// <summary>The workbook that was written last up to an instant; null when there was none.</summary>
    public LastWritten? LastOf(ReportDefinition report, Period period, UnitCode? unit, DateTimeOffset upTo)
    {
        var key = (report.Id, period.Number, Instants.Text(upTo));
        if (!_written.TryGetValue(key, out var known))
            _written[key] = known = LastWritten.Of(connection, report.Id, period, upTo);
        return known.GetValueOrDefault(unit?.ToString() ?? "");
    }

    private bool IsBehind(LastWritten last, ReportDefinition report, Period period, UnitCode? unit, long sequence) =>
        last.Sequence < LastChange(report, period, unit, sequence) || last.Sources != SourcesOf(report, period);

    private string SourcesOf(ReportDefinition report, Period period)
    {
        if (!_sources.TryGetValue((report.Id, period), out var hash))
            _sources[(report.Id, period)] = hash = ReportSources.HashOf(ReportSources.Of(report, report.Templates[period.Year], workplace.Forms, period)).Hex;
        return hash;
    }

    /// <summary>The last commit up to a sequence that says something of any return that a report looks at.</summary>
    private long LastChange(ReportDefinition report, Period period, UnitCode? unit, long sequence) => Math.Max(
        report.Reads(workplace.Forms, period).Max(read => Changes(read.Form, read.Period.Number, sequence).Of(unit)),
        IsFiledByAuthorities(report, period) ? Registry(period, sequence).Sequence : 0);

    private bool IsFiledByAuthorities(ReportDefinition report, Period period) => workplace.Forms.Find(report.Form, period) is { FiledBy: FilingUnit.Authority };

    // Who has not reported, and of how many that is, is told by the edition that holds for the period. Editions are only added, so another one holds
    // from its own sequence on.
    private (long Sequence, HashSet<string> Provinces) Registry(Period period, long sequence)
    {
        if (_registries.TryGetValue((period, sequence), out var known))
            return known;
        var edition = AuthorityEditions.EditionAsOf(connection, period.LastDay, sequence);
        return _registries[(period, sequence)] = edition is null ? (0, []) : (edition.Sequence,
            [.. connection.Query<string>("SELECT DISTINCT province FROM authority WHERE edition = @Number", new { edition.Number })]);
    }

    private bool Stands(string form, int year, long sequence)
    {
        if (!_standing.TryGetValue((form, year, sequence), out var stands))
            _standing[(form, year, sequence)] = stands = connection.ExecuteScalar<long>(
                "SELECT count(*) FROM return_version WHERE form = @form AND fiscal_year = @year AND sequence <= @sequence", new { form, year, sequence }) > 0;
        return stands;
    }

    /// <summary>The last commits up to a sequence that say something of a form and year: a file was decided on, or somebody went back to an earlier version.</summary>
    private LastChanges Changes(string form, int year, long sequence)
    {
        if (!_changes.TryGetValue((form, year, sequence), out var known))
            _changes[(form, year, sequence)] = known = LastChanges.Among(connection.Query<(string?, long)>(
                """
                SELECT unit, max(sequence) FROM (
                  SELECT unit, sequence FROM outcome WHERE form = @form AND fiscal_year = @year
                  UNION ALL SELECT unit, sequence FROM return_version WHERE form = @form AND fiscal_year = @year) changed
                WHERE sequence <= @sequence GROUP BY unit
                """,
                new { form, year, sequence }));
        return known;
    }

    private sealed record LastChanges(long OfAll, IReadOnlyDictionary<UnitCode, long> ByOffice)
    {
        // What was recognised for no unit is of no province.
        public static LastChanges Among(IEnumerable<(string? Unit, long Changed)> units)
        {
            var (all, byOffice) = (0L, new Dictionary<UnitCode, long>());
            foreach (var (unit, changed) in units)
            {
                all = Math.Max(all, changed);
                if (UnitCode.Parse(unit) is { Succeeded: true, Value.Office: var office })
                    byOffice[office] = Math.Max(byOffice.GetValueOrDefault(office), changed);
            }

            return new(all, byOffice);
        }

        public long Of(UnitCode? office) => office is { } one ? ByOffice.GetValueOrDefault(one) : OfAll;
    }
}

/// <summary>The current report as it was last written; back-filled ones do not count.</summary>
internal sealed record LastWritten
{
    public string Unit { get; init; } = "";

    public long Sequence { get; init; }

    public string Sources { get; init; } = "";

    /// <summary>Below the reports folder: of one of a province in the province's.</summary>
    public string FileName { get; init; } = "";

    public string Content { get; init; } = "";

    /// <summary>Tells this very workbook from every other one of its report, period and unit.</summary>
    public string Version => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Sequence}-{Content[..12]}");

    /// <summary>The last ones written up to an instant, by unit; <c>""</c> for the whole country.</summary>
    public static Dictionary<string, LastWritten> Of(DbConnection connection, string report, Period period, DateTimeOffset upTo)
    {
        var last = new Dictionary<string, LastWritten>(StringComparer.Ordinal);
        foreach (var written in connection.Query<LastWritten>(
            """
            SELECT coalesce(unit, '') AS Unit, as_of_sequence AS Sequence, sources_hash AS Sources, file_name AS FileName, content_hash AS Content
            FROM report_written
            WHERE report = @report AND fiscal_year = @year AND back_filled_for IS NULL AND written_at <= @upTo
            ORDER BY as_of_sequence, written_at
            """,
            new { report, year = period.Number, upTo = Instants.Text(upTo) }))
            last[written.Unit] = written;
        return last;
    }
}
