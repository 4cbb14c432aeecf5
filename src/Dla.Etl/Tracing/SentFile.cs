using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>A file that a unit sent, with every field that was loaded from it.</summary>
/// <param name="Names">Each receipt of these bytes, for people.</param>
/// <param name="Verdicts">What became of each of them.</param>
/// <param name="Sheets">Its sheets; one without a name for a csv.</param>
/// <param name="Facts">Fields of every version that has the file.</param>
internal sealed record SentFile(IReadOnlyList<string> Names, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<string> Sheets, IReadOnlyList<SourceFact> Facts)
{
    private const int ShaLength = 64, LongestReceipt = 12;

    /// <summary>The file that is meant.</summary>
    /// <param name="connection">The warehouse.</param>
    /// <param name="file">A file at hand, its name as it was delivered, a receipt number, or a SHA-256.</param>
    /// <exception cref="UsageException">No such file was received.</exception>
    public static SentFile Of(DbConnection connection, string file)
    {
        var rows = Asked(connection, file);
        if (rows.Count == 0)
            throw new UsageException($"ไม่มี “{file}” ในทะเบียนรับ กรุณาระบุไฟล์ตามที่หน่วยงานส่ง เลขรับ หรือค่า SHA-256 · not received: name the file as it was sent, its receipt number or its SHA-256");
        return new SentFile(
            [.. rows.Select(row => $"ไฟล์ “{Printable.Slot(row.Name)}” เลขรับที่ {ReceivedFile.ReceiptText(row.Receipt)}{(row.Verdict is { } code ? $" {Findings.Verdicts.FromCode(code).Thai()}" : " ยังไม่ได้ตรวจ")}")],
            [.. rows.Select(row => row.Verdict).OfType<string>().Select(Findings.Verdicts.FromCode)],
            [
                .. connection.Query<string?>("SELECT DISTINCT sheet_name FROM raw_row WHERE received_file_id = @Id ORDER BY 1", new { rows[0].Id }).Select(name => name ?? ""),
            ],
            [.. rows.SelectMany(row => SourceFact.OfFile(connection, row.Id))]);
    }

    private static List<(string Id, string Name, long Receipt, string? Verdict)> Asked(DbConnection connection, string file)
    {
        const string Loaded = "SELECT count(*) FROM return_version v JOIN received_file r ON r.id = v.received_file_id WHERE r.sha256 = @Sha";
        const string Select =
            "SELECT r.id, r.file_name, r.receipt_number, o.verdict FROM received_file r LEFT JOIN outcome o ON o.received_file_id = r.id";
        if (File.Exists(file))
            return BySha(ContentHash.Of(File.ReadAllBytes(file)).Hex);
        if (file.Length == ShaLength && file.All(char.IsAsciiHexDigit))
            return BySha(file.ToLowerInvariant());
        return file.Length <= LongestReceipt && long.TryParse(ThaiDigits.ToArabic(file), NumberStyles.None, CultureInfo.InvariantCulture, out var receipt)
            ? connection.Query<(string, string, long, string?)>($"{Select} WHERE r.receipt_number = @receipt", new { receipt }).AsList()
            : ByName(Path.GetFileName(file).Normalize());
        // The same bytes that came again are one file; other bytes of the same name are not, and nobody but the asker knows which is meant.
        List<(string, string, long, string?)> ByName(string name)
        {
            var found = connection.Query<(string Sha, long Receipt, string ReceivedAt)>(
                "SELECT sha256, receipt_number, first_seen_at FROM received_file WHERE file_name = @name ORDER BY receipt_number DESC", new { name }).AsList();
            var files = found.DistinctBy(one => one.Sha).ToList();
            // A file that was sent back gave no figures; the one that came in its stead did.
            if (files.FindAll(one => connection.ExecuteScalar<long>(Loaded, new { one.Sha }) > 0) is { Count: > 0 } loaded)
                files = loaded;
            return files.Count switch { 0 => [], 1 => BySha(files[0].Sha), _ => throw new UsageException(Several(name, files)) };
        }

        List<(string, string, long, string?)> BySha(string sha) =>
            connection.Query<(string, string, long, string?)>($"{Select} WHERE r.sha256 = @sha ORDER BY r.receipt_number", new { sha }).AsList();
    }

    private static string Several(string name, List<(string Sha, long Receipt, string ReceivedAt)> files) =>
        $"มี {files.Count.ToString(CultureInfo.InvariantCulture)} ไฟล์ชื่อ “{Printable.Slot(name)}” กรุณาระบุเลขรับแทนชื่อ (ล่าสุดก่อน): "
        + string.Join(", ", files.Select(one => $"{ReceivedFile.ReceiptText(one.Receipt)} รับเมื่อ {ThaiDates.Long(ThaiDates.DayInBangkok(Instants.Parse(one.ReceivedAt)))}"))
        + " · several files of this name: name the receipt number";
}
