namespace Dla.Etl.EndToEnd.Demo;

/// <summary>History, differences, reverts and the audit, as staff meet them.</summary>
[Collection(DemoCollection.Name)]
public sealed class HistoryTests(DemoWorkspace demo)
{
    // นครปฐม sent a correction for 2564 (testdata/samples).
    private static readonly string[] Nakhon = ["73", "unit-cost-quantity", "2564"];

    [Theory]
    [InlineData("73")]
    [InlineData("๗๓")]
    [InlineData("นครปฐม")]
    [InlineData("จังหวัดนครปฐม")]
    [InlineData("73-นครปฐม")]
    [InlineData("Nakhon Pathom")]
    public async Task AProvinceIsNamedByCodeOrName(string unit)
    {
        var events = (await Command("history", demo.Path, [unit, "unit-cost-quantity", "2564", "--json"])).ShouldEnd(0).Json;
        events.GetProperty("unit").GetString().ShouldBe("73");
        events.GetProperty("events").EnumerateArray().Select(one => (one.GetProperty("version").GetInt32(), one.GetProperty("stands").GetBoolean()))
            .ShouldBe([(1, false), (2, true)]);
    }

    [Fact]
    public async Task HistoryAndDifferenceArePlainThai()
    {
        (await Command("history", demo.Path, Nakhon)).ShouldEnd(0).Output.ReplaceLineEndings("\n").ShouldContain(
            """
            ปริมาณงานต้นทุนต่อหน่วยผลผลิต ปีงบประมาณ พ.ศ. 2564 จังหวัดนครปฐม

            - ฉบับที่ 1 รับแล้ว
               ไฟล์ ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก.xlsx เลขรับที่ 000091 ได้รับเมื่อ 20 เมษายน 2565 เวลา 15.37 น. (ตรงเวลา)
            """.ReplaceLineEndings("\n"));
        (await Command("diff", demo.Path, Nakhon)).ShouldEnd(0).Output.ReplaceLineEndings("\n").ShouldBe(
            """
            ปริมาณงานต้นทุนต่อหน่วยผลผลิต ปีงบประมาณ พ.ศ. 2564 จังหวัดนครปฐม
            ฉบับที่ 1 เทียบกับฉบับที่ 2: ต่างกัน 1 รายการ

            กิจกรรมย่อย 10. การให้บริการแนะนำ ตอบข้อหารือ ด้านระเบียบ หนังสือสั่งการ คำสั่งและกฎหมายท้องถิ่น – ปริมาณ
               104 เรื่อง → 113 เรื่อง  (เพิ่มขึ้น 9)
               ฉบับก่อน: แผ่นงาน “แบบกรอกข้อมูล” เซลล์ K15  ฉบับหลัง: แผ่นงาน “แบบกรอกข้อมูล” เซลล์ K15

            """.ReplaceLineEndings("\n"));
        (await Command("diff", demo.Path, [.. Nakhon, "--from", "2", "--to", "2"])).ShouldEnd(0).Output.ShouldContain("มีข้อมูลตรงกันทุกรายการ");
        var change = (await Command("diff", demo.Path, [.. Nakhon, "--json"])).ShouldEnd(0).Json.GetProperty("changes").EnumerateArray().Single();
        (change.GetProperty("kind").GetString(), change.GetProperty("itemCode").GetString(), change.GetProperty("before").GetString()).ShouldBe(("changed", "SA10", "104 เรื่อง"));
    }

    [Fact]
    public async Task ARefusedFileIsPartOfTheHistory()
    {
        var rejected = DemoWorkspace.Arrivals.First(row => row is { IsQuantities: true, Outcome: "rejected" });
        var history = (await Command("history", demo.Path, [$"{rejected.Province}", "unit-cost-quantity", $"{rejected.Year}", "--json"])).ShouldEnd(0).Json;
        var refused = history.GetProperty("events").EnumerateArray().First(one => one.GetProperty("verdict").GetString() == "rejected");
        refused.GetProperty("errors").GetInt32().ShouldBeGreaterThan(0);
        refused.TryGetProperty("version", out _).ShouldBeFalse();
    }

