using System.Globalization;
using Dla.Etl.Samples.Offices;

namespace Dla.Etl.EndToEnd.Demo;

/// <summary>The workbooks: their figures are those that the offices sent, and the same question gets the same answer for ever.</summary>
[Collection(DemoCollection.Name)]
public sealed class ReportTests(DemoWorkspace demo)
{
    [Theory]
    [InlineData(2563)]
    [InlineData(2564)]
    public void TheSummaryAddsWhatWasSent(int year)
    {
        var item = "";
        var lines = new List<string>();
        foreach (var row in ReportSheet.Read(demo.Report(year), "สรุปปริมาณ"))
        {
            var continued = row[1].StartsWith("(ต่อ)", StringComparison.Ordinal);
            if (row[4].Contains("/76", StringComparison.Ordinal) && (continued || IsNumber(row[0])))
                lines.Add(string.Join(' ', new[] { item = continued ? item : row[0] }.Concat(row[2..13]).Append(row[13].Split('\n').SingleOrDefault(line => line.StartsWith("เทียบ", StringComparison.Ordinal)) ?? "")).TrimEnd());
        }

        lines.Order(StringComparer.Ordinal).ShouldBe(StandingFigures.SummaryLines(year));
    }

    [Theory]
    [InlineData(2563)]
    [InlineData(2564)]
    public void EveryProvinceHasItsOwnFigures(int year)
    {
        var expected = StandingFigures.Of(year).Values.Select(one =>
            one.Province.Thai + " " + string.Join(' ', one.SubActivities.Select(line => line.Quantity!.Value.ToString(CultureInfo.InvariantCulture))));
        var without = Samples.SampleProvince.All.Where(province => !StandingFigures.Of(year).ContainsKey(province.Code))
            .Select(province => province.Thai + string.Concat(Enumerable.Repeat(" …", 20)));
        var rows = ReportSheet.Read(demo.Report(year), "รายจังหวัด").Where(row => IsNumber(row[0])).Select(row => string.Join(' ', row[1..22])).ToList();
        rows.Count.ShouldBe(76);
        rows.Order(StringComparer.Ordinal).ShouldBe(expected.Concat(without).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(2563)]
    [InlineData(2564)]
    public void TheStatusOfEveryProvinceIsThatOfItsArrivals(int year)
    {
        var season = Season.All.Single(one => one.Year == year);
        var first = ArrivalRow.All().Where(row => row.IsQuantities && row.Year == year && row.Outcome == "accepted").ToDictionary(row => row.Province);
        string Status(int code) => season.Missing.Contains(code) ? "ยังไม่ส่ง"
            : season.Rejected.ContainsKey(code) ? "ไม่ผ่าน"
            : first[code].Timing == "late" ? "ล่าช้า" : "ตรงเวลา";
        string Version(int code) => season.Missing.Contains(code) || season.Rejected.ContainsKey(code) ? "…" : season.Changed.Province == code ? "2" : "1";
        ReportSheet.Read(demo.Report(year), "สถานะการส่ง").Where(row => IsNumber(row[0])).Select(row => $"{row[1]} {row[3]} {row[5]}").Order(StringComparer.Ordinal)
            .ShouldBe(OfficeTable.All.Select(office => $"{office.Province.Thai} {Status(office.Code)} {Version(office.Code)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TheSameInstantGivesTheSameHash()
    {
        using var place = new Place();
        var first = await Report(Year(2564), "2022-05-31", place["a.xlsx"]);
        (await Report(Year(2564), "2022-05-31", place["b.xlsx"])).ShouldBe(first);
        (await Report(Year(2564), "2022-05-31T23:59:59.9999999+07:00", place["c.xlsx"])).ShouldBe(first, "a bare date is the end of that day in Bangkok");
        (await File.ReadAllBytesAsync(place["b.xlsx"])).ShouldBe(await File.ReadAllBytesAsync(place["a.xlsx"]), "byte for byte");
        (await Report(Year(2564), "2022-04-30", place["d.xlsx"])).ShouldNotBe(first);
    }

    [Fact]
    public async Task AnEarlierInstantGivesTheReportThatWasWrittenThen()
    {
        using var place = new Place();
        var written = Warehouses.Query<(string Report, long Year, string At, string Hash, long Sequence)>(demo.Path,
            """
            SELECT r.report, r.fiscal_year, c.committed_at, r.content_hash, r.as_of_sequence
            FROM report_written r JOIN commit_log c ON c.sequence = r.as_of_sequence WHERE r.unit IS NULL OR r.unit = '56' ORDER BY r.written_at
            """).ToLookup(row => row.Report);
        // The first, one in the middle of the first season, one where both years are known, the last.
        written.Select(report => report.Key).ShouldBe(
            ["action-plan-progress", "action-plan-reconciliation", "development-plan", "grant-disbursement", "grant-follow-up", "grant-follow-up-province", "grant-pipeline", "unit-cost-quantities", "unit-cost-tables"], ignoreOrder: true);
        foreach (var rows in written.Select(report => report.ToList()))
            foreach (var (report, year, at, hash, sequence) in new[] { rows[0], rows[Math.Min(3, rows.Count - 1)], rows[Math.Max(rows.Count - 4, 0)], rows[^1] }.Distinct())
                (await Report(Values.Period.FromNumber((int)year), at, place["r.xlsx"], report)).ShouldBe(hash, $"{report} as of sequence {sequence}");
    }

    [Fact]
    public async Task AFormWhoseDeadlineChangedMakesItsReportDueAndIsTheOneThatTheReportJudgesBy()
    {
        using var copy = demo.Copy();
        Place.Copy(Path.Combine(AppContext.BaseDirectory, "templates"), copy["templates"]);
        await File.WriteAllTextAsync(copy["own.json"], $$"""{ "Folders": { "Templates": "{{copy["templates"]}}" } }""");
        var form = copy["templates/forms/unit-cost-quantity/form.2564.yaml"];
        const string Written = "SELECT fiscal_year || ' ' || report FROM report_written ORDER BY written_at, report";
        var before = Warehouses.Query<string>(copy["workspace"], Written).Count;
        (await DlaEtl.InProcessAsync("run", "--config", copy["own.json"], "--workspace", copy["workspace"])).ShouldEnd(0);
        Warehouses.Query<string>(copy["workspace"], Written).Count.ShouldBe(before, "nothing changed, nothing is due");
        await File.WriteAllTextAsync(form, (await File.ReadAllTextAsync(form)).Replace("deadline: 2022-05-31", "deadline: 2022-12-31", StringComparison.Ordinal));
        (await DlaEtl.InProcessAsync("run", "--config", copy["own.json"], "--workspace", copy["workspace"])).ShouldEnd(0);
        Warehouses.Query<string>(copy["workspace"], Written).Skip(before)
            .ShouldBe(["2564 unit-cost-quantities", "2564 unit-cost-tables"], "both are made of this form");
        var rows = ReportSheet.Read(copy[$"workspace/reports/{Path.GetFileName(demo.Report(2564))}"], "สถานะการส่ง");
        rows[3][0].ShouldContain("๓๑ ธันวาคม ๒๕๖๕");
        rows[4][0].ShouldContain("ล่าช้า 0 จังหวัด");
        rows.Where(row => IsNumber(row[0])).ShouldAllBe(row => row[3] != "ล่าช้า" && !row[7].Contains("ช้ากว่ากำหนด", StringComparison.Ordinal));
    }

    [Fact]
    public async Task BeforeAnythingWasKnownThereIsNoReport()
    {
        using var place = new Place();
        var run = await DlaEtl.InProcessAsync("report", "unit-cost-quantities", "--year", "2563", "--as-of", "2020-01-01", "--out", place["r.xlsx"], "--workspace", demo.Path);
        run.ShouldEnd(64);
        File.Exists(place["r.xlsx"]).ShouldBeFalse();
    }

    private async Task<string> Report(Values.Period year, string asOf, string file, string report = "unit-cost-quantities") => (await DlaEtl.InProcessAsync(
            ["report", report, "--year", year.ToString(), "--as-of", asOf, "--out", file, "--force", "--json", "--workspace", demo.Path, .. report.EndsWith("-province", StringComparison.Ordinal) ? ["--province", "56"] : (string[])[]]))
        .ShouldEnd(0).Json.GetProperty("contentHash").GetString()!;

    private static Values.Period Year(int year) => Values.FiscalYear.FromBuddhistEra(year);

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
