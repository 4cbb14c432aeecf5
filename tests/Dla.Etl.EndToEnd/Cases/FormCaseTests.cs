using System.Globalization;
using System.Text.Json;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Values;

namespace Dla.Etl.EndToEnd.Cases;

/// <summary>Every case folder through the whole pipeline: verdict, findings with their cells, quantities with theirs.</summary>
public sealed class FormCaseTests
{
    private static readonly Lazy<Pipeline> Whole = new(() => new Pipeline(
        new WorkbookReader(new ReadingLimits(), TimeProvider.System),
        new FormRecogniser(FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates"))), _ => null,
        DefinitionFiles.Read(Path.Combine(Repository.Root, "testdata", "unit-cost", "made-up"))));

    // Those that need a registry, an earlier month or a plan beside them are tried by Dla.Etl.Tests, which has these at hand.
    private static readonly string[] Elsewhere = ["action-plan-progress", "development-plan-progress", "general-grant-disbursement", "specific-grant-status"];

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "testdata", "forms"), "*", SearchOption.AllDirectories)
        .Where(folder => File.Exists(Path.Combine(folder, "expected.json")))
        .Where(folder => !Elsewhere.Contains(Path.GetFileName(Path.GetDirectoryName(folder)), StringComparer.Ordinal))
        .Select(folder => Path.GetRelativePath(Repository.Cases, folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheCaseComesOutAsThoughtOut(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Cases, name, "expected.json")));
        var expected = json.RootElement;
        var examined = Whole.Value.Examine(Repository.Input(name), new Delivery(Text(expected, "file_name")!, Text(expected, "folder")), default);
        var said = string.Join('\n', examined.Findings.Select(finding => $"{finding.Kind.Id} {finding.Place} {finding.Message}"));

        VerdictOf(examined.Verdict).ShouldBe(Text(expected, "verdict"), said);
        Complaints(examined, Open(expected)).ShouldBe(Complaints(expected), said);
        foreach (var info in expected.GetProperty("infos").EnumerateArray())
            examined.Findings.Select(finding => finding.Kind.Id).ShouldContain(info.GetString(), said);
        if (examined.Return is not null || examined.Verdict is Verdict.Loaded or Verdict.LoadedWithWarnings)
            Identity(examined, expected, said);
        if (expected.TryGetProperty("sub_activities", out var lines))
            Quantities(examined).ShouldBe(lines.EnumerateArray().Select(line =>
                $"{line.GetProperty("number")} {line.GetProperty("quantity")} {Text(line, "unit")} {Text(line, "cell")}"), said);
    }

    private static void Identity(Examined examined, JsonElement expected, string said)
    {
        examined.Form.ShouldNotBeNull(said).Unit.ToString().ShouldBe(Text(expected, "province"), said);
        examined.Form!.Form.Year.BuddhistEra.ShouldBe(expected.GetProperty("fiscal_year").GetInt32(), said);
    }

    private static string VerdictOf(Verdict verdict) => verdict switch
    {
        Verdict.Loaded => "ok",
        Verdict.LoadedWithWarnings => "warning",
        Verdict.Rejected => "error",
        _ => "fatal",
    };

    // A place that the case leaves open is compared without.
    private static IEnumerable<string> Complaints(JsonElement expected) => expected.GetProperty("findings").EnumerateArray()
        .Select(finding => $"{Text(finding, "id")} {Text(finding, "cell")}".TrimEnd()).Order(StringComparer.Ordinal);

    private static HashSet<string> Open(JsonElement expected) => [.. expected.GetProperty("findings").EnumerateArray()
        .Where(finding => Text(finding, "cell") is null).Select(finding => Text(finding, "id")!)];

    private static IEnumerable<string> Complaints(Examined examined, HashSet<string> open) => examined.Findings.Where(finding => finding.Severity > Severity.Info)
        .Select(finding => open.Contains(finding.Kind.Id) ? finding.Kind.Id : $"{finding.Kind.Id} {finding.Place.Cell}".TrimEnd()).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Quantities(Examined examined) => examined.Return!.Return.Rows
        .Where(row => row.Group.Code == "sub_activity").OrderBy(row => row.Item!.Number).Select(row =>
        {
            NormalisedField Field(string code) => row.Fields[row.Group.Fields.ToList().FindIndex(field => field.Code == code)];
            var quantity = Field("quantity");
            var amount = new Quantity(quantity.Amount).ToDecimal().ToString("0.####", CultureInfo.InvariantCulture);
            return $"{row.Item!.Number} {amount} {Field("unit").Text} {quantity.Source?.Address}";
        });

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() is { Length: > 0 } text ? text : null : null;
}
