using System.Globalization;
using Xunit.Abstractions;

namespace Dla.Etl.MailProofTests;

/// <summary>Chance that can be had again.</summary>
internal static class Chance
{
    /// <summary>True when there is time for more.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("DLA_TEST_LONG") == "1";

    /// <summary>By <c>DLA_TEST_SEED</c>, or another every time; told either way.</summary>
    public static Random Of(ITestOutputHelper output)
    {
        var seed = Environment.GetEnvironmentVariable("DLA_TEST_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"DLA_TEST_SEED={seed}");
        return new Random(seed);
    }
}
