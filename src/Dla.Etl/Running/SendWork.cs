using System.Globalization;
using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Sends what waits in the outbox through the office's relay, or lays it into the outbox folder where there is none. One node at a time.</summary>
/// <remarks>
/// A mail is marked as being sent before the relay hears of it and as sent after it has answered; whoever finds one in between, after a kill, cannot know
/// whether the relay has it, and leaves it to the operator. So no mail is sent twice by the program, and none is lost in silence.
/// </remarks>
public sealed class SendWork
{
    private readonly Station _station;
    private readonly Database _warehouse;
    private readonly SmtpSettings _settings;
    private readonly IRelay? _relay;
    private readonly EmlFile _files;
    private readonly List<IntakeProblem> _problems = [];
    private readonly List<Exception> _broken = [];
    private bool _noted;

    /// <summary>Through the relay of the settings; into files where they have none.</summary>
    /// <param name="station">The node.</param>
    /// <exception cref="Installing.UsageException">The password of the relay cannot be read, or would go over the net in the clear.</exception>
    public SendWork(Station station)
        : this(station, RelayOf(station))
    {
    }

    internal SendWork(Station station, IRelay? relay)
    {
        ArgumentNullException.ThrowIfNull(station);
        (_station, _warehouse, _relay) = (station, station.Warehouse, relay);
        (_settings, _files) = (station.Workplace.Mail.Smtp, new EmlFile(station.Workplace.Folders.Outbox));
    }

    /// <summary>Steps as they are done; a test stops the program there.</summary>
    internal Action<string>? AtStep { get; init; }

    /// <summary>Sends. One mail that cannot be sent holds up no other; a relay that cannot be reached ends the round.</summary>
    /// <param name="order">How.</param>
    /// <param name="cancellation">Stops between mails; the next run goes on from there.</param>
    /// <exception cref="LeaseLostException">Another node has taken over.</exception>
    public Task<RunResult> RunAsync(WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        return LeasedWork.DoAsync(_station, order, LeaseNames.Send, turn => SendAllAsync(turn, order), cancellation);
    }

    private static SmtpRelay? RelayOf(Station station)
    {
        ArgumentNullException.ThrowIfNull(station);
        return station.Workplace.Mail.Smtp is { Host.Length: > 0 } settings ? new SmtpRelay(settings) : null;
    }

    private async Task<RunResult> SendAllAsync(LeasedWork.Turn turn, WorkOrder order)
    {
        _problems.Clear();
        _broken.Clear();
        _noted = false;
        var startedAt = _warehouse.Clock.GetUtcNow();
        foreach (var number in _warehouse.Change(lane => OutboxStates.Abandon(lane, turn.Lease)))
            Complain(SendingFindings.SendUncertain, NumberText(number), "การทำงานหยุดลงขณะกำลังส่ง");
        var (due, tried, left) = (Due(), 0, 0);
        foreach (var id in due)
        {
            turn.Cancellation.ThrowIfCancellationRequested();
            if (order.Leave.IsCancellationRequested)
                break;
            order.Progress(tried++, due.Count, "");
            var state = await TakeAsync(turn, id).ConfigureAwait(false);
            left += state is OutboxState.Sent or OutboxState.Written ? 1 : 0;
            if (state is null)
                break;
        }

        if ((tried > 0 ? turn.Run.Id : turn.Run.IdIfOpen) is { } run)
            _warehouse.Write(lane => RunLog.Step(lane, run, new RunStep("send", startedAt, tried, left, tried - left)));
        return new RunResult { MailsSent = left, Problems = [.. _problems], Broken = [.. _broken] };
    }

    // Null when no further mail can leave now.
    private async Task<OutboxState?> TakeAsync(LeasedWork.Turn turn, string id)
    {
        OutboxMail mail;
        using (var connection = _warehouse.Read())
            mail = OutboxMail.Get(connection, id);
        if (Obstacle(mail) is { } why)
            return Fail(turn, mail, why);
        try
        {
            return _relay is null ? Write(turn, mail) : await SendAsync(turn, mail).ConfigureAwait(false);
        }
        catch (Exception disk) when (DiskTrouble.Is(disk))
        {
            Complain(SendingFindings.MailNotWritten, mail.NumberText, DiskTrouble.Cause(disk));
            return null;
        }
        catch (Exception wrong) when (Trouble.IsOfTheFile(wrong))
        {
            _broken.Add(new InvalidOperationException($"Mail {mail.NumberText}: {wrong.Message}", wrong));
            return OutboxState.Waiting;
        }
    }

