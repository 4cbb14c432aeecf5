using Dla.Etl.Coordination;
using Dla.Etl.Findings;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>The steps of a mail from waiting to sent. A step that is not possible from where the mail stands changes nothing.</summary>
/// <remarks>
/// A try is known by the token of the lease under which it was begun. What came of it is written down by that token and without the lease: it is the
/// truth about this try, and whoever has the lease meanwhile sends nothing that is not waiting.
/// </remarks>
internal static class OutboxStates
{
    private const int LongestError = 300;

    /// <summary>What earlier senders left in the middle of sending: the relay may have it or not.</summary>
    /// <returns>Numbers of these mails.</returns>
    public static IReadOnlyList<long> Abandon(WriteLane lane, Lease lease)
    {
        lease.Check(lane);
        const string Left = "s.state = 'sending' AND (s.token IS NULL OR s.token <> @Token)";
        var numbers = lane.Rows<long>($"SELECT o.number FROM outbox o JOIN outbox_state s ON s.outbox_id = o.id WHERE {Left} ORDER BY o.number", new { lease.Token });
        if (numbers.Count > 0)
            lane.Execute(
                $"UPDATE outbox_state AS s SET state = 'uncertain', next_try_at = NULL, changed_at = @now, last_error = @why WHERE {Left}",
                new { now = lane.Now, why = "การทำงานหยุดลงขณะกำลังส่ง · the sender was stopped while sending", lease.Token });
        return numbers;
    }

    /// <summary>Begins a try.</summary>
    /// <returns>False when it is no longer waiting.</returns>
    public static bool Begin(WriteLane lane, Lease lease, string id)
    {
        lease.Check(lane);
        return lane.Execute(
            "UPDATE outbox_state SET state = 'sending', tries = tries + 1, token = @Token, next_try_at = NULL, changed_at = @now WHERE outbox_id = @id AND state = 'waiting'",
            new { id, lease.Token, now = lane.Now }) == 1;
    }

    /// <summary>Writes down what came of a try.</summary>
    /// <param name="lane">A transaction.</param>
    /// <param name="mail">The mail with its tries before this one.</param>
    /// <param name="token">Of the lease under which the try was begun.</param>
    /// <param name="delivery">What came of it.</param>
    /// <param name="most">After how many tries it counts as failed.</param>
    /// <returns>How it stands now; null when an operator has settled it meanwhile.</returns>
    public static OutboxState? End(WriteLane lane, OutboxMail mail, long token, Delivery delivery, int most)
    {
        // A relay that cannot be reached is no try of this mail: a long weekend without it makes none fail.
        var tries = delivery.Outcome == DeliveryOutcome.NoRelay ? mail.Tries : mail.Tries + 1;
        var (state, wait) = delivery.Outcome switch
        {
            DeliveryOutcome.Sent => (OutboxState.Sent, null),
            DeliveryOutcome.Uncertain => (OutboxState.Uncertain, null),
            DeliveryOutcome.Refused => (OutboxState.Failed, null),
            DeliveryOutcome.Later when tries >= most => (OutboxState.Failed, null),
            DeliveryOutcome.Later => (OutboxState.Waiting, (TimeSpan?)RetryPlan.After(tries)),
            DeliveryOutcome.NoRelay => (OutboxState.Waiting, RetryPlan.WithoutRelay),
            _ => throw new ArgumentOutOfRangeException(nameof(delivery), delivery.Outcome, "Not an outcome."),
        };
        var changed = lane.Execute(
            """
            UPDATE outbox_state SET state = @state, tries = @tries, next_try_at = @next, last_error = @said, changed_at = @now
            WHERE outbox_id = @Id AND token = @token AND state IN ('sending', 'uncertain')
            """,
            new
            {
                mail.Id, token, tries, state = StoredName.Of(state), now = lane.Now,
                next = wait is { } later ? Instants.Text(lane.Clock.GetUtcNow() + later) : null, said = Said(delivery.Said),
            });
        return changed == 1 ? state : null;
    }

    /// <summary>It lies as a file in the outbox folder.</summary>
    public static void Written(WriteLane lane, Lease lease, string id)
    {
        lease.Check(lane);
        lane.Execute(
            "UPDATE outbox_state SET state = 'written', next_try_at = NULL, last_error = NULL, changed_at = @now WHERE outbox_id = @id AND state = 'waiting'",
            new { id, now = lane.Now });
    }

    /// <summary>It cannot be sent at all, whatever the relay says.</summary>
    public static void Fail(WriteLane lane, Lease lease, string id, string why)
    {
        lease.Check(lane);
        lane.Execute(
            "UPDATE outbox_state SET state = 'failed', next_try_at = NULL, last_error = @why, changed_at = @now WHERE outbox_id = @id AND state = 'waiting'",
            new { id, why = Said(why), now = lane.Now });
    }

    private static string? Said(string text) => text.Length == 0 ? null : StoredText.Of(Printable.Cut(Printable.Line(text), LongestError));
}

/// <summary>When a mail is tried again that the relay would not have for the moment.</summary>
internal static class RetryPlan
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromHours(6);

    /// <summary>While the relay itself cannot be reached.</summary>
    public static TimeSpan WithoutRelay { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait after so many tries: one minute after the first, then twice as long each time, six hours at most.</summary>
    public static TimeSpan After(int tries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        return tries > 10 ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (tries - 1)));
    }
}
