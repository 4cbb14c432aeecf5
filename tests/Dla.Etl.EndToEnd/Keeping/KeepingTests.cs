using Dla.Etl.EndToEnd.Demo;
using Dla.Etl.EndToEnd.Kills;

namespace Dla.Etl.EndToEnd.Keeping;

/// <summary>Backup, restore, retention and forget as an operator gives them.</summary>
[Collection(DemoCollection.Name)]
public sealed class KeepingTests(DemoWorkspace demo)
{
    [Fact]
    public async Task A_backup_restored_elsewhere_gives_the_same_report_and_doctor_is_content()
    {
        using var copy = demo.Copy();
        var (workspace, backups, restored) = (copy["workspace"], copy["backups"], copy["restored"]);
        var backup = (await DlaEtl.InProcessAsync("backup", backups, "--workspace", workspace, "--json")).ShouldEnd(0).Json;
        backup.GetProperty("archiveFiles").GetInt64().ShouldBeGreaterThan(100);

        var result = (await DlaEtl.InProcessAsync("restore", backups, "--workspace", restored, "--json")).ShouldEnd(0).Json;

        result.GetProperty("sequence").GetInt64().ShouldBe(backup.GetProperty("sequence").GetInt64());
        (await DlaEtl.InProcessAsync("doctor", "--workspace", restored)).ShouldEnd(0);
        (await ContentHash(restored, copy["2.xlsx"])).ShouldBe(await ContentHash(workspace, copy["1.xlsx"]));
        var rules = Files(Path.Combine(workspace, "rules"));
        rules.ShouldNotBeEmpty();
        foreach (var rule in rules)
            File.ReadAllBytes(Path.Combine(restored, Path.GetRelativePath(workspace, rule))).ShouldBe(File.ReadAllBytes(rule), "the office's own rules come back");
        var run = (await DlaEtl.InProcessAsync("run", "--workspace", restored, "--json")).ShouldEnd(0);
        run.Error.ShouldContain("สังเคราะห์", Case.Sensitive, "a demo's backup is a demo still");
        run.Json.GetProperty("reports").GetArrayLength().ShouldBe(22, "reports lie on the share; where they do not, they are written again");
        (await DlaEtl.InProcessAsync("restore", backups, "--workspace", restored)).ShouldEnd(64).Error.ShouldContain("ว่างเท่านั้น");
    }

    [Fact]
    public async Task A_backup_is_taken_while_a_run_is_loading()
    {
        using var place = new Place();
        var (workspace, backups) = (place["workspace"], place["backups"]);
        DroppedSamples.Into(workspace);
        using var run = DlaEtl.Start(Eager.Variables, null, "run", "--workspace", workspace);
        run.OutputDataReceived += (_, _) => { };
        run.ErrorDataReceived += (_, _) => { };
        run.BeginOutputReadLine();
        run.BeginErrorReadLine();
        while (!run.HasExited && (!File.Exists(Path.Combine(workspace, "warehouse.db")) || Warehouses.Query<long>(workspace, "SELECT count(*) FROM outcome").Single() < 3))
            run.WaitForExit(TimeSpan.FromMilliseconds(20));
        var during = (await DlaEtl.InProcessAsync("backup", backups, "--workspace", workspace, "--json")).ShouldEnd(0).Json;
        run.WaitForExit(TimeSpan.FromMinutes(8)).ShouldBeTrue();
        run.ExitCode.ShouldBe(0);

        (await DlaEtl.InProcessAsync("restore", backups, "--workspace", place["restored"])).ShouldEnd(0);
        (await DlaEtl.InProcessAsync("doctor", "--workspace", place["restored"])).ShouldEnd(0);
        during.GetProperty("sequence").GetInt64().ShouldBe(Warehouses.Query<long>(place["restored"], "SELECT max(sequence) FROM commit_log").Single());
        // What the run had taken and not decided by then is decided now, as the run itself did.
        DlaEtl.RunIn(null, Eager.Variables, "run", "--workspace", place["restored"]).ShouldEnd(0);
    }

    [SkippableFact]
    public async Task A_full_disk_is_said_gives_its_room_back_and_leaves_the_earlier_backups()
    {
        using var copy = demo.Copy();
        var backups = Directory.CreateDirectory(copy["backups"]).FullName;
        using var disk = new SmallDisk(backups, "64m");
        (await DlaEtl.InProcessAsync("backup", backups, "--workspace", copy["workspace"])).ShouldEnd(0);
        var before = Files(backups);
        var room = new DriveInfo(backups).AvailableFreeSpace;
        // A hand's breadth left: the tables of another backup do not fit.
        File.WriteAllBytes(Path.Combine(backups, "ballast"), new byte[room - 64 * 1024]);

        var full = (await DlaEtl.InProcessAsync("backup", backups, "--workspace", copy["workspace"])).ShouldEnd(64);

        full.Error.ShouldContain("พื้นที่ดิสก์เต็ม");
        Files(backups).Where(file => !file.EndsWith("ballast", StringComparison.Ordinal)).ShouldBe(before);
        File.Delete(Path.Combine(backups, "ballast"));
        (await DlaEtl.InProcessAsync("restore", backups, "--workspace", copy["restored"])).ShouldEnd(0);
    }

