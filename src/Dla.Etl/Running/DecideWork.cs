using Dla.Etl.Coordination;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Recognition;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Decides on every received file that has no outcome yet, in the order of the receipt numbers.</summary>
/// <remarks>
/// On PostgreSQL any number of nodes do this at once: each claims a file, examines it, waits until the lower receipts are decided or given up,
/// and loads it. So the chain of versions is the one that a single node would make.
/// </remarks>
/// <param name="station">The node.</param>
public sealed class DecideWork(Station station)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    private readonly Database _warehouse = station.Warehouse;
    private readonly Workplace _workplace = station.Workplace;
    private readonly Claims _claims = new(station.Warehouse, station.Leases);

    /// <summary>Decides until nothing is left that nobody else has. A file on which the program breaks is tried three times and then given up; it holds up no other.</summary>
    /// <param name="order">How.</param>
    /// <param name="cancellation">Stops between files; the next run goes on from there.</param>
    /// <exception cref="LeaseLostException">Another process of this node has taken over.</exception>
    public Task<RunResult> RunAsync(WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var lease = station.Leases.AreShared ? LeaseNames.DecideOn(station.Leases.Node.Name) : LeaseNames.Decide;
        return LeasedWork.DoAsync(station, order, lease, turn => DecideAllAsync(turn, order), cancellation);
    }

    private async Task<RunResult> DecideAllAsync(LeasedWork.Turn turn, WorkOrder order)
    {
        var verdicts = new Dictionary<Verdict, int>();
        var broken = new List<Exception>();
        var (done, pending) = (0, Pending());
        for (;;)
        {
            turn.Cancellation.ThrowIfCancellationRequested();
            if (order.Leave.IsCancellationRequested)
                return new RunResult { Verdicts = verdicts, Broken = broken };
            await using var claim = _claims.TryTake();
            if (claim is null)
                return new RunResult { Verdicts = verdicts, Broken = broken };
            var file = FileOf(claim);
            order.Progress(done, Math.Max(pending, done + 1), FileNames.Display(file.FileName));
            using var decision = EngineTelemetry.Decision(claim.ReceiptNumber);
            try
            {
                if (await DecideAsync(turn, claim, file).ConfigureAwait(false) is not { } verdict)
                    continue;
                decision.Came(verdict);
                verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;
                done++;
            }
            catch (LeaseLostException)
            {
                // Another has the file now, and decides on it.
                turn.Cancellation.ThrowIfCancellationRequested();
            }
            catch (Exception wrong) when (Trouble.IsOfTheFile(wrong) && !Trouble.IsArchiveGone(wrong, _workplace.Folders.Archive))
            {
                if (claim.Failed(wrong))
                    broken.Add(new InvalidOperationException($"Receipt {file.Receipt}, {file.DropPath}, was given up: {wrong.Message}", wrong));
            }
        }
    }

    // Null when a lower receipt has to be taken first.
    private async Task<Verdict?> DecideAsync(LeasedWork.Turn turn, Claim claim, ReceivedFile file)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(turn.Cancellation, claim.Lost);
        for (;;)
        {
            try
            {
                var history = new History(_warehouse);
                var examined = _workplace.Pipeline(history).Examine(
                    _workplace.Archive.PathOf(file.Hash), DeliveryOf(file), either.Token);
                if (!await IsTurnAsync(claim, either.Token).ConfigureAwait(false))
                    return null;
                var refusal = MailPermission.Refusal(_warehouse, file, examined, () => _workplace.Addresses);
                if (Load(turn, claim, file, refusal is null ? examined : examined.NotPermitted(refusal), history) is { } verdict)
                    return verdict;
            }
            catch (OperationCanceledException) when (claim.Lost.IsCancellationRequested && !turn.Cancellation.IsCancellationRequested)
            {
                throw new LeaseLostException($"The claim on receipt {claim.ReceiptNumber}");
            }
        }
    }

    private async Task<bool> IsTurnAsync(Claim claim, CancellationToken cancellation)
    {
        for (;;)
        {
            var turn = _claims.TurnOf(claim);
            if (turn != Turn.Wait)
                return turn == Turn.Ours;
            await Task.Delay(s_look, TimeProvider.System, cancellation).ConfigureAwait(false);
        }
    }

    // Null when the year before has another standing version than the one the figures were compared with: a lower receipt was loaded meanwhile.
    private Verdict? Load(LeasedWork.Turn turn, Claim claim, ReceivedFile file, Examined examined, History history)
    {
        var run = turn.Run.Id;
        var verdict = _warehouse.Write<Verdict?>(lane =>
        {
            if (!history.StillStands(lane))
                return null;
            claim.Settle(lane);
            return (examined is { Return: { } validated, Workbook: { } workbook }
                ? ReturnLoading.Load(lane, run, file.Id, workbook, validated)
                : ReturnLoading.Refuse(lane, run, file.Id, Refused(examined))).Verdict;
        });
        if (verdict is not null)
            claim.Settled();
        return verdict;
    }

    private static Delivery DeliveryOf(ReceivedFile file) => file.MailId is null
        ? new(file.FileName, file.Folder)
        : new(file.FileName, null) { SenderFolder = file.Folder };

    private static RefusedFile Refused(Examined examined) => new(examined.Verdict, examined.Findings)
    {
        Workbook = examined.Workbook,
        Form = examined.Form?.Form,
        Unit = examined.Form?.Unit,
    };

    private ReceivedFile FileOf(Claim claim)
    {
        using var connection = _warehouse.Read();
        return ReceivedFile.Get(connection, claim.ReceivedFileId);
    }

    private int Pending()
    {
        using var connection = _warehouse.Read();
        return ReceivedFile.WithoutOutcome(connection).Count;
    }
}
