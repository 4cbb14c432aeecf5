using System.Globalization;
using Dla.Etl.Correspondence;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Normalising;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Whether a mail is answered, and to which address: never a machine, never ourselves, a stranger once, nobody without end.</summary>
/// <param name="book">Who may send for whom.</param>
/// <param name="settings">Our own addresses, and the ceiling.</param>
internal sealed class AnswerGate(AddressBook book, MailSettings settings)
{
    // Nobody reads what is sent there; the answer would come back as a bounce.
    private static readonly string[] Deaf = ["no-reply", "noreply", "no_reply", "donotreply", "do-not-reply", "mailer-daemon"];

    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    /// <summary>True when the sender may send for some unit.</summary>
    public bool Knows(OwedMailAnswer mail) => mail.Sender is { } sender && book.UnitsOf(sender).Count > 0;

    /// <summary>Where the answer goes: to the sender, whose word the address in From is, and not wherever the mail asks for it.</summary>
    /// <remarks>
    /// A Reply-To is followed only to an address that may send for one of the same units, or within one domain of the government: figures and a marked
    /// workbook shall not go to a stranger because a mail that anybody can write says so. Two accounts of one public mail provider are strangers.
    /// </remarks>
    public string RecipientOf(OwedMailAnswer mail)
    {
        var sender = mail.Sender!;
        return mail.ReplyTo is { } other && Outbox.IsAddress(other) && !IsOurs(other) && (ShareUnit(sender, other) || ShareOffice(sender, other)) ? AddressBook.Written(other) : sender;
    }

    /// <summary>Why a mail is not answered, as far as the mail itself tells, in Thai; null when it may be.</summary>
    public string? Reason(OwedMailAnswer mail)
    {
        if (mail.Release is null)
        {
            if (mail.Disposition == MailDisposition.Automatic)
                return "เป็นอีเมลจากระบบอัตโนมัติ";
            if (mail.Disposition == MailDisposition.Repeated)
                return "เป็นอีเมลซ้ำกับฉบับที่รับไว้แล้ว";
            if (mail.Disposition == MailDisposition.Held && mail.LetIn != 0)
                return "อนุญาตแล้วก่อนที่จะตอบ จึงตอบผลการตรวจรับเพียงฉบับเดียว";
        }

        if (mail.Sender is not { } sender || !Outbox.IsAddress(sender))
            return "ไม่มีที่อยู่ผู้ส่งที่ตอบได้";
        if (IsOurs(sender))
            return "ผู้ส่งเป็นที่อยู่ของระบบเอง";
        return Deaf.Contains(sender.Split('@')[0], StringComparer.Ordinal) ? "ที่อยู่ผู้ส่งไม่รับอีเมลตอบกลับ" : null;
    }

    /// <summary>Why a mail is not answered because of what was answered before; null when it may be.</summary>
    /// <param name="lane">The writer's lane: nobody else answers meanwhile.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="atCeiling">True when the sender had too many answers today.</param>
    public string? Reason(WriteLane lane, OwedMailAnswer mail, out bool atCeiling)
    {
        var now = lane.Clock.GetUtcNow();
        var today = ThaiDates.DayInBangkok(now);
        var since = Instants.Text(new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), Bangkok));
        atCeiling = Answers(lane, mail, since) >= settings.AnswersPerSenderAndDay;
        if (atCeiling)
            return string.Create(CultureInfo.InvariantCulture, $"ตอบผู้ส่งรายนี้ครบ {settings.AnswersPerSenderAndDay} ฉบับแล้วในวันที่ {ThaiDates.Long(today)}");
        return mail.Release is null && !Knows(mail) && Answers(lane, mail, "") > 0 ? "ผู้ส่งที่ยังไม่ได้ลงทะเบียนรายนี้ได้รับคำตอบไปแล้ว" : null;
    }

    private static long Answers(WriteLane lane, OwedMailAnswer mail, string since) => lane.Scalar<long>(
        """
        SELECT count(*) FROM mail_answer a JOIN received_mail m ON m.id = a.mail_id
        WHERE m.sender = @Sender AND a.outbox_id IS NOT NULL AND a.decided_at >= @since
        """,
        new { mail.Sender, since });

    private bool IsOurs(string address) =>
        AddressBook.Written(address) is var written && (written == AddressBook.Written(settings.Smtp.From) || written == AddressBook.Written(settings.Imap.User));

    private bool ShareUnit(string sender, string other) => book.UnitsOf(sender).Intersect(book.UnitsOf(other), StringComparer.Ordinal).Any();

    private static bool ShareOffice(string sender, string other) =>
        DomainOf(sender) is var domain && domain.EndsWith(".go.th", StringComparison.OrdinalIgnoreCase) && domain.Equals(DomainOf(other), StringComparison.OrdinalIgnoreCase);

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
