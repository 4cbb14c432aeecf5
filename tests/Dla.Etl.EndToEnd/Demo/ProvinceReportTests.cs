using NPOI.XSSF.UserModel;

namespace Dla.Etl.EndToEnd.Demo;

/// <summary>A report that each province has of its own, as its officer and the department ask for it.</summary>
[Collection(DemoCollection.Name)]
public sealed class ProvinceReportTests(DemoWorkspace demo)
{
    private const string Id = "grant-follow-up-province";

    private readonly string _written = Path.Combine(demo.Path, "reports", "56-พะเยา", "สรุปผลการติดตามการนำเข้าข้อมูล-2566-05-56-พะเยา.xlsx");

    [Fact]
    public async Task The_command_makes_it_for_the_province_that_is_named_and_its_figures_are_walked_back()
    {
        using var place = new Place();
        var made = (await Report("2566-05", place["r.xlsx"], "--province", "56", "--json")).ShouldEnd(0).Json;
        made.GetProperty("unit").GetString().ShouldBe("56");
        (await File.ReadAllBytesAsync(place["r.xlsx"])).ShouldBe(await File.ReadAllBytesAsync(_written), "nothing of any province came since the night");
        (await Report("2566-05", place["s.xlsx"], "--province", "เชียงราย", "--json")).ShouldEnd(0).Json.GetProperty("contentHash").GetString().ShouldNotBe(made.GetProperty("contentHash").GetString());
        (await Report("2566-05", place["t.xlsx"])).ShouldEnd(64);
        (await DlaEtl.InProcessAsync("report", "grant-follow-up", "--year", "2566-05", "--province", "56", "--out", place["t.xlsx"], "--workspace", demo.Path)).ShouldEnd(64);

        var told = (await DlaEtl.InProcessAsync("explain", place["r.xlsx"], "สรุป!D13", "--workspace", demo.Path)).ShouldEnd(0).Output;
        told.ShouldContain("จังหวัดพะเยา เดือนพฤษภาคม พ.ศ. 2566 (grant-follow-up-province)");
        told.ShouldContain("ของ อปท. ในอำเภอเมืองพะเยา จังหวัดพะเยา = 7 แห่ง");
        var feeds = (await DlaEtl.InProcessAsync("explain", "general-2566-05-56.xlsx", "ข้อมูล!B6", "--feeds", "--workspace", demo.Path)).ShouldEnd(0).Output;
        feeds.ShouldContain($"จังหวัดพะเยา เดือนพฤษภาคม พ.ศ. 2566 ({Id})");
        feeds.ShouldNotContain("จังหวัดเชียงราย เดือน");
    }

    [Fact]
    public async Task One_that_says_it_is_of_another_province_is_found_out()
    {
        using var place = new Place();
        SayAnother(place["r.xlsx"]);
        (await DlaEtl.InProcessAsync("verify", place["r.xlsx"], "--workspace", demo.Path)).ShouldEnd(3).Output.ShouldContain("แผ่นงานหลักฐานถูกแก้ไข");
    }

    private void SayAnother(string changed)
    {
        using var invariant = new InvariantThread();
        var book = new XSSFWorkbook(new MemoryStream(File.ReadAllBytes(_written)));
        book.GetSheet("หลักฐาน").GetRow(2).GetCell(2).SetCellValue("57 จังหวัดเชียงราย");
        using var file = File.Create(changed);
        book.Write(file, leaveOpen: true);
    }

    private Task<CliRun> Report(string year, string file, params string[] more) =>
        DlaEtl.InProcessAsync(["report", Id, "--year", year, "--out", file, "--workspace", demo.Path, .. more]);
}
