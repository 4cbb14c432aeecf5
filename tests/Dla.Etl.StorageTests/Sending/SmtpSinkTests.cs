using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dla.Etl.Correspondence;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Mail;
using Dla.Etl.TestServers;
using Dla.Etl.Values;

namespace Dla.Etl.StorageTests.Sending;

/// <summary>Against the sink of <c>tests/mail-servers</c>, a real server with TLS; skipped where it does not run.</summary>
public class SmtpSinkTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "good-", "sent 1", "taken" },
        { "refuse-", "failed 1", "550 at RCPT" },
        { "later-", "waiting 1", "451 at RCPT" },
        { "once-later-", "waiting 1", "451 the first time" },
        { "drop-before-data-", "uncertain 1", "all had left, and no answer came: that nothing was kept nobody here can know" },
        { "drop-after-data-", "uncertain 1", "it was kept, and no answer came" },
        { "slow-", "uncertain 1", "slower than our patience" },
    };

    [SkippableTheory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_of_a_server_leaves_the_mail_as_it_must(string fault, string state, string why)
    {
        await using var office = Office("DLA_TEST_SMTP");
        var recipient = $"{fault}{Guid.NewGuid():N}@example.org";
        office.Add("a", recipient);
        if (fault == "slow-")
            office.Mail = office.Mail with { Smtp = office.Mail.Smtp with { Patience = TimeSpan.FromSeconds(2) } };

        await office.SendAsync(new SmtpRelay(office.Mail.Smtp));
        // On a busy machine our patience may end before the mail had left, which is no try of it.
        for (var again = 0; again < 10 && office.States()[0] == "1 waiting 0"; again++)
        {
            office.Storage.Clock.Now += TimeSpan.FromHours(1);
            await office.SendAsync(new SmtpRelay(office.Mail.Smtp));
        }

        await office.SendAsync(new SmtpRelay(office.Mail.Smtp));

        office.States().ShouldBe([$"1 {state}"], $"{why}: {office.Mailed(1).LastError}");
        SmtpSink.To(recipient).Count.ShouldBe(fault is "good-" or "drop-after-data-" or "slow-" ? 1 : 0, why);
        if (fault != "once-later-")
            return;
        office.Storage.Clock.Now += TimeSpan.FromMinutes(1);
        await office.SendAsync(new SmtpRelay(office.Mail.Smtp));
        office.States().ShouldBe(["1 sent 2"]);
    }

    [SkippableFact]
    public async Task A_mail_arrives_encrypted_and_whole()
    {
        await using var office = Office("DLA_TEST_SMTP");
        var recipient = $"whole-{Guid.NewGuid():N}@example.org";
        var content = new byte[3_000_000];
        new Random(1).NextBytes(content);
        var hash = office.Archive.StoreDefinition(content);
        office.Add("a", recipient, new OutgoingAttachment("56-พะเยา ปริมาณงานต้นทุนต่อหน่วยผลผลิต ๒๕๖๔.xlsx", hash, content.Length));

        await office.SendAsync(new SmtpRelay(office.Mail.Smtp));

        var sent = SmtpSink.To(recipient).Single();
        (sent.From, sent.IsEncrypted, sent.User).ShouldBe(("returns@example.go.th", true, null));
        var folder = Directory.CreateTempSubdirectory("dla-etl-sent-");
        var mail = MailReader.Read(sent.Path, folder.FullName, new MailLimits(), CancellationToken.None);
        mail.Header.MessageId.ShouldBe(office.Mailed(1).MessageId);
        mail.Header.Subject.ShouldBe("เรื่อง a");
        mail.Attachments.Single().Name.ShouldBe("56-พะเยา ปริมาณงานต้นทุนต่อหน่วยผลผลิต ๒๕๖๔.xlsx");
        ContentHash.Of(File.ReadAllBytes(mail.Attachments.Single().File)).ShouldBe(hash);
        folder.Delete(recursive: true);
    }

    [SkippableFact]
    public async Task A_login_is_used_and_a_wrong_one_stops_the_round()
    {
        await using var office = Office("DLA_TEST_SMTP_AUTH");
        var recipient = $"login-{Guid.NewGuid():N}@example.org";
        office.Add("a", recipient);
        office.Add("b", recipient);
        var wrong = await office.SendAsync(new SmtpRelay(office.Mail.Smtp with { User = "relay", Password = "wrong" }));
        office.States().ShouldBe(["1 waiting 0", "2 waiting 0"]);
        wrong.Problems.Single().Finding.Kind.Id.ShouldBe("MAIL-107", "it is there, and does not let us in");
        Line(office)!.Trouble!.ShouldContain("ชื่อผู้ใช้หรือรหัสผ่าน");
        wrong.Problems.Single().Finding.Message.ShouldNotContain("wrong");
        office.Storage.Clock.Now += TimeSpan.FromHours(1);

        await office.SendAsync(new SmtpRelay(office.Mail.Smtp with { User = "relay", Password = Environment.GetEnvironmentVariable("DLA_TEST_SMTP_PASSWORD")! }));

        office.States().ShouldBe(["1 sent 1", "2 sent 1"]);
        Line(office)!.Trouble.ShouldBeNull();
        SmtpSink.To(recipient).ShouldAllBe(mail => mail.User == "relay" && mail.IsEncrypted);
    }

    public static TheoryData<string, string, string, DeliveryOutcome, string> Trials => new()
    {
        { "DLA_TEST_SMTP", "", "", DeliveryOutcome.Sent, "" },
        { "DLA_TEST_SMTP_AUTH", "relay", "", DeliveryOutcome.Sent, "" },
        { "DLA_TEST_SMTP_AUTH", "relay", "wrong-synthetic", DeliveryOutcome.NoRelay, "ไม่รับชื่อผู้ใช้หรือรหัสผ่าน" },
        { "DLA_TEST_SMTP_CLEAR", "", "", DeliveryOutcome.NoRelay, "ไม่มี STARTTLS" },
        { "DLA_TEST_IMAP", "", "", DeliveryOutcome.NoRelay, "ไม่ตอบภายในเวลา" },
    };

    [SkippableTheory]
    [MemberData(nameof(Trials))]
    public async Task A_relay_is_tried_without_a_mail(string server, string user, string password, DeliveryOutcome outcome, string said)
    {
        await using var office = Office(server);
        var settings = office.Mail.Smtp with
        {
            User = user, Password = password.Length > 0 || user.Length == 0 ? password : Environment.GetEnvironmentVariable("DLA_TEST_SMTP_PASSWORD")!, Patience = TimeSpan.FromSeconds(3),
        };
        var delivery = await new SmtpTrial(settings).TryAsync(CancellationToken.None);
        delivery.Outcome.ShouldBe(outcome, delivery.Said);
        delivery.Said.ShouldContain(said);
        delivery.Said.ShouldNotContain("wrong-synthetic");
        delivery.IsAboutLogin.ShouldBe(password.Length > 0);
    }

    [SkippableFact]
    public async Task A_server_without_tls_an_impostor_and_no_server_at_all_get_nothing()
    {
        await using var office = Office("DLA_TEST_SMTP");
        var recipient = $"nothing-{Guid.NewGuid():N}@example.org";
        office.Add("a", recipient);
        using var impostor = new Impostor();
        var clear = Environment.GetEnvironmentVariable("DLA_TEST_SMTP_CLEAR")!.Split(':');
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var unused = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        foreach (var settings in new[]
                 {
                     office.Mail.Smtp with { Host = clear[0], Port = int.Parse(clear[1], CultureInfo.InvariantCulture) },
                     office.Mail.Smtp with { Port = impostor.Port },
                     office.Mail.Smtp with { Port = unused },
                     office.Mail.Smtp with { Host = "no.such.host.invalid" },
                 })
        {
            (await office.SendAsync(new SmtpRelay(settings))).Problems.Select(problem => problem.Finding.Kind.Id).ShouldBe(["MAIL-104"], $"{settings.Host}:{settings.Port} {office.Mailed(1).LastError}");
            office.States().ShouldBe(["1 waiting 0"]);
            office.Storage.Clock.Now += TimeSpan.FromHours(1);
        }

        SmtpSink.To(recipient).ShouldBeEmpty();
    }

    /// <summary>A server that offers STARTTLS and shows a certificate of its own making.</summary>
    private sealed class Impostor : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public Impostor()
        {
            _listener.Start();
            _ = Task.Run(ServeAsync);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            using var client = await _listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            await stream.WriteAsync("220 impostor\r\n"u8.ToArray());
            await reader.ReadLineAsync();
            await stream.WriteAsync("250-impostor\r\n250 STARTTLS\r\n"u8.ToArray());
            await reader.ReadLineAsync();
            await stream.WriteAsync("220 go ahead\r\n"u8.ToArray());
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            using var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(made);
        }
    }

    private static MailLine? Line(PostOffice office)
    {
        using var connection = office.Database.Read();
        return MailLine.Of(connection, office.Mail) is [var line, ..] ? line : null;
    }

    private static PostOffice Office(string variable)
    {
        Skip.IfNot(SmtpSink.IsThere, "The mail servers of tests/mail-servers do not run.");
        var place = Environment.GetEnvironmentVariable(variable)!.Split(':');
        var office = new PostOffice("sqlite");
        office.Mail = office.Mail with
        {
            Smtp = office.Mail.Smtp with { Host = place[0], Port = int.Parse(place[1], CultureInfo.InvariantCulture), Security = LineSecurity.StartTls, Patience = TimeSpan.FromMinutes(1) },
        };
        return office;
    }
}
