using System.Runtime.CompilerServices;
using Dla.Etl.Samples;

namespace Dla.Etl.Tests.Samples;

/// <summary>What is committed under testdata is what the generator makes, byte for byte.</summary>
public sealed class CommittedSamplesTests
{
    private static readonly Lazy<Dictionary<string, byte[]>> Generated = new(() => SampleFiles.All().ToDictionary());

    [Fact]
    public void Every_generated_file_is_committed_as_generated()
    {
        var different = Generated.Value
            .Where(file => !File.Exists(In(file.Key)) || !File.ReadAllBytes(In(file.Key)).AsSpan().SequenceEqual(file.Value))
            .Select(file => file.Key);
        different.ShouldBeEmpty("run: dotnet run --project tests/Dla.Etl.Samples -- testdata");
    }

    [Theory]
    [InlineData("samples/unit-cost-quantity")]
    [InlineData("forms/unit-cost-quantity")]
    [InlineData("samples/cost-by-cost-centre")]
    [InlineData("samples/cost-explanation")]
    [InlineData("samples/prior-year-adjustment")]
    [InlineData("forms/cost-by-cost-centre")]
    [InlineData("forms/cost-explanation")]
    [InlineData("forms/prior-year-adjustment")]
    [InlineData("forms/general-grant-disbursement")]
    [InlineData("forms/specific-grant-status")]
    [InlineData("forms/development-plan-progress")]
    [InlineData("samples/general-grant-disbursement")]
    [InlineData("samples/specific-grant-status")]
    [InlineData("samples/development-plan-progress")]
    public void Nothing_else_lies_beside_them(string folder)
    {
        var committed = Directory.EnumerateFiles(In(folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(In(""), path).Replace('\\', '/'));
        committed.Except(Generated.Value.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void They_stay_small_enough_for_a_repository() =>
        Generated.Value.Sum(file => (long)file.Value.Length).ShouldBeLessThan(4 * 1024 * 1024);

    private static string In(string path, [CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source)!, "../../../testdata", path);
}
