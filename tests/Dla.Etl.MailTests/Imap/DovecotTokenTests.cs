using Dla.Etl.Mail;
using Dla.Etl.Mail.OAuth;
using Dla.Etl.TestServers;

namespace Dla.Etl.MailTests.Imap;

/// <summary>Device code at a made-up authority over TLS, and its tokens at Dovecot's oauth2 authentication, which asks that authority.</summary>
public sealed class DovecotTokenTests : IDisposable
{
    private static readonly HttpClient Http = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("dla-token-").FullName;
    private readonly string _application = Guid.NewGuid().ToString();
    private readonly List<SignInCode> _shown = [];

    private string User => $"{_application}@example.org";

    private string TokenFile => Path.Combine(_folder, "sub", "token.bin");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task Dovecot_takes_the_token_of_a_person_who_signed_in_once_and_the_file_is_ours_alone()
    {
        var settings = Settings();
        (await new OAuthTokens(settings.OAuth, User).LoginAsync(_shown.Add, default)).ShouldBe(User);

        await using var mailbox = new ImapMailbox(settings, TimeProvider.System);
        await mailbox.OpenAsync(default);

        (await mailbox.ListAsync(default)).ShouldBeEmpty();
        _shown.ShouldHaveSingleItem().Code.ShouldBe("MADE-UP");
        _shown[0].Address.ShouldStartWith("https://");
        Directory.GetFiles(Path.GetDirectoryName(TokenFile)!).ShouldBe([TokenFile], "nothing half written lies beside it");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(TokenFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [SkippableFact]
    public async Task Dovecot_refuses_a_token_that_was_taken_back_and_takes_the_fresh_one()
    {
        var settings = Settings();
        await new OAuthTokens(settings.OAuth, User).LoginAsync(_shown.Add, default);
        var stale = await new OAuthTokens(settings.OAuth, User).TokenAsync(anew: false, default);
        await ControlAsync("expire");

        await using var mailbox = new ImapMailbox(settings, TimeProvider.System);
        await mailbox.OpenAsync(default);

        (await new OAuthTokens(settings.OAuth, User).TokenAsync(anew: false, default)).ShouldNotBe(stale, "the fresh one is kept");
        await ControlAsync("expire");
        await mailbox.OpenAsync(default);
    }

    [SkippableFact]
    public async Task Dovecot_is_not_asked_when_a_person_must_sign_in_anew()
    {
        var settings = Settings();
        await using var mailbox = new ImapMailbox(settings, TimeProvider.System);
        await RefusedAsync(mailbox);

        await new OAuthTokens(settings.OAuth, User).LoginAsync(_shown.Add, default);
        await mailbox.OpenAsync(default);
        await ControlAsync("revoke");
        await ControlAsync("expire");
        await RefusedAsync(mailbox);

        await new OAuthTokens(settings.OAuth, User).LoginAsync(_shown.Add, default);
        await mailbox.OpenAsync(default);
    }

    [SkippableFact]
    public async Task Dovecot_needs_the_person_that_the_settings_name()
    {
        var settings = Settings();

        var told = await Should.ThrowAsync<MailboxException>(() => new OAuthTokens(settings.OAuth, "someone.else@example.org").LoginAsync(_shown.Add, default));

        told.Message.ShouldContain("someone.else@example.org");
        await Should.ThrowAsync<MailboxException>(() => new OAuthTokens(settings.OAuth, User).TokenAsync(anew: false, default), "and that sign-in is not kept");
    }

    [SkippableFact]
    public async Task Dovecot_gets_no_token_from_a_person_who_declines()
    {
        var settings = Settings();
        await ControlAsync("decline");

        (await Should.ThrowAsync<MailboxException>(() => new OAuthTokens(settings.OAuth, User).LoginAsync(_shown.Add, default))).IsTransient.ShouldBeFalse();
    }

    [SkippableFact]
    public async Task Dovecot_waits_while_the_authority_is_away()
    {
        var settings = Settings();
        await new OAuthTokens(settings.OAuth, User).LoginAsync(_shown.Add, default);
        var away = settings.OAuth with { Authority = "https://localhost:1/tenant" };

        (await Should.ThrowAsync<MailboxException>(() => new OAuthTokens(away, User).LoginAsync(_shown.Add, default))).IsTransient.ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Dovecot_is_not_asked_with_a_broken_file_of_tokens()
    {
        var settings = Settings();
        Directory.CreateDirectory(Path.GetDirectoryName(TokenFile)!);
        await File.WriteAllTextAsync(TokenFile, "{ broken");

        var told = await Should.ThrowAsync<MailboxException>(() => new OAuthTokens(settings.OAuth, User).TokenAsync(anew: false, default));

        told.Message.ShouldContain(TokenFile);
        told.IsTransient.ShouldBeFalse();
    }

    private static async Task RefusedAsync(ImapMailbox mailbox)
    {
        var told = await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default));
        told.Message.ShouldContain("ต้องลงชื่อเข้าใช้ใหม่ dla-etl mail login");
        told.IsTransient.ShouldBeFalse();
    }

    private ImapSettings Settings() => Given.Settings(new TestMailbox { User = User }) with
    {
        Login = ImapLogin.XOAuth2,
        Password = "",
        OAuth = new OAuthSettings { ClientId = _application, Authority = Environment.GetEnvironmentVariable("DLA_TEST_OAUTH")!, TokenFile = TokenFile },
    };

    private async Task ControlAsync(string act)
    {
        var authority = new Uri(Environment.GetEnvironmentVariable("DLA_TEST_OAUTH")!);
        (await Http.PostAsync(new Uri(authority, $"/control/{_application}/{act}"), null)).EnsureSuccessStatusCode();
    }
}
