using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Validation;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Cases;

/// <summary>Every folder of testdata/forms gives what its expected.json says: verdict, findings with cells, figures. A new form brings its folders and no code.</summary>
public sealed class CaseFolderTests
{
    private static readonly FormRecogniser Recogniser = new(FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates")));

    private static readonly DefinitionFiles MadeUpRules = DefinitionFiles.Read(ExpectedCase.TestData("unit-cost/made-up"));

    // The second edition, with what became of those of the first.
    private static readonly AuthorityMatching MadeUpAuthorities = new(new AuthorityRegistry(MadeUpRegistry.Second, MadeUpRegistry.Now.All)
    {
        Former = [.. MadeUpRegistry.Before.All.Where(was => MadeUpRegistry.Now.Find(was.Code) is var now && (now?.Name, now?.Type) != (was.Name, was.Type))
            .Select(was => new FormerAuthority(was, MadeUpRegistry.First, MadeUpRegistry.Second, MadeUpRegistry.Now.Find(was.Code)))],
    });

    private static readonly Pipeline Pipeline = PipelineOf(null);

    public static TheoryData<string> Folders =>
    [
        .. Directory.GetDirectories(ExpectedCase.TestData("forms"), "*-*-*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(ExpectedCase.TestData("forms"), folder).Replace('\\', '/'))
            .Where(folder => folder.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_verdict_is_the_one_in_its_name(string folder)
    {
        var (expected, examined) = Examine(folder);
        Path.GetFileName(folder).ShouldStartWith($"{expected.FiscalYear}-{expected.Verdict}-");
        examined.Findings.Select(finding => finding.Severity).DefaultIfEmpty(Severity.Info).Max().ShouldBe(expected.Gravest, Told(examined));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_findings_are_those_expected_and_no_others(string folder)
    {
        var (expected, examined) = Examine(folder);
        var rest = examined.Findings.Where(finding => finding.Severity >= Severity.Warning).ToList();
        foreach (var finding in expected.Findings)
        {
            var match = rest.Find(found => found.Kind.Id == finding.Id && (finding.Cell is null || found.Place.Cell?.ToString() == finding.Cell));
            match.ShouldNotBeNull($"{finding.Id} {finding.Cell}: {Told(examined)}");
            rest.Remove(match);
        }

        rest.ShouldBeEmpty(Told(examined));
        expected.Infos.Except(examined.Findings.Select(finding => finding.Kind.Id)).ShouldBeEmpty(Told(examined));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Year_province_and_figures_are_those_expected(string folder)
    {
        var (expected, examined) = Examine(folder);
        if (examined.Form is { } form)
        {
            form.Form.Year.BuddhistEra.ShouldBe(expected.FiscalYear);
            form.Unit.ToString().ShouldBe(expected.Province);
            if (expected.Period is { } period)
                form.Form.Period.ToString().ShouldBe(period);
        }

        (examined.Return is { Passed: true }).ShouldBe(expected.Gravest < Severity.Error);
        foreach (var figure in expected.SubActivities ?? [])
            Figure(examined, figure.Number).ShouldBe((figure.Quantity * Quantity.Scale, figure.Unit, figure.Cell));
        foreach (var value in expected.Values ?? [])
            Value(examined, value.Field, value.Cell).ShouldBe(value.Value, $"{value.Field} {value.Cell}");
    }

    [Theory]
    [InlineData(1_000, "VAL-099 WARNING", "a thousandth of the year before")]
    [InlineData(1_000_000, "VAL-099 WARNING", "a millionth")]
    [InlineData(1, "", "as much")]
    [InlineData(100, "", "much less, and no other unit")]
    public void The_first_month_of_a_year_is_held_against_the_same_month_of_the_year_before(int times, string told, string why)
    {
        var (expected, _) = Examine("general-grant-disbursement/2566-ok-typical");
        var path = Directory.GetFiles(ExpectedCase.TestData("forms/general-grant-disbursement/2566-ok-typical"), "input.*").Single();
        var now = Prior(path, expected.Delivery);
        var before = new PriorFigures(Period.Parse("2565-05").Value, now.Figures.ToDictionary(one => one.Key, one => one.Value with { Amount = one.Value.Amount * times }));
        Told(null).ShouldBe(told, why);
        Told(before with { Period = Period.Parse("2566-04").Value }, told.Length > 0).ShouldNotContain("VAL-099", Case.Sensitive, "money_history speaks of the other months");

        string Told(PriorFigures? month, bool moneyHistory = false)
        {
            var pipeline = new Pipeline(new WorkbookReader(new ReadingLimits(), TimeProvider.System), Recogniser, _ => month, MadeUpRules, authorities: _ => MadeUpAuthorities, lastYear: _ => before);
            var said = pipeline.Examine(path, expected.Delivery, CancellationToken.None).Findings.Where(finding => finding.Severity > Severity.Info).Select(finding => $"{finding.Kind.Id} {finding.Severity.Code()}").ToList();
            said.Exists(one => one.StartsWith("VAL-096", StringComparison.Ordinal)).ShouldBe(moneyHistory, why);
            return string.Join('\n', said);
        }
    }

    private static Pipeline PipelineOf(PriorFigures? before, PriorFigures? after = null, Func<NormalisedReturn, string, PriorFigures?>? standing = null) =>
        new(new WorkbookReader(new ReadingLimits(), TimeProvider.System), Recogniser, _ => before, MadeUpRules, standing, authorities: _ => MadeUpAuthorities, later: _ => after);

    private static string? Value(Examined examined, string code, string cell)
    {
        var (row, index) = examined.Return!.Return.Rows
            .Select(row => (Row: row, Index: row.Group.Fields.ToList().FindIndex(field => field.Code == code)))
            .Single(at => at.Row.Fields[at.Index].Source?.Address.ToString() == cell);
        return row.Group.Fields[index].Type == FieldType.Baht
            ? (row.Fields[index].Amount / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)
            : row.Fields[index].Text;
    }

    private static (long, string?, string?) Figure(Examined examined, int number)
    {
        var row = examined.Return!.Return.Rows.Single(row => row.Group.Code == "sub_activity" && row.Item?.Number == number);
        var quantity = row.Fields[row.Group.IndexOf(FieldRole.Figure)];
        return (quantity.Amount, row.Fields[row.Group.IndexOf(FieldRole.UnitOfMeasure)].Text, quantity.Source?.Address.ToString());
    }

    private static (ExpectedCase Expected, Examined Examined) Examine(string folder)
    {
        var path = ExpectedCase.TestData("forms/" + folder);
        var expected = ExpectedCase.Read(path);
        var before = Directory.GetFiles(path, "before.*") is [var month] ? Prior(month, expected.Delivery) : null;
        var after = Directory.GetFiles(path, "after.*") is [var later] ? Prior(later, expected.Delivery) : null;
        var plan = Directory.GetFiles(path, "plan.*") is [var standing] ? Prior(standing, expected.Delivery) : null;
        var pipeline = before is null && after is null && plan is null ? Pipeline : PipelineOf(before, after, (_, form) => form == "action-plan" ? plan : null);
        return (expected, pipeline.Examine(Directory.GetFiles(path, "input.*").Single(), expected.Delivery, CancellationToken.None));
    }

    // What the warehouse would tell of the month before or a later one, had that file been loaded.
    private static PriorFigures Prior(string file, Delivery delivery)
    {
        var stood = Pipeline.Examine(file, delivery with { FileName = Path.GetFileName(file) }, CancellationToken.None);
        stood.Return.ShouldNotBeNull(Told(stood)).Passed.ShouldBeTrue(Told(stood));
        var fields = stood.Return.Return.Rows.SelectMany(row => Enumerable.Range(0, row.Fields.Count).Select(index => new FieldAt(row, index))).ToList();
        return new PriorFigures(stood.Return.Return.Form.Period, fields.Where(at => at.Definition.Role == FieldRole.Figure && at.HasAmount)
            .ToDictionary(at => at.Key, at => new PriorFigure(at.Amount, Etl.Normalising.FigureUnit.Of(at.Row, at.Index))))
        {
            Texts = fields.Where(at => at.Text.Length > 0).ToDictionary(at => at.Key, at => at.Text),
        };
    }

    private static string Told(Examined examined) =>
        string.Join('\n', examined.Findings.Select(finding => $"{finding.Severity} {finding.Kind.Id} {finding.Place}: {finding.Message}"));
}
