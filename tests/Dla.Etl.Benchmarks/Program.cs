using BenchmarkDotNet.Running;
using Dla.Etl.Benchmarks;

if (args is not ([] or ["--quick"] or ["--only", _] or ["--quick", "--only", _]))
{
    await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project tests/Dla.Etl.Benchmarks [-- [--quick] [--only LoadRegion]]");
    return 64;
}

// Loading needs a server; the variable is that of the tests.
Type[] yardsticks = [typeof(ReadReturn), typeof(FillReport), typeof(LoadRegion), .. LoadReturn.IsPossible ? [typeof(LoadReturn)] : Type.EmptyTypes];
foreach (var yardstick in yardsticks.Where(yardstick => args is not [.., "--only", var only] || yardstick.Name == only))
{
    await Console.Error.WriteLineAsync($"{yardstick.Name} …");
    var summary = BenchmarkRunner.Run(yardstick, YardstickConfig.Of(quick: args is ["--quick", ..], isLong: yardstick == typeof(LoadRegion)));
    if (summary.HasCriticalValidationErrors || summary.Reports.Length == 0 || summary.Reports.Any(report => !report.Success))
    {
        foreach (var line in summary.ValidationErrors.Select(error => error.Message)
            .Concat(summary.Reports.Where(report => !report.Success).Select(report => $"{report.BenchmarkCase.DisplayInfo} failed")))
            await Console.Error.WriteLineAsync(line);
        return 70;
    }
    YardstickTable.Print(summary, Console.Out);
}
return 0;
