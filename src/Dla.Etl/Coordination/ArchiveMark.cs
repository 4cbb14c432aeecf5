using System.Data.Common;
using System.Text;
using Dapper;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Coordination;

/// <summary>The mark that ties an archive to its warehouse: a share that is not mounted, or that of another system, must not pass for the archive.</summary>
public static class ArchiveMark
{
    /// <summary>Name of the file that bears the id.</summary>
    public const string FileName = ".dla-etl-archive";

    /// <summary>Makes sure that this is the archive of this warehouse; marks both when neither was.</summary>
    /// <param name="database">The warehouse.</param>
    /// <param name="archive">The archive folder; it must be there.</param>
    /// <exception cref="UsageException">It belongs to another warehouse, or is not the folder that it should be.</exception>
    public static void Require(Database database, string archive)
    {
        ArgumentNullException.ThrowIfNull(database);
        var file = Path.Combine(archive, FileName);
        var known = Known(database);
        var found = File.Exists(file) ? File.ReadAllText(file).Trim() : null;
        if (known is null)
            known = Tie(database, found ?? Mark(archive, file));
        else if (found is null)
            throw new UsageException($"{archive} ไม่ใช่คลังไฟล์ของคลังข้อมูลนี้ (ไม่พบไฟล์ {FileName}) กรุณาตรวจว่าได้เชื่อมต่อไดรฟ์เครือข่ายแล้ว หรือกู้คลังไฟล์จากสำเนาสำรอง · is not the archive of this warehouse; is the share mounted?");
        found ??= File.ReadAllText(file).Trim();
        if (found != known)
            throw new UsageException($"{archive} เป็นคลังไฟล์ของคลังข้อมูลอื่น กรุณาตรวจค่าตั้ง Folders:Archive และ Folders:Database · is the archive of another warehouse ({found}, this one has {known})");
    }

    /// <summary>What is wrong with the archive, for <c>doctor</c> and for health; marks nothing.</summary>
    /// <returns>Null when it is the right one, or when nothing has run yet.</returns>
    public static string? Complaint(DbConnection connection, string archive)
    {
        var known = connection.ExecuteScalar<string>("SELECT id FROM archive_mark");
        if (known is null)
            return null;
        var file = Path.Combine(archive, FileName);
        if (!File.Exists(file))
            return $"ไม่พบไฟล์ {file} จึงไม่ใช่คลังไฟล์ของคลังข้อมูลนี้ กรุณาตรวจว่าเชื่อมต่อไดรฟ์เครือข่ายแล้ว หรือกู้คลังไฟล์จากสำเนาสำรอง · it is not there: not the archive of this warehouse, or its share is not mounted";
        var found = File.ReadAllText(file).Trim();
        return found == known ? null : $"{archive} เป็นคลังไฟล์ของคลังข้อมูลอื่น กรุณาตรวจค่าตั้ง Folders:Archive และ Folders:Database · is the archive of another warehouse ({found}, this one has {known})";
    }

    /// <summary>The same as a line of <c>doctor</c>.</summary>
    public static CheckedThing Check(Database database, string archive)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var connection = database.Read();
        return new("archive", Complaint(connection, archive) is { } wrong ? [wrong] : [], archive);
    }

    private static string? Known(Database database)
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<string>("SELECT id FROM archive_mark");
    }

    // Two nodes may begin at once: the first mark stays, on the disk as in the warehouse.
    private static string Mark(string archive, string file)
    {
        var part = Path.Combine(archive, $"{FileNames.OwnPrefix}{Guid.NewGuid():N}.part");
        DurableFiles.WritePart(part, writing => writing.Write(Encoding.ASCII.GetBytes(Guid.NewGuid().ToString())));
        try
        {
            File.Move(part, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(part);
        }

        DurableFiles.FlushFolder(archive);
        return File.ReadAllText(file).Trim();
    }

    private static string Tie(Database database, string id) => database.Write(lane =>
    {
        lane.Execute("INSERT INTO archive_mark (one, id, noted_at) VALUES (1, @id, @now) ON CONFLICT (one) DO NOTHING", new { id, now = lane.Now });
        return lane.Scalar<string>("SELECT id FROM archive_mark")!;
    });
}
