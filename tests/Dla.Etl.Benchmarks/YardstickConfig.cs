using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Dla.Etl.Benchmarks;

/// <summary>A short but honest job: enough iterations to see the spread, few enough to run before a meeting ends.</summary>
/// <remarks>
/// In process: BenchmarkDotNet would otherwise generate and restore a project of its own below ours, whose central package versions and
/// warnings-as-errors it does not expect, and it would need a package feed.
/// </remarks>
internal static class YardstickConfig
{
    /// <summary>3 warm-ups and 7 iterations; with <paramref name="quick"/> 1 and 3. What takes a minute is done once to warm up and three times, and with <paramref name="quick"/> once.</summary>
    public static IConfig Of(bool quick, bool isLong) => ManualConfig.CreateEmpty()
        .AddJob(isLong ? Long(quick) : Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(quick ? 1 : 3)
            .WithIterationCount(quick ? 3 : 7)
            .WithLaunchCount(1)
            .WithUnrollFactor(1)
            .WithMinIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(100)))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Descriptor)
        .AddLogger(NullLogger.Instance)
        .WithOptions(ConfigOptions.DisableLogFile);

    private static Job Long(bool quick) => Job.Default
        .WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: false))
        .WithStrategy(RunStrategy.Monitoring)
        .WithWarmupCount(1)
        .WithIterationCount(quick ? 1 : 3)
        .WithInvocationCount(1)
        .WithLaunchCount(1)
        .WithUnrollFactor(1);
}
