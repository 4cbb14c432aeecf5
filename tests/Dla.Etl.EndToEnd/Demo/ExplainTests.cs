namespace Dla.Etl.EndToEnd.Demo;

/// <summary>Where a figure of a report comes from, and which figures a cell of a file feeds, as an accountant asks it.</summary>
[Collection(DemoCollection.Name)]
public sealed class ExplainTests(DemoWorkspace demo)
{
    private const string Total = "สรุปปริมาณ!D10";

    [Fact]
    public async Task ASumIsWalkedBackToTheCellsOfTheFiles()
    {
        var tree = (await Explain(demo.Path, demo.Report(2564), Total, "--json", "--all")).ShouldEnd(0).Json;
        tree.GetProperty("standing").GetString().ShouldBe("same");
        var leaves = tree.GetProperty("tree").GetProperty("below").EnumerateArray().Where(leaf => leaf.TryGetProperty("source", out _)).Select(leaf => leaf.GetProperty("source")).ToList();
        leaves.Sum(leaf => leaf.GetProperty("amount").GetInt64()).ShouldBe(long.Parse(tree.GetProperty("tree").GetProperty("exact").GetString()!, System.Globalization.CultureInfo.InvariantCulture) * 10_000);
        leaves.Select(leaf => leaf.GetProperty("receipt").GetInt64()).ShouldBeUnique();
        leaves.ShouldAllBe(leaf => leaf.GetProperty("itemCode").GetString() == "SA01" && leaf.GetProperty("fiscalYear").GetInt32() == 2564 && leaf.GetProperty("fileName").GetString()!.Length > 0);
        var screen = (await Explain(demo.Path, demo.Report(2564), Total)).ShouldEnd(0).Output.ReplaceLineEndings("\n").Split('\n');
        screen.Length.ShouldBeLessThan(24, "one screen");
        screen.ShouldContain(line => line.Contains("ผลรวมของปริมาณ “กิจกรรมย่อยที่ 1", StringComparison.Ordinal) && line.Contains("แบบรายงาน “ปริมาณงานต้นทุนต่อหน่วยผลผลิต” ปีงบประมาณ พ.ศ. 2564", StringComparison.Ordinal));
        screen.ShouldContain(line => line.Contains("… อีก ", StringComparison.Ordinal));
        screen.ShouldContain(line => line.Contains("--all", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACellOfAFileIsFollowedToEveryFigureAndEachOfThemLeadsBack()
    {
        var leaf = (await Explain(demo.Path, demo.Report(2564), Total, "--json")).ShouldEnd(0).Json.GetProperty("tree").GetProperty("below")[0].GetProperty("source");
        var cell = leaf.TryGetProperty("sheet", out var sheet) ? $"'{sheet.GetString()}'!{leaf.GetProperty("cell").GetString()}" : leaf.GetProperty("cell").GetString()!;
        var byReceipt = (await Explain(demo.Path, leaf.GetProperty("receipt").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture), cell, "--feeds", "--json", "--all")).ShouldEnd(0).Json;
        var bySha = (await Explain(demo.Path, leaf.GetProperty("sha256").GetString()!, cell, "--feeds", "--json", "--all")).ShouldEnd(0).Json;
        bySha.GetProperty("reports").GetRawText().ShouldBe(byReceipt.GetProperty("reports").GetRawText());
        var reports = byReceipt.GetProperty("reports").EnumerateArray().ToList();
        reports.Sum(report => report.GetProperty("below").EnumerateArray().Sum(sheet => sheet.GetProperty("below").GetArrayLength())).ShouldBe(byReceipt.GetProperty("figures").GetInt32());
        var fed = reports.Where(report => report.GetProperty("text").GetString()!.Contains("พ.ศ. 2564 (unit-cost-quantities)", StringComparison.Ordinal)).SelectMany(report => report.GetProperty("below").EnumerateArray()).SelectMany(one => one.GetProperty("below").EnumerateArray())
            .Select(one => one.GetProperty("text").GetString()!).ToList();
        fed.ShouldContain(text => text.StartsWith("'สรุปปริมาณ'!D10 = ", StringComparison.Ordinal));
        foreach (var text in fed.Where(text => text.Contains("ใช้ตามที่รายงาน", StringComparison.Ordinal)))
            (await Explain(demo.Path, demo.Report(2564), text.Split(' ')[0], "--all")).ShouldEnd(0).Output.ShouldContain($"เลขรับที่ {leaf.GetProperty("receipt").GetInt64():000000}");
    }

    [Theory]
    [InlineData("สรุปปริมาณ!A1", 1, "ข้อความหรือตัวเลขประจำแบบ")]
    [InlineData("สรุปปริมาณ!A1", 1, "เซลล์ใกล้เคียงที่มีที่มา: A4")]
    [InlineData("สรุปปริมาณ!ZZ999", 1, "เซลล์นี้ว่าง")]
    [InlineData("ไม่มี!A1", 64, "'สรุปปริมาณ', 'รายจังหวัด', 'สถานะการส่ง', 'หลักฐาน'")]
    [InlineData("สรุปปริมาณ!D1:D9", 64, "ทีละเซลล์")]
    [InlineData("'สรุป ปริมาณ'!$D$10", 0, "เซลล์ 'สรุปปริมาณ'!D10")]
    [InlineData("สถานะการส่ง!D9", 0, "ตามทะเบียนรับ")]
    [InlineData("สรุปปริมาณ!A4", 0, "มีฉบับที่ใช้อยู่")]
    public async Task EveryCellIsAnsweredSensibly(string cell, int exit, string said)
    {
        var run = (await Explain(demo.Path, demo.Report(2564), cell)).ShouldEnd(exit);
        (run.Output + run.Error).ShouldContain(said);
    }

    [Fact]
    public async Task AWorkbookOfHandIsExplainedTooAndAnAlteredOneSaysSoFirst()
    {
        using var copy = demo.Copy();
        var file = copy["hand.xlsx"];
        (await DlaEtl.InProcessAsync("report", "unit-cost-quantities", "--year", "2563", "--as-of", "2021-06-10", "--out", file, "--workspace", copy["workspace"])).ShouldEnd(0);
        (await Explain(copy["workspace"], file, Total)).ShouldEnd(0).Output.ShouldContain("พ.ศ. 2563");
        (await Explain(demo.Path, file, Total)).ShouldEnd(0).Output.ShouldContain("พ.ศ. 2563", Case.Sensitive, "the night's run wrote the same content");
        (await Explain(demo.Path, Path.Combine(AppContext.BaseDirectory, "templates", "reports", "unit-cost-quantities", "template.2563.xlsx"), Total)).ShouldEnd(1)
            .Output.ShouldStartWith("! คลังข้อมูลนี้ไม่มีที่มาของสมุดงานนี้");

        using (var zip = System.IO.Compression.ZipFile.Open(file, System.IO.Compression.ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = reader.ReadToEnd();
            var changed = System.Text.RegularExpressions.Regex.Replace(text, "(<c r=\"D10\"[^>]*><v>)[^<]*(</v>)", "${1}999999$2");
            changed.ShouldNotBe(text);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(changed);
        }

        var altered = (await Explain(copy["workspace"], file, Total)).ShouldEnd(1);
        altered.Output.ShouldStartWith("! สมุดงานนี้ถูกแก้ไข หรือถูกโปรแกรมอื่นบันทึกใหม่");
        altered.Output.ShouldContain("999,999");
        altered.Output.ShouldContain("ค่าที่พิมพ์ไม่ตรงกับค่าที่บันทึกไว้");
        File.WriteAllText(file, "no workbook");
        (await Explain(copy["workspace"], file, Total)).ShouldEnd(64).Error.ShouldContain("เป็นสมุดงาน xlsx ไม่ได้");
    }

    [Theory]
    [InlineData("999999", "K9", 64, "ทะเบียนรับ")]
    [InlineData("nowhere.xlsx", "K9", 64, "ทะเบียนรับ")]
    public async Task AFileThatNeverCameIsNotKnown(string file, string cell, int exit, string said) =>
        (await Explain(demo.Path, file, cell, "--feeds")).ShouldEnd(exit).Error.ShouldContain(said);

    [Fact]
    public async Task ACellOfASupersededVersionFeedsNothingAnyMore()
    {
        // นครปฐม sent a correction for 2564.
        var events = (await DlaEtl.InProcessAsync("history", "73", "unit-cost-quantity", "2564", "--json", "--workspace", demo.Path)).ShouldEnd(0).Json.GetProperty("events");
        var (first, second) = (events[0].GetProperty("receipt").GetString()!, events[1].GetProperty("receipt").GetString()!);
        (await Explain(demo.Path, second, "'แบบกรอกข้อมูล'!K15", "--feeds")).ShouldEnd(0);
        var run = (await Explain(demo.Path, first, "'แบบกรอกข้อมูล'!K15", "--feeds")).ShouldEnd(1);
        run.Output.ShouldContain("ถูกแทนด้วยฉบับที่ 2");
        (await Explain(demo.Path, first, "'แบบกรอกข้อมูล'!A1", "--feeds")).ShouldEnd(1).Output.ShouldContain("เซลล์ใกล้เคียงที่เป็นตัวเลข");
        (await Explain(demo.Path, first, "อื่น!A1", "--feeds")).ShouldEnd(64).Error.ShouldContain("'แบบกรอกข้อมูล'");
    }

    [Theory]
    [InlineData("'ห่างมัธยฐาน'!I8", "÷ ค่าเดิม × 100 = ร้อยละ ")]
    [InlineData("'ตาราง 3'!G8", "รวมไม่ได้ เพราะใช้หน่วยนับต่างกัน: “ครั้ง” 1 หน่วยงาน (จังหวัดพิษณุโลก)")]
    [InlineData("'ตาราง 3'!I8", "ไม่มีตัวเลข เพราะหน่วยนับต่างกัน")]
    [InlineData("'ตาราง 3'!I9", "'ตาราง 3'!I9 = 3,891.40")]
    [InlineData("'สรุป'!E15", "ไม่มีตัวเลข เพราะไม่มีปริมาณ")]
    [InlineData("'ตาราง 7'!T38", "ไม่มีตัวเลข เพราะไม่มีระยะทางต่อคันของปีก่อน")]
    [InlineData("'การกระจาย'!Q44", "(มัธยฐาน − ควอร์ไทล์ที่ 1) ÷ มัธยฐาน × 100")]
    [InlineData("'เกินเกณฑ์'!J11", "แถว “SA19 การจัดเก็บข้อมูล")]
    [InlineData("'เกินเกณฑ์'!J11", "คอลัมน์ “คำอธิบายสาเหตุ")]
    [InlineData("'รายจังหวัด'!C97", "สร้างเครือข่ายนักพัฒนา")]
    [InlineData("'ตาราง 2'!J9", "ต้นทุนทางอ้อมทั้งก้อน × ค่าที่ใช้ปันส่วนของศูนย์ต้นทุน 24 ÷ 2724")]
    [InlineData("'ตาราง 4'!I8", "[ค่าที่พิมพ์ใน 'ตาราง 4'!F8 คือ 874,345,024.10")]
    [InlineData("'ผนวก ง'!F9", "“ต้นทุนทางตรง”")]
    public async Task AUnitCostOrWhyThereIsNoneIsExplainedToAnAccountant(string cell, string said)
    {
        var report = Path.Combine(demo.Path, "reports", "ต้นทุนต่อหน่วยผลผลิต-ตารางที่ 1-12-2564.xlsx");
        var told = (await Explain(demo.Path, report, cell)).ShouldEnd(0).Output;
        told.ShouldContain(said);
        told.ShouldNotContain("คำนวณไม่ได้");
    }

    [Fact]
    public async Task AFileIsFoundByItsNameAndItsOnlySheetNeedsNoName()
    {
        (await Explain(demo.Path, "ค่าใช้จ่ายรายศูนย์ต้นทุน 2563.csv", "H15", "--feeds")).ShouldEnd(0).Output.ShouldContain("เลขรับที่ 000075");
        (await Explain(demo.Path, "ค่าใช้จ่ายรายศูนย์ต้นทุน 2564.xlsx", "H157", "--feeds")).ShouldEnd(0).Output.ShouldContain("'กระทบยอด'!C9");
        (await Explain(demo.Path, "ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก.xlsx", "K9", "--feeds")).ShouldEnd(64).Error.ShouldContain("กรุณาระบุเลขรับแทนชื่อ");
    }

    private static Task<CliRun> Explain(string workspace, string file, string cell, params string[] more) =>
        DlaEtl.InProcessAsync(["explain", file, cell, .. more, "--workspace", workspace]);
}
