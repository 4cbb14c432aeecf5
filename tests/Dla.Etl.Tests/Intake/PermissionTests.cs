using Dapper;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tests.Intake;

/// <summary>Missing permissions, met by a reception that runs as an unprivileged user: to root they are no obstacle.</summary>
public sealed class PermissionTests : IDisposable
{
    private const string Nobody = "65534";

    private readonly string _root = Directory.CreateTempSubdirectory("dla-etl-nobody-").FullName;

    private WorkspaceFolders Folders => WorkspaceFolders.Under(Path.Combine(_root, "workspace"));

    public static TheoryData<string, string, string, string, string> Permissions => new()
    {
        { "chmod 000 drop/a.csv", "chmod 644 drop/a.csv", "INT-002 a.csv", "56-x/c.csv b.csv", "a file we may not read" },
        { "chmod 000 drop/56-x", "chmod 755 drop/56-x", "INT-003 56-x", "a.csv b.csv", "a folder we may not look into" },
        { "chmod 555 archive", "chmod 755 archive", "INT-005 56-x/c.csv|INT-005 a.csv|INT-005 b.csv", "", "an archive we may not write" },
        { "chmod 555 drop", "chmod 755 drop", "INT-006 a.csv|INT-006 b.csv", "56-x/c.csv a.csv b.csv", "a drop folder we may not take from" },
        { "chmod 555 received", "chmod 755 received", "INT-006 56-x/c.csv|INT-006 a.csv|INT-006 b.csv", "56-x/c.csv a.csv b.csv", "a received folder we may not write" },
    };

    [SkippableTheory]
    [MemberData(nameof(Permissions))]
    public void A_missing_permission_is_said_and_the_rest_goes_on(string deny, string allow, string findings, string registered, string reason)
    {
        Deliver("a.csv", "b.csv", "56-x/c.csv");
        GiveAway();
        In(deny);

        for (int run = 1; run <= 2; run++)
        {
            var (code, output) = RunUnprivileged();
            code.ShouldBe(0, $"run {run}: {reason}");
            string.Join('|', output.Split('\n').Order(StringComparer.Ordinal)).ShouldBe(findings, $"run {run}: {reason}");
            string.Join(' ', Registered()).ShouldBe(registered, $"run {run}: {reason}");
        }

        In(allow);
        RunUnprivileged().ShouldBe((0, ""), reason);
        string.Join(' ', Registered()).ShouldBe("56-x/c.csv a.csv b.csv", reason);
        IntakeWorkspace.FilesUnder(Folders.Drop).ShouldBeEmpty(reason);
        IntakeWorkspace.FilesUnder(Folders.Received).Count.ShouldBe(3, reason);
    }

    [SkippableFact]
    public void A_file_of_another_owner_is_taken_though_its_lease_is_not_ours()
    {
        Skip.IfNot(Environment.IsPrivilegedProcess, "only root can leave a file that belongs to somebody else");
        Deliver();
        GiveAway();
        Deliver("theirs.csv");

        RunUnprivileged().ShouldBe((0, ""));

        Registered().ShouldBe(["theirs.csv"]);
        IntakeWorkspace.FilesUnder(Folders.Drop).ShouldBeEmpty();
    }

    private void Deliver(params string[] names)
    {
        Folders.Prepare(["56-x"]).ShouldBeEmpty();
        foreach (string name in names) File.WriteAllText(Path.Combine(Folders.Drop, name), name);
    }

    private void In(string script) => Shell.Run($"cd '{_root}/workspace' && {script}");

    private void GiveAway()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs the permissions of Linux");
        if (!Environment.IsPrivilegedProcess) return;
        Skip.IfNot(Shell.Try("sh", ["-c", "command -v setpriv"]).Code == 0, "setpriv is not installed");
        Shell.Run($"chmod 755 '{_root}' && chown -R {Nobody}:{Nobody} '{_root}/workspace'");
        // Where the tests were built the other user may not look.
        Shell.Run($"mkdir '{_root}/program' && cd '{AppContext.BaseDirectory}' && cp -r ./*.dll ./*.json runtimes '{_root}/program/' && chmod -R a+rX '{_root}/program'");
    }

    private (int Code, string Output) RunUnprivileged() => Environment.IsPrivilegedProcess
        ? Probe.Run(["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", Probe.Host, Path.Combine(_root, "program", Probe.Program), $"{_root}/workspace"])
        : Probe.Run($"{_root}/workspace");

    private string[] Registered()
    {
        using Database database = Database.Open(Folders.Database, TimeProvider.System);
        using var connection = database.Read();
        return [.. connection.Query<string>("SELECT drop_path FROM received_file").Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        if (!Environment.IsPrivilegedProcess) Shell.Try("chmod", ["-R", "u+rwX", _root]);
        Directory.Delete(_root, recursive: true);
    }
}