    private OutboxState? Write(LeasedWork.Turn turn, OutboxMail mail)
    {
        using var composed = Compose(mail);
        // A node that slept meanwhile must not lay down what another has settled since.
        _warehouse.Change(turn.Lease.Check);
        _files.Write(mail, composed);
        AtStep?.Invoke("written");
        _warehouse.Change(lane => OutboxStates.Written(lane, turn.Lease, mail.Id));
        return OutboxState.Written;
    }

    private async Task<OutboxState?> SendAsync(LeasedWork.Turn turn, OutboxMail mail)
    {
        using var composed = Compose(mail);
        AtStep?.Invoke("composed");
        if (!_warehouse.Change(lane => OutboxStates.Begin(lane, turn.Lease, mail.Id)))
            return OutboxState.Cancelled;
        AtStep?.Invoke("begun");
        var delivery = await DeliverAsync(composed, mail).ConfigureAwait(false);
        AtStep?.Invoke("answered");
        var state = _warehouse.Change(lane => OutboxStates.End(lane, mail, turn.Lease.Token, delivery, _settings.MaxTries));
        AtStep?.Invoke("recorded");
        Note(turn, delivery);
        if (state is OutboxState.Uncertain or OutboxState.Failed)
            Complain(state == OutboxState.Failed ? SendingFindings.SendFailed : SendingFindings.SendUncertain, mail.NumberText, delivery.Said);
        if (delivery.Outcome != DeliveryOutcome.NoRelay)
            return state ?? OutboxState.Cancelled;
        Complain(delivery.IsAboutLogin ? SendingFindings.RelayRefusesUs : SendingFindings.RelayUnreachable, MailLine.PlaceOf(_settings), delivery.Said);
        return null;
    }

    // Once a round when all is well: the same would be written for every mail.
    private void Note(LeasedWork.Turn turn, Delivery delivery)
    {
        var trouble = delivery.Outcome == DeliveryOutcome.NoRelay ? delivery.Said : null;
        if (trouble is null && _noted)
            return;
        _noted = true;
        _warehouse.Change(lane =>
        {
            turn.Lease.Check(lane);
            MailLine.Record(lane, MailLine.Relay, MailLine.PlaceOf(_settings), trouble);
        });
    }

    private async Task<Delivery> DeliverAsync(ComposedMail composed, OutboxMail mail)
    {
        try
        {
            return await _relay!.SendAsync(composed).ConfigureAwait(false);
        }
        catch (Exception wrong) when (Trouble.IsOfTheFile(wrong))
        {
            // What the program itself breaks on is known by the mail all the same: either it may have left, or it has not.
            _broken.Add(new InvalidOperationException($"Mail {mail.NumberText}: {wrong.Message}", wrong));
            return new Delivery(composed.WasRead ? DeliveryOutcome.Uncertain : DeliveryOutcome.Later, wrong.Message);
        }
    }

    private ComposedMail Compose(OutboxMail mail) => ComposedMail.Of(mail, _settings, _station.Workplace.Archive.PathOf);

    // What no relay could change. An archive that is gone as a whole is the disk's trouble, not the mail's.
    private string? Obstacle(OutboxMail mail)
    {
        if (!Outbox.IsAddress(mail.Recipient))
            return "ที่อยู่ผู้รับใช้ไม่ได้ หรือถูกลบออกจากระบบแล้ว · no address to send to";
        var missing = mail.Attachments.FirstOrDefault(attachment => !File.Exists(_station.Workplace.Archive.PathOf(attachment.Hash)));
        return missing is not null && File.Exists(Path.Combine(_station.Workplace.Folders.Archive, ArchiveMark.FileName))
            ? $"ไม่มีไฟล์แนบ “{Printable.Slot(missing.Name)}” ในคลังไฟล์แล้ว · the attachment is no longer in the archive"
            : null;
    }

    private OutboxState Fail(LeasedWork.Turn turn, OutboxMail mail, string why)
    {
        _warehouse.Change(lane => OutboxStates.Fail(lane, turn.Lease, mail.Id, why));
        Complain(SendingFindings.SendFailed, mail.NumberText, why);
        return OutboxState.Failed;
    }

    private void Complain(FindingKind kind, string subject, string found) =>
        _problems.Add(new IntakeProblem(_station.Workplace.Folders.Outbox, new Finding(kind) { Subject = subject, Found = found }));

    private IReadOnlyList<string> Due()
    {
        using var connection = _warehouse.Read();
        return OutboxMail.Due(connection, _warehouse.Clock.GetUtcNow());
    }

    private static string NumberText(long number) => number.ToString("000000", CultureInfo.InvariantCulture);
}
