using System.CommandLine;
using System.Globalization;
using Dla.Etl.Distribution;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands.Registry;

/// <summary><c>reference import FILE --effective DAY</c>.</summary>
internal static class ReferenceImport
{
    // Of each kind of change; --all tells the rest.
    private const int Told = 20;

    private const string Description =
        """
        นำเข้าทะเบียน อปท. ที่มีผลตั้งแต่วันหนึ่ง · import the registry that holds from a day on

        FILE is the department's open data (a row for each subdistrict covered) or a csv or workbook with a row for each authority; the columns are
        found by their headers: รหัส อปท., ประเภท อปท., อปท., จังหวัด, อำเภอ. Nothing is imported of a file with errors; all errors are told.
        A corrected file for the same day takes the place of the one before from now on; reports as of then keep that one.

        Exit codes: 0 imported, or the same file stands for that day already; 1 findings of ERROR, nothing was imported; 2 a file that cannot
        be read; 64 wrong usage; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var file = new Argument<string>("FILE") { Description = "ไฟล์ทะเบียน · the registry" };
        var effective = new Option<DateOnly?>("--effective")
        {
            Description = "วันที่ทะเบียนมีผล พ.ศ. หรือ ค.ศ. · the day it holds from", HelpName = "2569-06-10", Required = true, CustomParser = ReferenceCommand.ReadDay,
        };
        var all = new Option<bool>("--all") { Description = "แสดงทุกข้อ ไม่ย่อ · every finding and change in full" };
        var json = SharedOptions.Json();
        var command = new Command("import", Description) { file, effective, all, json };
        command.SetAction((parsed, cancellation) =>
        {
            var installation = shared.Installation(parsed, clock);
            DemoMark.RefuseByDefault(installation.Workspace, named: parsed.GetValue(shared.Workspace) is not null);
            var work = new Work(installation, terminal, parsed.GetRequiredValue(file), parsed.GetValue(effective)!.Value, parsed.GetValue(all), parsed.GetValue(json));
            return Task.FromResult(work.Do(cancellation));
        });
        return command;
    }

    private sealed record Work(Installation Installation, Terminal Terminal, string Path, DateOnly Effective, bool All, bool Json)
    {
        public int Do(CancellationToken cancellation)
        {
            if (!Files.Exists(Path))
                throw new UsageException(Files.Missing(Path));
            if (Effective.Year is < FiscalYear.First - 543 or > FiscalYear.Last - 543)
                throw new UsageException($"--effective ต้องอยู่ระหว่าง พ.ศ. {FiscalYear.First} ถึง {FiscalYear.Last} · the day is out of range");
            var bytes = Bytes();
            var read = new WorkbookReader(Installation.Settings.Reading, Installation.Clock).Read(bytes, cancellation);
            var registry = read.Artefact is { } workbook ? RegistryFile.Read(workbook) : new Step<RegistryFile>(null, []);
            Finding[] findings = [.. read.Findings, .. registry.Findings];
            if (registry.Artefact is not { } good || findings.Any(finding => finding.Severity >= Severity.Error))
                return Refuse(findings);
            Installation.Prepare();
            using var warehouse = Installation.Warehouse();
            var import = new RegistryImport(Effective, System.IO.Path.GetFileName(Path), ContentHash.Of(bytes), good.Authorities);
            var done = warehouse.Write(lane => AuthorityEditions.Import(lane, import, Installation.Version));
            using var connection = warehouse.Read();
            var changes = done is { WasThere: false, Before: { } before }
                ? RegistryChange.Between(AuthorityEditions.Get(connection, before), AuthorityEditions.Get(connection, done.Edition)) : [];
            if (Json)
                Terminal.Json(new ImportJson(done.Edition, done.WasThere, done.Before?.Effective, [.. changes.Select(ChangeJson.Of)], FindingJson.Of(findings)));
            else
                Print(done, good, changes, findings);
            return ExitCode.Ok;
        }

        private byte[] Bytes()
        {
            try
            {
                return File.ReadAllBytes(Path);
            }
            catch (Exception trouble) when (DiskTrouble.Is(trouble))
            {
                throw new UsageException($"อ่านไฟล์ {Path} ไม่ได้ เพราะ{DiskTrouble.Cause(trouble)} · cannot be read: {trouble.Message}");
            }
        }

        private int Refuse(Finding[] findings)
        {
            if (Json)
                Terminal.Json(new ImportJson(null, false, null, [], FindingJson.Of(findings)));
            else
            {
                Terminal.Line(CheckText.Compose(Path, findings, All ? int.MaxValue : FindingOrder.InFull));
                Terminal.Line("ไม่ได้นำเข้า ทะเบียนที่ใช้อยู่ไม่เปลี่ยน · nothing was imported");
            }

            return findings.Any(finding => finding.Severity == Severity.Fatal) ? ExitCode.Unreadable : ExitCode.Findings;
        }

        private void Print(ImportedRegistry done, RegistryFile file, IReadOnlyList<RegistryChange> changes, Finding[] findings)
        {
            if (findings.Length > 0)
                Terminal.Line(CheckText.Compose(Path, findings, All ? int.MaxValue : FindingOrder.InFull));
            var day = ThaiDates.Long(Effective);
            Terminal.Line(done.WasThere
                ? $"ไฟล์นี้เป็นทะเบียน ณ {day} อยู่แล้ว (ลำดับที่ {done.Edition.Sequence}) ไม่ได้นำเข้าซ้ำ · the same file stands already; nothing was written"
                : string.Create(CultureInfo.InvariantCulture, $"นำเข้าทะเบียน อปท. ณ {day} แล้ว {file.Authorities.Count:#,##0} แห่ง จาก {file.Rows:#,##0} แถว ลำดับที่ {done.Edition.Sequence}"));
            if (done is not { WasThere: false, Before: { } before })
                return;
            Terminal.Line(before.Effective == Effective ? $"ใช้แทนไฟล์ {before.FileName} ของวันเดียวกัน" : $"เทียบกับทะเบียน ณ {ThaiDates.Long(before.Effective)}");
            if (changes.Count == 0)
                Terminal.Line("  ไม่มี อปท. ใดเปลี่ยน");
            foreach (var kind in changes.GroupBy(change => change.Kind))
                Print([.. kind]);
        }

        private void Print(RegistryChange[] changes)
        {
            Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {Named(changes[0].Kind)} {changes.Length:#,##0} แห่ง"));
            foreach (var change in changes.Take(All ? changes.Length : Told))
                Terminal.Line($"    {Said(change)}");
            if (!All && changes.Length > Told)
                Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"    และอีก {changes.Length - Told:#,##0} แห่ง (ดูทั้งหมดด้วย --all)"));
        }

        private static string Named(RegistryChangeKind kind) => kind switch
        {
            RegistryChangeKind.Appeared => "เพิ่มใหม่",
            RegistryChangeKind.Vanished => "ไม่มีแล้ว",
            RegistryChangeKind.TypeChanged => "เปลี่ยนประเภท",
            RegistryChangeKind.Renamed => "เปลี่ยนชื่อ",
            RegistryChangeKind.Moved => "เปลี่ยนอำเภอหรือจังหวัด",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of change."),
        };

        private static string Said(RegistryChange change) => change switch
        {
            { Before: null, After: { } come } => $"{Provincial(come)}",
            { After: null, Before: { } gone } => $"{Provincial(gone)}",
            _ => $"{Provincial(change.Before!)} → {Provincial(change.After!)}",
        };

        private static string Provincial(LocalAuthority authority) => $"{authority.Described} จ.{Dla.Etl.Reference.Provinces.Get(authority.Province).NameThai}";
    }

    private sealed record ImportJson(
        AuthorityEdition? Edition, bool WasThere, DateOnly? ComparedWith, IReadOnlyList<ChangeJson> Changes, IReadOnlyList<FindingJson> Findings);

    private sealed record ChangeJson(RegistryChangeKind Kind, ReferenceCommand.AuthorityJson? Before, ReferenceCommand.AuthorityJson? After)
    {
        public static ChangeJson Of(RegistryChange change) => new(
            change.Kind, change.Before is { } before ? ReferenceCommand.AuthorityJson.Of(before) : null, change.After is { } after ? ReferenceCommand.AuthorityJson.Of(after) : null);
    }
}
