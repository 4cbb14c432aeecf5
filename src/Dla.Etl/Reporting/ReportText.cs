using System.Text.RegularExpressions;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Tracing;

namespace Dla.Etl.Reporting;

/// <summary>The texts of report.yaml with their <c>{value}</c> slots filled.</summary>
internal static partial class ReportText
{
    /// <summary>The content of a cell: a text that is one slot and nothing else keeps the kind of its value, so that a number stays a number.</summary>
    public static CellContent Fill(string pattern, IReadOnlyDictionary<string, CellContent> values)
    {
        var only = Slot().Match(pattern);
        return only.Success && only.Length == pattern.Length
            ? values[only.Groups[1].Value]
            : CellContent.Text(Slot().Replace(pattern, slot => values[slot.Groups[1].Value].ToString())).From(Together(pattern, values));
    }

    private static ComputedOf? Together(string pattern, IReadOnlyDictionary<string, CellContent> values)
    {
        CellOrigin[] origins = [.. Slot().Matches(pattern).Select(slot => values[slot.Groups[1].Value].Origin).OfType<CellOrigin>().Distinct()];
        return origins.Length == 0 ? null : new ComputedOf("ข้อความที่พิมพ์ตัวเลขต่อไปนี้", origins);
    }

    /// <summary>A finding for every slot of a sheet that no value fills.</summary>
    public static IEnumerable<Finding> Unfilled(ReportSheet sheet, IReadOnlyDictionary<string, CellContent> values) =>
        from text in sheet.Texts
        from Match slot in Slot().Matches(text.Value)
        where !values.ContainsKey(slot.Groups[1].Value)
        select new Finding(ReportFindings.PlaceholderWithoutData) { Subject = $"{{{slot.Groups[1].Value}}}", Found = sheet.Name };

    [GeneratedRegex(@"\{([a-z0-9_]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();
}
