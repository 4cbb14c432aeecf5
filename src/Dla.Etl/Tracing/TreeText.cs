using System.Globalization;
using Dla.Etl.Measures.UnitCost.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>How much of a tree is told.</summary>
/// <param name="Depth">Levels below the figure that are told in full.</param>
/// <param name="Parts">How many parts of each line; the largest first.</param>
public sealed record TreeLimits(int Depth, int Parts)
{
    /// <summary>A screenful: two levels, four parts each, and the largest part down to its cell.</summary>
    public static TreeLimits Screen { get; } = new(2, 4);

    /// <summary>Everything.</summary>
    public static TreeLimits None { get; } = new(int.MaxValue, int.MaxValue);
}

/// <summary>A line of a tree that is told, for scripts.</summary>
/// <param name="Text">The line.</param>
/// <param name="Exact">The exact value as <c>p/q</c>: satang, units of measure or per cent; null without one.</param>
/// <param name="Source">The cell of a received file, where it is one.</param>
/// <param name="Below">The lines below.</param>
/// <param name="More">How many more there are that are not told.</param>
/// <param name="ToldAbove">True when it was told above with all that is below it.</param>
public sealed record ToldLine(string Text, string? Exact, SourceFact? Source, IReadOnlyList<ToldLine> Below, int More, bool ToldAbove)
{
    /// <summary>What the parts that are not told come to together, in Thai; empty when they cannot be added.</summary>
    public string MoreAmount { get; init; } = "";
}

/// <summary>Tells a tree as far as the limits go. The largest part of every line is followed down to its cell, so that one whole way is always seen.</summary>
public static class TreeText
{
    /// <summary>The lines of the tree.</summary>
    public static ToldLine Tell(Explained tree, TreeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(limits);
        return Tell(tree, 0, limits, isMainWay: true, []);
    }

    /// <summary>The tree as text, two blanks for a level.</summary>
    public static IEnumerable<string> Lines(ToldLine line, int depth = 0)
    {
        ArgumentNullException.ThrowIfNull(line);
        var indent = new string(' ', depth * 3);
        yield return $"{indent}{(depth == 0 ? "" : "- ")}{line.Text}{(line.ToldAbove ? " (แจกแจงแล้วข้างต้น)" : "")}{Folded(line)}";
        foreach (var text in line.Below.SelectMany(below => Lines(below, depth + 1)))
            yield return text;
        if (line is { More: > 0, Below.Count: > 0 })
            yield return string.Create(CultureInfo.InvariantCulture, $"{indent}   … อีก {line.More} รายการ{line.MoreAmount}");
    }

    /// <summary>True when something of the tree is not told.</summary>
    public static bool IsCut(ToldLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.More > 0 || line.Below.Any(IsCut);
    }

    private static string Folded(ToldLine line) =>
        line is { More: > 0, Below.Count: 0 } ? string.Create(CultureInfo.InvariantCulture, $" … ประกอบด้วย {line.More} รายการ") : "";

    private static ToldLine Tell(Explained at, int depth, TreeLimits limits, bool isMainWay, HashSet<object> told)
    {
        if (at.Key is { } key && told.Contains(key))
            return new ToldLine(at.Text, at.Exact?.ToString(), at.Source, [], 0, ToldAbove: true);
        var parts = at.Below.ToList();
        if (parts.TrueForAll(part => part.Weight is not null))
            parts = [.. parts.OrderByDescending(part => part.Weight!.Value)];
        var count = depth < limits.Depth ? Math.Min(limits.Parts, parts.Count) : isMainWay ? Math.Min(1, parts.Count) : 0;
        // One more line would take as much room as saying that there is one more.
        if (count > 0 && parts.Count - count == 1 && depth < limits.Depth)
            count = parts.Count;
        var isWhole = count == parts.Count;
        var below = new List<ToldLine>(count);
        for (var index = 0; index < count; index++)
            below.Add(Tell(parts[index], depth + 1, limits, isMainWay && (index == 0 || parts[index].Weight is null), told));
        if (at.Key is { } done && isWhole && !below.Exists(IsCut))
            told.Add(done);
        return new ToldLine(at.Text, at.Exact?.ToString(), at.Source, below, parts.Count - count, ToldAbove: false) { MoreAmount = Together(parts.Skip(count)) };
    }

    private static string Together(IEnumerable<Explained> rest)
    {
        var parts = rest.ToList();
        return parts.Count > 0 && parts.TrueForAll(part => part is { AddsUp: true, Exact: not null }) ? $" รวม {CostStory.Baht(Rational.Sum(parts.Select(part => part.Exact!.Value)))}" : "";
    }
}
