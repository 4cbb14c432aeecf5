using System.Globalization;
using Dla.Etl.Correspondence;
using Dla.Etl.Running;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake.Mails;

/// <summary>What came of an order to let a message in.</summary>
public enum MailAllowed
{
    /// <summary>Its files are registered; the next run decides on them.</summary>
    Done,

    /// <summary>No message has this number.</summary>
    Unknown,

    /// <summary>Nothing of it waits for permission.</summary>
    NothingWaits,

    /// <summary>Its sender may send for none of the units that it is for: the order must name one.</summary>
    UnitMissing,

    /// <summary>Its bytes were removed on purpose.</summary>
    Removed,
}

/// <summary>Lets in what was held: all that a message brings when it was held whole, else the files for which its sender had no permission.</summary>
/// <param name="warehouse">Takes the rows.</param>
/// <param name="archive">Has the message.</param>
/// <param name="matter">Takes it apart again.</param>
internal sealed class MailRelease(Database warehouse, Archive archive, MailMatter matter)
{
    /// <summary>Called inside each transaction; it throws when another has taken over.</summary>
    internal required Action<WriteLane> Guard { get; init; }

    /// <summary>Lets in what is held of senders whom the address book knows by now, unless the mail server doubts that it is from them.</summary>
    /// <param name="book">Who may send for whom.</param>
    /// <param name="runId">Opens the run when there is something to do.</param>
    /// <param name="cancellation">Stops between messages.</param>
    public RunResult Known(AddressBook book, Func<string> runId, CancellationToken cancellation)
    {
        var result = RunResult.Nothing;
        foreach (var mail in HeldMail.Waiting(warehouse).Where(mail => !mail.IsDoubted && mail.Sender is not null && book.UnitsOf(mail.Sender).Count > 0))
        {
            cancellation.ThrowIfCancellationRequested();
            var order = new Order(runId(), [], "ที่อยู่ผู้ส่งอยู่ในสมุดที่อยู่แล้ว", new SenderUnits(book.UnitsOf(mail.Sender!)));
            try
            {
                result = result with { Received = result.Received + LetIn(mail, order, cancellation) };
            }
            catch (Exception wrong) when (Trouble.IsOfTheFile(wrong))
            {
                result = result with { Broken = [.. result.Broken, new InvalidOperationException($"Mail {mail.Text} could not be let in: {wrong.Message}", wrong)] };
            }
        }

        return result;
    }

    /// <summary>Lets a message in on the word of an operator.</summary>
    /// <param name="number">เลขรับอีเมล.</param>
    /// <param name="units">Codes of units that it may be for besides those of its sender.</param>
    /// <param name="reason">Why, for the audit.</param>
    /// <param name="book">Who may send for whom.</param>
    /// <param name="runId">Opens the run when there is something to do.</param>
    /// <param name="cancellation">Stops before the rows are written.</param>
    /// <returns>What came of it, and how many files were registered.</returns>
    public (MailAllowed Allowed, int Files) Allow(
        long number, IReadOnlyList<string> units, string reason, AddressBook book, Func<string> runId, CancellationToken cancellation)
    {
        if (HeldMail.Find(warehouse, number) is not { } mail)
            return (MailAllowed.Unknown, 0);
        var all = new SenderUnits(units.Concat(mail.Sender is { } sender ? book.UnitsOf(sender) : []));
        if (mail.IsHeldWhole)
            return mail.IsRemoved ? (MailAllowed.Removed, 0)
                : all.Codes.Count == 0 ? (MailAllowed.UnitMissing, 0)
                : (MailAllowed.Done, LetIn(mail, new Order(runId(), units, reason, all), cancellation));
        var refused = RefusedMailFile.Of(warehouse, mail.Id);
        if (refused.Count == 0)
            return (MailAllowed.NothingWaits, 0);
        RefusedMailFile[] covered = [.. refused.Where(file => all.Cover(file.Unit))];
        if (covered.Length == 0)
            return (MailAllowed.UnitMissing, 0);
        return covered.All(file => file.Removed == 1)
            ? (MailAllowed.Removed, 0)
            : (MailAllowed.Done, TakeAnew(mail, [.. covered.Where(file => file.Removed == 0)], new Order(runId(), units, reason, all)));
    }

    private int LetIn(HeldMail mail, Order order, CancellationToken cancellation)
    {
        using var scratch = archive.NewScratch();
        var read = matter.Read(archive.PathOf(ContentHash.FromHex(mail.Sha256!)), scratch.Path, cancellation);
        var stored = MailPart.Store(archive, ReturnCandidates.Of(read).Returns, $"mail/{mail.Text}", cancellation);
        if (stored.Artefact is not { } parts)
            throw new IOException(string.Join(' ', stored.Findings.Select(finding => finding.Message)));
        return Release(mail, parts, order);
    }

    private int TakeAnew(HeldMail mail, IReadOnlyList<RefusedMailFile> files, Order order) =>
        Release(mail, [.. files.Select(file => new MailPart(file.FileName, file.Part, ContentHash.FromHex(file.Sha256), file.Size))], order);

    private int Release(HeldMail mail, IReadOnlyList<MailPart> parts, Order order)
    {
        warehouse.Write(lane =>
        {
            Guard(lane);
            var release = lane.Scalar<long>(
                """
                INSERT INTO mail_release (mail_id, number, units, released_at, reason)
                SELECT @Id, coalesce(max(number), 0) + 1, @units, @Now, @reason FROM mail_release WHERE mail_id = @Id
                RETURNING number
                """,
                new { mail.Id, units = string.Join(' ', order.Named), lane.Now, reason = StoredText.Of(order.Reason) });
            MailPart.Register(lane, parts, new MailOrigin(mail.Id, mail.Number, Instants.Parse(mail.ReceivedAt), order.Units.UnitFolder) { Release = release }, order.RunId);
            Audit.Write(lane, new AuditEntry(
                AuditAction.MailReleased, $"อีเมลเลขรับ {mail.Text}",
                string.Create(CultureInfo.InvariantCulture, $"อนุญาตให้นำเข้า {parts.Count} ไฟล์ ในนาม {order.Units.Words}")) { Reason = order.Reason, RunId = order.RunId });
        });
        return parts.Count;
    }

    // Named: the units that the operator adds; Units: those and the sender's.
    private sealed record Order(string RunId, IReadOnlyList<string> Named, string Reason, SenderUnits Units);
}
