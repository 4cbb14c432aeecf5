using System.Runtime.CompilerServices;
using System.Text.Json;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Tests.Definitions;

namespace Dla.Etl.Tests.Recognition;

/// <summary>The samples as offices send them: both seasons of 76 provinces, and the files named by their verdict.</summary>
public class SampleFilesTests
{
    private static readonly string TestData = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "testdata"));
    private static readonly FormRecogniser Recogniser = new(Templates.Forms);
    private static readonly WorkbookReader Reader = new(new ReadingLimits(), TimeProvider.System);

    public static TheoryData<string> Cases =>
        [.. Directory.GetDirectories(Path.Combine(TestData, "forms", "unit-cost-quantity")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_named_by_its_verdict_is_recognised_so(string name)
    {
        var folder = Path.Combine(TestData, "forms", "unit-cost-quantity", name);
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement;
        var step = Recognise(Directory.GetFiles(folder, "input.*").Single(), expected.GetProperty("file_name").GetString()!, expected.GetProperty("folder").GetString());

        step.Findings.Where(finding => finding.Severity >= Severity.Warning).Select(finding => finding.Kind.Id).Distinct()
            .ShouldBe(Ids(expected, "findings"), ignoreOrder: true, string.Join('\n', step.Messages(Severity.Warning)));
        foreach (var id in Ids(expected, "infos"))
            step.Findings.ShouldContain(finding => finding.Kind.Id == id);
        if (expected.TryGetProperty("province", out var province) && step.Artefact is { } form)
            (form.Unit.ToString(), form.Form.Year.BuddhistEra).ShouldBe((province.GetString(), expected.GetProperty("fiscal_year").GetInt32()));
        if (name.Contains("-ok-", StringComparison.Ordinal))
            step.Artefact!.Rows.Count.ShouldBe(26, "one main output, three main activities, two sub-outputs, twenty sub-activities");
    }

    public static TheoryData<string, string, string, string, string> Arrivals
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string>();
            foreach (var line in File.ReadLines(Path.Combine(TestData, "samples", "unit-cost-quantity", "arrivals.csv")).Skip(1))
                if (line.Split(',') is [_, var year, var province, var file, var folder, var name, var outcome, _])
                    rows.Add(file, year, province, folder + "|" + name, outcome);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Arrivals))]
    public void A_return_of_a_season_is_recognised(string file, string year, string province, string delivery, string outcome)
    {
        var step = Recognise(Path.Combine(TestData, "samples", "unit-cost-quantity", file), delivery.Split('|')[1], delivery.Split('|')[0] is { Length: > 0 } folder ? folder : null);

        if (outcome != "rejected")
        {
            step.Messages(Severity.Warning).ShouldBeEmpty();
            step.Artefact!.Rows.Count.ShouldBe(26);
            step.Artefact.Rows.ShouldAllBe(row => row.Item != null);
        }

        (step.Artefact!.Unit.ToString(), step.Artefact.Form.Year.ToString()).ShouldBe((province, year));
    }

    private static Step<RecognisedForm> Recognise(string path, string name, string? folder)
    {
        var workbook = Reader.Read(path, CancellationToken.None);
        workbook.Artefact.ShouldNotBeNull();
        return Recogniser.Recognise(workbook.Artefact, new Delivery(name, folder));
    }

    private static string[] Ids(JsonElement expected, string key) =>
    [
        .. expected.GetProperty(key).EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : one.GetProperty("id").GetString()!)
            .Where(id => id.StartsWith("REC-", StringComparison.Ordinal)),
    ];

    private static string Here([CallerFilePath] string path = "") => path;
}
