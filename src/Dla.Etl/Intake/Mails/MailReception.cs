using System.Globalization;
using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Mail;
using Dla.Etl.Running;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake.Mails;

/// <summary>Takes messages: archive, then rows, then the message moves. A kill at any instant loses nothing and takes nothing twice (ARCHITECTURE, invariant 1).</summary>
/// <param name="mailbox">Open.</param>
/// <param name="validity">Its UIDVALIDITY.</param>
/// <param name="warehouse">Takes the rows.</param>
/// <param name="archive">Takes the bytes.</param>
/// <param name="settings">How large a message may be, and whom to believe.</param>
/// <param name="book">Who may send for whom.</param>
internal sealed class MailReception(IMailbox mailbox, uint validity, Database warehouse, Archive archive, MailSettings settings, AddressBook book)
{
    private const int LongestHeader = 262_144;

    private readonly List<IntakeProblem> _problems = [];
    private readonly List<Exception> _broken = [];

    /// <summary>For the operator; the messages concerned are tried again by the next run.</summary>
    public IReadOnlyList<IntakeProblem> Problems => _problems;

    /// <summary>On which messages the program broke for good; all the others were dealt with.</summary>
    public IReadOnlyList<Exception> Broken => _broken;

    /// <summary>Messages registered now.</summary>
    public int Registered { get; private set; }

    /// <summary>Received files registered now.</summary>
    public int Files { get; private set; }

    /// <summary>Steps as they are done; a test stops the program there.</summary>
    internal Action<string>? AtStep { get; init; }

    /// <summary>Called inside each transaction; it throws when another node has taken over.</summary>
    internal required Action<WriteLane> Guard { get; init; }

    /// <summary>Takes messages apart.</summary>
    internal required MailMatter Matter { get; init; }

    /// <summary>Takes one message that was not registered, and moves it.</summary>
    /// <exception cref="MailboxException">The line to the mailbox is of no use any more; the message costs no attempt by it.</exception>
    public async Task TakeAsync(ListedMail listed, string runId, CancellationToken cancellation)
    {
        var key = new MailKey(mailbox.Place, validity, listed.Uid);
        var readable = Write(lane => MailTroubles.Begin(lane, key));
        AtStep?.Invoke(MailSteps.Begun);
        KnownMail? registered;
        try
        {
            registered = await RegisterAsync(key, listed, readable, runId, cancellation).ConfigureAwait(false);
        }
        catch (Exception interrupted) when (interrupted is MailboxException or OperationCanceledException)
        {
            Write(lane => MailTroubles.TakeBack(lane, key));
            throw;
        }
        catch (Exception wrong) when (Trouble.IsOfTheFile(wrong) && !(DiskTrouble.Is(wrong) && archive.Refusal() is not null))
        {
            registered = await BrokeAsync(key, listed, wrong, runId, cancellation).ConfigureAwait(false);
        }

        if (registered is not null)
            await MoveAsync(registered, cancellation).ConfigureAwait(false);
    }

    /// <summary>Moves a registered message, and records that. Doing it again changes nothing.</summary>
    public async Task MoveAsync(KnownMail mail, CancellationToken cancellation)
    {
        try
        {
            await mailbox.MoveAsync((uint)mail.Uid, mail.GoesTo, cancellation).ConfigureAwait(false);
        }
        catch (MailboxException refused)
        {
            // It is registered; whether the line still holds shows at the next message.
            Tell(MailFindings.NotMoved, KnownMail.NumberText(mail.Number), refused.Message);
            return;
        }

        AtStep?.Invoke(MailSteps.Moved);
        Write(lane => KnownMail.RecordMove(lane, mail.Id, mail.GoesTo == MailboxFolder.Received ? settings.Imap.ReceivedFolder : settings.Imap.ProblemFolder));
        AtStep?.Invoke(MailSteps.Marked);
    }

    // Null when it is gone, or cannot be taken now.
    private async Task<KnownMail?> RegisterAsync(MailKey key, ListedMail listed, bool readable, string runId, CancellationToken cancellation)
    {
        if (listed.Size > settings.Imap.MaxMessageBytes)
            return await HeaderAloneAsync(key, listed, runId, cancellation).ConfigureAwait(false);
        var there = true;
        var stored = await archive.StoreAsync(
            async target => there = await mailbox.DownloadAsync(listed.Uid, target, cancellation).ConfigureAwait(false),
            settings.Imap.MaxMessageBytes, Shown(listed)).ConfigureAwait(false);
        if (!there)
            return Gone(key);
        if (stored.Findings.Any(finding => finding.Kind == IntakeFindings.FileTooLarge))
            return await HeaderAloneAsync(key, listed, runId, cancellation).ConfigureAwait(false);
        _problems.AddRange(stored.Findings.Select(finding => new IntakeProblem(Shown(listed), finding)));
        if (stored.Artefact is not { } original)
            return null;
        AtStep?.Invoke(MailSteps.Archived);
        return readable ? TakeApart(key, listed, original, runId, cancellation) : GiveUp(key, listed, original, runId);
    }

