namespace Dla.Etl.EndToEnd.Commands;

/// <summary>Every command explains itself.</summary>
public sealed class HelpTests
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
        { "history", "0 64 70" },
        { "diff", "0 64 70" },
        { "revert", "0 64 70" },
        { "audit", "0 64 70" },
        { "doctor", "0 1 64 70" },
        { "mail login", "0 64 70" },
        { "mail try", "0 1 64 70" },
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

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
