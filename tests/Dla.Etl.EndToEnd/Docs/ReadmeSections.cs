using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dla.Etl.Cli;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;

namespace Dla.Etl.EndToEnd.Docs;

/// <summary>The parts of the README that follow from the program: made from it, so that they cannot drift.</summary>
internal static class ReadmeSections
{
    /// <summary>All sections by the name in their markers.</summary>
    public static IReadOnlyDictionary<string, string> All(string repository) => new Dictionary<string, string>
    {
        ["commands"] = Commands(),
        ["settings"] = Settings(Path.Combine(repository, "src", "Dla.Etl", "Installing", "appsettings.json")),
        ["templates"] = Templates(Path.Combine(repository, "templates")),
        ["findings"] = CatalogueTable.Markdown(),
        ["example"] = Example(repository),
    };

    private static string Example(string repository)
    {
        const string File = "testdata/forms/unit-cost-quantity/2563-error-blank-quantity/input.xlsx";
        var pipeline = new Pipeline(
            new WorkbookReader(new ReadingLimits(), TimeProvider.System), new FormRecogniser(FormCatalogue.Load(Path.Combine(repository, "templates"))), _ => null);
        var findings = pipeline.Examine(Path.Combine(repository, File), new Delivery("input.xlsx", null), CancellationToken.None).Findings;
        return $"```text\n$ dla-etl check {File}\n{CheckText.Compose(File, findings).TrimEnd()}\n```\n";
    }

    private static string Commands()
    {
        var table = new StringBuilder("| command | what it does |\n| --- | --- |\n");
        var root = CommandLine.Root(new Terminal(TextWriter.Null, TextWriter.Null), TimeProvider.System);
        foreach (var command in root.Subcommands.SelectMany(command => command.Subcommands.Count > 0 ? command.Subcommands : [command]))
            table.Append(CultureInfo.InvariantCulture, $"| `{NameOf(command)}{Usage(command)}` | {FirstLine(command.Description)} |\n");
        return table.Append(CultureInfo.InvariantCulture, $"\nEverywhere: {string.Join(", ", root.Options.Where(option => option.Recursive && option.HelpName is not null).Select(option => $"`{option.Name} {option.HelpName}`"))}.\n").ToString();
    }

    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{parent.Name} {command.Name}" : command.Name;

    private static string Usage(Command command) => string.Concat(
        command.Arguments.Select(argument => argument.Arity.MaximumNumberOfValues > 1 ? $" {argument.Name}…" : $" {argument.Name}")
            .Concat(command.Options.Select(option => option.Required ? $" {option.Name} {option.HelpName}" : $" [{(option.Name + " " + option.HelpName).TrimEnd()}]")));

    private static string FirstLine(string? description) => description!.Split('\n')[0].Trim().Replace("|", "\\|", StringComparison.Ordinal);

    private static string Settings(string file)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(file));
        var table = new StringBuilder("| setting | default |\n| --- | --- |\n");
        foreach (var section in settings.RootElement.EnumerateObject())
            foreach (var (key, value) in Leaves(section.Name, section.Value))
                table.Append(CultureInfo.InvariantCulture, $"| `{key}` | {(value.Length > 0 ? $"`{value}`" : "")} |\n");
        return table.ToString();
    }

    private static IEnumerable<(string Key, string Value)> Leaves(string key, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any()
            ? value.EnumerateObject().SelectMany(inner => Leaves($"{key}:{inner.Name}", inner.Value))
            : [(key, value.ToString())];

    private static string Templates(string templates)
    {
        var table = new StringBuilder("| form | name | fiscal years (deadline) |\n| --- | --- | --- |\n");
        foreach (var form in FormCatalogue.Load(templates).All.GroupBy(form => form.Id))
            table.Append(CultureInfo.InvariantCulture, $"| [`{form.Key}`](templates/forms/{form.Key}/README.md) | {form.First().ShortName} | {string.Join(", ", form.Select(year => $"{year.Year} ({year.Deadline:yyyy-MM-dd})"))} |\n");
        table.Append("\n| report | name | of form | fiscal years | sheets |\n| --- | --- | --- | --- | --- |\n");
        foreach (var report in ReportCatalogue.Load(templates).All)
            table.Append(CultureInfo.InvariantCulture, $"| `{report.Id}` | {report.Title} | `{report.Form}` | {string.Join(", ", report.Templates.Keys.Order())} | {string.Join(", ", report.Sheets.Select(sheet => sheet.Name))} |\n");
        return table.ToString();
    }
}
