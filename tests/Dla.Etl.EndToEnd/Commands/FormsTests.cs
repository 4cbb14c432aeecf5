using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.EndToEnd.Commands;

/// <summary><c>forms new</c> gives what an office can fill in and <c>check</c> then accepts.</summary>
public sealed class FormsTests : IDisposable
{
    private readonly Place _place = new();

    [Theory]
    [InlineData("2563", "56")]
    [InlineData("2564", "56")]
    [InlineData("2563", null)]
    [InlineData("2564", null)]
    public async Task ABlankIsEmptyUntilItIsFilled(string year, string? province)
    {
        var file = _place["blank.xlsx"];
        string[] place = province is null ? [] : ["--province", province];
        (await DlaEtl.InProcessAsync(["forms", "new", "unit-cost-quantity", "--year", year, "--out", file, .. place])).ShouldEnd(0).Output.Trim().ShouldBe(file);

        var blank = (await DlaEtl.InProcessAsync("check", "--json", file)).ShouldEnd(1).Json[0];
        var ids = blank.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("id").GetString()).ToList();
        ids.ShouldContain(province is null ? "REC-007" : "VAL-004", Shown(ids));

        Fill(file, province is null ? "พะเยา" : null);
        var filled = (await DlaEtl.InProcessAsync("check", "--json", file)).ShouldEnd(0).Json[0];
        filled.GetProperty("verdict").GetString().ShouldBe("loaded", filled.ToString());
    }

    [Theory]
    [InlineData("cost-by-cost-centre", "2563", "VAL-015")]
    [InlineData("cost-by-cost-centre", "2564", "VAL-015")]
    [InlineData("cost-explanation", "2564", "VAL-015")]
    [InlineData("prior-year-adjustment", "2564", "VAL-015")]
    public async Task ABlankOfOpenRowsIsTheDepartmentsAndHasNoRows(string form, string year, string id)
    {
        var file = _place["blank.xlsx"];
        (await DlaEtl.InProcessAsync("forms", "new", form, "--year", year, "--out", file)).ShouldEnd(0).Output.Trim().ShouldBe(file);
        var blank = (await DlaEtl.InProcessAsync("check", "--json", file)).ShouldEnd(1).Json[0];
        blank.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() != "INFO")
            .Select(finding => finding.GetProperty("id").GetString()).ShouldBe([id], blank.ToString());
    }

    [Fact]
    public async Task AProvincesAuthoritiesAreFilledInAndWhatIsFilledInBesideThemLoads()
    {
        var file = _place["blank.xlsx"];
        string[] make = ["forms", "new", "general-grant-disbursement", "--year", "2566-05", "--out", file, "--force", "--workspace", _place.Path, "--province"];
        (await DlaEtl.InProcessAsync([.. make, "56"])).ShouldEnd(0).Error.ShouldContain("ยังไม่ได้นำเข้าทะเบียน อปท.");
        (await DlaEtl.InProcessAsync([.. make, "05560301"])).ShouldEnd(64).Error.ShouldContain("ยังไม่ได้นำเข้าทะเบียน อปท.");
        (await DlaEtl.InProcessAsync("reference", "import", Path.Combine(Repository.Root, "testdata/reference/made-up-authorities-2565-10-01.csv"), "--effective", "2565-10-01", "--workspace", _place.Path)).ShouldEnd(0);
        (await DlaEtl.InProcessAsync([.. make, "05569999"])).ShouldEnd(64).Error.ShouldContain("ไม่มี อปท. รหัส 05569999");
        (await DlaEtl.InProcessAsync([.. make, "5560301"])).ShouldEnd(0).Error.ShouldBeEmpty();
        (await DlaEtl.InProcessAsync([.. make, "56"])).ShouldEnd(0);
        (await CheckedAsync(file, 1)).ShouldBe(["VAL-015", "REC-040"], "nothing entered, which is neither zero nor nothing to report");

        FillGrant(file, rows: 2);
        (await CheckedAsync(file, 0)).ShouldBe(["REC-040"]);
    }

    private async Task<IEnumerable<string?>> CheckedAsync(string file, int exit) =>
        (await DlaEtl.InProcessAsync("check", "--json", file, "--workspace", _place.Path)).ShouldEnd(exit).Json[0].GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("id").GetString());

    private static void FillGrant(string file, int rows)
    {
        using var shield = new InvariantThread();
        var book = new XSSFWorkbook(new MemoryStream(File.ReadAllBytes(file)));
        var sheet = book.GetSheetAt(0);
        var head = Enumerable.Range(0, 12).First(row => sheet.GetRow(row)?.GetCell(1)?.ToString() == "รหัส อปท.");
        for (var row = head + 1; row <= head + rows; row++)
        {
            sheet.GetRow(row).GetCell(3).SetCellValue("เงินอุดหนุนสำหรับสนับสนุนอาหารกลางวัน");
            sheet.GetRow(row).GetCell(4).SetCellValue(1_000_000);
            sheet.GetRow(row).GetCell(5).SetCellValue(250_000);
        }

        using var output = File.Create(file);
        book.Write(output);
    }

    [Fact]
    public void WithoutOutTheNameTellsWhatItIs()
    {
        DlaEtl.RunIn(_place.Path, null, "forms", "new", "unit-cost-quantity", "--year", "2564", "--province", "56").ShouldEnd(0);
        Path.GetFileName(Directory.EnumerateFiles(_place.Path).Single()).ShouldBe("unit-cost-quantity-2564-56-พะเยา.xlsx");
    }

    [Fact]
    public async Task AFormThatMayBeFilledInIsNotOverwritten()
    {
        string[] make = ["forms", "new", "unit-cost-quantity", "--year", "2564", "--province", "56", "--out", _place["form.xlsx"]];
        (await DlaEtl.InProcessAsync(make)).ShouldEnd(0);
        await File.WriteAllTextAsync(_place["form.xlsx"], "filled in");
        (await DlaEtl.InProcessAsync(make)).ShouldEnd(64).Error.ShouldContain("--force");
        (await File.ReadAllTextAsync(_place["form.xlsx"])).ShouldBe("filled in");
        (await DlaEtl.InProcessAsync([.. make, "--force"])).ShouldEnd(0);
        new FileInfo(_place["form.xlsx"]).Length.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public async Task ListTellsYearsAndDeadlines()
    {
        var list = (await DlaEtl.InProcessAsync("forms", "list", "--json")).ShouldEnd(0).Json;
        list.EnumerateArray().Select(form => $"{form.GetProperty("id")} {form.GetProperty("year")} {form.GetProperty("deadline")}")
            .ShouldBe(
            [
                "action-plan 2564 2020-09-30", "action-plan-progress 2564 monthly-10",
                "cost-by-cost-centre 2563 2021-05-31", "cost-by-cost-centre 2564 2022-05-31", "cost-explanation 2564 2022-06-30",
                "development-plan-progress 2566 monthly-05", "general-grant-disbursement 2566 monthly-05",
                "prior-year-adjustment 2564 2022-05-31", "specific-grant-status 2566 monthly-05", "unit-cost-quantity 2563 2021-05-31", "unit-cost-quantity 2564 2022-05-31",
            ]);
        (await DlaEtl.InProcessAsync("forms", "list")).ShouldEnd(0).Output.ShouldContain("2021-05-31");
    }

    public void Dispose() => _place.Dispose();

    private static string Shown(IEnumerable<string?> ids) => string.Join(' ', ids);

    // One figure for all, so that จำนวน อปท. ในจังหวัด agrees with the registry.
    private static readonly int LocalAuthorities = Samples.SampleProvince.Of(56).LocalAuthorities;

    // As an officer does: only cells that the sheet leaves open, quantities where there is a rule, words where there is none.
    private static void Fill(string file, string? province)
    {
        using var shield = new InvariantThread();
        XSSFWorkbook book;
        using (var read = File.OpenRead(file))
            book = new XSSFWorkbook(read);
        var sheet = (XSSFSheet)book.GetSheetAt(0);
        var quantities = sheet.GetDataValidations().SelectMany(rule => rule.Regions.CellRangeAddresses).Select(range => (range.FirstRow, range.FirstColumn)).ToHashSet();
        foreach (var cell in Enumerable.Range(0, sheet.LastRowNum + 1).Select(sheet.GetRow).Where(row => row is not null).SelectMany(row => row.Cells).ToList())
            if (quantities.Contains((cell.RowIndex, cell.ColumnIndex)))
                cell.SetCellValue(LocalAuthorities);
            else if (province is not null && cell.CellType == CellType.String && cell.StringCellValue.Contains("...", StringComparison.Ordinal))
                cell.SetCellValue(cell.StringCellValue.TrimEnd('.') + province);
            else if (!cell.CellStyle.IsLocked && cell.CellType == CellType.Blank && !IsInsideMerge(sheet, cell))
                cell.SetCellValue("ครั้ง");
        using var written = File.Create(file);
        book.Write(written);
    }

    private static bool IsInsideMerge(XSSFSheet sheet, ICell cell) => Enumerable.Range(0, sheet.NumMergedRegions).Select(sheet.GetMergedRegion)
        .Any(range => range.IsInRange(cell.RowIndex, cell.ColumnIndex) && (range.FirstRow, range.FirstColumn) != (cell.RowIndex, cell.ColumnIndex));
}
