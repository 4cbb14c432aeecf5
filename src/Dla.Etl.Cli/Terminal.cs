using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Spectre.Console;

namespace Dla.Etl.Cli;

/// <summary>Where words go: results to stdout, progress and complaints to stderr, so that a pipe gets the result alone.</summary>
public sealed class Terminal(TextWriter output, TextWriter error)
{
    private static readonly JsonSerializerOptions JsonStyle = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Standard output.</summary>
    public TextWriter Output => output;

    /// <summary>A line of the result.</summary>
    public void Line(string text = "") => output.WriteLine(text);

    /// <summary>A line about what goes on.</summary>
    public void Note(string text) => error.WriteLine(text);

    /// <summary>The result as JSON.</summary>
    public void Json<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, JsonStyle));

    /// <summary>Does long work with a progress bar where stderr is a terminal, and a plain line now and then where it is not.</summary>
    /// <param name="work">Gets what to call with (done, of, what).</param>
    public async Task<T> WithProgressAsync<T>(string title, Func<Action<int, int, string>, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Console.IsErrorRedirected || error != Console.Error)
            return await work(PlainProgress(title)).ConfigureAwait(false);
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return await screen.Progress().AutoClear(true).StartAsync(context =>
        {
            var bar = context.AddTask(Markup.Escape(title));
            return work((done, of, what) =>
            {
                bar.MaxValue = Math.Max(of, 1);
                bar.Value = done;
                bar.Description = Markup.Escape($"{title} {what}");
            });
        }).ConfigureAwait(false);
    }

    private Action<int, int, string> PlainProgress(string title)
    {
        var said = -1;
        return (done, of, what) =>
        {
            var tenth = of == 0 ? 10 : done * 10 / of;
            if (tenth == said)
                return;
            said = tenth;
            Note($"{title} {done}/{of} {what}");
        };
    }
}
