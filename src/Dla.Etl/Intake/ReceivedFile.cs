using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake;

/// <summary>A file that was taken: its bytes lie in the archive and its row is committed.</summary>
/// <param name="Id">Id of the row.</param>
/// <param name="ReceiptNumber">เลขรับ, in the order taken.</param>
/// <param name="Hash">Where its bytes lie in the archive.</param>
/// <param name="FileName">As delivered.</param>
/// <param name="Folder">Subfolder of the drop folder, null for the top; for a file that came by mail the folder name of its sender's province, or null.</param>
/// <param name="DropPath">Relative to the drop folder; for a file that came by mail <c>mail/&lt;number&gt;/&lt;name&gt;</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedAt">As the file system said; no evidence of anything.</param>
/// <param name="FirstSeenAt">The received time, which decides late or on time.</param>
/// <param name="ArchivedAt">When the row was committed.</param>
public sealed record ReceivedFile(
    string Id, long ReceiptNumber, ContentHash Hash, string FileName, string? Folder, string DropPath, long Size,
    DateTimeOffset ModifiedAt, DateTimeOffset FirstSeenAt, DateTimeOffset ArchivedAt)
{
    private const string Select =
        """
        SELECT id AS Id, receipt_number AS ReceiptNumber, sha256 AS Hash, file_name AS FileName, folder AS Folder, drop_path AS DropPath,
          size AS Size, modified_at AS ModifiedAt, first_seen_at AS FirstSeenAt, archived_at AS ArchivedAt, mail_id AS MailId, mail_part AS MailPart
        FROM received_file
        """;

    /// <summary>The message that it came with (<c>received_mail.id</c>); null for one of the drop folder.</summary>
    public string? MailId { get; init; }

    /// <summary>Where in the message: the attachment's name, or <c>outer.zip/name</c>; null for one of the drop folder.</summary>
    public string? MailPart { get; init; }

    /// <summary>The receipt number as people read it and as folders sort it: six digits, more when they are needed.</summary>
    public string Receipt => ReceiptText(ReceiptNumber);

    /// <summary>A receipt number as text: <c>000012</c>.</summary>
    public static string ReceiptText(long number) => number.ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>The file with this id.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static ReceivedFile Get(DbConnection connection, string id) =>
        connection.QuerySingle<Row>($"{Select} WHERE id = @id", new { id }).AsReceivedFile();

    /// <summary>True when a file came at this place at this time.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="dropPath">Relative to the drop folder, with <c>/</c>.</param>
    /// <param name="firstSeenAt">The received time.</param>
    public static bool IsKnown(DbConnection connection, string dropPath, DateTimeOffset firstSeenAt) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM received_file WHERE drop_path = @dropPath AND first_seen_at = @seen", new { dropPath, seen = Instants.Text(firstSeenAt) }) > 0;

    /// <summary>Files that nobody has decided on yet, in the order taken: this run's, and those of a run that was killed.</summary>
    public static IReadOnlyList<ReceivedFile> WithoutOutcome(DbConnection connection) => Query(
        connection, $"{Select} WHERE NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.received_file_id = received_file.id) ORDER BY receipt_number");

    /// <summary>Files of the drop folder whose original has not been moved to the received folder yet, in the order taken. What came by mail has no original but the message.</summary>
    public static IReadOnlyList<ReceivedFile> WithoutMove(DbConnection connection) => Query(
        connection,
        $"{Select} WHERE mail_id IS NULL AND NOT EXISTS (SELECT 1 FROM received_move WHERE received_move.received_file_id = received_file.id) ORDER BY receipt_number");

    /// <summary>Files that came with a message, in the order taken.</summary>
    public static IReadOnlyList<ReceivedFile> OfMail(DbConnection connection, string mailId) => [.. connection
        .Query<Row>($"{Select} WHERE mail_id = @mailId ORDER BY receipt_number", new { mailId }).Select(row => row.AsReceivedFile())];

    /// <summary>Takes a receipt number and writes the row; the sighting has done its work.</summary>
    internal static ReceivedFile Register(WriteLane lane, ReadyFile file, Archived archived, string runId)
    {
        ReceivedFile row = new(
            lane.NewId(), ReceiptNumbers.Next(lane), archived.Hash, file.Name, file.Folder, file.DropPath, archived.Size,
            file.Stamp.ModifiedAt, file.FirstSeenAt, lane.Clock.GetUtcNow());
        row.Insert(lane, runId, release: null);
        Sightings.Forget(lane, file.DropPath);
        return row;
    }

    /// <summary>Takes a receipt number and writes the row of a file that came by mail. It was received when the mail server took the message.</summary>
    internal static ReceivedFile Register(WriteLane lane, MailPart part, MailOrigin mail, string dropPath, string runId)
    {
        ReceivedFile row = new(
            lane.NewId(), ReceiptNumbers.Next(lane), part.Hash, part.Name, mail.Folder, dropPath, part.Size,
            mail.ReceivedAt, mail.ReceivedAt, lane.Clock.GetUtcNow()) { MailId = mail.Id, MailPart = part.Path };
        row.Insert(lane, runId, mail.Release);
        return row;
    }

    private void Insert(WriteLane lane, string runId, long? release) => lane.Execute(
        """
        INSERT INTO received_file
          (id, receipt_number, sha256, file_name, folder, drop_path, size, modified_at, first_seen_at, archived_at, run_id, mail_id, mail_part, mail_release)
        VALUES (@Id, @ReceiptNumber, @hash, @name, @Folder, @DropPath, @Size, @modified, @firstSeen, @archived, @runId, @MailId, @part, @release)
        """,
        new
        {
            Id, ReceiptNumber, hash = Hash.Hex, name = StoredText.Of(FileName), Folder, DropPath, Size, modified = Instants.Text(ModifiedAt),
            firstSeen = Instants.Text(FirstSeenAt), archived = Instants.Text(ArchivedAt), runId, MailId, part = StoredText.Of(MailPart), release,
        });

    /// <summary>Records where the original went.</summary>
    internal void RecordMove(WriteLane lane, string movedTo) => lane.Execute(
        """
        INSERT INTO received_move (received_file_id, moved_to, moved_at) VALUES (@Id, @movedTo, @Now)
        ON CONFLICT (received_file_id) DO NOTHING
        """,
        new { Id, movedTo, lane.Now });

    private static IReadOnlyList<ReceivedFile> Query(DbConnection connection, string sql) =>
        [.. connection.Query<Row>(sql).Select(row => row.AsReceivedFile())];

    private sealed record Row(
        string Id, long ReceiptNumber, string Hash, string FileName, string? Folder, string DropPath, long Size,
        string ModifiedAt, string FirstSeenAt, string ArchivedAt, string? MailId, string? MailPart)
    {
        public ReceivedFile AsReceivedFile() => new(
            Id, ReceiptNumber, ContentHash.FromHex(Hash), FileName, Folder, DropPath, Size,
            Instants.Parse(ModifiedAt), Instants.Parse(FirstSeenAt), Instants.Parse(ArchivedAt)) { MailId = MailId, MailPart = MailPart };
    }
}
