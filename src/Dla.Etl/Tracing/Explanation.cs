using System.Data.Common;
using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Normalising;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;
using CellContent = Dla.Etl.Reporting.CellContent;

namespace Dla.Etl.Tracing;

/// <summary>The answer to where a cell of a report comes from.</summary>
/// <param name="Head">Lines that say what was asked: report, sheet, cell, what it prints.</param>
/// <param name="Warnings">What the reader has to know first: the workbook was altered, or the cell is no figure.</param>
/// <param name="Tree">The tree; null when there is none to tell.</param>
/// <param name="Standing">How the workbook stands to the stored report.</param>
public sealed record Explanation(IReadOnlyList<string> Head, IReadOnlyList<string> Warnings, Explained? Tree, WorkbookStanding Standing)
{
    private const int NearestFigures = 6;

    /// <summary>True when the stored tree is told and it is that of this very workbook.</summary>
    public bool IsWhole => Tree is not null && Standing == WorkbookStanding.Same;

    /// <summary>Explains a cell of a workbook.</summary>
    /// <param name="connection">The warehouse.</param>
    /// <param name="forms">Names of forms, items and fields.</param>
    /// <param name="path">The workbook, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="asked">The cell.</param>
    /// <exception cref="UsageException">No workbook, or it has no such sheet: names those that it has.</exception>
    public static Explanation Of(DbConnection connection, FormCatalogue forms, string path, byte[] bytes, AskedCell asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var workbook = AskedWorkbook.Open(path, bytes, connection);
        var sheet = asked.SheetAmong(workbook.SheetNames)
            ?? throw new UsageException($"ไม่มีแผ่นงาน “{asked.Sheet}” ในไฟล์นี้ แผ่นงานที่มีคือ {string.Join(", ", workbook.SheetNames.Select(name => $"'{name}'"))} · no such sheet");
        var written = workbook.At(sheet, asked.Cell);
        string[] cell = [.. Cell(workbook, sheet, asked.Cell, written)];
        if (workbook.Report is not { } report)
            return new Explanation(cell, [Without(workbook.Standing)], null, workbook.Standing);
        string[] head = [.. Report(connection, report), .. cell];
        string[] altered = workbook.Standing == WorkbookStanding.Altered
            ? ["สมุดงานนี้ถูกแก้ไข หรือถูกโปรแกรมอื่นบันทึกใหม่ หลังจากระบบจัดทำ (ค่าแฮชไม่ตรงกับแผ่นหลักฐาน) ใช้ dla-etl verify เพื่อดูว่าเซลล์ใดต่างไปหรือไม่ ที่มาต่อไปนี้เป็นของรายงานฉบับที่ระบบจัดทำ อาจไม่ตรงกับตัวเลขที่เห็นในไฟล์นี้"]
            : [];
        var stored = report.Sheets.FirstOrDefault(one => one.Name == sheet);
        if (stored is null || report.OriginOf(stored, asked.Cell) is not { } origin)
            return new Explanation(head, [.. altered, .. NoFigure(report, stored, asked.Cell, written)], null, workbook.Standing);
        var tree = new CellStory(connection, forms, report, new PrintedCosts(report, workbook, asked.Cell, sheet)).Of(origin);
        if (tree.IsMoney && tree.Exact is not null)
            head = [.. Report(connection, report), .. Cell(workbook, sheet, asked.Cell, written, isMoney: true)];
        string[] measure = [$"มาตรวัด {stored.Measure}"];
        return new Explanation([.. head, .. measure, .. RoundingStory.Of(origin, tree, workbook.NumberAt(sheet, asked.Cell))], altered, tree, workbook.Standing);
    }

    private static IEnumerable<string> Report(DbConnection connection, StoredReport report) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"รายงาน {report.Title} {ThaiPeriods.Called(report.Period)} ({report.Report})"),
        string.Create(CultureInfo.InvariantCulture,
            $"ข้อมูลถึงลำดับที่ {report.Sequence}{(report.Sequence == 0 ? "" : $" เมื่อ {ThaiDates.LongWithTime(CommitSequence.CommittedAt(connection, report.Sequence))}")} ค่าแฮชของเนื้อหา {report.ContentHash}"),
    ];

    private static IEnumerable<string> Cell(AskedWorkbook workbook, string sheet, CellAddress cell, WrittenCell? written, bool isMoney = false)
    {
        var (row, column) = workbook.HeadsOf(sheet, cell);
        var content = written switch
        {
            null => "ว่าง",
            { Value: CellContent.MissingMark } => "… (ไม่มีข้อมูล)",
            { Kind: "n" } date when WrittenDay.Of(date) is { } day => $"= {ThaiDates.Long(day)}",
            { Kind: "n" } when workbook.NumberAt(sheet, cell) is { } number => $"= {(isMoney ? FigureText.Money(number) : FigureText.Decimal(number, 4))}",
            { } other => $"“{Printable.Slot(other.Value)}”",
        };
        yield return $"เซลล์ '{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{cell} {content}";
        if (row is not null || column is not null)
            yield return string.Join("  ", new[] { row is null ? null : $"แถว “{Printable.Slot(row)}”", column is null ? null : $"คอลัมน์ “{Printable.Slot(column)}”" }.OfType<string>());
    }

    private static string Without(WorkbookStanding standing) => standing == WorkbookStanding.WrittenBefore
        ? "รายงานนี้จัดทำก่อนที่ระบบจะเริ่มเก็บที่มาของตัวเลข สั่ง dla-etl report รหัสรายงาน --year ปี --as-of เวลาที่จัดทำ --out ไฟล์ แล้วจึงสั่งคำสั่งนี้อีกครั้ง · written before traces were stored"
        : "คลังข้อมูลนี้ไม่มีที่มาของสมุดงานนี้ เพราะไม่ใช่รายงานที่ระบบจัดทำ จัดทำจากคลังข้อมูลอื่น หรือแผ่นหลักฐานถูกลบหรือแก้ไข · no report of this warehouse: not made here, or its sheet of evidence is gone";

    private static IEnumerable<string> NoFigure(StoredReport report, StoredSheet? sheet, CellAddress cell, WrittenCell? written)
    {
        yield return sheet is null || written is null
            ? "เซลล์นี้ว่าง ไม่มีตัวเลขของรายงาน"
            : "ระบบไม่ได้เก็บที่มาของเซลล์นี้ เพราะเป็นข้อความหรือตัวเลขประจำแบบฟอร์มรายงาน หรือเป็นข้อความที่เรียบเรียงจากเซลล์อื่น";
        var near = sheet is null ? [] : report.CellsOf(sheet).Select(one => one.Cell)
            .OrderBy(one => Math.Abs(one.Row - cell.Row)).ThenBy(one => Math.Abs(one.Column - cell.Column)).ThenBy(one => one).Take(NearestFigures).ToList();
        if (near.Count > 0)
            yield return $"เซลล์ใกล้เคียงที่มีที่มา: {string.Join(", ", near)}";
        else if (report.Sheets.Where(one => report.CellsOf(one).Count > 0).Select(one => $"'{one.Name}'").ToList() is { Count: > 0 } others)
            yield return $"แผ่นงานที่มีตัวเลขซึ่งมีที่มาคือ {string.Join(", ", others)}";
    }
}
