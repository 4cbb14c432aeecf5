using System.Data.Common;
using System.Text;
using Dla.Etl.Distribution;
using Dla.Etl.Distribution.Letters;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Findings;

namespace Dla.Etl.Running;

/// <summary>Composes the answer to a mail from what the warehouse knows of it.</summary>
/// <param name="workplace">Words, forms, archive, limits.</param>
internal sealed class MailAnswerComposer(Workplace workplace)
{
    // Base64 takes four characters for three bytes, and a line end after 70 of them.
    private const double Swelling = 4.0 / 3 * 72 / 70;
    private const long Headers = 16_384;

    private readonly MailAnswerLetter _letter = new(Letterheads.On(workplace), workplace.MailWording);

    /// <summary>Composes it, with the marked workbooks in the archive.</summary>
    /// <returns>No artefact when the archive takes nothing; the next run tries again.</returns>
    public Step<OutgoingMail> Compose(DbConnection connection, OwedMailAnswer mail, string recipient, MarkedReturns marked, CancellationToken cancellation)
    {
        var files = new List<FileToTell>();
        foreach (var (file, answer) in OwedAnswer.OfMail(connection, mail).Select(one => one.Facts(connection, workplace.Forms)))
        {
            var told = new FileToTell(answer);
            foreach (var made in marked.Of(file, answer, cancellation))
            {
                var kept = marked.Keep(made, mail.NumberText, cancellation);
                if (kept.Artefact is not { } attachment)
                    return new(null, kept.Findings);
                told.Copies.Add(attachment);
            }

            files.Add(told);
        }

        var facts = new MailAnswer
        {
            Number = mail.Number, Subject = mail.Subject, ReceivedAt = mail.ReceivedAt, Disposition = mail.Disposition, WasReleased = mail.Release is not null,
            Findings = mail.Release is null ? OwedAnswer.Said(mail.Findings(connection)) : [],
        };
        return new(Fitted(mail, recipient, facts, files), []);
    }

    // What does not fit is left out and said so, the largest first, a file's copies together.
    private OutgoingMail Fitted(OwedMailAnswer mail, string recipient, MailAnswer facts, List<FileToTell> files)
    {
        for (;;)
        {
            var letter = _letter.Of(facts with { Files = [.. files.Select(file => file.Told)] });
            var (text, html) = (LetterText.Of(letter), LetterHtml.Of(letter));
            var largest = files.Where(file => file.Copies.Count > 0 && !file.LeftOut).MaxBy(file => file.Size);
            if (largest is null || Weight(text, html, files) <= workplace.Mail.MaxMailBytes)
                return Made(mail, recipient, text, html, [.. files.Where(file => !file.LeftOut).SelectMany(file => file.Copies)]);
            largest.LeftOut = true;
        }
    }

    private OutgoingMail Made(OwedMailAnswer mail, string recipient, string text, string html, IReadOnlyList<OutgoingAttachment> attachments) =>
        new($"answer/{mail.Id}/{mail.Occasion}", OutgoingKind.Answer, recipient, _letter.Subject(mail.Subject), text, html)
        {
            InReplyTo = mail.InReplyTo,
            Thread = mail.References,
            Attachments = attachments,
        };

    private static double Weight(string text, string html, IEnumerable<FileToTell> files) =>
        Headers + (Swelling * (Encoding.UTF8.GetByteCount(text) + Encoding.UTF8.GetByteCount(html) + files.Where(file => !file.LeftOut).Sum(file => file.Size)));

    private sealed class FileToTell(Answer answer)
    {
        public List<OutgoingAttachment> Copies { get; } = [];

        public bool LeftOut { get; set; }

        public long Size => Copies.Sum(copy => copy.Size);

        public Answer Told => Copies.Count == 0 ? answer : answer with
        {
            Marked = new MarkedCopies([.. Copies.Select(copy => copy.Name)], LeftOut ? MarkedWhere.LeftOut : MarkedWhere.Attached),
        };
    }
}
