using System.Data.Common;
using Dapper;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>Messages, and what mails of ours brought, that hold an address: their bytes go. What is still at work stays until it is done.</summary>
internal sealed class AddressMails
{
    private readonly List<(string Id, long Number)> _mails = [];
    private readonly List<SentAttachment> _attachments = [];
    private readonly HashSet<string> _pending = new(StringComparer.Ordinal);
    private readonly List<string> _left = [];

    /// <summary>How many go.</summary>
    public int Count => _mails.Count + _attachments.Count;

    /// <summary>Ids of messages and of mails of ours that are not done with: nothing of them is changed.</summary>
    public IEnumerable<string> Pending => _pending;

    /// <summary>What cannot be removed, with what to do.</summary>
    public IReadOnlyList<string> Left => _left;

    /// <summary>For people; without the address.</summary>
    public IEnumerable<string> Described =>
    [
        .. _mails.Select(mail => $"อีเมลเลขรับ {KnownMail.NumberText(mail.Number)}"),
        .. _attachments.Count == 0 ? Array.Empty<string>() : [$"ไฟล์แนบของอีเมลที่ส่งออก {_attachments.Count} ไฟล์"],
    ];

    /// <summary>Looks for them.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="address">Whose.</param>
    /// <param name="holding">Hashes of archived bytes that hold it.</param>
    /// <param name="rows">Rows that hold it.</param>
    public static AddressMails Of(DbConnection connection, PersonAddress address, IReadOnlySet<string> holding, IReadOnlyList<FoundRow> rows)
    {
        ArgumentNullException.ThrowIfNull(address);
        var found = new AddressMails();
        var named = rows.Where(row => row.Table.Name is "received_mail" or "outbox").Select(row => (string)row.Key["id"]).ToHashSet(StringComparer.Ordinal);
        found.LookAtReceived(connection, holding, named);
        found.LookAtSent(connection, holding, named);
        return found;
    }

    /// <summary>Says that their bytes are removed.</summary>
    public void Mark(WriteLane lane)
    {
        foreach (var (id, _) in _mails)
            OldMails.Mark(lane, id, "forget");
        foreach (var attachment in _attachments)
            attachment.Mark(lane, "forget");
    }

    private void LookAtReceived(DbConnection connection, IReadOnlySet<string> holding, HashSet<string> named)
    {
        foreach (var mail in connection.Query<ReceivedRow>(
            """
            SELECT m.id AS Id, m.number AS Number, m.sha256 AS Sha256,
              CASE WHEN EXISTS (SELECT 1 FROM mail_move v WHERE v.mail_id = m.id) AND EXISTS (SELECT 1 FROM mail_answer a WHERE a.mail_id = m.id AND a.occasion = 'received')
                AND NOT EXISTS (SELECT 1 FROM received_file f WHERE f.mail_id = m.id AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.received_file_id = f.id))
                THEN 1 ELSE 0 END AS Finished,
              CASE WHEN EXISTS (SELECT 1 FROM mail_removed r WHERE r.mail_id = m.id) THEN 1 ELSE 0 END AS Removed
            FROM received_mail m ORDER BY m.number
            """))
        {
            var bytes = mail.Removed == 0 && mail.Sha256 is not null && holding.Contains(mail.Sha256);
            if (!bytes && !named.Contains(mail.Id))
                continue;
            if (mail.Finished == 0)
            {
                _pending.Add(mail.Id);
                _left.Add($"อีเมลเลขรับ {KnownMail.NumberText(mail.Number)} ยังดำเนินการไม่เสร็จ กรุณาสั่งอีกครั้งหลังรอบถัดไป · mail not finished yet; give the command again after the next run");
            }
            else if (bytes)
                _mails.Add((mail.Id, mail.Number));
        }

        if (_mails.Count > 0)
            _left.Add($"กล่องจดหมายบนเครื่องแม่ข่ายยังมีอีเมลเหล่านี้ กรุณาลบเองในโปรแกรมอีเมล: เลขรับ {string.Join(", ", _mails.Select(mail => KnownMail.NumberText(mail.Number)))} · the mail server's folders still have these messages; delete them there yourself");
    }

    private void LookAtSent(DbConnection connection, IReadOnlySet<string> holding, HashSet<string> named)
    {
        var open = connection.Query<(string Id, long Number)>(
            "SELECT b.id, b.number FROM outbox b JOIN outbox_state s ON s.outbox_id = b.id WHERE s.state IN ('waiting', 'sending') ORDER BY b.number").AsList();
        var attachments = connection.Query<(string Mail, int Position, string Sha256)>(
            """
            SELECT a.outbox_id, a.position, a.sha256 FROM outbox_attachment a
            WHERE NOT EXISTS (SELECT 1 FROM attachment_removed r WHERE r.outbox_id = a.outbox_id AND r.position = a.position)
            ORDER BY a.outbox_id, a.position
            """).Where(attachment => holding.Contains(attachment.Sha256)).ToList();
        foreach (var (id, number) in open.Where(mail => named.Contains(mail.Id) || attachments.Exists(attachment => attachment.Mail == mail.Id)))
        {
            _pending.Add(id);
            _left.Add($"อีเมลขาออกเลขที่ {number} ยังไม่ได้ส่ง กรุณาสั่งอีกครั้งหลังส่งแล้ว · a mail of ours that is not sent yet; give the command again afterwards");
        }

        _attachments.AddRange(attachments.Where(attachment => !_pending.Contains(attachment.Mail))
            .Select(attachment => new SentAttachment { OutboxId = attachment.Mail, Position = attachment.Position }));
    }

    private sealed record ReceivedRow
    {
        public string Id { get; init; } = "";

        public long Number { get; init; }

        public string? Sha256 { get; init; }

        public long Finished { get; init; }

        public long Removed { get; init; }
    }
}
