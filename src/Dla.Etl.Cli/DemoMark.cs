namespace Dla.Etl.Cli;

/// <summary>The mark of a workspace that holds the demo's synthetic data, so that it is never taken for a real one nor a real one for it.</summary>
internal static class DemoMark
{
    private const string FileName = "DEMO - ข้อมูลสังเคราะห์.txt";

    private const string Text =
        "พื้นที่ทำงานนี้สร้างโดยคำสั่ง dla-etl demo ปริมาณทุกตัวเลขเป็นข้อมูลสังเคราะห์ ห้ามใช้อ้างอิง\r\n"
        + "This workspace was made by dla-etl demo; every figure in it is synthetic.\r\n";

    /// <summary>True when the workspace bears the mark.</summary>
    public static bool IsOn(string workspace) => File.Exists(Path.Combine(workspace, FileName));

    /// <summary>Marks a workspace that is new or bears the mark already.</summary>
    /// <exception cref="UsageException">It has a warehouse without the mark: real data.</exception>
    public static void Put(string workspace, string database)
    {
        if (!IsOn(workspace) && File.Exists(database))
            throw new UsageException($"{workspace} มีคลังข้อมูลจริงอยู่แล้ว กรุณาระบุ --workspace อื่นสำหรับการสาธิต · holds real data; give the demo another --workspace");
        Directory.CreateDirectory(workspace);
        File.WriteAllText(Path.Combine(workspace, FileName), Text);
    }
}
