using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Dla.Etl.Reading;

/// <summary>Writes the raw grid of a sheet as RFC 4180 text, values unformatted, for people and scripts that want to see what was read.</summary>
/// <remarks>
/// The dump is raw: a text that begins with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c> stays as it is, so a spreadsheet that opens the dump may run it as
/// a formula (DOMAIN §6.5). It is for looking and for scripts, never for sending on; what goes out to offices is a workbook, in which text never runs.
/// </remarks>
public static class GridDump
{
    /// <summary>Writes one line a row, a comma between cells, CRLF at the end of each; an empty row is an empty line.</summary>
    /// <param name="sheet">Numbers are written invariant and in full, dates as ISO 8601 (without the time at midnight), errors as their text,
    /// a formula without result as <c>=?</c> and the formula where it is known.</param>
    /// <param name="output">Left open.</param>
    public static void Write(RawSheet sheet, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\r\n",
            // CsvHelper itself leaves a lone \n bare when lines end with \r\n, and the row breaks in two.
            ShouldQuote = field => field.Field?.AsSpan().IndexOfAny(",\"\r\n") >= 0,
        };
        using var csv = new CsvWriter(output, configuration, leaveOpen: true);
        foreach (var row in sheet.Rows)
        {
            foreach (var cell in row)
                csv.WriteField(Text(cell));
            csv.NextRecord();
        }
    }

    /// <summary>A cell as the dump writes it; empty for a blank one.</summary>
    public static string Text(RawCell cell) => cell.Kind switch
    {
        RawCellKind.Blank => "",
        RawCellKind.Number => ((double)cell.Value!).ToString("R", CultureInfo.InvariantCulture),
        RawCellKind.Date => Date((DateTime)cell.Value!),
        RawCellKind.Boolean => (bool)cell.Value! ? "TRUE" : "FALSE",
        RawCellKind.FormulaWithoutValue => "=?" + (string?)cell.Value,
        _ => (string)cell.Value!,
    };

    private static string Date(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
