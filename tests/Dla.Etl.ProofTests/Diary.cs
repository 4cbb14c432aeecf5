using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Dla.Etl.ProofTests;

/// <summary>The seed of a proof and what happened in it, second by second, so that it can be read and repeated.</summary>
public sealed class Diary
{
    private readonly ITestOutputHelper _output;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _writing = new();

    /// <param name="output">Where the test writes.</param>
    public Diary(ITestOutputHelper output)
    {
        _output = output;
        Seed = int.TryParse(Environment.GetEnvironmentVariable("DLA_TEST_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        Note($"seed {Seed} (DLA_TEST_SEED={Seed} repeats the files and the disturbances)");
    }

    /// <summary>Every choice of the proof derives from it.</summary>
    public int Seed { get; }

    /// <summary>True for the long form, <c>DLA_TEST_LONG=1</c>.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("DLA_TEST_LONG") == "1";

    /// <summary>Since the beginning.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Choices of one kind; those of another do not shift them.</summary>
    public Random Choices(int kind) => new(Seed ^ (kind * 0x5DEECE6));

    /// <summary>Writes a line.</summary>
    public void Note(string what)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,7:0.00} s  {what}");
        lock (_writing)
        {
            _output.WriteLine(line);
            if (Environment.GetEnvironmentVariable("DLA_TEST_DIARY") is { Length: > 0 } file)
                File.AppendAllText(file, line + "\n");
        }
    }
}
