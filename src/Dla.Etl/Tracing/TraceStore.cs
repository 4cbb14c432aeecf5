using System.Security.Cryptography;
using System.Text;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>Stores where the figures of a report come from. What was stored before under the same hash is not stored again.</summary>
public static class TraceStore
{
    /// <summary>Stores the trace of a report that is being recorded. Storing it again changes nothing.</summary>
    /// <param name="lane">The transaction that records the report.</param>
    /// <param name="report">The report.</param>
    public static void Write(WriteLane lane, WrittenReport report)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(report);
        var id = lane.NewId();
        var added = lane.Execute(
            """
            INSERT INTO traced_report (id, report, fiscal_year, as_of_sequence, content_hash, title, traced_at, unit)
            VALUES (@id, @Report, @year, @Sequence, @content, @title, @now, @unit) ON CONFLICT (content_hash, report, fiscal_year, as_of_sequence) DO NOTHING
            """,
            new
            {
                id, report.Request.Report, year = report.Request.Period.Number, report.Request.Sequence, content = report.Content.Hex,
                title = StoredText.Of(report.Trace.Title), now = lane.Now, unit = report.Request.Unit?.ToString(),
            });
        if (added == 0)
            return;
        WriteSheets(lane, id, report.Trace.Sheets);
        foreach (var calculation in report.Trace.Calculations)
            lane.Execute(
                "INSERT INTO report_calculation (traced_report_id, name, calculation) VALUES (@id, @name, @number)",
                new { id, name = StoredText.Of(calculation.Id), number = CalculationStore.Write(lane, calculation) });
    }

    private static void WriteSheets(WriteLane lane, string reportId, IReadOnlyList<SheetTrace> sheets)
    {
        for (var position = 0; position < sheets.Count; position++)
        {
            var cells = sheets[position].Cells.OrderBy(cell => cell.Key).Select(cell => (Cell: cell.Key.ToString(), Origin: OriginJson.Of(cell.Value))).ToList();
            lane.Execute(
                "INSERT INTO report_sheet (traced_report_id, position, sheet, measure, sheet_trace) VALUES (@reportId, @position, @Sheet, @Measure, @number)",
                new { reportId, position, Sheet = StoredText.Of(sheets[position].Sheet), sheets[position].Measure, number = WriteCells(lane, cells) });
        }
    }

    private static long WriteCells(WriteLane lane, List<(string Cell, string Origin)> cells)
    {
        var hash = HashOf(cells.Select(cell => $"{cell.Cell} {cell.Origin}"));
        if (lane.Scalar<long?>("SELECT number FROM sheet_trace WHERE sha256 = @hash", new { hash }) is { } known)
            return known;
        var number = Counter.Next(lane, "sheet_trace");
        lane.Execute("INSERT INTO sheet_trace (number, sha256) VALUES (@number, @hash)", new { number, hash });
        using var rows = lane.Into("report_cell", "sheet_trace", "cell", "origin");
        foreach (var (cell, origin) in cells)
            rows.Add(number, cell, origin);
        rows.Complete();
        return number;
    }

    /// <summary>One hash over lines.</summary>
    internal static string HashOf(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return ContentHash.FromDigest(hash.GetHashAndReset()).Hex;
    }
}
