using System.Text.RegularExpressions;

namespace Dla.Etl.EndToEnd.Commands;

/// <summary>Every command explains itself, and the README's table of commands leaves none out.</summary>
public sealed partial class HelpTests
{
    public static TheoryData<string, string> Commands => new()
    {
        { "", "0 64 70" },
        { "demo", "0 64 70" },
        { "run", "0 64 70" },
        { "check", "0 1 2 64 70" },
        { "dump", "0 2 64 70" },
        { "status", "0 64 70" },
        { "forms", "0 64 70" },
        { "forms new", "0 64 70" },
        { "forms list", "0 64 70" },
        { "report", "0 1 64 70" },
        { "doctor", "0 1 64 70" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task HelpNamesTheExitCodes(string command, string codes)
    {
        var help = (await DlaEtl.InProcessAsync([.. Words(command), "--help"])).ShouldEnd(0);
        help.Error.ShouldBeEmpty();
        var said = help.Output.ReplaceLineEndings(" ");
        said.ShouldContain("Exit codes");
        var named = said[said.IndexOf("Exit codes", StringComparison.Ordinal)..];
        foreach (var code in codes.Split(' '))
            named.ShouldMatch($@"(^|[^0-9]){code}([^0-9]|$)", $"{command} --help does not name {code}");
    }

    [Fact]
    public void HelpWorksInAProcessToo() => DlaEtl.Run("check", "--help").ShouldEnd(0).Output.ShouldContain("FILE");

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task TheReadmeNamesTheCommandWithItsOptions(string command, string codes)
    {
        codes.ShouldNotBeEmpty();
        var section = Section("Day by day");
        if (command is not ("" or "forms"))
            section.ShouldContain(command, Case.Sensitive, "a command that the README does not tell of");
        var help = await DlaEtl.InProcessAsync([.. Words(command), "--help"]);
        foreach (var option in OptionName().Matches(help.Output).Select(match => match.Groups[1].Value).Distinct().Except(["--help", "--version"]))
            section.ShouldContain(option, Case.Sensitive, $"an option of '{command}' that the README does not tell of");
    }

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Section(string title)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var from = readme.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        from.ShouldBeGreaterThan(0, $"README.md has no section “{title}”");
        var to = readme.IndexOf("\n## ", from + 4, StringComparison.Ordinal);
        return to < 0 ? readme[from..] : readme[from..to];
    }

    [GeneratedRegex(@"(?m)^\s+(?:-[a-z?], )*(--[a-z-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex OptionName();
}
