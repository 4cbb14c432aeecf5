using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Reporting;

namespace Dla.Etl.Running;

/// <summary>The workbook of a report as it lies in the reports folder, which others write to.</summary>
/// <param name="Bytes">The workbook; null when it is not the one that was written.</param>
/// <param name="Cause">Why there is none, in Thai, for the reader of the report; empty when there is.</param>
/// <param name="Problem">The same for the operator.</param>
internal sealed record ReportWorkbook(byte[]? Bytes, string Cause, IntakeProblem? Problem)
{
    /// <summary>Reads it and makes sure that its content is what was written last.</summary>
    public static ReportWorkbook Read(Workplace workplace, ReportDefinition report, LastWritten last)
    {
        var path = Path.Combine(workplace.Folders.Reports, last.FileName);
        try
        {
            var bytes = File.ReadAllBytes(path);
            return ReportContent.HashOf(new MemoryStream(bytes), report.ManifestSheets).Hex == last.Content
                ? new(bytes, "", null)
                : Other(path);
        }
        catch (InvalidDataException)
        {
            return Other(path);
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            return new(null, "อ่านไฟล์รายงานจากโฟลเดอร์รายงานไม่ได้", new IntakeProblem(path, new Finding(ReportFindings.NotWritten) { Subject = path, Found = DiskTrouble.Cause(trouble) }));
        }
    }

    private static ReportWorkbook Other(string path) =>
        new(null, "ไฟล์รายงานถูกแก้ไขหลังระบบจัดทำ จึงระงับไว้จนกว่าจะจัดทำใหม่", new IntakeProblem(path, new Finding(NoticeFindings.WorkbookIsNotTheReport) { Subject = path }));
}
