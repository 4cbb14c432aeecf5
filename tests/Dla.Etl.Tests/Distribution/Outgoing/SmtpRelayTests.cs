using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Dla.Etl.Correspondence;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Installing;
using Dla.Etl.Mail;

namespace Dla.Etl.Tests.Distribution.Outgoing;

public class SmtpRelayTests
{
    private const string To = "phayao@example.go.th";

    /// <summary>Exceptions as the client throws them, met by breaking a server at every step.</summary>
    public static TheoryData<Exception, bool, DeliveryOutcome, string> Troubles => new()
    {
        { new SmtpFailedRecipientException(SmtpStatusCode.MailboxUnavailable, To, "5.1.1 no such user"), false, DeliveryOutcome.Refused, "550 at RCPT" },
        { new SmtpFailedRecipientException(SmtpStatusCode.MailboxBusy, To, "4.2.1 later"), false, DeliveryOutcome.Later, "450 at RCPT" },
        { new SmtpFailedRecipientException(SmtpStatusCode.LocalErrorInProcessing, To, "later"), false, DeliveryOutcome.Later, "451 at RCPT" },
        { Said(SmtpStatusCode.TransactionFailed, "5.7.1 <Phayao@example.go.th>: Relay access denied"), false, DeliveryOutcome.Refused, "554 at RCPT names the recipient" },
        { Said(SmtpStatusCode.TransactionFailed, "no service"), false, DeliveryOutcome.Later, "554 elsewhere may be about anything" },
        { Said(SmtpStatusCode.MailboxUnavailable, "5.7.1 sender refused"), false, DeliveryOutcome.Later, "550 at MAIL is not about the recipient" },
        { Said(SmtpStatusCode.ServiceNotAvailable, "going down"), false, DeliveryOutcome.NoRelay, "421" },
        { Said((SmtpStatusCode)530, "Authentication required"), false, DeliveryOutcome.NoRelay, "530 at MAIL: our login is wrong" },
        { Said((SmtpStatusCode)535, "bad credentials"), false, DeliveryOutcome.NoRelay, "535" },
        { new SmtpException("Failure sending mail.", new SocketException((int)SocketError.ConnectionRefused)), false, DeliveryOutcome.NoRelay, "nobody listens" },
        { new SmtpException("Failure sending mail.", new SocketException((int)SocketError.HostNotFound)), false, DeliveryOutcome.NoRelay, "no such name" },
        { new SmtpException("Server does not support secure connections."), false, DeliveryOutcome.NoRelay, "no STARTTLS" },
        { new AuthenticationException("The remote certificate is invalid"), false, DeliveryOutcome.NoRelay, "a certificate that is not the relay's" },
        { new SmtpException("The operation has timed out."), false, DeliveryOutcome.NoRelay, "time up before all had left" },
        { new SmtpException("Failure sending mail.", new IOException("closed")), false, DeliveryOutcome.Later, "the line broke before all had left" },
        { new SmtpException("The operation has timed out."), true, DeliveryOutcome.Uncertain, "time up after all had left" },
        { new SmtpException("Failure sending mail.", new IOException("closed")), true, DeliveryOutcome.Uncertain, "the line broke after all had left" },
        { Said(SmtpStatusCode.TransactionFailed, "content rejected"), true, DeliveryOutcome.Refused, "554 to the mail" },
        { Said(SmtpStatusCode.LocalErrorInProcessing, "greylisted"), true, DeliveryOutcome.Later, "451 to the mail" },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public void What_the_client_throws_means_something_for_the_mail(Exception wrong, bool wasRead, DeliveryOutcome outcome, string why) =>
        SmtpRelay.Judge(wrong, wasRead, To).Outcome.ShouldBe(outcome, why);

    public static TheoryData<int, string> Waits => new()
    {
        { 1, "00:01:00" }, { 2, "00:02:00" }, { 9, "04:16:00" }, { 10, "06:00:00" }, { 100, "06:00:00" },
    };

    [Theory]
    [MemberData(nameof(Waits))]
    public void The_wait_doubles_up_to_six_hours(int tries, string wait) => RetryPlan.After(tries).ToString("c").ShouldBe(wait);

    [Fact]
    public void A_password_never_goes_over_the_net_in_the_clear()
    {
        var settings = new SmtpSettings { Host = "relay.example.go.th", Security = LineSecurity.None, User = "relay", Password = "x" };
        Should.Throw<UsageException>(() => new SmtpRelay(settings));
        Should.NotThrow(() => new SmtpRelay(settings with { Host = "localhost" }));
        Should.NotThrow(() => new SmtpRelay(settings with { Host = "127.0.0.1" }));
        Should.NotThrow(() => new SmtpRelay(settings with { User = "" }));
        Should.NotThrow(() => new SmtpRelay(settings with { Security = LineSecurity.StartTls }));
    }

    [Fact]
    public void A_password_file_that_is_not_there_is_said_with_its_setting() =>
        Should.Throw<UsageException>(() => new SmtpRelay(new SmtpSettings { Host = "localhost", User = "relay", PasswordFile = "/no/such/file" })).Message.ShouldContain("Mail:Smtp:PasswordFile");

    [Fact]
    public void A_sender_that_is_no_address_is_said_with_its_setting() =>
        Should.Throw<UsageException>(() => new Outbox(new SmtpSettings { From = "ระบบ" })).Message.ShouldContain("Mail:Smtp:From");

    private static SmtpException Said(SmtpStatusCode code, string text) => new(code, text);
}
