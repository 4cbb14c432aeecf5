using Dla.Etl.Mail.Imap;
using Microsoft.Identity.Client;

namespace Dla.Etl.Mail.OAuth;

/// <summary>What a person needs to sign in on another device.</summary>
/// <param name="Address">Where to go.</param>
/// <param name="Code">What to type there.</param>
/// <param name="Until">When the code ends.</param>
public sealed record SignInCode(string Address, string Code, DateTimeOffset Until);

/// <summary>Tokens for a mailbox at Microsoft: signed in once by a person with a device code (RFC 8628), renewed without one from then on.</summary>
/// <remarks>What renews them lies in <see cref="OAuthSettings.TokenFile"/>. The authority is the operator's own word and is not looked up at Microsoft.</remarks>
public sealed class OAuthTokens
{
    private readonly OAuthSettings _settings;
    private readonly string _user;
    private readonly Lazy<IPublicClientApplication> _application;

    /// <summary>Tokens of an account.</summary>
    /// <param name="settings">The application and where its tokens are issued.</param>
    /// <param name="user">Name of the account.</param>
    public OAuthTokens(OAuthSettings settings, string user)
    {
        (_settings, _user) = (settings, user);
        _application = new Lazy<IPublicClientApplication>(Application);
    }

    /// <summary>Has a person sign in, and keeps what renews the token.</summary>
    /// <param name="show">Shows the address and the code; the person has until then.</param>
    /// <param name="cancellation">Stops waiting for the person.</param>
    /// <returns>The account that was signed in.</returns>
    /// <exception cref="MailboxException">The person refused, came too late or is another one than the settings name; or the authority cannot be reached.</exception>
    public Task<string> LoginAsync(Action<SignInCode> show, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(show);
        return AskAsync(async () =>
        {
            var signedIn = await _application.Value.AcquireTokenWithDeviceCode(Scopes, code =>
            {
                show(new SignInCode(code.VerificationUrl, code.UserCode, code.ExpiresOn));
                return Task.CompletedTask;
            }).ExecuteAsync(cancellation).ConfigureAwait(false);
            if (IsOurs(signedIn.Account))
                return signedIn.Account.Username;
            await _application.Value.RemoveAsync(signedIn.Account).ConfigureAwait(false);
            throw MailboxTrouble.Setting(
                $"ลงชื่อเข้าใช้ด้วยบัญชี {MailboxTrouble.Cleaned(signedIn.Account.Username)} แต่ค่า Mail:Imap:User คือ {_user} กรุณาลงชื่อเข้าใช้ด้วยบัญชีเดียวกัน", "signed in with another account");
        }, cancellation);
    }

    /// <summary>A token that is good now.</summary>
    /// <param name="anew">True when the last one was refused: it is renewed before its time.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="MailboxException">Nobody has signed in, or somebody must sign in anew; or the authority cannot be reached.</exception>
    public Task<string> TokenAsync(bool anew, CancellationToken cancellation) =>
        AskAsync(async () =>
        {
            var accounts = await _application.Value.GetAccountsAsync().ConfigureAwait(false);
            var account = accounts.FirstOrDefault(IsOurs) ?? throw SignInAnew(null);
            var token = await _application.Value.AcquireTokenSilent(Scopes, account).WithForceRefresh(anew).ExecuteAsync(cancellation).ConfigureAwait(false);
            return token.AccessToken;
        }, cancellation);

    private string[] Scopes => _settings.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private bool IsOurs(IAccount account) => account.Username.Equals(_user, StringComparison.OrdinalIgnoreCase);

    private IPublicClientApplication Application()
    {
        if (_settings.ClientId.Length == 0 || _settings.TokenFile.Length == 0 || _settings.Scope.Length == 0)
            throw MailboxTrouble.Setting("XOAuth2 ต้องตั้งค่า Mail:Imap:OAuth ให้ครบ: ClientId, Scope และ TokenFile", "settings of OAuth are missing");
        if (!Uri.TryCreate(_settings.Authority, UriKind.Absolute, out var authority) || authority.Scheme != Uri.UriSchemeHttps)
            throw MailboxTrouble.Setting("ค่า Mail:Imap:OAuth:Authority ต้องขึ้นต้นด้วย https://", "the authority must be an https address");
        var application = PublicClientApplicationBuilder.Create(_settings.ClientId)
            .WithAuthority(authority.AbsoluteUri, validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithRedirectUri("http://localhost")
            .Build();
        new TokenFile(_settings.TokenFile).Keep(application.UserTokenCache);
        return application;
    }

    private static async Task<string> AskAsync(Func<Task<string>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (MsalUiRequiredException refused)
        {
            throw SignInAnew(refused);
        }
        catch (MsalException refused)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Refused(refused);
        }
        catch (HttpRequestException unreachable)
        {
            throw Unreachable(unreachable);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw Unreachable(late);
        }
    }

    private static MailboxException SignInAnew(Exception? cause) => MailboxTrouble.Setting(
        "ต้องลงชื่อเข้าใช้ใหม่ dla-etl mail login", $"somebody must sign in anew{(cause is MsalException refused ? $" ({refused.ErrorCode})" : "")}", cause);

    // Only codes of MSAL go into the message: its words may hold what was sent.
    private static MailboxException Refused(MsalException refused) => refused switch
    {
        { IsRetryable: true } or MsalServiceException { StatusCode: >= 500 or 429 } => Unreachable(refused),
        { ErrorCode: "authorization_declined" or "access_denied" } => MailboxTrouble.Setting("ผู้ลงชื่อเข้าใช้ไม่อนุญาต กรุณาสั่ง dla-etl mail login อีกครั้ง", "the person declined", refused),
        { ErrorCode: "code_expired" or "expired_token" } => MailboxTrouble.Setting("รหัสหมดเวลา กรุณาสั่ง dla-etl mail login อีกครั้ง", "the code has expired", refused),
        _ => MailboxTrouble.Setting(
            "ผู้ออกโทเคนปฏิเสธ กรุณาตรวจค่า Mail:Imap:OAuth", $"the authority refused: {MailboxTrouble.Cleaned(refused.ErrorCode ?? "")}", refused),
    };

    private static MailboxException Unreachable(Exception cause) => new(
        $"ติดต่อผู้ออกโทเคนไม่ได้ จะลองใหม่ในรอบหน้า · the token's authority cannot be reached: {MailboxTrouble.Cleaned(cause.InnerException is HttpRequestException inner ? inner.Message : cause.Message)}",
        isTransient: true, cause);
}
