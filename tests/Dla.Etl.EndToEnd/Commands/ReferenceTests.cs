namespace Dla.Etl.EndToEnd.Commands;

/// <summary><c>reference</c>: the registry of local authorities comes in by file and day, and says what changed.</summary>
public sealed class ReferenceTests : IDisposable
{
    private readonly Place _place = new();

    private string First => Path.Combine(Repository.Root, "testdata/reference/made-up-authorities-2562-10-01.csv");

    private string Second => Path.Combine(Repository.Root, "testdata/reference/made-up-authorities-2565-10-01.csv");

    private string Tambon => Path.Combine(Repository.Root, "testdata/reference/made-up-tambon-2565-10-01.csv");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Editions_come_in_by_day_and_the_second_says_what_changed()
    {
        (await RunAsync("list")).ShouldEnd(64).Error.ShouldContain("ยังไม่มีคลังข้อมูล");
        (await RunAsync("import", First, "--effective", "2562-10-01")).ShouldEnd(0).Output.ShouldContain("นำเข้าทะเบียน อปท. ณ 1 ตุลาคม 2562 แล้ว 42 แห่ง จาก 42 แถว ลำดับที่ 1");
        var second = (await RunAsync("import", Second, "--effective", "2022-10-01")).ShouldEnd(0).Output;
        second.ShouldContain("เทียบกับทะเบียน ณ 1 ตุลาคม 2562");
        second.ShouldContain("ไม่มีแล้ว 1 แห่ง");
        second.ShouldContain("อบต.ป่าสมมติ อ.ป่าตัวอย่าง รหัส 06570403 จ.เชียงราย → ทต.ป่าสมมติ อ.ป่าตัวอย่าง รหัส 05570403 จ.เชียงราย");
        (await RunAsync("import", Second, "--effective", "๒๕๖๕-๑๐-๐๑")).ShouldEnd(0).Output.ShouldContain("ไม่ได้นำเข้าซ้ำ");
        var corrected = (await RunAsync("import", Tambon, "--effective", "1 ต.ค. 2565", "--json")).ShouldEnd(0).Json;
        (corrected.GetProperty("edition").GetProperty("sequence").GetInt64(), corrected.GetProperty("changes").GetArrayLength()).ShouldBe((3, 0), "the import of the same file took no number");

        (await RunAsync("list", "--json")).ShouldEnd(0).Json.EnumerateArray().Select(edition => edition.GetProperty("effective").GetString()).ShouldBe(["2019-10-01", "2022-10-01", "2022-10-01"]);
        (await RunAsync("list")).ShouldEnd(0).Output.ShouldContain("[มีชุดใหม่ของวันเดียวกันใช้แทนแล้ว]");
        (await RunAsync("show", "--province", "56", "--as-of", "2563-01-01")).ShouldEnd(0).Output.ShouldContain("06560504  อบต.ห้วยเก่า  อ.ดอนสมมติ");
        (await RunAsync("show", "--province", "พะเยา", "--as-of", "2566-01-01")).ShouldEnd(0).Output.ShouldNotContain("ห้วยเก่า");
        (await RunAsync("show", "--as-of", "2540-01-01")).ShouldEnd(0).Output.ShouldContain("(ชุดแรกที่มี ซึ่งหลังวันที่ถาม)");
        (await RunAsync("show", "--province", "20", "--json")).ShouldEnd(0).Json.GetArrayLength().ShouldBe(11);

        (await DlaEtl.InProcessAsync("audit", "--workspace", _place.Path)).ShouldEnd(0).Output.ShouldContain("นำเข้าทะเบียน อปท.");
        (await DlaEtl.InProcessAsync("doctor", "--workspace", _place.Path)).Output.ShouldContain("local authorities: ทะเบียน ณ 1 ตุลาคม 2565 อปท. 42 แห่ง ต่างจากจำนวน ณ 10 มิถุนายน 2569 76 จังหวัด");
    }

    [Fact]
    public async Task Districts_come_in_beside_the_registry_and_a_cut_file_only_when_that_is_accepted()
    {
        var (districts, cut) = (_place["districts.csv"], _place["cut.csv"]);
        await File.WriteAllTextAsync(districts, "รหัสอำเภอ,ชื่ออำเภอ,รหัสจังหวัด\n5601,เมืองพะเยา,56\n5603,ทุ่งทดลอง,56\n5605,ดอนสมมติ,56\n");
        (await RunAsync("import", districts, "--effective", "2565-10-01")).ShouldEnd(0).Output.ShouldContain("นำเข้ารายชื่ออำเภอ ณ 1 ตุลาคม 2565 แล้ว 3 แห่ง ลำดับที่ 1");
        (await RunAsync("import", Second, "--effective", "2565-10-01")).ShouldEnd(0).Output.ShouldContain("REG-015");
        (await RunAsync("list")).ShouldEnd(0).Output.ShouldContain("* 1  รายชื่ออำเภอ มีผล 1 ตุลาคม 2565  อำเภอ 3 แห่ง  districts.csv");
        (await RunAsync("show", "--districts", "--province", "56")).ShouldEnd(0).Output.ShouldContain("5603  ทุ่งทดลอง");
        (await RunAsync("show", "--districts", "--json")).ShouldEnd(0).Json.GetArrayLength().ShouldBe(3);

        await File.WriteAllLinesAsync(cut, (await File.ReadAllLinesAsync(Second)).Take(30));
        var refused = (await RunAsync("import", cut, "--effective", "2566-10-01")).ShouldEnd(1).Output;
        refused.ShouldContain("REG-017");
        refused.ShouldContain("อปท. จะหายไป 13 จาก 42 แห่ง");
        refused.ShouldContain("--accept-loss");
        (await RunAsync("list", "--json")).ShouldEnd(0).Json.GetArrayLength().ShouldBe(2, "nothing was imported");
        (await RunAsync("import", cut, "--effective", "2566-10-01", "--accept-loss")).ShouldEnd(0).Output.ShouldContain("ไม่มีแล้ว 13 แห่ง");
        (await DlaEtl.InProcessAsync("audit", "--workspace", _place.Path)).ShouldEnd(0).Output.ShouldContain("ยอมรับว่าหายไป 13 จาก 42 แห่ง (--accept-loss)");
    }