    private KnownMail? TakeApart(MailKey key, ListedMail listed, Archived original, string runId, CancellationToken cancellation)
    {
        using var scratch = archive.NewScratch();
        var read = Matter.Read(archive.PathOf(original.Hash), scratch.Path, cancellation);
        var identity = new MailIdentity(original.Hash, read.Header.MessageId, read.Header.From, MailPart.ContentKey(read), listed.Size);
        AtStep?.Invoke(MailSteps.Read);
        var facts = Facts(read, identity);
        var judgement = MailJudgement.Of(facts);
        IReadOnlyList<MailPart> parts = [];
        if (judgement.Disposition == MailDisposition.Taken)
        {
            var stored = MailPart.Store(archive, ReturnCandidates.Of(read).Returns, Shown(listed), cancellation);
            _problems.AddRange(stored.Findings.Select(finding => new IntakeProblem(Shown(listed), finding)));
            if (stored.Artefact is null)
                return null;
            parts = stored.Artefact;
            AtStep?.Invoke(MailSteps.Stored);
        }

        return Register(new ArrivedMail(key, listed, identity, facts, judgement, parts), runId);
    }

    private async Task<KnownMail?> HeaderAloneAsync(MailKey key, ListedMail listed, string runId, CancellationToken cancellation)
    {
        if (await mailbox.HeaderAsync(listed.Uid, LongestHeader, cancellation).ConfigureAwait(false) is not { } header)
            return Gone(key);
        var read = Matter.Header(header);
        var identity = new MailIdentity(null, read.Header.MessageId, read.Header.From, null, listed.Size);
        var facts = Facts(read, identity) with { TooLargeFor = settings.Imap.MaxMessageBytes };
        return Register(new ArrivedMail(key, listed, identity, facts, MailJudgement.Of(facts), []), runId);
    }

    private async Task<KnownMail?> BrokeAsync(MailKey key, ListedMail listed, Exception wrong, string runId, CancellationToken cancellation)
    {
        var times = Write(lane => MailTroubles.Broke(lane, key, wrong));
        if (times < Claims.MostAttempts)
        {
            _problems.Add(new IntakeProblem(Shown(listed), new Finding(MailFindings.TriedAgain)
            {
                Subject = listed.Uid.ToString(CultureInfo.InvariantCulture), Found = times.ToString(CultureInfo.InvariantCulture),
                Expected = Claims.MostAttempts.ToString(CultureInfo.InvariantCulture), Reason = Printable.Slot(wrong.Message),
            }));
            return null;
        }

        _broken.Add(new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Mail UID {listed.Uid} of {mailbox.Place} was given up: {wrong.Message}"), wrong));
        return await RegisterAsync(key, listed, readable: false, runId, cancellation).ConfigureAwait(false);
    }

    private KnownMail GiveUp(MailKey key, ListedMail listed, Archived original, string runId)
    {
        var facts = new MailFacts { Read = null, Size = listed.Size, Units = new SenderUnits([]) };
        var identity = new MailIdentity(original.Hash, null, null, null, listed.Size);
        var error = Write(lane => MailTroubles.LastError(lane, key));
        var registered = Register(new ArrivedMail(key, listed, identity, facts, MailJudgement.Of(facts), []), runId);
        Tell(MailFindings.GivenUp, KnownMail.NumberText(registered.Number), error.Split('\n')[0], Claims.MostAttempts.ToString(CultureInfo.InvariantCulture));
        return registered;
    }

    private MailFacts Facts(ReadMail read, MailIdentity identity)
    {
        var sender = read.Header.From;
        using var connection = warehouse.Read();
        return new MailFacts
        {
            Read = read, Size = identity.Size, Units = new SenderUnits(sender is null ? [] : book.UnitsOf(sender)),
            Authentication = Matter.Authentication(read.Header), Repeats = KnownMail.SameAs(connection, identity),
            WasTold = sender is not null && KnownMail.WasTold(connection, sender), IsOurs = Matter.IsOurAddress(sender),
        };
    }

    private KnownMail Register(ArrivedMail mail, string runId)
    {
        var registered = Write(lane => MailRegister.Write(lane, mail, runId));
        Registered++;
        Files += mail.Parts.Count;
        if (MailTelling.Of(registered.Number, mail.Facts, mail.Judgement) is { } said)
            _problems.Add(said);
        AtStep?.Invoke(MailSteps.Registered);
        return registered;
    }

    private KnownMail? Gone(MailKey key)
    {
        Write(lane => MailTroubles.Over(lane, key));
        return null;
    }

    private void Tell(FindingKind kind, string subject, string found, string expected = "") =>
        _problems.Add(new IntakeProblem(mailbox.Place, new Finding(kind) { Subject = subject, Found = found, Expected = expected }));

    private static string Shown(ListedMail listed) => string.Create(CultureInfo.InvariantCulture, $"mail/uid {listed.Uid}");

    private T Write<T>(Func<WriteLane, T> work) => warehouse.Write(lane =>
    {
        Guard(lane);
        return work(lane);
    });

    private void Write(Action<WriteLane> work) => Write(lane =>
    {
        work(lane);
        return true;
    });
}
