using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Running;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>Which figures of the current reports a cell of a sent file feeds.</summary>
/// <param name="Head">What was asked.</param>
/// <param name="Warnings">Why a cell feeds nothing.</param>
/// <param name="Trees">A tree for each report that has something of it: sheets, and cells with what they get.</param>
/// <param name="Figures">How many cells of reports have something of it.</param>
public sealed record Feeds(IReadOnlyList<string> Head, IReadOnlyList<string> Warnings, IReadOnlyList<Explained> Trees, int Figures)
{
    private const int NearestFields = 6;

    /// <summary>Looks for them.</summary>
    /// <param name="connection">The warehouse.</param>
    /// <param name="forms">Names of forms, items and fields.</param>
    /// <param name="workplace">The reports folder, where the printed figures are looked up.</param>
    /// <param name="file">A file at hand, its name as it was delivered, a receipt number, or a SHA-256.</param>
    /// <param name="asked">The cell.</param>
    /// <exception cref="UsageException">No such file was received, or it has no such sheet.</exception>
    public static Feeds Of(DbConnection connection, FormCatalogue forms, Workplace workplace, string file, AskedCell asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(workplace);
        var sent = SentFile.Of(connection, file);
        if (sent.Facts.Count == 0)
            return new Feeds(sent.Names, ["ไฟล์นี้ไม่ได้บันทึกเป็นข้อมูลฉบับใด จึงไม่มีตัวเลขใดของไฟล์นี้อยู่ในรายงาน"], [], 0);
        var sheet = sent.Sheets.Contains("", StringComparer.Ordinal) ? "" : asked.SheetAmong(sent.Sheets)
            ?? throw new UsageException($"ไม่มีแผ่นงาน “{asked.Sheet}” ในไฟล์นี้ แผ่นงานที่มีคือ {string.Join(", ", sent.Sheets.Select(name => $"'{name}'"))} · no such sheet");
        var onSheet = sent.Facts.Where(fact => (fact.Sheet ?? "") == sheet && fact.Cell is not null).ToList();
        var here = onSheet.Where(fact => fact.Cell == asked.Cell.ToString()).ToList();
        return here.Count == 0
            ? new Feeds(sent.Names, [NoField(onSheet, asked.Cell)], [], 0)
            : Of(connection, forms, workplace, sent, here);
    }

    private static Feeds Of(DbConnection connection, FormCatalogue forms, Workplace workplace, SentFile sent, List<SourceFact> here)
    {
        var (trees, figures) = (new List<Explained>(), 0);
        var standing = false;
        var (head, warnings) = (new List<string>(sent.Names), new List<string>());
        foreach (var report in StoredReport.Current(connection, UnitCode.Parse(here[^1].Unit).Value.Office.ToString()))
        {
            var story = new CellStory(connection, forms, report);
            if (head.Count == sent.Names.Count)
                head.Add(story.Figures.Leaf(here[^1]).Text);
            var fed = here.Where(fact => Stands(connection, fact, report.Sequence)).SelectMany(fact => FigureOf(sent, fact)).DistinctBy(fact => (fact.VersionId, fact.Position)).ToList();
            standing |= fed.Count > 0;
            var printed = new Lazy<AskedWorkbook?>(() => Printed(connection, workplace, report));
            var sheets = report.Sheets.Select(sheet => OnSheet(printed, report, story, sheet, fed)).Where(sheet => sheet.Below.Any()).ToList();
            var cells = sheets.Sum(sheet => sheet.Below.Count());
            figures += cells;
            if (cells > 0)
                trees.Add(new Explained(Named(report, cells)) { Below = sheets });
        }

        if (here[0].Role != "figure")
            warnings.Add("เซลล์นี้ไม่ใช่จำนวนเงินหรือปริมาณ แต่เป็นข้อมูลประกอบของแถว จึงแสดงตัวเลขที่ใช้จำนวนในแถวเดียวกัน");
        if (figures == 0)
            warnings.Add(standing ? "ไม่มีตัวเลขใดของรายงานฉบับปัจจุบันที่ใช้เซลล์นี้" : Superseded(connection, here[^1]));
        return new Feeds(head, warnings, trees, figures);
    }

    private static string Named(StoredReport report, int cells) => string.Create(CultureInfo.InvariantCulture,
        $"รายงาน {report.Title} {ThaiPeriods.Called(report.Period)} ({report.Report}) ข้อมูลถึงลำดับที่ {report.Sequence}: {cells} เซลล์");

    private static Explained OnSheet(Lazy<AskedWorkbook?> printed, StoredReport report, CellStory story, StoredSheet sheet, List<SourceFact> fed)
    {
        var cells = fed.Count == 0 ? [] : (
            from fact in fed
            let feeding = new Feeding(report, story, fact)
            from cell in report.CellsOf(sheet)
            let origin = OriginJson.Read(cell.Origin)
            let brought = feeding.Into(origin)
            where brought is not null
            select new Explained($"'{sheet.Name}'!{cell.Cell}{Shown(printed.Value, sheet.Name, cell.Cell, origin is CostPlaces or PerUnitOf)} {brought}")).ToList();
        return new Explained(string.Create(CultureInfo.InvariantCulture, $"แผ่นงาน “{sheet.Name}”: {cells.Count} เซลล์")) { Below = cells };
    }

