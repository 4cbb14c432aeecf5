using System.Data.Common;
using Dapper;
using Dla.Etl.Reporting;
using Dla.Etl.Running;

namespace Dla.Etl.Proving;

/// <summary>Finds the definitions that a workbook was made of.</summary>
/// <param name="workplace">With the definitions of today.</param>
/// <param name="connection">An open connection to the warehouse.</param>
/// <param name="stated">What the workbook says of itself.</param>
internal sealed class ProvingDefinitions(Workplace workplace, DbConnection connection, StatedManifest stated)
{
    private const string Called = "(ข้อกำหนดที่ใช้จัดทำรายงาน)";

    private readonly List<StatedSource> _definitions = [.. stated.Sources.Where(source => source.Name is not null)];

    /// <summary>
    /// Those, newest first, whose files are just the ones that the workbook lists, the definitions of today among them: a report made by
    /// <c>report --out</c> may have been made of templates that no run has worked with yet. Else those that the register names for its content hash:
    /// then the evidence itself was changed, and the comparison tells where.
    /// </summary>
    /// <param name="register">Lines that the workbook may mean.</param>
    /// <returns>Null when there are none.</returns>
    /// <exception cref="ArchivedDefinitionsException">They were found and cannot be used.</exception>
    public Workplace? Find(IReadOnlyList<WrittenReportLine> register)
    {
        ArchivedDefinitionsException? unusable = null;
        foreach (var set in Candidates())
            try
            {
                if (workplace.WithDefinitions(connection, set, Called) is var then && IsMadeOf(then))
                    return then;
            }
            catch (ArchivedDefinitionsException wrong)
            {
                // Another set with the same files of this report may be whole.
                unusable ??= wrong;
            }

        return unusable is not null ? throw unusable
            : IsMadeOf(workplace) ? workplace
            : register.FirstOrDefault(line => line.IsOf(stated) && line.Hash == stated.Hash)?.DefinitionSet is { } recorded ? workplace.WithDefinitions(connection, recorded, Called)
            : null;
    }

    /// <summary>The first listed definition that the archive has not; null when it has them all.</summary>
    public StatedSource? Unknown() => _definitions.Find(source =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM definition WHERE sha256 = @Hash", new { source.Hash }) == 0);

    // Sets that have the template and the report.yaml, newest first. The forms are asked of the loaded set: one that extends another year's has the bytes of both.
    private List<string> Candidates()
    {
        var own = _definitions.Where(source => source.Name!.StartsWith("reports/", StringComparison.Ordinal) && !source.Name.EndsWith(".sql", StringComparison.Ordinal)).ToList();
        if (own.Count == 0)
            return [];
        IEnumerable<string>? sets = null;
        foreach (var source in own)
        {
            var having = connection.Query<string>("SELECT id FROM definition_set WHERE path = @Name AND sha256 = @Hash", new { source.Name, source.Hash }).ToHashSet(StringComparer.Ordinal);
            sets = sets?.Where(having.Contains).ToList() ?? (IEnumerable<string>)having;
        }

        var wanted = sets!.ToHashSet(StringComparer.Ordinal);
        return [.. connection.Query<string>("SELECT definition_set FROM run_definition GROUP BY definition_set ORDER BY max(number) DESC").Where(wanted.Contains)];
    }

    private bool IsMadeOf(Workplace then) =>
        then.Reports.All.FirstOrDefault(one => one.Id == stated.Report) is { } report
        && report.Templates.TryGetValue(stated.Period.Year, out var template)
        && then.Forms.Years(report.Form).Contains(stated.Period.Year)
        && then.Forms.PeriodsOf(report.Form, stated.Period.Year).Contains(stated.Period)
        && ReportSources.Of(report, template, then.Forms, stated.Period).Select(source => (source.Name, source.Hash.Hex)).SequenceEqual(_definitions.Select(source => (source.Name!, source.Hash)));
}
