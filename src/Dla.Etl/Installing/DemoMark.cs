using Dla.Etl.Intake;

namespace Dla.Etl.Installing;

/// <summary>The mark of a workspace that holds the demo's synthetic data, so that it is never taken for a real one nor a real one for it.</summary>
public static class DemoMark
{
    private const string FileName = "DEMO - ข้อมูลสังเคราะห์.txt";

    private const string Text =
        "พื้นที่ทำงานนี้สร้างโดยคำสั่ง dla-etl demo ปริมาณทุกตัวเลขเป็นข้อมูลสังเคราะห์ ห้ามใช้อ้างอิง\r\n"
        + "This workspace was made by dla-etl demo; every figure in it is synthetic.\r\n";

    /// <summary>What every answer and report of a demo says.</summary>
    public const string Notice = "ข้อมูลสังเคราะห์เพื่อการสาธิต ห้ามใช้อ้างอิง";

    /// <summary>True when the workspace bears the mark.</summary>
    public static bool IsOn(string workspace) => File.Exists(Path.Combine(workspace, FileName));

    /// <summary>Marks a workspace that is new or bears the mark already.</summary>
    /// <exception cref="UsageException">It has a warehouse, or files that somebody sent, without the mark: real data.</exception>
    public static void Put(string workspace, WorkspaceFolders folders)
    {
        if (!IsOn(workspace) && HoldsSomething(folders))
            throw new UsageException($"{workspace} มีข้อมูลจริงอยู่แล้ว กรุณาระบุ --workspace อื่นสำหรับการสาธิต · holds real data; give the demo another --workspace");
        Directory.CreateDirectory(workspace);
        File.WriteAllText(Path.Combine(workspace, FileName), Text);
    }

    /// <summary>Keeps a run that was not told where to work out of the demo's data.</summary>
    /// <exception cref="UsageException">The workspace bears the mark and was not named on the command line.</exception>
    public static void RefuseByDefault(string workspace, bool named)
    {
        if (!named && IsOn(workspace))
            throw new UsageException($"{workspace} เป็นพื้นที่สาธิต (ข้อมูลสังเคราะห์) กรุณาระบุ --workspace สำหรับข้อมูลจริง หรือระบุพื้นที่นี้เองหากต้องการลองในพื้นที่สาธิต · holds the demo's data; name a --workspace");
    }

    private static bool HoldsSomething(WorkspaceFolders folders) =>
        Warehouse.Database.Exists(folders.Database) || new[] { folders.Drop, folders.Received, folders.Archive }
            .Any(folder => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any());
}
