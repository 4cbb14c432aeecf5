using System.Globalization;
using System.Text;
using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>Every form that the templates folder defines, found by enumerating <c>forms/*/form.&lt;year&gt;.yaml</c>.</summary>
public sealed class FormCatalogue
{
    private FormCatalogue(DefinitionFiles definitions, IReadOnlyList<FormDefinition> all) => (Definitions, All) = (definitions, all);

    /// <summary>The definitions that the forms are part of, the rules of their years among them.</summary>
    public DefinitionFiles Definitions { get; }

    /// <summary>All forms, by id and year.</summary>
    public IReadOnlyList<FormDefinition> All { get; }

    /// <summary>Those that every unit has to file, each for each of its periods, so that who has not is reminded.</summary>
    public IEnumerable<FormDefinition> Owed => All.Where(form => !form.OnlyWhenNeeded).SelectMany(form => form.Periods);

    /// <summary>Reads all forms below <c>forms</c> of a templates folder.</summary>
    /// <exception cref="DefinitionException">A file is wrong; the message names it with line and key.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no folder <c>forms</c>.</exception>
    public static FormCatalogue Load(string templatesFolder) => Load(DefinitionFiles.Read(templatesFolder));

    /// <summary>The forms of definitions that are read already, those of an earlier day among them.</summary>
    /// <inheritdoc cref="Load(string)"/>
    public static FormCatalogue Load(DefinitionFiles definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return new FormCatalogue(definitions, [.. definitions.FoldersIn("forms").SelectMany(folder => LoadFolder(definitions, folder))
            .OrderBy(form => form.Id, StringComparer.Ordinal).ThenBy(form => form.Year)]);
    }

    /// <summary>The form of a period. There is no fallback to another year.</summary>
    /// <exception cref="KeyNotFoundException">No such form, or not for that year; names those there are.</exception>
    /// <exception cref="ArgumentException">It is not filed for such a period: a month of an annual form.</exception>
    public FormDefinition Get(string id, Period period) => Find(id, period)
        ?? throw new KeyNotFoundException(Years(id) is { Count: > 0 } years
            ? $"The form '{id}' is not defined for fiscal year {period.Year}; it is for {string.Join(", ", years)}."
            : $"No form '{id}' is defined; there are {string.Join(", ", All.Select(form => form.Id).Distinct(StringComparer.Ordinal))}.");

    /// <summary>The form of a period; null when there is no such form, or not for that year.</summary>
    /// <exception cref="ArgumentException">It is not filed for such a period: a month of an annual form.</exception>
    public FormDefinition? Find(string id, Period period) => All.FirstOrDefault(form => form.Id == id && form.Year == period.Year)?.For(period);

    /// <summary>True for a form that is filed for each month.</summary>
    public bool IsMonthly(string id) => All.Any(form => form.Id == id && form.IsMonthly);

    /// <summary>The period of a form that belongs to the period of a report: an annual form's is the whole year.</summary>
    public Period PeriodOf(string id, Period period) => IsMonthly(id) ? period : period.Year;

    /// <summary>The periods of a form in a year: the year, or its months.</summary>
    public IReadOnlyList<Period> PeriodsOf(string id, FiscalYear year) => IsMonthly(id) ? Period.MonthsOf(year) : [year];

    /// <summary>The years for which a form is defined, in order; empty for an unknown form.</summary>
    public IReadOnlyList<FiscalYear> Years(string id) => [.. All.Where(form => form.Id == id).Select(form => form.Year)];

    private static IEnumerable<FormDefinition> LoadFolder(DefinitionFiles definitions, string folder) =>
        definitions.FilesIn(folder).Where(file => IsForm(Path.GetFileName(file.Path))).Select(file => LoadFile(definitions, file));

    private static bool IsForm(string name) => name.StartsWith("form.", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal);

    private static FormDefinition LoadFile(DefinitionFiles definitions, DefinitionFile definition)
    {
        var file = definitions.FullPath(definition.Path);
        var bytes = definition.Content.ToArray();
        var text = Encoding.UTF8.GetString(bytes);
        var any = StrictMap.Load(file, text);
        var form = any.Has("same_as") ? SameAs(definitions, definition.Path, text, bytes) : FormYaml.Read(file, text, bytes);
        RequireNames(any, file, form);
        if (FormProof.FirstMistake(form) is ({ } key, { } mistake))
            throw new DefinitionException(file, any.LineOf(key), key, mistake);
        return form;
    }

    // "The same with its year" is data: the structure is read from the named year and only the keys here differ.
    private static FormDefinition SameAs(DefinitionFiles definitions, string path, string text, byte[] bytes)
    {
        var file = definitions.FullPath(path);
        var own = StrictMap.Load(file, text, "form", "fiscal_year", "same_as", "title", "source", "deadline", "deadline_day");
        var year = own.Whole("same_as", FiscalYear.First, FiscalYear.Last);
        var beside = string.Create(CultureInfo.InvariantCulture, $"{path[..path.LastIndexOf('/')]}/form.{year}.yaml");
        var structure = definitions.FullPath(beside);
        if (definitions.Find(beside) is not { } named)
            throw own.Error("same_as", $"there is no {Path.GetFileName(structure)} beside this file");
        var structureBytes = named.Content.ToArray();
        var structureText = Encoding.UTF8.GetString(structureBytes);
        if (StrictMap.Load(structure, structureText).Has("same_as"))
            throw own.Error("same_as", $"{Path.GetFileName(structure)} has no structure of its own; name the year that has");
        byte[] both = [.. structureBytes, .. bytes];
        var read = FormYaml.Read(structure, structureText, structureBytes);
        var (day, deadline) = FormYaml.Due(own, read.IsMonthly, FormYaml.YearOf(own));
        return read with
        {
            Id = own.Text("form"),
            Year = FormYaml.YearOf(own),
            Title = own.Text("title"),
            Source = own.Text("source"),
            DeadlineDay = day,
            Deadline = deadline,
            Path = file,
            Content = both,
            Hash = ContentHash.Of(both),
        };
    }

    private static void RequireNames(StrictMap file, string path, FormDefinition form)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(path)!);
        if (form.Id != folder)
            throw file.Error("form", $"must be the name of its folder, {folder}");
        if (Path.GetFileName(path) != string.Create(CultureInfo.InvariantCulture, $"form.{form.Year}.yaml"))
            throw file.Error("fiscal_year", "must be the year in the name of the file");
    }
}