    // What the cell prints is read from the workbook in the reports folder, as long as it is the one that was written.
    private static AskedWorkbook? Printed(DbConnection connection, Workplace workplace, StoredReport report)
    {
        var name = connection.QueryFirstOrDefault<string?>(
            "SELECT file_name FROM report_written WHERE report = @Report AND fiscal_year = @year AND as_of_sequence = @Sequence AND content_hash = @ContentHash AND back_filled_for IS NULL",
            new { report.Report, year = report.Period.Number, report.Sequence, report.ContentHash });
        var path = Path.Combine(workplace.Folders.Reports, name ?? "");
        if (name is null || !File.Exists(path))
            return null;
        try
        {
            return AskedWorkbook.Open(path, File.ReadAllBytes(path), connection) is { Standing: WorkbookStanding.Same } book ? book : null;
        }
        catch (Exception trouble) when (trouble is UsageException || DiskTrouble.Is(trouble))
        {
            return null; // the cells are named all the same, without what they print
        }
    }

    private static string Shown(AskedWorkbook? book, string sheet, CellAddress cell, bool isMoney)
    {
        if (book is null)
            return "";
        var (row, column) = book.HeadsOf(sheet, cell);
        var heads = string.Join(" · ", new[] { row, column }.OfType<string>().Select(Printable.Slot));
        var written = book.At(sheet, cell);
        var printed = book.NumberAt(sheet, cell) is { } number ? $"= {(isMoney ? FigureText.Money(number) : FigureText.Decimal(number, 4))}"
            : written is { } one && WrittenDay.Of(one) is { } day ? $"= {ThaiDates.Long(day)}"
            : $"“{Printable.Slot(written?.Value ?? "")}”";
        return $" {printed} ({heads})";
    }

    private static bool Stands(DbConnection connection, SourceFact fact, long sequence) => fact.Sequence <= sequence && (connection.ExecuteScalar<long>(
        "SELECT max(version) FROM return_version WHERE form = @Form AND fiscal_year = @FiscalYear AND unit = @Unit AND sequence <= @sequence",
        new { fact.Form, fact.FiscalYear, fact.Unit, sequence }) == fact.Version || Counts(connection, fact, sequence));

    // Rows of local authorities count in an earlier version too, as long as no later one has rows of the authority.
    private static bool Counts(DbConnection connection, SourceFact fact, long sequence) => connection.ExecuteScalar<long>(
        $"SELECT count(*) FROM ({AuthorityRows.OfUnits}) r WHERE r.version_id = @VersionId AND r.row_position = @RowPosition",
        new { form = fact.Form, year = fact.FiscalYear, sequence, units = AuthorityRows.Listed([fact.Unit]), fact.VersionId, fact.RowPosition }) > 0;

    private static IEnumerable<SourceFact> FigureOf(SentFile sent, SourceFact fact) => fact.Role == "figure"
        ? [fact]
        : sent.Facts.Where(other => other.VersionId == fact.VersionId && other.RowPosition == fact.RowPosition && other.Role == "figure");

    private static string NoField(List<SourceFact> onSheet, CellAddress cell)
    {
        var near = onSheet.Where(fact => fact.Role == "figure").Select(fact => CellAddress.Parse(fact.Cell).Value).Distinct()
            .OrderBy(one => Math.Abs(one.Row - cell.Row)).ThenBy(one => Math.Abs(one.Column - cell.Column)).ThenBy(one => one).Take(NearestFields).ToList();
        return $"ระบบไม่ได้อ่านข้อมูลจากเซลล์ {cell} (เป็นหัวตาราง ข้อความประจำแบบ หรือเซลล์นอกตาราง){(near.Count == 0 ? "" : $" เซลล์ใกล้เคียงที่เป็นตัวเลข: {string.Join(", ", near)}")}";
    }

    private static string Superseded(DbConnection connection, SourceFact fact)
    {
        var latest = connection.ExecuteScalar<long>(
            "SELECT max(version) FROM return_version WHERE form = @Form AND fiscal_year = @FiscalYear AND unit = @Unit", new { fact.Form, fact.FiscalYear, fact.Unit });
        return latest > fact.Version
            ? string.Create(CultureInfo.InvariantCulture, $"ข้อมูลของไฟล์นี้ (ฉบับที่ {fact.Version}) ถูกแทนด้วยฉบับที่ {latest} แล้ว จึงไม่อยู่ในรายงานฉบับปัจจุบัน")
            : "ยังไม่มีรายงานฉบับใดที่จัดทำหลังจากรับข้อมูลนี้";
    }
}
