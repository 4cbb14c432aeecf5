using System.Runtime.CompilerServices;
using System.Text.Json;
using Dla.Etl.Findings;
using Dla.Etl.Recognition;

namespace Dla.Etl.Tests.Cases;

/// <summary>A finding that expected.json names; without a cell its place does not matter.</summary>
public sealed record ExpectedFinding(string Id, string? Cell);

/// <summary>A figure that expected.json names.</summary>
public sealed record ExpectedFigure(int Number, long Quantity, string Unit, string Cell);

/// <summary>What a field of an open row must turn out to be, by its cell: the code of a closed list, baht with two decimals, or text.</summary>
public sealed record ExpectedValue(string Field, string Value, string Cell);

/// <summary>A case folder of testdata/forms.</summary>
public sealed record ExpectedCase(
    string FileName, string? Folder, string Verdict, string? Province, int FiscalYear,
    IReadOnlyList<ExpectedFinding> Findings, IReadOnlyList<string> Infos, IReadOnlyList<ExpectedFigure>? SubActivities, IReadOnlyList<ExpectedValue>? Values = null, string? Period = null)
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>How it was delivered.</summary>
    public Delivery Delivery => new(FileName, Folder);

    /// <summary>The gravest severity that its verdict allows.</summary>
    public Severity Gravest => Verdict switch
    {
        "ok" => Severity.Info,
        "warning" => Severity.Warning,
        "error" => Severity.Error,
        "fatal" => Severity.Fatal,
        _ => throw new InvalidOperationException($"A case is ok, warning, error or fatal, not {Verdict}."),
    };

    /// <summary>Reads a case folder.</summary>
    public static ExpectedCase Read(string folder) =>
        JsonSerializer.Deserialize<ExpectedCase>(WithoutWhat(File.ReadAllText(Path.Combine(folder, "expected.json"))), Snake)!;

    /// <summary>A path in testdata.</summary>
    public static string TestData(string path, [CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../../testdata", path));

    // “what” is for people.
    private static string WithoutWhat(string json)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        node.Remove("what");
        return node.ToJsonString();
    }
}
