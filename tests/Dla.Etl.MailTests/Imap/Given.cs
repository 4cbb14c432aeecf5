using System.Text;
using Dla.Etl.Mail;
using Dla.Etl.TestServers;

namespace Dla.Etl.MailTests.Imap;

/// <summary>What these tests start from.</summary>
internal static class Given
{
    /// <summary>A small message, made by us.</summary>
    public static byte[] Message(string? id = "one@example.org", string text = "ทดสอบ") =>
        Encoding.UTF8.GetBytes($"{(id is null ? "" : $"Message-ID: <{id}>\r\n")}From: a@example.go.th\r\nSubject: synthetic\r\n\r\n{text}\r\n");

    /// <summary>Settings for a mailbox at one of Dovecot's listeners.</summary>
    public static ImapSettings Settings(TestMailbox box, string variable = "DLA_TEST_IMAP")
    {
        Skip.IfNot(TestMailbox.IsThere, "tests/mail-servers are not started");
        var (host, port) = TestMailbox.At(variable);
        return new() { Host = host, Port = port, User = box.User, Password = TestMailbox.Password, Patience = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Settings for something on this machine that speaks in the clear.</summary>
    public static ImapSettings Settings(int port) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Security = LineSecurity.None,
        User = "somchai",
        Password = "sesame-synthetic",
        // By the hasty clock: two seconds, so that a busy machine is not taken for a silent server.
        Patience = TimeSpan.FromMinutes(34),
    };
}

/// <summary>A clock on which waiting takes a thousandth of the time.</summary>
internal sealed class HastyClock : TimeProvider
{
    public override long TimestampFrequency => System.TimestampFrequency / 1000;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime <= TimeSpan.Zero ? dueTime : dueTime / 1000, period <= TimeSpan.Zero ? period : period / 1000);
}
