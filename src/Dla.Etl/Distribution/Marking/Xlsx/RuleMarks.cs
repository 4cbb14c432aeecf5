using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Dla.Etl.Findings;
using Dla.Etl.Values;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>Colours cells by rules of conditional formatting, so that no style of a cell is touched.</summary>
internal static class RuleMarks
{
    // What Excel itself writes stays far below; longer lists have made other programs refuse a file.
    private const int MostRanges = 200;
    private const int MostCharacters = 2_000;

    /// <summary>Adds the rules of a sheet before all of the sender's: a rule of his that colours the cell comes second.</summary>
    public static void Add(Package package, SheetFrame frame, StyleBook styles, IReadOnlyList<(Severity Severity, CellRange Range)> cells)
    {
        var rules = cells.GroupBy(cell => cell.Severity == Severity.Fatal ? Severity.Error : cell.Severity).OrderByDescending(group => group.Key)
            .SelectMany(group => Chunks(Joined([.. group.Select(cell => cell.Range)])).Select(sqref => (Severity: group.Key, Sqref: sqref))).ToList();
        MakeRoom(package, frame, rules.Count);
        for (var index = 0; index < rules.Count; index++)
            Ooxml.Insert(frame.Root, new XElement(Ooxml.Main + "conditionalFormatting", new XAttribute("sqref", rules[index].Sqref),
                new XElement(Ooxml.Main + "cfRule", new XAttribute("type", "expression"), new XAttribute("dxfId", styles.IndexOf("dxfs", Look(rules[index].Severity))),
                    new XAttribute("priority", index + 1), new XElement(Ooxml.Main + "formula", MarkText.RuleFormula))), Ooxml.WorksheetOrder);
        frame.Touch();
    }

    /// <summary>Takes our rules of an earlier answer out.</summary>
    public static void Remove(SheetFrame frame)
    {
        var ours = frame.Root.Descendants().Where(rule => rule.Name.LocalName == "cfRule"
            && rule.Elements().Any(formula => formula.Name.LocalName is "formula" or "f" && formula.Value.Contains(MarkText.RuleWord, StringComparison.Ordinal))).ToList();
        foreach (var rule in ours)
            RemoveWithEmpty(rule);
        if (ours.Count > 0)
            frame.Touch();
    }

    // A list that has lost its last rule, and what is left around it, must not stay behind empty.
    private static void RemoveWithEmpty(XElement element)
    {
        var parent = element.Parent!;
        element.Remove();
        if (parent.Name.LocalName is "conditionalFormatting" or "conditionalFormattings" or "ext" or "extLst"
            && !parent.Elements().Any(child => child.Name.LocalName is not "sqref"))
            RemoveWithEmpty(parent);
    }

    /// <summary>A print without colour still tells the three apart: by how dark they are, and by the line around them.</summary>
    private static string Look(Severity severity)
    {
        var (font, line, colour) = severity switch
        {
            Severity.Error => ("<font><b/><color rgb=\"FF9C0006\"/></font>", "thin", "FF9C0006"),
            Severity.Warning => ("<font><color rgb=\"FF7F6000\"/></font>", "dashed", "FF7F6000"),
            _ => ("<font><color rgb=\"FF1F4E79\"/></font>", "dotted", "FF1F4E79"),
        };
        var side = $" style=\"{line}\"><color rgb=\"{colour}\"/>";
        var fill = $"<patternFill patternType=\"solid\"><fgColor rgb=\"FF{MarkColours.Fill(severity)}\"/><bgColor rgb=\"FF{MarkColours.Fill(severity)}\"/></patternFill>";
        return $"<dxf>{font}<fill>{fill}</fill><border><left{side}</left><right{side}</right><top{side}</top><bottom{side}</bottom></border></dxf>";
    }

    /// <summary>Priorities count over all rules of a sheet, those of extensions and of its pivot tables among them.</summary>
    private static void MakeRoom(Package package, SheetFrame frame, int rules)
    {
        var pivots = new Relations(package, frame.Part).All.Where(relation => relation.Type == Ooxml.PivotType && package.Has(relation.Part)).Select(relation => relation.Part).ToList();
        var priorities = frame.Root.Descendants().Where(rule => rule.Name.LocalName == "cfRule")
            .Concat(pivots.SelectMany(pivot => package.Xml(pivot).Root!.Descendants(Ooxml.Main + "conditionalFormat")))
            .Select(rule => rule.Attribute("priority")).OfType<XAttribute>()
            .Where(priority => int.TryParse(priority.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)).ToList();
        var raise = priorities.Count == 0 ? 0 : Math.Max(0, rules + 1 - priorities.Min(priority => (int)priority));
        foreach (var priority in priorities)
            priority.SetValue((int)priority + raise);
        if (raise > 0)
            pivots.ForEach(package.Touch);
    }

    /// <summary>Single cells that stand below each other, as one range.</summary>
    private static List<CellRange> Joined(IReadOnlyList<CellRange> ranges)
    {
        var joined = new List<CellRange>();
        foreach (var range in ranges.OrderBy(range => range.First.Column).ThenBy(range => range.First.Row))
            if (joined.Count > 0 && joined[^1] is var last && last.First.Column == range.First.Column && last.Last.Column == range.Last.Column && last.Last.Row + 1 == range.First.Row)
                joined[^1] = new CellRange(last.First, range.Last);
            else
                joined.Add(range);
        return joined;
    }

    private static IEnumerable<string> Chunks(List<CellRange> ranges)
    {
        var (text, count) = (new StringBuilder(), 0);
        foreach (var range in ranges)
        {
            if (count == MostRanges || text.Length > MostCharacters)
            {
                yield return text.ToString();
                text.Clear();
                count = 0;
            }
            text.Append(count++ == 0 ? "" : " ").Append(range);
        }
        if (count > 0)
            yield return text.ToString();
    }
}
