using System.Globalization;
using System.Text.RegularExpressions;
using Dla.Etl.Values;

namespace Dla.Etl.Proving;

/// <summary>A file of which a report says that it was made of it.</summary>
/// <param name="Name">A definition's path below the templates folder; null for a return.</param>
/// <param name="Hash">Its SHA-256.</param>
public sealed record StatedSource(string? Name, string Hash);

/// <summary>What the evidence sheet of a workbook says of itself: to be believed only as far as the warehouse confirms it.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Report">Id of the report.</param>
/// <param name="Period">The year or month.</param>
/// <param name="Sequence">As of which commit.</param>
/// <param name="AsOf">The instant as it is printed there; empty when the sheet does not say.</param>
/// <param name="Hash">The content hash.</param>
/// <param name="Sources">The files that it lists.</param>
public sealed partial record StatedManifest(string Sheet, string Report, Period Period, long Sequence, string AsOf, string Hash, IReadOnlyList<StatedSource> Sources)
{
    /// <summary>The name, behind the prefix of its sheet, of the text that prints the content hash; a workbook of ours is known by it.</summary>
    internal const string HashName = "content_hash";

    /// <summary>The name of the text that begins with the code of the unit; the evidence sheet of a report for each province has it, and no other.</summary>
    internal const string UnitName = "unit";

    /// <summary>The province that it is of; null for the whole country.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>The names of the texts that say which report it is; report.yaml must have them in its evidence sheet.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["report", "fiscal_year", "sequence", HashName];

    /// <summary>Reads it; null when there is none, or when something in it is no longer what it must be: then <paramref name="wrong"/> says what, in Thai.</summary>
    internal static StatedManifest? Read(WorkbookCopy file, out string? wrong)
    {
        wrong = null;
        // A name may outlive its sheet.
        if (file.Names.Where(name => name.Key.EndsWith($".{HashName}", StringComparison.Ordinal) && file.Find(name.Value.Sheet) is not null)
            .Select(name => name.Key).Order(StringComparer.Ordinal).FirstOrDefault() is not { } found)
            return null;
        var (prefix, sheet) = (found[..^HashName.Length], file.Find(file.Names[found].Sheet)!);
        string Text(string name) => file.TextAt(prefix + name)?.Trim() ?? "";
        var unit = file.Names.ContainsKey(prefix + UnitName) ? UnitCode.Parse(Text(UnitName).Split(' ')[0]) : (Parsed<UnitCode>?)null;
        var (report, period, sequence, hash) = (Id().Match(Text("report")), Text("fiscal_year"), Text("sequence"), Text(HashName));
        if (!report.Success)
            wrong = "รหัสรายงาน";
        else if (Values.Period.Parse(period) is not { Succeeded: true } stated)
            wrong = "ปีงบประมาณ";
        else if (unit is { Succeeded: false })
            wrong = "หน่วยงาน";
        else if (!long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            wrong = "ลำดับการบันทึก";
        else if (!IsHash(hash))
            wrong = "ค่าแฮชของเนื้อหา";
        else
            return new(sheet.Name, report.Groups[1].Value, stated.Value, number, Text("as_of"), hash, [.. SourcesOf(sheet)]) { Unit = unit?.Value };
        return null;
    }

    /// <summary>True for 64 lower-case hexadecimal digits.</summary>
    internal static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    // A row with a hash, and the path of a definition where it has one. The hash of the content stands alone with its label.
    private static IEnumerable<StatedSource> SourcesOf(SheetCopy sheet) =>
        from row in sheet.Rows
        let texts = row.Where(cell => !cell.IsNothing).Select(cell => cell.Text).ToList()
        where texts.Count >= 4 && texts.Exists(IsHash)
        select new StatedSource(texts.Find(text => DefinitionPath().IsMatch(text)), texts.Find(IsHash)!);

    // … (unit-cost-quantities)
    [GeneratedRegex(@"\(([a-z0-9][a-z0-9-]*)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"^(forms|reports|rules)/.+\.[A-Za-z0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex DefinitionPath();
}
