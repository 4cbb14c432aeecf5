using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>A report, as <c>templates/reports/&lt;id&gt;/report.yaml</c> gives it: the contract between measures and a template that staff restyle.</summary>
public sealed record ReportDefinition
{
    /// <summary>Id of the report and name of its folder, for example <c>unit-cost-quantities</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Thai title, for document properties and messages.</summary>
    public required string Title { get; init; }

    /// <summary>Id of the form whose returns it shows.</summary>
    public required string Form { get; init; }

    /// <summary>True when nothing can be calculated before a return of <see cref="Form"/> stands; false when a report that says who was rejected is one as well.</summary>
    public bool NeedsStandingReturn { get; init; }

    /// <summary>Of what one workbook is: the country, or one province of those that report.</summary>
    public ReportScope Scope { get; init; }

    /// <summary>File name of the workbook, with <c>{fiscal_year}</c>, of a monthly report <c>{period}</c> (2566-05), of one for each province <c>{unit}</c> (56) and <c>{unit_name}</c>.</summary>
    public required string FileName { get; init; }

    /// <summary>Template workbook by fiscal year; several years may share one. There is no fallback to another year.</summary>
    public required IReadOnlyDictionary<FiscalYear, ReportTemplate> Templates { get; init; }

    /// <summary>Queries by name.</summary>
    public required IReadOnlyDictionary<string, ReportQuery> Queries { get; init; }

    /// <summary>Sheets in the order of the workbook.</summary>
    public required IReadOnlyList<ReportSheet> Sheets { get; init; }

    /// <summary>The rules that the report is made of as well: folders below <c>rules</c>, or files in them with <c>{fiscal_year}</c>, <c>targets/disbursement.{fiscal_year}.yaml</c>.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The forms and periods whose returns the report of a period looks at, each once, its own first.</summary>
    public IReadOnlyList<(string Form, Period Period)> Reads(FormCatalogue forms, Period period) =>
        [.. Queries.Values.SelectMany(query => query.PeriodsFor(forms, period).Select(read => (query.Form, Period: read))).Prepend((Form, period)).Distinct()];

    /// <summary>True when there is a workbook of a unit: null for the whole country.</summary>
    public bool IsOf(UnitCode? unit) => Scope == ReportScope.Country
        ? unit is null
        : unit is { Province: { } province, Authority: null } && Provinces.TryGet(province, out _);

    /// <summary>Folder of the report.</summary>
    public required string Folder { get; init; }

    /// <summary>The bytes of report.yaml.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public ContentHash Hash => ContentHash.Of(Content.Span);

    /// <summary>Names of the sheets that the content hash leaves out, since they hold it.</summary>
    public IReadOnlySet<string> ManifestSheets => Sheets.Where(sheet => sheet.IsManifest).Select(sheet => sheet.Name).ToHashSet(StringComparer.Ordinal);
}

/// <summary>Of what one workbook of a report is.</summary>
public enum ReportScope
{
    /// <summary>The whole country: one workbook for a period.</summary>
    Country,

    /// <summary>One province: a workbook for each of those that report.</summary>
    Province,
}

/// <summary>A template workbook.</summary>
/// <param name="FileName">Name in the report's folder.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ReportTemplate(string FileName, ReadOnlyMemory<byte> Content)
{
    /// <summary>SHA-256 of the bytes.</summary>
    public ContentHash Hash { get; } = ContentHash.Of(Content.Span);
}

/// <summary>Which period a query of a report asks for.</summary>
public enum QueriedPeriod
{
    /// <summary>The report's own.</summary>
    This,

    /// <summary>The same one of the fiscal year before.</summary>
    LastYear,

    /// <summary>The one before it: last month in the same fiscal year, or last year.</summary>
    Before,

    /// <summary>Every month of the fiscal year up to its own; <c>@year</c> is its own.</summary>
    ToDate,
}

