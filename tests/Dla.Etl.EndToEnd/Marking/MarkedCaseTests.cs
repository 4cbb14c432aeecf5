using Dla.Etl.Definitions;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;

namespace Dla.Etl.EndToEnd.Marking;

/// <summary>Every case that has something to say about it, marked and sent in again as it is: the same is said of it.</summary>
public sealed class MarkedCaseTests
{
    private static readonly Lazy<Pipeline> s_whole = new(() => new Pipeline(
        new WorkbookReader(new ReadingLimits(), TimeProvider.System),
        new FormRecogniser(FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates"))), _ => null));

    public static TheoryData<string> Names => [.. Directory.GetFiles(Path.Combine(Repository.Root, "testdata", "forms"), "input.xls*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Cases, Path.GetDirectoryName(file)!)).Where(name => !name.Contains("-ok-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void OurMarksAreNotReadAsAReturn(string name)
    {
        using var place = new Place();
        var path = Repository.Input(name);
        var before = Examine(path);
        var made = Mark(path, before, place.Path);
        if (before.All(finding => finding.Severity < Severity.Warning))
        {
            made.ShouldBeEmpty();
            return;
        }
        made.ShouldHaveSingleItem(name);
        Said(Examine(made[0].Path)).ShouldBe(Said(before));
    }

    internal static IReadOnlyList<Finding> Examine(string path) => s_whole.Value.Examine(path, new Delivery("ปริมาณ.xlsx", null), default).Findings;

    internal static IReadOnlyList<MarkedFile> Mark(string path, IReadOnlyList<Finding> findings, string folder) =>
        MarkedReturn.Make(new MarkRequest(path, "ปริมาณ.xlsx", 12, Verdicts.Of(findings).Thai(), findings, ""), folder, default);

    internal static IEnumerable<string> Said(IReadOnlyList<Finding> findings) =>
        findings.Select(finding => $"{finding.Kind.Id} {finding.Place} {finding.Message}");
}
