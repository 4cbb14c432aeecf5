using System.Data.Common;
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
        try
        {
            return workplace.WithDefinitions(connection, set, $"(ข้อกำหนด ณ {ThaiDates.LongWithTime(instant)})");
        }
        catch (ArchivedDefinitionsException wrong)
        {
            throw new UsageException($"{wrong.Thai} {Instead} · {wrong.English}");
        }
    }

    /// <summary>The same workplace with a set of definitions that some run worked with.</summary>
    /// <param name="workplace">The workplace of today.</param>
    /// <param name="connection">An open connection to the warehouse.</param>
    /// <param name="set">Id of the set.</param>
    /// <param name="called">How messages call it.</param>
    /// <exception cref="ArchivedDefinitionsException">A file is missing or damaged in the archive, or this program cannot read them.</exception>
    internal static Workplace WithDefinitions(this Workplace workplace, DbConnection connection, string set, string called)
    {
        var files = DefinitionFiles.Of(
            called, DefinitionsInForce.Hashes(connection, set).Select(file => new DefinitionFile(file.Key, Archived(workplace.Archive, file.Key, ContentHash.FromHex(file.Value)))));
        try
        {
            return workplace with { Definitions = files, Forms = FormCatalogue.Load(files), Reports = ReportCatalogue.Load(files) };
        }
        catch (Exception wrong) when (wrong is DefinitionException or IOException)
        {
            throw new ArchivedDefinitionsException(
                "โปรแกรมรุ่นนี้อ่านข้อกำหนดที่ใช้ในขณะนั้นไม่ได้ กรุณาใช้โปรแกรมรุ่นเดิม", $"this program cannot read the definitions of then: {wrong.Message}") { OfAnotherProgram = true };
        }
    }

    private static byte[] Archived(Archive archive, string path, ContentHash hash)
    {
        try
        {
            var bytes = File.ReadAllBytes(archive.PathOf(hash));
            return ContentHash.Of(bytes) == hash
                ? bytes
                : throw new ArchivedDefinitionsException($"ไฟล์ {path} ในที่เก็บถาวรเสียหาย กรุณากู้จากสำเนาสำรอง ({archive.PathOf(hash)})", "damaged in the archive");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new ArchivedDefinitionsException($"อ่านไฟล์ {path} จากที่เก็บถาวรไม่ได้", $"cannot be read from the archive: {wrong.Message}");
        }
    }
}

/// <summary>Archived definitions that cannot be used.</summary>
/// <param name="thai">Why, and what to do.</param>
/// <param name="english">The same for the log.</param>
internal sealed class ArchivedDefinitionsException(string thai, string english) : Exception(english)
{
    /// <summary>Why, and what to do, in Thai.</summary>
    public string Thai => thai;

    /// <summary>The same in English.</summary>
    public string English => Message;

    /// <summary>True when the files are as they were, and it is the program that cannot read them.</summary>
    public bool OfAnotherProgram { get; init; }
}
