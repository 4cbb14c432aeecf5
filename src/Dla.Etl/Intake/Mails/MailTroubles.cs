using Dla.Etl.Coordination;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake.Mails;

/// <summary>Messages that were begun and not registered: how often, and on which the program broke. It keeps one bad message from being tried for ever.</summary>
internal static class MailTroubles
{
    /// <summary>Notes that a message is begun.</summary>
    /// <returns>False when it was tried often enough: the program broke on it <see cref="Claims.MostAttempts"/> times, or it took the process with it.</returns>
    public static bool Begin(WriteLane lane, MailKey key)
    {
        var (takes, attempts) = lane.Row<(long, long)>(
            """
            INSERT INTO mail_trouble (mailbox, uid_validity, uid, takes, attempts, begun_at) VALUES (@Mailbox, @Validity, @Uid, 1, 0, @Now)
            ON CONFLICT (mailbox, uid_validity, uid) DO UPDATE SET takes = mail_trouble.takes + 1, begun_at = excluded.begun_at
            RETURNING takes, attempts
            """,
            new { key.Mailbox, key.Validity, key.Uid, lane.Now });
        return attempts < Claims.MostAttempts && takes <= Claims.MostTakes;
    }

    /// <summary>Takes back that it was begun, when something else than the message was the cause that it was not finished.</summary>
    public static void TakeBack(WriteLane lane, MailKey key) => lane.Execute(
        "UPDATE mail_trouble SET takes = takes - 1 WHERE mailbox = @Mailbox AND uid_validity = @Validity AND uid = @Uid AND takes > 0", key);

    /// <summary>Notes that the program broke on it.</summary>
    /// <returns>How many times it did.</returns>
    public static int Broke(WriteLane lane, MailKey key, Exception wrong) => (int)lane.Scalar<long>(
        """
        UPDATE mail_trouble SET attempts = attempts + 1, last_error = @error WHERE mailbox = @Mailbox AND uid_validity = @Validity AND uid = @Uid
        RETURNING attempts
        """,
        new { key.Mailbox, key.Validity, key.Uid, error = Claims.Shortened(wrong) });

    /// <summary>What the program said last; empty when it never said anything.</summary>
    public static string LastError(WriteLane lane, MailKey key) => lane.Scalar<string>(
        "SELECT last_error FROM mail_trouble WHERE mailbox = @Mailbox AND uid_validity = @Validity AND uid = @Uid", key) ?? "";

    /// <summary>It is registered.</summary>
    public static void Over(WriteLane lane, MailKey key) => lane.Execute(
        "DELETE FROM mail_trouble WHERE mailbox = @Mailbox AND uid_validity = @Validity AND uid = @Uid", key);
}