    public static TheoryData<string, string[], string> Mistakes => new()
    {
        { "history", ["99", "unit-cost-quantity", "2564"], "99" },
        { "history", ["กรุงเทพมหานคร", "unit-cost-quantity", "2564"], "ไม่มีสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด" },
        { "history", ["56", "unit-cost", "2564"], "unit-cost-quantity" },
        { "history", ["56", "unit-cost-quantity", "2021"], "2021" },
        { "history", ["56", "unit-cost-quantity", "2590"], "ที่มีคือ 2563, 2564" },
        { "diff", ["56", "unit-cost-quantity", "2564"], "มีเพียงฉบับที่ 1" },
        { "diff", ["56", "unit-cost-quantity", "2564", "--from", "1", "--to", "3"], "ไม่มีฉบับที่ 3" },
        { "revert", ["73", "unit-cost-quantity", "2564", "--to", "1", "--reason", " "], "ต้องระบุเหตุผล" },
        { "revert", ["73", "unit-cost-quantity", "2564", "--to", "1"], "--reason" },
        { "revert", ["73", "unit-cost-quantity", "2564", "--to", "2", "--reason", "เหตุผล"], "ใช้อยู่แล้ว" },
        { "audit", ["--last", "0"], "--last" },
        { "run", ["--as-of", "2022-05-31", "--rebuild"], "--rebuild" },
        { "run", ["--as-of", "2300-01-01"], "อนาคต" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task AMistakeIsAClearMessage(string command, string[] args, string says) =>
        (await Command(command, demo.Path, args)).ShouldEnd(64).Error.ShouldContain(says);

    [Fact]
    public async Task ARevertIsConsolidatedReportedToldAndAudited()
    {
        using var copy = demo.Copy();
        var workspace = copy["workspace"];
        const string Reason = "จังหวัดแจ้งว่าฉบับที่ 2 ใช้ตัวเลขผิดปี";
        (await Command("revert", workspace, [.. Nakhon, "--to", "1", "--reason", Reason])).ShouldEnd(0).Output.ShouldContain("บันทึกเป็นฉบับที่ 3 ใช้แทนฉบับที่ 2");
        var run = (await Command("run", workspace, ["--json"])).ShouldEnd(0).Json;
        run.GetProperty("reports").EnumerateArray().Select(report => Path.GetFileName(report.GetString()))
            .ShouldBe([Path.GetFileName(demo.Report(2564)), Path.GetFileName(demo.Tables(2564))], "the quantities of the year are shown in one and divide the costs in the other");
        var notice = run.GetProperty("answers").EnumerateArray().Single().GetString()!;
        notice.ShouldBe("73-นครปฐม/000091 ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก.xlsx - กรมฯ กลับมาใช้ฉบับนี้ เป็นฉบับที่ 3.txt");
        var text = await File.ReadAllTextAsync(Path.Combine(workspace, "replies", notice));
        text.ShouldContain("กรมฯ ให้กลับไปใช้ข้อมูลฉบับที่ 1 ของท่าน โดยระบบบันทึกไว้เป็นฉบับที่ 3");
        text.ShouldContain($"เหตุผล: {Reason}\r\n");
        ReportSheet.Read(Path.Combine(workspace, "reports", Path.GetFileName(demo.Report(2564))), "สถานะการส่ง")
            .Single(row => row[1] == "นครปฐม")[7].ShouldStartWith("กรมฯ ให้กลับไปใช้ข้อมูลฉบับที่ 1 เมื่อ ");
        var last = (await Command("audit", workspace, ["--last", "4", "--json"])).ShouldEnd(0).Json.EnumerateArray().ToList();
        last.Select(line => line.GetProperty("action").GetString()).ShouldBe(["version_reverted", "run_started_by_hand", "report_written", "report_written"]);
        (last[0].GetProperty("who").GetString(), last[0].GetProperty("reason").GetString()).ShouldBe((Environment.UserName, Reason));
        (await Command("audit", workspace, ["--last", "4"])).ShouldEnd(0).Output.ShouldContain($"เหตุผล: {Reason}");

        var again = (await Command("run", workspace, ["--json"])).ShouldEnd(0).Json;
        (again.GetProperty("reports").GetArrayLength(), again.GetProperty("answers").GetArrayLength()).ShouldBe((0, 0), "told and reported once");
        (await Command("doctor", workspace, [])).ShouldEnd(0);
        var history = (await Command("history", workspace, Nakhon)).ShouldEnd(0).Output;
        history.ShouldContain("* ฉบับที่ 3 กลับไปใช้ข้อมูลของฉบับที่ 1  [ใช้อยู่ในขณะนี้]");
        history.Split($" โดย {Environment.UserName} ที่เครื่อง ").Length.ShouldBe(4, "three events, each by the account that ran the program");
    }

    [Fact]
    public async Task TheAuditHasEveryVersionAndEveryReport()
    {
        var lines = (await Command("audit", demo.Path, ["--last", "100000", "--json"])).ShouldEnd(0).Json.EnumerateArray().ToList();
        int Of(string action) => lines.Count(line => line.GetProperty("action").GetString() == action);
        (Of("version_loaded") + Of("version_superseded")).ShouldBe(ArrivalRow.All().Count(row => row.Verdict == "loaded"));
        Of("version_superseded").ShouldBe(ArrivalRow.All().Count(row => row.Outcome == "supersedes"));
        Of("report_written").ShouldBe((int)Warehouses.Query<long>(demo.Path, "SELECT count(*) FROM report_written").Single());
        Of("definitions_changed").ShouldBe(1, "the first run; nothing changed since");
        lines.Select(line => line.GetProperty("number").GetInt64()).ShouldBe(Enumerable.Range(1, lines.Count).Select(number => (long)number), "without gaps");
    }

    private static Task<CliRun> Command(string command, string workspace, string[] args) => DlaEtl.InProcessAsync([command, .. args, "--workspace", workspace]);
}