    [Fact]
    public async Task Of_a_file_with_errors_nothing_comes_in()
    {
        var bad = _place["bad.csv"];
        await File.WriteAllTextAsync(bad, "รหัส อปท.,ประเภท อปท.,อปท.,จังหวัด,อำเภอ\n05560301,ทต.,บ้านใหม่,พะเยา,ทุ่งทดลอง\nx,ทต.,ก,พะเยา,ข\n05560302,ทบ.,ก,พะเยา,ข\n");
        var refused = (await RunAsync("import", bad, "--effective", "2565-10-01")).ShouldEnd(1).Output;
        refused.ShouldContain("REG-003");
        refused.ShouldContain("REG-004");
        refused.ShouldContain("ไม่ได้นำเข้า");
        (await RunAsync("list")).ShouldEnd(64).Error.ShouldContain("ยังไม่มีคลังข้อมูล", Case.Sensitive, "no warehouse was made");

        var pdf = _place["registry.csv"];
        await File.WriteAllTextAsync(pdf, "%PDF-1.7\n");
        (await RunAsync("import", pdf, "--effective", "2565-10-01")).ShouldEnd(2).Output.ShouldContain("READ-009");
    }

    [Theory]
    [InlineData("no day at all", "import", "made-up.csv")]
    [InlineData("no such file", "import", "made-up.csv", "--effective", "2565-10-01")]
    [InlineData("no such day", "import", "made-up.csv", "--effective", "2565-02-30")]
    [InlineData("a day of long ago", "import", "README.md", "--effective", "1900-01-01")]
    [InlineData("no such province", "show", "--province", "99")]
    [InlineData("the department has none", "show", "--province", "00")]
    public async Task Wrong_usage_is_told(string why, params string[] args)
    {
        if (args.Contains("README.md"))
            args[1] = Path.Combine(Repository.Root, "README.md");
        var run = await RunAsync(args);
        run.Exit.ShouldBe(64, why);
        run.Error.ShouldNotContain("   at ", Case.Sensitive, why);
    }

    [Fact]
    public async Task The_return_of_an_authority_is_named_by_code_or_by_name_and_province()
    {
        (await RunAsync("import", Second, "--effective", "2565-10-01")).ShouldEnd(0);
        foreach (var (unit, called) in new[]
                 {
                     ("05560301", "ทต.บ้านใหม่ จังหวัดพะเยา"), ("5560301", "ทต.บ้านใหม่ จังหวัดพะเยา"), ("ทต.บ้านใหม่ อ.ทุ่งทดลอง จ.พะเยา", "ทต.บ้านใหม่ จังหวัดพะเยา"),
                     ("อบต.กม.9 จังหวัดพะเยา", "อบต.กม.9 จังหวัดพะเยา"), ("56", "จังหวัดพะเยา"), ("พะเยา", "จังหวัดพะเยา"), ("05569999", "อปท. รหัส 05569999 จังหวัดพะเยา"),
                 })
            (await HistoryAsync(unit)).ShouldEnd(0).Output.ShouldContain($"เดือนพฤษภาคม พ.ศ. 2566 {called}");
        (await HistoryAsync("ทต.บ้านใหม่ จ.พะเยา")).ShouldEnd(64).Error.ShouldContain("ทต.บ้านใหม่ อ.เมืองพะเยา รหัส 05560103, ทต.บ้านใหม่ อ.ทุ่งทดลอง รหัส 05560301");
        (await HistoryAsync("ทต.บ้านใหม่")).ShouldEnd(64).Error.ShouldContain("กรุณาระบุจังหวัด");
        (await HistoryAsync("อบต.ไม่มีจริง จ.พะเยา")).ShouldEnd(64).Error.ShouldContain("ไม่มี");
        (await HistoryAsync("05990101")).ShouldEnd(64);
        (await HistoryAsync("00")).ShouldEnd(64).Error.ShouldContain("ไม่ได้ส่งโดยส่วนกลาง");
        (await DlaEtl.InProcessAsync("history", "05560301", "unit-cost-quantity", "2564", "--workspace", _place.Path)).ShouldEnd(64).Error.ShouldContain("ไม่ได้ส่งโดย");
    }

    private Task<CliRun> RunAsync(params string[] args) => DlaEtl.InProcessAsync(["reference", .. args, "--workspace", _place.Path]);

    private Task<CliRun> HistoryAsync(string unit) => DlaEtl.InProcessAsync("history", unit, "general-grant-disbursement", "2566-05", "--workspace", _place.Path);
}
