using System.CommandLine;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Reference;
using Dla.Etl.Running;
using Dla.Etl.Values;

namespace Dla.Etl.Cli.Commands.Registry;

/// <summary><c>reference import FILE --effective DAY</c>.</summary>
internal static class ReferenceImportCommand
{
    private const string Description =
        """
        นำเข้าทะเบียน อปท. หรือรายชื่ออำเภอ ที่มีผลตั้งแต่วันหนึ่ง · import the registry, or the list of districts, that holds from a day on

        FILE is told by its headers. The registry: the department's open data (a row for each subdistrict covered) or a csv or workbook with a row
        for each authority, with รหัส อปท., ประเภท อปท., อปท., จังหวัด, อำเภอ. The districts: a row for each, with รหัสอำเภอ, ชื่ออำเภอ, รหัสจังหวัด
        (or code, name_th, province_code). Nothing is imported of a file with errors; all errors are told.
        A corrected file for the same day takes the place of the one before from now on; reports as of then keep that one.

        A file that is probably cut is refused: one in which more than a tenth of what holds now, or all of a province, would vanish, or a province
        would fall more than a tenth below its published count. --accept-loss imports it all the same, and the audit says so.

        Exit codes: 0 imported, or the same file stands for that day already; 1 findings of ERROR or too much would vanish, nothing was imported;
        2 a file that cannot be read; 64 wrong usage; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var file = new Argument<string>("FILE") { Description = "ไฟล์ทะเบียนหรือรายชื่ออำเภอ · the registry or the districts" };
        var effective = new Option<DateOnly?>("--effective")
        {
            Description = "วันที่ทะเบียนมีผล พ.ศ. หรือ ค.ศ. · the day it holds from", HelpName = "2569-06-10", Required = true, CustomParser = ReferenceCommand.ReadDay,
        };
        var loss = new Option<bool>("--accept-loss") { Description = "นำเข้าแม้จะมีหายไปมาก · import it however much vanishes" };
        var all = new Option<bool>("--all") { Description = "แสดงทุกข้อ ไม่ย่อ · every finding and change in full" };
        var json = SharedOptions.Json();
        var command = new Command("import", Description) { file, effective, loss, all, json };
        command.SetAction((parsed, cancellation) =>
        {
            var installation = shared.Installation(parsed, clock);
            DemoMark.RefuseByDefault(installation.Workspace, named: parsed.GetValue(shared.Workspace) is not null);
            var text = new ImportText(terminal, parsed.GetRequiredValue(file), parsed.GetValue(all), parsed.GetValue(json));
            return Task.FromResult(Do(installation, text, parsed.GetValue(effective)!.Value, parsed.GetValue(loss), cancellation));
        });
        return command;
    }

    private static int Do(Installation installation, ImportText text, DateOnly effective, bool acceptLoss, CancellationToken cancellation)
    {
        if (!Files.Exists(text.Path))
            throw new UsageException(Files.Missing(text.Path));
        if (effective.Year is < FiscalYear.First - 543 or > FiscalYear.Last - 543)
            throw new UsageException($"--effective ต้องอยู่ระหว่าง พ.ศ. {FiscalYear.First} ถึง {FiscalYear.Last} · the day is out of range");
        var import = new ReferenceImport(installation.Settings.Reading, installation.Clock, Installation.Version);
        var bytes = Bytes(text.Path);
        var read = Read(installation, import, bytes, effective, cancellation);
        if (read.Artefact is not { } file)
            return text.Refused(read.Findings);
        installation.Prepare();
        using var warehouse = installation.Warehouse();
        var done = import.Import(warehouse, file, bytes, Path.GetFileName(text.Path), effective, acceptLoss);
        return done.Done is { } edition ? text.Imported(done, edition, file, read.Findings) : text.Refused([.. read.Findings, .. done.Findings]);
    }

    // Without a warehouse there are no districts to compare with, and a file that is refused shall make none.
    private static Step<ReferenceFile> Read(Installation installation, ReferenceImport import, byte[] bytes, DateOnly effective, CancellationToken cancellation)
    {
        using var warehouse = installation.ExistingWarehouse();
        return import.Read(bytes, effective, warehouse, cancellation);
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            throw new UsageException($"อ่านไฟล์ {path} ไม่ได้ เพราะ{DiskTrouble.Cause(trouble)} · cannot be read: {trouble.Message}");
        }
    }
}