    [Fact]
    public async Task Retention_shows_first_and_then_removes()
    {
        using var copy = demo.Copy();
        var workspace = copy["workspace"];
        var settings = new Dictionary<string, string> { ["DLA_Retention__Originals"] = "365.00:00:00" };
        // The demo's clock is years ago; the run of tonight is what makes that no leap of the clock.
        (await DlaEtl.InProcessAsync("run", "--workspace", workspace)).ShouldEnd(0);
        var due = DlaEtl.RunIn(null, settings, "retention", "--dry-run", "--workspace", workspace, "--json").ShouldEnd(0).Json.GetProperty("originals").EnumerateArray().ToList();
        // What came by mail never lay in the received folder: it is in the archive, and in its message, which has a time of its own.
        var byMail = due.Where(file => file.TryGetProperty("mail", out _)).Select(file => file.GetProperty("receipt").GetInt64()).ToHashSet();
        byMail.ShouldNotBeEmpty();
        due.Count.ShouldBeGreaterThan(byMail.Count);
        Files(Path.Combine(workspace, "received")).Count.ShouldBe(DemoWorkspace.Arrivals.Count);

        DlaEtl.RunIn(null, settings, "retention", "--workspace", workspace).ShouldEnd(0).Output.Split("ยังอยู่ในอีเมลต้นฉบับ").Length.ShouldBe(byMail.Count + 1);

        Files(Path.Combine(workspace, "received")).Count.ShouldBe(DemoWorkspace.Arrivals.Count - (due.Count - byMail.Count));
        var removed = Warehouses.Query<(long Receipt, string File, string? Mail, bool Shared)>(
            workspace,
            """
            SELECT f.receipt_number, f.sha256, m.sha256,
              EXISTS (SELECT 1 FROM received_file k WHERE k.sha256 = f.sha256 AND NOT EXISTS (SELECT 1 FROM original_removed x WHERE x.received_file_id = k.id))
            FROM original_removed r JOIN received_file f ON f.id = r.received_file_id LEFT JOIN received_mail m ON m.id = f.mail_id
            """);
        removed.Count.ShouldBe(due.Count);
        removed.Count(one => !one.Shared).ShouldBeGreaterThan(0);
        removed.ShouldAllBe(one => IsArchived(workspace, one.File) == one.Shared);
        removed.Where(one => byMail.Contains(one.Receipt)).ShouldAllBe(one => one.Mail != null && IsArchived(workspace, one.Mail));
        (await DlaEtl.InProcessAsync("doctor", "--workspace", workspace)).ShouldEnd(0).Output.ShouldContain("removed on purpose");
    }

    [Fact]
    public async Task An_address_is_shown_first_and_then_removed_and_the_report_stays_the_same()
    {
        using var copy = demo.Copy();
        var workspace = copy["workspace"];
        File.WriteAllText(Path.Combine(workspace, "drop", "ติดต่อ wilai.s@example.go.th.csv"), "ผู้ประสานงาน,Wilai.S@example.go.th\n");
        DlaEtl.RunIn(null, Eager.Variables, "run", "--workspace", workspace).ShouldEnd(0);
        var before = await ContentHash(workspace, copy["1.xlsx"]);

        var shown = (await DlaEtl.InProcessAsync("forget", "wilai.s@example.go.th", "--workspace", workspace)).ShouldEnd(0);
        shown.Output.ShouldContain("--yes");
        shown.Output.ShouldContain("received_file.file_name");
        (await DlaEtl.InProcessAsync("forget", "wilai.s@example.go.th", "--yes", "--reason", "คำขอ 1/2564", "--workspace", workspace)).ShouldEnd(0);

        (await DlaEtl.InProcessAsync("forget", "wilai.s@example.go.th", "--workspace", workspace)).ShouldEnd(0).Output.ShouldContain("ไม่พบ");
        Directory.EnumerateFiles(workspace, "*", SearchOption.AllDirectories)
            .Where(path => path.Contains("wilai", StringComparison.OrdinalIgnoreCase) || Holds(path, "wilai.s@example")).ShouldBeEmpty();
        (await DlaEtl.InProcessAsync("doctor", "--workspace", workspace)).ShouldEnd(0);
        (await ContentHash(workspace, copy["2.xlsx"])).ShouldBe(before);
    }

    [Theory]
    [InlineData("restore", "โฟลเดอร์ที่ไม่มี", "ไม่พบสำเนาสำรอง")]
    [InlineData("forget", "สมชาย", "อีเมล")]
    public async Task What_cannot_be_is_said(string command, string argument, string said)
    {
        using var place = new Place();
        (await DlaEtl.InProcessAsync(command, argument, "--workspace", place["w"])).ShouldEnd(64).Error.ShouldContain(said);
    }

    private static async Task<string> ContentHash(string workspace, string workbook) =>
        (await DlaEtl.InProcessAsync("report", "unit-cost-quantities", "--year", "2564", "--out", workbook, "--json", "--workspace", workspace)).ShouldEnd(0).Json.GetProperty("contentHash").GetString()!;

    private static List<string> Files(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => !Path.GetFileName(path).StartsWith(".dla-etl-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static bool IsArchived(string workspace, string sha256) =>
        File.Exists(Path.Combine(workspace, "archive", sha256[..2], sha256));

    private static bool Holds(string path, string text) =>
        System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(path)).Contains(text, StringComparison.OrdinalIgnoreCase);
}
