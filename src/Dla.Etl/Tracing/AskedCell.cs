using Dla.Etl.Normalising;
using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>A cell as somebody names it: <c>Sheet!C9</c>, or <c>'ตาราง 3'!C9</c> as Excel writes a sheet name with blanks.</summary>
/// <param name="Sheet">Name of the sheet; empty for a file without sheets, a csv.</param>
/// <param name="Cell">The cell.</param>
public sealed record AskedCell(string Sheet, CellAddress Cell)
{
    /// <summary>Reads it; <c>$</c> signs are let go by, quotes within a quoted name are doubled.</summary>
    public static Parsed<AskedCell> Parse(string? text)
    {
        var plain = (text ?? "").Trim();
        var mark = plain.LastIndexOf('!');
        var cell = CellAddress.Parse(plain[(mark + 1)..]);
        if (!cell.Succeeded)
            return Parsed<AskedCell>.Failed(plain.Contains(':', StringComparison.Ordinal)
                ? $"“{plain}” เป็นช่วงเซลล์ กรุณาระบุทีละเซลล์ เช่น 'ตาราง 3'!C9 · a range; name one cell"
                : $"“{plain}” ไม่ใช่ตำแหน่งเซลล์ กรุณาระบุ เช่น 'ตาราง 3'!C9 · not a cell, e.g. 'Sheet 3'!C9");
        var sheet = mark < 0 ? "" : plain[..mark];
        if (sheet.Length >= 2 && sheet.StartsWith('\'') && sheet.EndsWith('\''))
            sheet = sheet[1..^1].Replace("''", "'", StringComparison.Ordinal);
        return Parsed<AskedCell>.Ok(new AskedCell(sheet, cell.Value));
    }

    /// <summary>The sheet that is meant: the one of this name, else the only one that differs in blanks or kind of digits alone, or without a name the only one that there is; null when there is none.</summary>
    public string? SheetAmong(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Contains(Sheet, StringComparer.Ordinal) ? Sheet
            : Sheet.Length == 0 ? names is [var single] ? single : null
            : names.Where(name => Loose(name) == Loose(Sheet)).ToList() is [var only] ? only : null;
    }

    private static string Loose(string name) =>
        ThaiDigits.ToArabic(string.Concat(name.Where(letter => !char.IsWhiteSpace(letter)))).ToUpperInvariant();
}
