using System.Globalization;
using System.Runtime.CompilerServices;

namespace Dla.Etl.EndToEnd.Docs;

/// <summary>The README says what the program does, not what it did once. <c>DLA_UPDATE=1 dotnet test</c> writes its generated parts anew.</summary>
public class ReadmeTests
{
    private static readonly string s_repository = Repository();

    [Theory]
    [InlineData("commands", "every command with its arguments and options")]
    [InlineData("settings", "every key of appsettings.json with its default")]
    [InlineData("templates", "every form and report folder")]
    [InlineData("findings", "the whole catalogue")]
    [InlineData("example", "what check says")]
    public void A_generated_section_is_current(string section, string why)
    {
        Thread.CurrentThread.CurrentCulture = CultureInfo.InvariantCulture;
        var file = Path.Combine(s_repository, "README.md");
        var text = File.ReadAllText(file);
        var (begin, end) = ($"<!-- begin:{section} -->\n", $"<!-- end:{section} -->");
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        var expected = ReadmeSections.All(s_repository)[section];
        if (Environment.GetEnvironmentVariable("DLA_UPDATE") == "1")
            File.WriteAllText(file, text[..from] + expected + text[to..]);
        else
            text[from..to].ShouldBe(expected, $"{why}; run once with DLA_UPDATE=1");
    }

    [Fact]
    public void Every_link_into_the_repository_leads_somewhere()
    {
        foreach (var document in new[] { "README.md", "jobs/README.md", "testdata/README.md" })
            foreach (var link in Links(File.ReadAllText(Path.Combine(s_repository, document))))
                Path.Exists(Path.Combine(s_repository, Path.GetDirectoryName(document)!, link)).ShouldBeTrue($"{document} links to {link}");
    }

    private static IEnumerable<string> Links(string markdown) =>
        System.Text.RegularExpressions.Regex.Matches(markdown, @"\]\((?!http)([^)#]+)\)").Select(match => match.Groups[1].Value);

    private static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
