using System.Text;
using Dla.Etl.Measures;
using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>Every report that the templates folder defines, found by enumerating <c>reports/*/report.yaml</c>.</summary>
public sealed class ReportCatalogue
{
    private ReportCatalogue(IReadOnlyList<ReportDefinition> all) => All = all;

    /// <summary>All reports, by id.</summary>
    public IReadOnlyList<ReportDefinition> All { get; }

    /// <summary>Reads all reports below <c>reports</c> of a templates folder.</summary>
    /// <exception cref="DefinitionException">A report.yaml is wrong, or names a file that is not there; the message names it with line and key.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no folder <c>reports</c>.</exception>
    public static ReportCatalogue Load(string templatesFolder) => Load(DefinitionFiles.Read(templatesFolder));

    /// <summary>The reports of definitions that are read already, those of an earlier day among them.</summary>
    /// <inheritdoc cref="Load(string)"/>
    public static ReportCatalogue Load(DefinitionFiles definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return new([.. definitions.FoldersIn("reports").Select(folder => LoadFile(definitions, folder))]);
    }

    /// <summary>The report with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none; names those there are.</exception>
    public ReportDefinition Get(string id) => All.FirstOrDefault(report => report.Id == id)
        ?? throw new KeyNotFoundException($"No report '{id}' is defined; there are {string.Join(", ", All.Select(report => report.Id))}.");

    private static ReportDefinition LoadFile(DefinitionFiles definitions, string folder)
    {
        var file = definitions.FullPath($"{folder}/report.yaml");
        var content = definitions.Get($"{folder}/report.yaml").Content;
        var map = StrictMap.Load(file, Encoding.UTF8.GetString(content.Span),
            "report", "title", "form", "for_each", "needs", "file_name", "template", "rules", "queries", "sheets");
        if (map.Text("report") != Path.GetFileName(folder))
            throw map.Error("report", $"must be the name of its folder, {Path.GetFileName(folder)}");
        var scope = map.Has("for_each") ? map.OneOf("for_each", ("province", ReportScope.Province)) : ReportScope.Country;
        return new ReportDefinition
        {
            Id = map.Text("report"),
            Title = map.Text("title"),
            Form = map.Text("form"),
            NeedsStandingReturn = map.Has("needs") && map.OneOf("needs", ("any_return", false), ("standing_return", true)),
            Scope = scope,
            FileName = FileName(map, scope),
            Templates = Templates(map.Map("template"), definitions, folder),
            Rules = map.Texts("rules", optional: true),
            Queries = Queries(map.Map("queries"), map.Text("form"), definitions, folder),
            Sheets = [.. map.Maps("sheets", ["name", "prefix", "measure", "settings", "rows", "columns", "lists", "texts", "page_break_before", "manifest", "hidden"]).Select(sheet => Sheet(sheet, scope))],
            Folder = definitions.FullPath(folder),
            Content = content,
        };
    }

    // Two provinces' workbooks must not share a name, not even when they have left their folders.
    private static string FileName(StrictMap map, ReportScope scope) =>
        map.Text("file_name").Contains("{unit}", StringComparison.Ordinal) == (scope == ReportScope.Province)
            ? map.Text("file_name")
            : throw map.Error("file_name", "has {unit} just where the report is for_each province");

    private static Dictionary<FiscalYear, ReportTemplate> Templates(StrictMap map, DefinitionFiles definitions, string folder)
    {
        var read = new Dictionary<string, ReportTemplate>(StringComparer.Ordinal);
        var templates = new Dictionary<FiscalYear, ReportTemplate>();
        foreach (var key in map.Keys)
        {
            if (!int.TryParse(key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year)
                || year is < FiscalYear.First or > FiscalYear.Last)
                throw map.Error(key, "must be a Buddhist-era fiscal year");
            var name = map.Text(key);
            if (!read.TryGetValue(name, out var template))
                read[name] = template = new ReportTemplate(name, Existing(map, key, definitions, folder).Content);
            templates[FiscalYear.FromBuddhistEra(year)] = template;
        }
        return templates;
    }

    private static Dictionary<string, ReportQuery> Queries(StrictMap map, string form, DefinitionFiles definitions, string folder)
    {
        var queries = new Dictionary<string, ReportQuery>(StringComparer.Ordinal);
        foreach (var name in map.Keys)
        {
            var query = map.Map(name, "sql", "form", "year", "period");
            if (query.Has("year") && query.Has("period"))
                throw query.Error("period", "either year or period");
            var of = query.Has("period") ? query.OneOf("period", ("this", QueriedPeriod.This), ("before", QueriedPeriod.Before), ("to_date", QueriedPeriod.ToDate))
                : query.Has("year") ? query.OneOf("year", ("this", QueriedPeriod.This), ("last", QueriedPeriod.LastYear)) : QueriedPeriod.This;
            queries[name] = new ReportQuery(name, query.Text("sql"), Text(Existing(query, "sql", definitions, folder)), query.TextOrNull("form") ?? form, of);
        }
        return queries;
    }

    private static DefinitionFile Existing(StrictMap map, string key, DefinitionFiles definitions, string folder) =>
        definitions.Find($"{folder}/{map.Text(key)}") is { } file && !map.Text(key).Contains('/', StringComparison.Ordinal)
            ? file
            : throw map.Error(key, $"there is no {map.Text(key)} in the folder of the report");

    // A byte order mark that an editor put there is no part of the query.
    private static string Text(DefinitionFile file)
    {
        using var reader = new StreamReader(new MemoryStream(file.Content.ToArray()), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static ReportSheet Sheet(StrictMap map, ReportScope scope)
    {
        var sheet = new ReportSheet
        {
            Name = map.Text("name"),
            Prefix = map.Text("prefix"),
            Measure = MeasureOf(map),
            Settings = Pairs(map, "settings"),
            Rows = map.Texts("rows", optional: true),
            Columns = map.Texts("columns", optional: true),
            Lists = map.Texts("lists", optional: true),
            Texts = Pairs(map, "texts"),
            PageBreakBefore = map.TextOrNull("page_break_before"),
            IsManifest = map.Flag("manifest"),
            IsHidden = map.Flag("hidden"),
        };
        if (sheet.Rows.Count == 0 != (sheet.Columns.Count == 0))
            throw map.Error("rows", "a table has both rows and columns");
        if (sheet.PageBreakBefore is { } breaking && !sheet.Rows.Contains(breaking))
            throw map.Error("page_break_before", $"must be one of the rows {string.Join(", ", sheet.Rows)}");
        if (sheet.IsManifest && Proving.StatedManifest.Names.FirstOrDefault(name => !sheet.Texts.ContainsKey(name)) is { } lacking)
            throw map.Error("manifest", $"a sheet of evidence has a text '{lacking}': `verify` knows the report by it");
        if (sheet.IsManifest && sheet.Texts.ContainsKey(Proving.StatedManifest.UnitName) != (scope == ReportScope.Province))
            throw map.Error("manifest", $"a sheet of evidence has a text '{Proving.StatedManifest.UnitName}' just where the report is for_each province");
        return sheet.Names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw map.Error("prefix", $"the placeholder {twice.Key} is there twice")
            : sheet;
    }

    private static Dictionary<string, string> Pairs(StrictMap map, string key)
    {
        if (!map.Has(key))
            return [];
        var pairs = map.Map(key);
        return pairs.Keys.ToDictionary(name => name, pairs.Text, StringComparer.Ordinal);
    }

    private static string MeasureOf(StrictMap map) => MeasureCatalogue.Names.Contains(map.Text("measure"))
        ? map.Text("measure")
        : throw map.Error("measure", $"no measure '{map.Text("measure")}' exists; there are {string.Join(", ", MeasureCatalogue.Names)}");
}
