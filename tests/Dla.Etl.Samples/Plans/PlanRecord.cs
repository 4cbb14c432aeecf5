using System.Globalization;
using System.Text;

namespace Dla.Etl.Samples.Plans;

/// <summary>The action plan of 2564 as it was transcribed from the published text, line by line (<c>testdata/forms/action-plan/plan.2564.tsv</c>).</summary>
public static class PlanRecord
{
    /// <summary>The lines in the order of the document, with the number of the line of its text.</summary>
    public static IReadOnlyList<(int SourceLine, PlanLine Line)> Lines { get; } = [.. Read().Skip(1).Select(Parse)];

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(PlanRecord).Assembly.GetManifestResourceStream("plan.2564.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static (int, PlanLine) Parse(string line)
    {
        var cells = line.Split('\t');
        return (int.Parse(cells[0], CultureInfo.InvariantCulture), new PlanLine(
            cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4], cells[5],
            cells[6].Split(" / ", StringSplitOptions.RemoveEmptyEntries), cells[7].Replace(" / ", "\n", StringComparison.Ordinal),
            cells[8].Replace(" / ", "\n", StringComparison.Ordinal), cells[9], cells[10..14], cells[14]));
    }
}
