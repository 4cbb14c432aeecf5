using System.Globalization;
using System.Text;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Reporting;

namespace Dla.Etl.Running;

/// <summary>The answer that lies in the reports folder in place of a report that was held back: every reason, and what to do about it. It goes when the report comes.</summary>
internal static class ReportRefusal
{
    private const string Suffix = " - จัดทำไม่ได้.txt";
    private const int Width = 100, InMail = 3;

    /// <summary>Writes it beside the place of the workbook.</summary>
    /// <param name="workbook">Full path of the workbook that was not written.</param>
    /// <param name="part">Full path for the half-written file, on the same disk.</param>
    /// <param name="report">The report.</param>
    /// <param name="request">Period and instant.</param>
    /// <param name="findings">Why.</param>
    public static void Write(string workbook, string part, ReportDefinition report, ReportRequest request, IReadOnlyList<Finding> findings) =>
        DurableFiles.Write(PathOf(workbook), part, file => file.Write([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(report, request, findings))]));

    /// <summary>Takes away the one of an earlier night.</summary>
    public static void Remove(string workbook) => File.Delete(PathOf(workbook));

    /// <summary>Where it lies.</summary>
    public static string PathOf(string workbook) =>
        Path.Combine(Path.GetDirectoryName(workbook)!, FileNames.OnDisk("", Path.GetFileNameWithoutExtension(workbook), Suffix));

    /// <summary>The first reasons in one sentence, for the reader who waits for the report.</summary>
    public static string InShort(string workbook, IReadOnlyList<Finding> findings) => string.Create(CultureInfo.InvariantCulture,
        $"ข้อมูลหรือเกณฑ์ที่ใช้จัดทำรายงานยังไม่ครบหรือไม่ถูกต้อง {findings.Count} ข้อ เช่น {string.Join(" / ", findings.Take(InMail).Select(finding => finding.Message))} (ทั้งหมดอยู่ในไฟล์ “{Path.GetFileName(PathOf(workbook))}” ในโฟลเดอร์รายงาน)");

    private static string Text(ReportDefinition report, ReportRequest request, IReadOnlyList<Finding> findings)
    {
        var lines = new PlainLines("\r\n", Width)
            .Add($"ระบบจัดทำรายงาน “{report.Title}” {ThaiPeriods.Called(request.Period)} ไม่ได้{(request.Notice.Length == 0 ? "" : $" ({request.Notice})")}")
            .Add($"ข้อมูล ณ วันที่ {ThaiPrint.Instant(request.AsOf)}").Blank()
            .Add(string.Create(CultureInfo.InvariantCulture, $"เหตุที่จัดทำไม่ได้ {findings.Count} ข้อ"));
        foreach (var (finding, number) in findings.Select((finding, index) => (finding, index + 1)))
        {
            var place = Printable.Slot(finding.Place.ToString());
            lines.Blank().Add(string.Create(CultureInfo.InvariantCulture, $"{number}. [{finding.Kind.Id}] {finding.Message}{(place.Length == 0 ? "" : $" ({place})")}"), "", "   ")
                .Add($"สิ่งที่ต้องทำ: {finding.WhatToDo}", "   ", "   ");
        }
        return lines.Blank().Add("เมื่อแก้ไขครบแล้ว ระบบจะจัดทำรายงานให้ในรอบถัดไปและลบไฟล์นี้เอง หากมีรายงานฉบับก่อนอยู่ในโฟลเดอร์นี้ ฉบับนั้นยังเป็นข้อมูลเดิม").ToString();
    }
}
