using System.Text.Encodings.Web;
using System.Text.Json;
using Dla.Etl.Jobs.Hosting;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Dla.Etl.Jobs.Telemetry;

/// <summary>The log: one JSON object a line on stdout, in UTC, with job, line of the schedule, node and run in its scopes. Thai stays readable.</summary>
internal static class JsonLog
{
    /// <summary>Sets it up.</summary>
    public static void AddTo(ILoggingBuilder logging, Outage outage)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // Whoever asks for the health is told; the log would repeat it at every question.
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        logging.AddFilter("Quartz", LogLevel.Warning);
        logging.AddFilter("Hangfire", LogLevel.Warning);
        logging.AddFilter("Npgsql", LogLevel.None);
        logging.AddJsonConsole(json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            json.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
        var console = logging.Services.Single(service => service.ImplementationType == typeof(ConsoleLoggerProvider));
        logging.Services.Remove(console);
        logging.Services.AddSingleton<ILoggerProvider>(all => new OutageLog(
            new ConsoleLoggerProvider(all.GetRequiredService<IOptionsMonitor<ConsoleLoggerOptions>>(), all.GetServices<ConsoleFormatter>()), outage));
    }
}
