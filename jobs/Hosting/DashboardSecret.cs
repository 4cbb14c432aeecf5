using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Dla.Etl.Installing;

namespace Dla.Etl.Jobs.Hosting;

/// <summary>What opens a scheduler's dashboard, wherever a request comes from: behind a reverse proxy every stranger seems to be local.</summary>
/// <param name="secret">What the visitor must know.</param>
/// <param name="mayChange">Whether the dashboard may start and delete jobs; else it only shows.</param>
internal sealed class DashboardSecret(string secret, bool mayChange)
{
    private const int Shortest = 16;

    private readonly byte[] _hash = SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether the dashboard may start and delete jobs.</summary>
    public bool MayChange => mayChange;

    /// <summary>The secret of the environment: <c>DLA_DASHBOARD_SECRET</c> or <c>DLA_DASHBOARD_SECRET_FILE</c>, and <c>DLA_DASHBOARD_CHANGES=yes</c>.</summary>
    /// <returns>Null when it holds none: then there is no dashboard.</returns>
    /// <exception cref="UsageException">The secret is too short, its file cannot be read, or there are two of them.</exception>
    public static DashboardSecret? From(Func<string, string?> environment)
    {
        var secret = environment("DLA_DASHBOARD_SECRET");
        if (environment("DLA_DASHBOARD_SECRET_FILE") is { Length: > 0 } file)
        {
            if (secret is { Length: > 0 })
                throw new UsageException("กรุณาตั้ง DLA_DASHBOARD_SECRET หรือ DLA_DASHBOARD_SECRET_FILE เพียงอย่างเดียว · set only one of the two");
            secret = Read(file);
        }

        if (secret is null or "")
            return null;
        if (secret.Length < Shortest)
            throw new UsageException($"รหัสผ่านของหน้าแสดงงานต้องยาวอย่างน้อย {Shortest} ตัวอักษร · the dashboard's secret must have at least {Shortest} characters");
        return new DashboardSecret(secret, environment("DLA_DASHBOARD_CHANGES") == "yes");
    }

    /// <summary>Lets in who sends the secret, as the password of any user (Basic) or as a token (Bearer); asks a browser for it.</summary>
    public bool Admits(HttpContext http)
    {
        http.Response.Headers.XFrameOptions = "DENY";
        if (Knows(http.Request.Headers.Authorization.ToString()))
            return HttpMethods.IsGet(http.Request.Method) || IsOwnPage(http.Request);
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"dla-etl\", charset=\"UTF-8\"";
        return false;
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } secret
                ? secret
                : throw new UsageException($"ไฟล์รหัสผ่านของหน้าแสดงงานว่างเปล่า · the file of the dashboard's secret is empty: {file}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"อ่านไฟล์รหัสผ่านของหน้าแสดงงานไม่ได้ · the file of the dashboard's secret cannot be read: {wrong.Message}");
        }
    }

    // Browsers send a secret they know along with whatever a page of another site posts here; they also say which site that is.
    private static bool IsOwnPage(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site == "same-origin";
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }

    private bool Knows(string authorization) =>
        AuthenticationHeaderValue.TryParse(authorization, out var said)
        && Given(said) is { } given
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), _hash);

    private static string? Given(AuthenticationHeaderValue said)
    {
        if (said.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return said.Parameter;
        if (!said.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[said.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(said.Parameter ?? "", bytes, out var length))
            return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
