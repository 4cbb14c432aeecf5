using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Reporting;

/// <summary>A defined name of a workbook.</summary>
/// <param name="Formula">What it refers to, as the file says.</param>
/// <param name="Sheet">The sheet, or null when it refers to none.</param>
/// <param name="Range">The range, or null when it refers to nothing that can be filled (a deleted cell, two areas, a constant).</param>
internal sealed record TemplateName(string Formula, string? Sheet, CellRange? Range);

/// <summary>The defined names of a workbook, but for those that Excel itself keeps for printing and filters.</summary>
internal static class TemplateNames
{
    /// <summary>Prefix of the names that Excel keeps: print areas, print titles, filters.</summary>
    public const string BuiltIn = "_xlnm.";

    /// <summary>All names by their text.</summary>
    public static IReadOnlyDictionary<string, TemplateName> Of(XSSFWorkbook book)
    {
        var names = new Dictionary<string, TemplateName>(StringComparer.Ordinal);
        for (var index = 0; index < book.NumberOfNames; index++)
            if (book.GetNameAt(index) is var name && !name.NameName.StartsWith(BuiltIn, StringComparison.Ordinal))
                names[name.NameName] = Read(name);
        return names;
    }

    private static TemplateName Read(IName name)
    {
        var formula = name.RefersToFormula ?? "";
        var at = formula.LastIndexOf('!');
        if (at < 0 || formula.Contains("#REF!", StringComparison.Ordinal))
            return new(formula, null, null);
        var sheet = formula[..at].Trim('\'').Replace("''", "'", StringComparison.Ordinal);
        return new(formula, sheet, RangeOf(formula[(at + 1)..]));
    }

    /// <summary>Reads <c>$A$1</c> or <c>$A$1:$C$3</c>; null for anything else.</summary>
    public static CellRange? RangeOf(string text)
    {
        var corners = text.Split(':');
        var first = CellAddress.Parse(corners[0]);
        var last = CellAddress.Parse(corners[^1]);
        return corners.Length <= 2 && first.Succeeded && last.Succeeded ? new CellRange(first.Value, last.Value) : null;
    }

    /// <summary>The text of a range in a defined name: sheet in quotes, address absolute.</summary>
    public static string Formula(string sheet, CellRange range)
    {
        var quoted = "'" + sheet.Replace("'", "''", StringComparison.Ordinal) + "'!";
        return quoted + Absolute(range.First) + (range.First == range.Last ? "" : ":" + Absolute(range.Last));
    }

    private static string Absolute(CellAddress address) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${CellAddress.ColumnName(address.Column)}${address.Row + 1}");
}