/// <summary>A query of a report.</summary>
/// <param name="Name">Name by which measures ask for it.</param>
/// <param name="FileName">Name of the sql file in the report's folder.</param>
/// <param name="Sql">Its text, with the parameters <c>@form</c>, <c>@year</c>, <c>@sequence</c>, <c>@since</c> (always 0) and, in a report for each province, <c>@unit</c>;
/// <c>{unit_figures}</c> in it stands for the warehouse's own selection of the standing figures as of the sequence,
/// <c>{authority_rows}</c> for its selection of the rows that count for each local authority, of the report's province where it is of one.</param>
/// <param name="Form">The form whose id the parameter <c>@form</c> is: the report's own unless the query names another.</param>
/// <param name="Of">Which period the parameter <c>@year</c> is the number of.</param>
public sealed record ReportQuery(string Name, string FileName, string Sql, string Form, QueriedPeriod Of)
{
    /// <summary>The period that the query asks for in the report of a period; an annual form's is the whole year. Null when there is none before it.</summary>
    public Period? PeriodFor(FormCatalogue forms, Period period)
    {
        ArgumentNullException.ThrowIfNull(forms);
        Period? asked = Of switch
        {
            QueriedPeriod.This or QueriedPeriod.ToDate => period,
            QueriedPeriod.LastYear => period.Year.BuddhistEra == FiscalYear.First ? null : period.AddYears(-1),
            QueriedPeriod.Before => period.Before,
            _ => throw new InvalidOperationException($"No such period: {Of}."),
        };
        return asked is { } one ? forms.PeriodOf(Form, one) : null;
    }

    /// <summary>Every period whose returns it looks at in the report of a period; none when there is none before it.</summary>
    public IReadOnlyList<Period> PeriodsFor(FormCatalogue forms, Period period) => PeriodFor(forms, period) is not { } asked ? []
        : Of == QueriedPeriod.ToDate ? [.. forms.PeriodsOf(Form, asked.Year).Where(one => one.Number <= asked.Number)]
        : [asked];

    /// <summary>SHA-256 of the text.</summary>
    public ContentHash Hash { get; } = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(Sql));
}

/// <summary>A sheet of a report with its placeholders. Every placeholder is a named range of the template, and no other name may be there.</summary>
public sealed record ReportSheet
{
    /// <summary>Name of the sheet in the template.</summary>
    public required string Name { get; init; }

    /// <summary>Prefix of the names of this sheet's placeholders, for example <c>summary</c>.</summary>
    public required string Prefix { get; init; }

    /// <summary>Name of the measure that gives the data.</summary>
    public required string Measure { get; init; }

    /// <summary>Settings of the measure, by name.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Kinds of rows; <c>prefix.row.kind</c> names the model row of each. Empty for a sheet without a table.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Columns of the table; <c>prefix.column</c> names the cell (or run of cells) of each in a model row.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Ranges filled from a list; <c>prefix.list</c> names the range of each.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    /// <summary>Single cells and their text with <c>{value}</c> slots; <c>prefix.text</c> names the cell of each.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>The kind of row before which a new page begins, so that each of its parts prints by itself; null for none. The template then has a scale, because fitting to a width overrides page breaks.</summary>
    public string? PageBreakBefore { get; init; }

    /// <summary>True for the sheet of evidence, which the content hash leaves out.</summary>
    public bool IsManifest { get; init; }

    /// <summary>True when the template hides this sheet on purpose.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The names that the template must have for this sheet.</summary>
    public IEnumerable<string> Names =>
        Rows.Select(RowName).Concat(Columns.Concat(Lists).Concat(Texts.Keys).Select(NameOf));

    /// <summary>The defined name of a column, list or text.</summary>
    public string NameOf(string placeholder) => $"{Prefix}.{placeholder}";

    /// <summary>The defined name of a model row.</summary>
    public string RowName(string kind) => $"{Prefix}.row.{kind}";
}
