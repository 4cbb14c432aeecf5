using Dla.Etl.Tests.Reporting;

namespace Dla.Etl.Tests.Measures.UnitCost.Printing;

/// <summary>The report of the twelve tables from end to end: the real template, filled.</summary>
public class UnitCostReportTests
{
    [Fact]
    public void Dump()
    {
        foreach (var (name, input) in new[] { ("hand", AccountsInput.HandWorked), ("whole", WholeDepartment.Input) })
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var (bytes, findings) = input.Write();
            findings.Select(finding => $"{finding.Kind.Id} {finding.Message}").Take(20).ShouldBeEmpty();
            File.WriteAllBytes($"/tmp/b/{name}.xlsx", bytes!);
            File.WriteAllText($"/tmp/b/{name}.txt", $"{clock.ElapsedMilliseconds} ms");
        }
    }
}
