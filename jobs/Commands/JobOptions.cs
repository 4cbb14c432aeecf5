using System.CommandLine;
using Dla.Etl.Installing;

namespace Dla.Etl.Jobs.Commands;

/// <summary>The options that every command has, the same as those of <c>dla-etl</c>.</summary>
internal sealed class JobOptions
{
    public Option<string?> Workspace { get; } = new("--workspace")
    {
        Description = "โฟลเดอร์ที่เก็บทุกอย่างที่โปรแกรมเขียน · folder of everything a run writes (default: workspace)",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<string?> Config { get; } = new("--config")
    {
        Description = "ไฟล์ตั้งค่าที่ใช้ทับ appsettings.json · settings file laid over appsettings.json",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>The installation that this command line means.</summary>
    /// <exception cref="UsageException">The settings cannot be read, or the workspace is the demo's and was not named.</exception>
    public Installation Installation(ParseResult parsed, TimeProvider clock)
    {
        var workspace = parsed.GetValue(Workspace);
        var installation = new Installation(Settings.Load(parsed.GetValue(Config)), workspace, clock);
        DemoMark.RefuseByDefault(installation.Workspace, named: workspace is not null);
        return installation;
    }
}
