namespace Dla.Etl.Tests.Intake;

/// <summary>Full and read-only disks in earnest, on small mounts.</summary>
public sealed class FullDiskTests
{
    [SkippableFact]
    public void A_full_archive_is_said_and_everything_is_taken_when_there_is_room_again()
    {
        using IntakeWorkspace workspace = new();
        using SmallDisk disk = new(workspace.Folders.Archive, "256k");
        string ballast = Path.Combine(workspace.Folders.Archive, "ballast");
        File.WriteAllBytes(ballast, new byte[160 * 1024]);
        workspace.Put("large.xlsx", new byte[150 * 1024]);
        workspace.Put("small.xlsx", "small");

        for (int run = 1; run <= 2; run++)
        {
            var problem = workspace.RunOnce().Problems.Single();
            problem.Finding.Kind.Id.ShouldBe("INT-004");
            problem.Finding.Message.ShouldBe(
                "เก็บไฟล์ “large.xlsx” เข้าคลังไฟล์ไม่ได้ เพราะพื้นที่ดิสก์เต็ม ไฟล์ยังอยู่ที่เดิมและยังไม่ได้รับเข้าระบบ");
            workspace.Rows().Single().Name.ShouldBe("small.xlsx", "the rest of the batch goes on");
            Directory.EnumerateFiles(workspace.Folders.Archive).ShouldBe([ballast], "the failed copy gave its room back");
        }

        File.Delete(ballast);
        workspace.RunOnce().Problems.ShouldBeEmpty();
        workspace.Rows().Select(row => row.Name).ShouldBe(["small.xlsx", "large.xlsx"]);
        workspace.ShouldBeWhole();
    }

    [SkippableFact]
    public void A_read_only_archive_is_said()
    {
        using IntakeWorkspace workspace = new();
        using SmallDisk disk = new(workspace.Folders.Archive, "256k");
        disk.Remount("ro");
        workspace.Put("a.xlsx", "a");

        var problem = workspace.RunOnce().Problems.Single();

        problem.Finding.Kind.Id.ShouldBe("INT-005");
        problem.Finding.Message.ShouldBe(
            "เก็บไฟล์ “a.xlsx” เข้าคลังไฟล์ไม่ได้ เพราะดิสก์เปิดให้อ่านได้อย่างเดียว ไฟล์ยังอยู่ที่เดิมและยังไม่ได้รับเข้าระบบ");
        disk.Remount("rw");
        workspace.RunOnce().Problems.ShouldBeEmpty();
        workspace.ShouldBeWhole();
    }

    [SkippableFact]
    public void A_full_received_folder_is_said_and_the_next_run_moves_the_file()
    {
        using IntakeWorkspace workspace = new();
        using SmallDisk disk = new(workspace.Folders.Received, "64k");
        workspace.Put("a.xlsx", new byte[100 * 1024]);

        for (int run = 1; run <= 2; run++)
        {
            workspace.RunOnce().Problems.Single().Finding.Message.ShouldBe(
                "รับไฟล์ “a.xlsx” เข้าระบบแล้ว (เลขรับ 000001) แต่ย้ายต้นฉบับไปโฟลเดอร์ไฟล์ที่รับแล้วไม่ได้ เพราะพื้นที่ดิสก์เต็ม");
            workspace.Rows().Count.ShouldBe(1);
            IntakeWorkspace.FilesUnder(workspace.Folders.Received).ShouldBeEmpty();
        }

        disk.Remount("size=256k");
        workspace.RunOnce().Problems.ShouldBeEmpty();
        workspace.Rows().Count.ShouldBe(1);
        workspace.ShouldBeWhole();
    }
}
