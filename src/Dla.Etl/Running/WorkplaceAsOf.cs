using Dla.Etl.Definitions;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>The workplace with the definitions of an earlier day, from the archive.</summary>
public static class WorkplaceAsOf
{
    private const string Instead = "หากต้องการใช้ข้อกำหนดปัจจุบัน ให้ระบุ --todays-rules";

    /// <summary>The same workplace with the forms and reports that were in force at an instant. There is no fallback to those of today.</summary>
    /// <exception cref="UsageException">They were not recorded, a file is missing or damaged in the archive, or this program cannot read them.</exception>
    public static Workplace InForceAt(this Workplace workplace, Database warehouse, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(workplace);
        ArgumentNullException.ThrowIfNull(warehouse);
        using var connection = warehouse.Read();
        var set = DefinitionsInForce.At(connection, instant)
            ?? throw new UsageException($"ไม่มีบันทึกว่าขณะนั้น ({ThaiDates.LongWithTime(instant)}) ใช้แบบและแม่แบบชุดใด {Instead} · the definitions of then are not recorded");
        var files = DefinitionFiles.Of(
            $"(ข้อกำหนด ณ {ThaiDates.LongWithTime(instant)})",
            DefinitionsInForce.Hashes(connection, set).Select(file => new DefinitionFile(file.Key, Archived(workplace.Archive, file.Key, ContentHash.FromHex(file.Value)))));
        try
        {
            return workplace with { Definitions = files, Forms = FormCatalogue.Load(files), Reports = ReportCatalogue.Load(files) };
        }
        catch (Exception wrong) when (wrong is DefinitionException or IOException)
        {
            throw new UsageException($"โปรแกรมรุ่นนี้อ่านข้อกำหนดที่ใช้ในขณะนั้นไม่ได้ กรุณาใช้โปรแกรมรุ่นเดิม {Instead} · this program cannot read the definitions of then: {wrong.Message}");
        }
    }

    private static byte[] Archived(Archive archive, string path, ContentHash hash)
    {
        try
        {
            var bytes = File.ReadAllBytes(archive.PathOf(hash));
            return ContentHash.Of(bytes) == hash
                ? bytes
                : throw new UsageException($"ไฟล์ {path} ในที่เก็บถาวรเสียหาย กรุณากู้จากสำเนาสำรอง ({archive.PathOf(hash)}) {Instead} · damaged in the archive");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"อ่านไฟล์ {path} จากที่เก็บถาวรไม่ได้ {Instead} · cannot be read from the archive: {wrong.Message}");
        }
    }
}
