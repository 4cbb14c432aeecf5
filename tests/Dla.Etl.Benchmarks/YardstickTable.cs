using System.Globalization;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Dla.Etl.Benchmarks.Files;

namespace Dla.Etl.Benchmarks;

/// <summary>Prints what was measured as a markdown table that the README can take over.</summary>
internal static class YardstickTable
{
    /// <summary>Prints a table for one class of benchmarks; the ratio compares medians with the baseline on the same file.</summary>
    public static void Print(Summary summary, TextWriter output)
    {
        var host = summary.HostEnvironmentInfo;
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{host.RuntimeVersion}, {host.CpuInfo.Value.ProcessorName?.Trim()}, {Environment.ProcessorCount} logical cores, {summary.Reports[0].GetResultRuns().Count} iterations"));
        output.WriteLine();
        output.WriteLine("| measured | on | rows | median ms | fastest–slowest ms | against the baseline | MB allocated | bytes per row |");
        output.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|");
        foreach (var report in summary.Reports.OrderBy(report => Rows(report.BenchmarkCase)).ThenByDescending(report => summary.IsBaseline(report.BenchmarkCase)))
            output.WriteLine(Line(summary, report));
    }

    private static string Line(Summary summary, BenchmarkReport report)
    {
        var (statistics, rows) = (report.ResultStatistics!, Rows(report.BenchmarkCase));
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
        var baseline = summary.Reports.Single(other =>
            summary.IsBaseline(other.BenchmarkCase) && File(other.BenchmarkCase) == File(report.BenchmarkCase));
        var ratio = ReferenceEquals(baseline, report)
            ? "baseline"
            : string.Create(CultureInfo.InvariantCulture, $"{statistics.Median / baseline.ResultStatistics!.Median:0.00}×");
        return string.Create(CultureInfo.InvariantCulture,
            $"| {report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'')} | {File(report.BenchmarkCase)?.Name ?? "report"} | {rows:#,##0} | {statistics.Median / 1e6:#,##0.0} | {statistics.Min / 1e6:#,##0.0}–{statistics.Max / 1e6:#,##0.0} | {ratio} | {bytes / 1048576d:#,##0.0} | {bytes / rows:#,##0} |");
    }

    private static ReturnFile? File(BenchmarkCase benchmarkCase) =>
        benchmarkCase.Parameters.Items.Select(item => item.Value).OfType<ReturnFile>().FirstOrDefault();

    private static int Rows(BenchmarkCase benchmarkCase) => File(benchmarkCase)?.Rows ?? FillReport.Rows;
}
