using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Dla.Etl.Installing;
using Dla.Etl.Reporting;
using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>How a workbook stands to what is stored.</summary>
public enum WorkbookStanding
{
    /// <summary>Its content is that of the stored report.</summary>
    Same,

    /// <summary>Its evidence names the stored report, and its content is another: somebody changed it.</summary>
    Altered,

    /// <summary>Its evidence names a report that was written before traces were stored.</summary>
    WrittenBefore,

    /// <summary>Nothing in it names a report that this warehouse knows.</summary>
    Unknown,
}

/// <summary>A workbook whose figures somebody asks about, and the stored report that it is.</summary>
internal sealed partial class AskedWorkbook
{
    private readonly Dictionary<string, Dictionary<CellAddress, WrittenCell>> _sheets;

    private readonly Dictionary<string, SheetHeads> _heads = new(StringComparer.Ordinal);

    private AskedWorkbook(WrittenWorkbook workbook, DbConnection connection)
    {
        _sheets = workbook.Sheets.ToDictionary(
            sheet => sheet.Name, sheet => sheet.Cells.ToDictionary(cell => CellAddress.Parse(cell.Address).Value), StringComparer.Ordinal);
        SheetNames = [.. workbook.Sheets.Select(sheet => sheet.Name)];
        foreach (var sheet in workbook.Sheets)
            if (Named(sheet, connection) is { } report)
            {
                (Report, Standing) = (report, ReportContent.HashOf(workbook, new HashSet<string> { sheet.Name }).Hex == report.ContentHash ? WorkbookStanding.Same : WorkbookStanding.Altered);
                return;
            }

        Standing = workbook.Sheets.SelectMany(HashesIn).Any(hash => connection.ExecuteScalar<long>("SELECT count(*) FROM report_written WHERE content_hash = @hash", new { hash }) > 0)
            ? WorkbookStanding.WrittenBefore
            : WorkbookStanding.Unknown;
    }

    /// <summary>Names of its sheets in order.</summary>
    public IReadOnlyList<string> SheetNames { get; }

    /// <summary>The stored report; null for one that is not known.</summary>
    public StoredReport? Report { get; }

    /// <summary>How it stands to the stored one.</summary>
    public WorkbookStanding Standing { get; }

    /// <summary>Opens a workbook.</summary>
    /// <exception cref="UsageException">It is no xlsx workbook.</exception>
    public static AskedWorkbook Open(string path, byte[] bytes, DbConnection connection)
    {
        WrittenWorkbook workbook;
        try
        {
            workbook = WrittenWorkbook.Read(new MemoryStream(bytes));
        }
        // Whoever broke the file decides which exception it is; all of them mean the same here.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            throw new UsageException($"เปิด “{path}” เป็นสมุดงาน xlsx ไม่ได้ · not an xlsx workbook that can be read: {broken.Message}");
        }

        return new AskedWorkbook(workbook, connection);
    }

    /// <summary>A cell as the workbook has it; null for an empty one.</summary>
    public WrittenCell? At(string sheet, CellAddress cell) => _sheets[sheet].TryGetValue(cell, out var written) ? written : null;

    /// <summary>The number of a cell as its file has it; null for any other, one that prints a day among them.</summary>
    public Rational? NumberAt(string sheet, CellAddress cell) =>
        At(sheet, cell) is { Kind: "n" } number && WrittenDay.Of(number) is null && decimal.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? Rational.Parse(value.ToString(CultureInfo.InvariantCulture)).Value
            : null;

    /// <summary>What heads a cell: the first text of its row, and the texts of its column in the header above the table's first row. Figures of the report head nothing.</summary>
    public (string? Row, string? Column) HeadsOf(string sheet, CellAddress cell)
    {
        if (!_heads.TryGetValue(sheet, out var heads))
            _heads[sheet] = heads = new SheetHeads(
                _sheets[sheet], Report?.Sheets.FirstOrDefault(one => one.Name == sheet) is { } stored ? Report.CellsOf(stored).Select(one => one.Cell).ToHashSet() : []);
        return (heads.RowOf(cell), heads.ColumnOf(cell));
    }

    // The evidence prints content hash and sequence; the same content may have been written as of several.
    private static StoredReport? Named(WrittenSheet sheet, DbConnection connection)
    {
        var reports = StoredReport.WithContent(connection, HashesIn(sheet));
        return reports.FirstOrDefault(report => sheet.Cells.Any(cell => cell.Value == report.Sequence.ToString(CultureInfo.InvariantCulture))) ?? (reports.Count > 0 ? reports[0] : null);
    }

    private static List<string> HashesIn(WrittenSheet sheet) =>
        [.. sheet.Cells.Where(cell => Sha256().IsMatch(cell.Value)).Select(cell => cell.Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();
}
