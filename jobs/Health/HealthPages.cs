using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dla.Etl.Jobs.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it works, with what it has looked at, in plain words.</summary>
internal static class HealthPages
{
    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Read by people and monitors, never put into a page of HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Registers what is looked at.</summary>
    public static void AddTo(IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseCheck>("database")
        .AddCheck<ArchiveHealthCheck>("archive")
        .AddCheck<DropFolderCheck>("drop folder")
        .AddCheck<ScheduleCheck>("schedule")
        .AddCheck<StuckCheck>("stuck files")
        .AddCheck<MailServersCheck>("mail servers");

    /// <summary>Maps both pages.</summary>
    public static void MapTo(WebApplication app, string node)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = (context, _) => Write(context, new Page("live", node, [])) });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = (context, report) => Write(context, Of(report, node)) });
    }

    private static Page Of(HealthReport report, string node) => new(
        report.Status == HealthStatus.Unhealthy ? "not ready" : "ready",
        node,
        [.. report.Entries.Select(entry => new Looked(entry.Key, Word(entry.Value.Status), entry.Value.Description ?? entry.Value.Exception?.Message ?? ""))]);

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "look at it",
        _ => "not ok",
    };

    private static Task Write(HttpContext context, Page page)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(JsonSerializer.Serialize(page, Style));
    }

    private sealed record Page(string Status, string Node, IReadOnlyList<Looked> Checks);

    private sealed record Looked(string Name, string Status, string Says);
}
