using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Normalising;
using Dla.Etl.Reporting;
using Dla.Etl.Running;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Proving;

/// <summary>Proves a workbook: makes the report that it says it is again, as of its sequence and with the definitions of then, and compares cell by cell.</summary>
/// <param name="warehouse">The warehouse that is asked; nothing in it is changed.</param>
/// <param name="workplace">With the definitions of today, the archive and the limits of reading.</param>
public sealed class Prover(Database warehouse, Workplace workplace)
{
    /// <summary>Proves one.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ReportProof Prove(byte[] file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        var read = WorkbookCopy.Read(file, workplace.Reading, workplace.Clock, cancellation);
        if (read.Artefact is not { } copy)
            return new(ProofVerdict.NotAReport, "อ่านเป็นสมุดงาน .xlsx ไม่ได้ จึงพิสูจน์ไม่ได้ · not an .xlsx workbook that can be read") { Findings = read.Findings };
        if (StatedManifest.Read(copy, out var wrong) is not { } stated)
            return Nameless(copy, wrong);
        using var connection = warehouse.Read();
        return Prove(connection, copy, stated, cancellation) with { Stated = stated };
    }

    private ReportProof Nameless(WorkbookCopy copy, string? wrong)
    {
        var sheets = copy.Sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.Ordinal);
        return wrong is not null
            ? new(ProofVerdict.NoManifest, $"แผ่นงานหลักฐานถูกแก้ไข: อ่าน{wrong}ไม่ได้ จึงไม่ทราบว่าเป็นรายงานใด · the evidence sheet was altered: it no longer says which report this is")
            : workplace.Reports.All.Any(report => report.Sheets.Any(sheet => !sheet.IsManifest && sheets.Contains(sheet.Name)))
                ? new(ProofVerdict.NoManifest, "ไม่มีแผ่นงานหลักฐาน หรือแผ่นงานนั้นเสียหาย จึงไม่ทราบว่าเป็นรายงานฉบับใด · the evidence sheet is missing")
                : new(ProofVerdict.NotAReport, "ไม่ใช่รายงานที่ระบบนี้จัดทำ · this is no report of this program");
    }

    private ReportProof Prove(DbConnection connection, WorkbookCopy copy, StatedManifest stated, CancellationToken cancellation)
    {
        var register = WrittenReportLine.Of(connection, stated);
        var written = register.FirstOrDefault(line => line.IsOf(stated) && line.Hash == stated.Hash);
        var last = CommitSequence.Last(connection);
        if (stated.Sequence > last)
            return register.FirstOrDefault(line => line.Hash == stated.Hash) is { } meant
                ? Altered(Means(meant))
                : Foreign(string.Create(CultureInfo.InvariantCulture, $"คลังข้อมูลนี้มีถึงลำดับที่ {last} แต่รายงานระบุลำดับที่ {stated.Sequence}"));
        var asOf = CommitSequence.CommittedAt(connection, stated.Sequence);
        var definitions = new ProvingDefinitions(workplace, connection, stated);
        try
        {
            var proof = definitions.Find(register) is { } then
                ? Compared(then, copy, stated, register, asOf, cancellation)
                : new(ProofVerdict.NoDefinitions, Unarchived(definitions.Unknown()));
            // What gives the stated hash is from here, whatever was changed in its evidence.
            var doubted = written is null && (proof.Verdict == ProofVerdict.NoDefinitions || (proof.Verdict == ProofVerdict.Differs && proof.Regenerated?.Hex != stated.Hash));
            return doubted && SignOfElsewhere(connection, stated, asOf) is { } sign
                ? Foreign(sign)
                : proof with { AsOf = asOf, WrittenAt = WrittenAt(register, stated, proof), Newer = WrittenReportLine.After(connection, stated) };
        }
        catch (ArchivedDefinitionsException unusable)
        {
            return new(unusable.OfAnotherProgram ? ProofVerdict.CannotMakeAgain : ProofVerdict.NoDefinitions, $"{unusable.Thai} · {unusable.English}") { AsOf = asOf };
        }
    }

    // What was made again may be in the register though the file states another hash.
    private static DateTimeOffset? WrittenAt(IReadOnlyList<WrittenReportLine> register, StatedManifest stated, ReportProof proof) =>
        register.FirstOrDefault(line => line.IsOf(stated) && (line.Hash == stated.Hash || line.Hash == proof.Regenerated?.Hex)) is { } line ? Instants.Parse(line.WrittenAt) : null;

    private static string? SignOfElsewhere(DbConnection connection, StatedManifest stated, DateTimeOffset asOf)
    {
        var returns = stated.Sources.Where(source => source.Name is null).Select(source => source.Hash).Distinct().ToList();
        if (returns.Count > 0 && returns.All(hash => connection.ExecuteScalar<long>("SELECT count(*) FROM received_file WHERE sha256 = @hash", new { hash }) == 0))
            return "ไม่มีแบบรายงานใดที่รายงานนี้ใช้ อยู่ในทะเบียนรับของคลังข้อมูลนี้";
        return stated.AsOf.Length > 0 && stated.AsOf != ThaiPrint.Instant(asOf)
            ? string.Create(CultureInfo.InvariantCulture, $"ลำดับที่ {stated.Sequence} ของคลังข้อมูลนี้บันทึกเมื่อ {ThaiPrint.Instant(asOf)} แต่รายงานระบุ {stated.AsOf}")
            : null;
    }

    private static ReportProof Foreign(string how) => new(ProofVerdict.OtherWarehouse, $"ไม่ใช่รายงานจากคลังข้อมูลนี้: {how} · this is the report of another warehouse");

    private static string Means(WrittenReportLine meant) =>
        string.Create(CultureInfo.InvariantCulture, $"ค่าแฮชที่ระบุเป็นของรายงาน {meant.Report} {ThaiPeriods.Called(Period.FromNumber(meant.Year))}{(meant.Unit is { } unit ? $" ของหน่วยงานรหัส {unit}" : "")} ลำดับที่ {meant.Sequence}");

    private static string Unarchived(StatedSource? unknown) => unknown is null
        ? "ไม่พบชุดข้อกำหนดที่ใช้จัดทำรายงานนี้ในคลังข้อมูล · the definitions that it was made of are not recorded together"
        : $"ข้อกำหนด {unknown.Name} ที่ใช้จัดทำรายงานนี้ (SHA-256 {unknown.Hash[..12]}…) ไม่ได้เก็บไว้ในคลังไฟล์ อาจจัดทำด้วยคำสั่ง report จากแม่แบบที่ยังไม่เคยใช้ในการทำงานประจำ · a definition that it was made of is not in the archive";

    private ReportProof Compared(
        Workplace then, WorkbookCopy copy, StatedManifest stated, IReadOnlyList<WrittenReportLine> register, DateTimeOffset asOf, CancellationToken cancellation)
    {
        if (then.Reports.All.FirstOrDefault(report => report.Id == stated.Report) is not { } report
            || !report.IsOf(stated.Unit) || !report.Templates.ContainsKey(stated.Period.Year) || !then.Forms.PeriodsOf(report.Form, stated.Period.Year).Contains(stated.Period) || !then.Forms.Years(report.Form).Contains(stated.Period.Year))
            return Altered($"ในขณะนั้นไม่มีรายงาน {stated.Report} {ThaiPeriods.Called(stated.Period)}{(stated.Unit is { } unit ? $" ของหน่วยงานรหัส {unit}" : "")}");
        using var workbook = new MemoryStream();
        var made = new ReportWriter(then.Reports, then.Forms, warehouse).Write(new ReportRequest(stated.Report, stated.Period, stated.Sequence, asOf) { Unit = stated.Unit, Notice = workplace.Notice }, workbook);
        if (made.Artefact is not { } again)
            return new(ProofVerdict.CannotMakeAgain, $"จัดทำรายงานนี้ซ้ำไม่ได้ด้วยโปรแกรมรุ่นนี้ ({workplace.ProgramVersion}) · this program cannot make the report again") { Findings = made.Findings };
        var reread = WorkbookCopy.Read(workbook.ToArray(), workplace.Reading, workplace.Clock, cancellation);
        if (reread.Artefact is not { } original)
            return new(ProofVerdict.CannotMakeAgain, "รายงานที่จัดทำซ้ำมีขนาดเกินขีดจำกัดการอ่าน (Reading) · the report made again exceeds the limits of Reading") { Findings = reread.Findings };
        var proof = new ReportProof(ProofVerdict.Equal, "")
        {
            Regenerated = again.Content, Differences = WorkbookComparison.Of(copy, original), Additions = [.. copy.Additions.Except(original.Additions).Order(StringComparer.Ordinal)],
        };
        return proof.Differences.Count == 0 ? proof : Different(proof, stated, register);
    }

    // When the register has the very hash that the file states and the report made again has another, the file is not to blame for all of it.
    private ReportProof Different(ReportProof proof, StatedManifest stated, IReadOnlyList<WrittenReportLine> register)
    {
        if (proof.Regenerated!.Value.Hex == stated.Hash)
            return proof with { Verdict = ProofVerdict.Differs };
        if (register.FirstOrDefault(line => line.IsOf(stated) && line.Hash == stated.Hash) is { } written)
            return proof with { Verdict = ProofVerdict.CannotMakeAgain, Why = Changed(written.ProgramVersion ?? "") };
        return register.FirstOrDefault(line => line.Hash == stated.Hash) is { } meant && register.All(line => !line.IsOf(stated) || line.Hash != proof.Regenerated.Value.Hex)
            ? Altered(Means(meant))
            : IsHashAltered(proof, stated, register)
            ? proof with { Verdict = ProofVerdict.NoManifest, Why = Altered($"ค่าแฮชที่ระบุ ({stated.Hash[..12]}…) ไม่ใช่ของรายงานนี้ จัดทำซ้ำได้ {proof.Regenerated.Value.Hex[..12]}…").Why }
            : proof with { Verdict = ProofVerdict.Differs };
    }

    // A report that is not registered may state another hash because something else made it; when nothing but the evidence differs, it is the evidence.
    private static bool IsHashAltered(ReportProof proof, StatedManifest stated, IReadOnlyList<WrittenReportLine> register) =>
        register.Any(line => line.IsOf(stated) && line.Hash == proof.Regenerated!.Value.Hex) || proof.Differences.All(one => one.Sheet == stated.Sheet);

    private string Changed(string version) => version == workplace.ProgramVersion
        ? "ไฟล์ระบุค่าแฮชตรงกับที่ระบบบันทึกไว้เมื่อจัดทำ แต่จัดทำซ้ำแล้วได้เนื้อหาอื่น ข้อมูลในคลังอาจถูกแก้ไขหรือลบ (เช่น คำสั่ง forget) หลังจากนั้น กรุณาสั่ง dla-etl doctor · the register has this hash, but the report made again is another one: the warehouse was changed since"
        : $"ไฟล์ระบุค่าแฮชตรงกับที่ระบบบันทึกไว้เมื่อจัดทำด้วยโปรแกรมรุ่น {version} แต่โปรแกรมรุ่นนี้ ({workplace.ProgramVersion}) จัดทำซ้ำแล้วได้เนื้อหาอื่น กรุณาพิสูจน์ด้วยโปรแกรมรุ่นเดิม · the register has this hash, written by another version of the program, and this one makes another content: prove it with that version";

    private static ReportProof Altered(string how) => new(ProofVerdict.NoManifest, $"แผ่นงานหลักฐานถูกแก้ไข: {how} · the evidence sheet was altered");
}
