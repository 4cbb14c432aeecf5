using System.Data.Common;
using System.Reflection;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Measures;
using Dla.Etl.Reference;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Reporting;

/// <summary>Asks the warehouse for what the measures of a report want, each query once.</summary>
internal sealed class ReportData(ReportDefinition report, FormCatalogue forms, DbConnection connection, ReportRequest request)
{
    private static readonly MethodInfo AskMethod = typeof(ReportData).GetMethod(nameof(Ask), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Dictionary<(string, Type), object> _answers = [];

    /// <summary>The input of the report's measures.</summary>
    /// <exception cref="KeyNotFoundException">The report's form is not defined for the year.</exception>
    public MeasureInput Input(ReportTemplate template)
    {
        if (!report.IsOf(request.Unit))
            throw new ArgumentException($"There is no {report.Id} of {request.Unit?.ToString() ?? "the whole country"}.", nameof(template));
        var form = forms.Get(report.Form, request.Period);
        var province = request.Unit?.Province;
        var authorities = form.FiledBy == FilingUnit.Authority ? AuthorityEditions.AsOf(connection, request.Period.LastDay, request.Sequence) : null;
        return new MeasureInput
        {
            Form = form,
            Forms = forms,
            Unit = request.Unit is { } unit ? Units.Get(unit) : null,
            Provinces = [.. Provinces.All.Where(one => province is null || one.Code == province)],
            Authorities = province is { } only ? authorities?.In(only) : authorities,
            Status = FiguresAsOf.Status(connection, form.Id, request.Period, request.Sequence, [.. Units.Filing(form).Select(filing => filing.Code).Where(code => province is null || code.Province == province)]),
            Sources = ReportSources.Of(report, template, forms, request.Period),
            Query = Query,
        };
    }

    private object Query(string name, Type type)
    {
        if (!_answers.TryGetValue((name, type), out var answer))
            _answers[(name, type)] = answer = AskMethod.MakeGenericMethod(type).Invoke(this, [name])!;
        return answer;
    }

    private List<T> Ask<T>(string name)
    {
        if (!report.Queries.TryGetValue(name, out var query))
            throw new KeyNotFoundException($"{report.Id}/report.yaml has no query '{name}'; it has {string.Join(", ", report.Queries.Keys)}.");
        var sql = query.Sql.Replace("FROM {unit_figures}", $"FROM ({FiguresAsOf.UnitSql})", StringComparison.Ordinal)
            .Replace("FROM {authority_rows}", $"FROM ({(request.Unit is null ? AuthorityRows.OfAll : AuthorityRows.OfOffice)})", StringComparison.Ordinal);
        // No period before the first: then there is nothing to find, and 0 is no period.
        return connection.Query<T>(sql, new { form = query.Form, year = query.PeriodFor(forms, request.Period)?.Number ?? 0, sequence = request.Sequence, since = 0L, unit = request.Unit?.ToString() }).AsList();
    }
}
