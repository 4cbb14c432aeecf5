using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>What an operator decides of a mail that did not simply leave.</summary>
public enum Settlement
{
    /// <summary>It left: the relay's log or the recipient says so.</summary>
    Sent,

    /// <summary>It is to be sent once more.</summary>
    Again,

    /// <summary>It is not to be sent.</summary>
    Cancelled,
}

/// <summary>Settles mails by hand; what was decided and why is in the audit.</summary>
public static class OutboxSettling
{
    private const int LongestReason = 500;

    /// <summary>Settles one.</summary>
    /// <param name="lane">The writer's lane.</param>
    /// <param name="number">Number of the mail.</param>
    /// <param name="how">What becomes of it.</param>
    /// <param name="reason">Why, in the operator's words.</param>
    /// <param name="address">For a mail that is sent once more: where it goes now (<see cref="NewAddress"/>); null where it went.</param>
    /// <returns>How it stands now, or in Thai why it cannot be settled so; then nothing is written.</returns>
    public static Parsed<OutboxState> Settle(WriteLane lane, long number, Settlement how, string reason, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(reason);
        var why = reason.Trim();
        if (why.Length is 0 or > LongestReason || Printable.Line(why) != why)
            return Parsed<OutboxState>.Failed($"ต้องระบุเหตุผลเป็นข้อความบรรทัดเดียว ไม่เกิน {LongestReason} ตัวอักษร");
        if (lane.Row<Standing>("SELECT o.id AS Id, s.state AS State FROM outbox o JOIN outbox_state s ON s.outbox_id = o.id WHERE o.number = @number", new { number }) is not { } mail)
            return Parsed<OutboxState>.Failed($"ไม่มีอีเมลส่งออกเลขที่ {Text(number)}");
        var before = StoredName.Parse<OutboxState>(mail.State);
        if (!IsPossible(before, how))
            return Parsed<OutboxState>.Failed($"อีเมลส่งออกเลขที่ {Text(number)} อยู่ในสถานะ “{before.Thai()}” จึงสั่งเช่นนี้ไม่ได้");
        var after = how switch { Settlement.Sent => OutboxState.Sent, Settlement.Again => OutboxState.Waiting, _ => OutboxState.Cancelled };
        // Whoever is still at it writes nothing any more: his try has lost its token.
        lane.Execute(
            "UPDATE outbox_state SET state = @state, tries = 0, next_try_at = NULL, token = NULL, changed_at = @now WHERE outbox_id = @Id",
            new { mail.Id, state = StoredName.Of(after), now = lane.Now });
        // The audit is for ever and tells that it goes elsewhere, never to whom: an address is a person's.
        var elsewhere = address is not null && lane.Execute("UPDATE outbox SET recipient = @address WHERE id = @Id AND recipient <> @address", new { mail.Id, address }) > 0;
        Audit.Write(lane, new AuditEntry(
            AuditAction.MailSettled, $"อีเมลส่งออกเลขที่ {Text(number)}", $"จาก “{before.Thai()}” เป็น “{after.Thai()}”{(elsewhere ? " ไปที่อยู่ใหม่" : "")}") { Reason = why });
        return Parsed<OutboxState>.Ok(after);
    }

    /// <summary>A state as an operator reads it.</summary>
    public static string Thai(this OutboxState state) => state switch
    {
        OutboxState.Waiting => "รอส่ง",
        OutboxState.Sending => "กำลังส่ง",
        OutboxState.Sent => "ส่งแล้ว",
        OutboxState.Written => "เขียนเป็นไฟล์แล้ว",
        OutboxState.Uncertain => "ไม่แน่ใจว่าออกไปแล้วหรือไม่",
        OutboxState.Failed => "ส่งไม่ได้",
        OutboxState.Cancelled => "ยกเลิกแล้ว",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };

    private static bool IsPossible(OutboxState state, Settlement how) => how switch
    {
        Settlement.Sent => state == OutboxState.Uncertain,
        Settlement.Again => state is OutboxState.Uncertain or OutboxState.Failed or OutboxState.Cancelled,
        _ => state is OutboxState.Uncertain or OutboxState.Failed or OutboxState.Waiting,
    };

    private static string Text(long number) => number.ToString("000000", CultureInfo.InvariantCulture);

    private sealed record Standing
    {
        public string Id { get; init; } = "";

        public string State { get; init; } = "";
    }
}
