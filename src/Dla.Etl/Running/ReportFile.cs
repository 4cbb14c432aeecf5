using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Puts a report into the reports folder, whole or not at all, and records it.</summary>
internal sealed class ReportFile(Database warehouse, Workplace workplace)
{
    /// <summary>Called inside the transaction that records the report; it throws when another node has taken over.</summary>
    public required Action<WriteLane> Guard { get; init; }

    /// <summary>The current report, or with an instant the one that is written afterwards for it and lies beside the current one.</summary>
    /// <returns>Full path; without one the findings say why.</returns>
    public Step<string> Write(string runId, ReportDefinition report, ReportRequest request, DateTimeOffset? backFilledFor = null)
    {
        var name = NameOf(report, request.Period, request.Unit, backFilledFor);
        var path = Path.Combine(workplace.Folders.Reports, name);
        using var workbook = new MemoryStream();
        var step = new ReportWriter(workplace.Reports, workplace.Forms, warehouse).Write(request, workbook);
        if (step.Artefact is not { } written)
            return new Step<string>(null, [.. step.Findings, .. Refuse(runId, path, report, request, step.Findings)]);
        var row = new ReportWritten(
            report.Id, request.Period, request.Sequence, written.Content, written.Template, written.Definition, ReportSources.HashOf(written.Sources), name)
        {
            Unit = request.Unit, BackFilledFor = backFilledFor, DefinitionSet = workplace.Definitions.Id,
        };
        try
        {
            var part = Path.Combine(workplace.Folders.Reports, $"{FileNames.OwnPrefix}{runId}.part");
            DurableFiles.WritePart(part, file => file.Write(workbook.ToArray()));
            MakeFolderOf(path);
            Publish(runId, row, written, part, path);
            ReportRefusal.Remove(path);
            DurableFiles.FlushFolder(Path.GetDirectoryName(path)!);
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            return new Step<string>(null, [new Finding(ReportFindings.NotWritten) { Subject = path, Found = DiskTrouble.Cause(trouble) }]);
        }

        return new Step<string>(path, step.Findings);
    }

    private Finding[] Refuse(string runId, string path, ReportDefinition report, ReportRequest request, IReadOnlyList<Finding> findings)
    {
        try
        {
            MakeFolderOf(path);
            ReportRefusal.Write(path, Path.Combine(workplace.Folders.Reports, $"{FileNames.OwnPrefix}{runId}.part"), report, request, findings);
            return [];
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            return [new Finding(ReportFindings.NotWritten) { Subject = ReportRefusal.PathOf(path), Found = DiskTrouble.Cause(trouble) }];
        }
    }

    // The one rename inside the lane: while the lease that was checked is locked nobody else can write this report. A kill between rename and commit
    // leaves the report due; the next run writes it again. Only a process that is paused right there for so long that the server ends its session can
    // lay an old workbook over a newer one: then its commit fails, it takes the workbook away, and a report whose workbook is gone is due.
    private void Publish(string runId, ReportWritten row, WrittenReport written, string part, string path)
    {
        var moved = false;
        try
        {
            warehouse.Write(lane =>
            {
                RunLog.Reported(lane, runId, row);
                TraceStore.Write(lane, written);
                Guard(lane);
                File.Move(part, path, overwrite: true);
                moved = true;
            });
        }
        catch when (moved)
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>
    /// The name below the reports folder: that of report.yaml, and for an instant <c>… (ข้อมูล ณ วันที่ 1 มิถุนายน 2565 เวลา 01.00 น.).xlsx</c>; of one of a
    /// province in a folder of the province, <c>56-พะเยา/…</c>, which may be shared with its office.
    /// </summary>
    public static string NameOf(ReportDefinition report, Period period, UnitCode? unit, DateTimeOffset? backFilledFor)
    {
        var name = ReportWriter.FileNameOf(report, period, unit);
        var file = backFilledFor is not { } instant
            ? FileNames.OnDisk("", name)
            : FileNames.OnDisk("", Path.GetFileNameWithoutExtension(name), $" (ข้อมูล ณ วันที่ {Named(instant)}){Path.GetExtension(name)}");
        return unit is { } code ? $"{FileNames.Folder(Units.Get(code).FolderName)}/{file}" : file;
    }

    private void MakeFolderOf(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        DurableFiles.FlushFolder(workplace.Folders.Reports);
    }

    // To the second where it is not a whole minute, so that two instants do not share a name; the end of a day is 23.59.
    private static string Named(DateTimeOffset instant)
    {
        var minute = ThaiDates.LongWithTime(instant);
        return instant.Second == 0 || instant.AddTicks(1).Ticks % TimeSpan.TicksPerMinute == 0
            ? minute
            : minute.Replace(" น.", instant.ToString("'.'ss' น.'", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
