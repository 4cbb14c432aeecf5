using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Dla.Etl.Installing;
using Dla.Etl.Jobs.Hosting;
using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.JobTests;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Dla.Etl.HangfireTests;

public class DashboardTests
{
    private const string Secret = "a-secret-of-the-tests";

    public static TheoryData<string, AuthenticationHeaderValue?, HttpStatusCode> Visitors => new()
    {
        { "a stranger, though the request is local", null, HttpStatusCode.Unauthorized },
        { "a wrong password", Basic("dla", "a-secret-of-the-test"), HttpStatusCode.Unauthorized },
        { "an empty password", Basic("dla", ""), HttpStatusCode.Unauthorized },
        { "the secret as the user's name", Basic(Secret, ""), HttpStatusCode.Unauthorized },
        { "not base64", new("Basic", "%%%"), HttpStatusCode.Unauthorized },
        { "another scheme", new("Digest", Secret), HttpStatusCode.Unauthorized },
        { "the secret as a password", Basic("dla", Secret), HttpStatusCode.OK },
        { "the secret as a token", new("Bearer", Secret), HttpStatusCode.OK },
    };

    [SkippableTheory]
    [MemberData(nameof(Visitors))]
    public async Task The_dashboard_is_closed_to_strangers(string who, AuthenticationHeaderValue? said, HttpStatusCode answer)
    {
        using var postgres = Postgres.OrSkip();
        await using var site = await Site.Start(postgres, mayChange: false);
        foreach (var page in new[] { "/hangfire", "/hangfire/recurring", "/hangfire/css10", "/hangfire/stats" })
        {
            using var request = new HttpRequestMessage(page == "/hangfire/stats" ? HttpMethod.Post : HttpMethod.Get, page);
            if (request.Method == HttpMethod.Post)
                request.Content = new FormUrlEncodedContent([new("metrics[]", "recurring:count")]);
            request.Headers.Authorization = said;
            // What a reverse proxy adds is for anybody to write.
            request.Headers.Add("X-Forwarded-For", "127.0.0.1");
            using var response = await site.Client.SendAsync(request);
            if (page.Contains("css", StringComparison.Ordinal) && answer == HttpStatusCode.OK)
                continue;
            response.StatusCode.ShouldBe(answer, $"{who}: {page}");
            if (answer == HttpStatusCode.Unauthorized)
                response.Headers.WwwAuthenticate.ToString().ShouldContain("Basic");
        }
    }

    [SkippableFact]
    public async Task The_dashboard_shows_the_lines_and_no_connection_string()
    {
        using var postgres = Postgres.OrSkip();
        await using var site = await Site.Start(postgres, mayChange: false);

        var page = await site.Page("/hangfire/recurring");
        page.ShouldContain("consolidate");
        page.ShouldContain("0 1 * * *");
        foreach (var path in new[] { "/hangfire", "/hangfire/servers", "/hangfire/recurring" })
        {
            var text = await site.Page(path);
            text.ShouldNotContain("Password");
            text.ShouldNotContain(postgres.Name);
        }
    }

    [SkippableTheory]
    // It only shows unless the environment says otherwise.
    [InlineData(false, null, null, false)]
    [InlineData(true, null, null, true)]
    [InlineData(true, "same-origin", null, true)]
    // A page of another site makes a browser that knows the secret post here.
    [InlineData(true, "cross-site", null, false)]
    [InlineData(true, "same-site", null, false)]
    [InlineData(true, null, "http://elsewhere.example", false)]
    [InlineData(true, null, "null", false)]
    public async Task A_job_is_started_from_the_dashboard_only_where_that_is_allowed(bool mayChange, string? site, string? origin, bool started)
    {
        using var postgres = Postgres.OrSkip();
        await using var host = await Site.Start(postgres, mayChange);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hangfire/recurring/trigger")
        {
            Content = new FormUrlEncodedContent([new("jobs[]", "consolidate")]),
        };
        request.Headers.Authorization = new("Bearer", Secret);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        using var response = await host.Client.SendAsync(request);

        response.IsSuccessStatusCode.ShouldBe(started);
        postgres.Count("job").ShouldBe(started ? 1 : 0);
    }

    [Fact]
    public void Without_a_secret_there_is_no_dashboard() => DashboardSecret.From(_ => null).ShouldBeNull();

    [Theory]
    [InlineData("123456789012345", "16")]
    [InlineData("short", "16")]
    public void A_short_secret_is_refused(string secret, string says) =>
        Should.Throw<UsageException>(() => DashboardSecret.From(name => name == "DLA_DASHBOARD_SECRET" ? secret : null)).Message.ShouldContain(says);

    [Fact]
    public void The_secret_may_lie_in_a_file_but_not_in_two_places()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Secret + "\n");
            DashboardSecret.From(name => name == "DLA_DASHBOARD_SECRET_FILE" ? file : null).ShouldNotBeNull().MayChange.ShouldBeFalse();
            Should.Throw<UsageException>(() => DashboardSecret.From(name => name == "DLA_DASHBOARD_SECRET_FILE" ? file : Secret));
            File.WriteAllText(file, "\n");
            Should.Throw<UsageException>(() => DashboardSecret.From(name => name == "DLA_DASHBOARD_SECRET_FILE" ? file : null));
        }
        finally
        {
            File.Delete(file);
        }

        Should.Throw<UsageException>(() => DashboardSecret.From(name => name == "DLA_DASHBOARD_SECRET_FILE" ? file : null));
    }

    private static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    /// <summary>A web host on loopback with the dashboard over a store in which one line is scheduled.</summary>
    private sealed class Site(WebApplication app, HttpClient client) : IAsyncDisposable
    {
        public HttpClient Client => client;

        public static async Task<Site> Start(Postgres postgres, bool mayChange)
        {
            await using (var stage = new HangfireStage(postgres.ConnectionString))
                await stage.Start(HangfireStage.Line());
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            SchedulerOfThisBuild.AddTo(builder, postgres.ConnectionString);
            var app = builder.Build();
            app.MapHangfireDashboard("/hangfire", new DashboardDoor(new DashboardSecret(Secret, mayChange)).Options(), app.Services.GetRequiredService<JobStorage>());
            await app.StartAsync();
            return new Site(app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });
        }

        public async Task<string> Page(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new("Bearer", Secret);
            using var response = await client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            return await response.Content.ReadAsStringAsync();
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await app.DisposeAsync();
        }
    }
}
