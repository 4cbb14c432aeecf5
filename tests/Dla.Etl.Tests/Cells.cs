using Dla.Etl.Reading;

namespace Dla.Etl.Tests;

/// <summary>Raw cells in one word.</summary>
internal static class Cells
{
    public static RawCell Text(string text) => new(RawCellKind.Text, text);
    public static RawCell Number(double value, string? format = null) => new(RawCellKind.Number, value, format);
    public static RawCell Date(int year, int month, int day, int hour = 0) => new(RawCellKind.Date, new DateTime(year, month, day, hour, 0, 0), "dd/mm/yyyy");
    public static RawCell True => new(RawCellKind.Boolean, true);
    public static RawCell RefError => new(RawCellKind.Error, "#REF!");
    public static RawCell UncachedFormula => new(RawCellKind.FormulaWithoutValue, "SUM(A1:A3)");
}
