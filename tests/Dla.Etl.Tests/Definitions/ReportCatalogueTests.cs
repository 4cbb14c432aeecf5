using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Definitions;

public sealed class ReportCatalogueTests : IDisposable
{
    private readonly DirectoryInfo _templates = Directory.CreateTempSubdirectory("dla-reports-");

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "title:", "titel:", "titel: unknown key", "a mistyped key" },
        { "report: unit-cost-quantities", "report: another", "must be the name of its folder", "copied and not renamed" },
        { "2563: template.2563.xlsx", "2563: template.2562.xlsx", "there is no template.2562.xlsx", "a template that is not there" },
        { "2563: template.2563.xlsx", "2563: ../unit-cost-quantities/template.2563.xlsx", "there is no", "a template outside the folder" },
        { "2563: template.2563.xlsx", "63: template.2563.xlsx", "must be a Buddhist-era fiscal year", "a year of two digits" },
        { "figures: {sql: figures.sql}", "figures: {sql: figure.sql}", "there is no figure.sql", "a query that is not there" },
        { "year: last}", "year: next}", "allowed are this, last", "a year that queries do not know" },
        { "rows: [file]", "rows: []", "a table has both rows and columns", "columns without rows" },
        { "lists: [item_labels, item_units]", "lists: [item_labels, item_labels]", "is there twice", "a placeholder twice" },
        { "measure: evidence", "measure: evidences", "no measure 'evidences' exists; there are ", "a measure that nobody wrote" },
        { "form: unit-cost-quantity", "form: unit-cost-quantity\nfor_each: region", "allowed are province", "a division that nobody can make" },
        { "form: unit-cost-quantity", "form: unit-cost-quantity\nfor_each: province", "has {unit} just where", "the workbooks of two provinces under one name" },
        { "-{fiscal_year}.xlsx", "-{fiscal_year}-{unit}.xlsx", "has {unit} just where", "a country is no unit" },
        { "fiscal_year: '{fiscal_year}'", "fiscal_year: '{fiscal_year}'\n      unit: '{unit}'", "has a text 'unit' just where", "evidence of a unit that the report is not of" },
        { "manifest: true", "manifest: yes", "allowed are true, false", "a word that is no flag" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_report_yaml_stops_the_load_and_is_named(string right, string wrong, string message, string reason)
    {
        Copy(text => text.Replace(right, wrong, StringComparison.Ordinal));
        Should.Throw<DefinitionException>(() => ReportCatalogue.Load(_templates.FullName), reason).Message.ShouldContain(message);
    }

    [Fact]
    public void Years_may_share_a_template_and_a_year_that_is_not_there_has_none()
    {
        Copy(text => text);
        var report = ReportCatalogue.Load(_templates.FullName).Get("unit-cost-quantities");
        report.Templates[FiscalYear.FromBuddhistEra(2564)].ShouldBeSameAs(report.Templates[FiscalYear.FromBuddhistEra(2563)]);
        report.Templates.ContainsKey(FiscalYear.FromBuddhistEra(2565)).ShouldBeFalse();
        Should.Throw<KeyNotFoundException>(() => ReportCatalogue.Load(_templates.FullName).Get("x")).Message.ShouldContain("unit-cost-quantities");
    }

    public void Dispose() => _templates.Delete(recursive: true);

    private void Copy(Func<string, string> edit)
    {
        var from = Path.Combine(Templates.Folder, "reports", "unit-cost-quantities");
        var to = _templates.CreateSubdirectory("reports").CreateSubdirectory("unit-cost-quantities").FullName;
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        var yaml = Path.Combine(to, "report.yaml");
        var (before, after) = (File.ReadAllText(yaml), edit(File.ReadAllText(yaml)));
        File.WriteAllText(yaml, after);
        before.Length.ShouldBeGreaterThan(0);
    }
}
