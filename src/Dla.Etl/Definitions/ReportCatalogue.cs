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
    public static ReportCatalogue Load(string templatesFolder) =>
        new([.. Directory.GetDirectories(Path.Combine(templatesFolder, "reports")).Order(StringComparer.Ordinal)
            .Select(folder => LoadFile(Path.Combine(folder, "report.yaml")))]);

    /// <summary>The report with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none; names those there are.</exception>
    public ReportDefinition Get(string id) => All.FirstOrDefault(report => report.Id == id)
        ?? throw new KeyNotFoundException($"No report '{id}' is defined; there are {string.Join(", ", All.Select(report => report.Id))}.");

    private static ReportDefinition LoadFile(string file)
    {
        var content = File.ReadAllBytes(file);
        var map = StrictMap.Load(file, Encoding.UTF8.GetString(content),
            "report", "title", "form", "file_name", "template", "queries", "sheets");
        var folder = Path.GetDirectoryName(file)!;
        if (map.Text("report") != Path.GetFileName(folder))
            throw map.Error("report", $"must be the name of its folder, {Path.GetFileName(folder)}");
        return new ReportDefinition
        {
            Id = map.Text("report"),
            Title = map.Text("title"),
            Form = map.Text("form"),
            FileName = map.Text("file_name"),
            Templates = Templates(map.Map("template"), folder),
            Queries = Queries(map.Map("queries"), folder),
            Sheets = [.. map.Maps("sheets", ["name", "prefix", "measure", "settings", "rows", "columns", "lists", "texts", "manifest", "hidden"]).Select(Sheet)],
            Folder = folder,
            Content = content,
        };
    }

    private static Dictionary<FiscalYear, ReportTemplate> Templates(StrictMap map, string folder)
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
                read[name] = template = new ReportTemplate(name, File.ReadAllBytes(Existing(map, key, folder)));
            templates[FiscalYear.FromBuddhistEra(year)] = template;
        }
        return templates;
    }

    private static Dictionary<string, ReportQuery> Queries(StrictMap map, string folder)
    {
        var queries = new Dictionary<string, ReportQuery>(StringComparer.Ordinal);
        foreach (var name in map.Keys)
        {
            var query = map.Map(name, "sql", "year");
            var offset = query.Has("year") ? query.OneOf("year", ("this", 0), ("last", -1)) : 0;
            queries[name] = new ReportQuery(name, query.Text("sql"), File.ReadAllText(Existing(query, "sql", folder)), offset);
        }
        return queries;
    }

    private static string Existing(StrictMap map, string key, string folder)
    {
        var path = Path.Combine(folder, map.Text(key));
        return File.Exists(path) && Path.GetFileName(path) == map.Text(key)
            ? path
            : throw map.Error(key, $"there is no {map.Text(key)} in the folder of the report");
    }

    private static ReportSheet Sheet(StrictMap map)
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
            IsManifest = map.Flag("manifest"),
            IsHidden = map.Flag("hidden"),
        };
        if (sheet.Rows.Count == 0 != (sheet.Columns.Count == 0))
            throw map.Error("rows", "a table has both rows and columns");
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
