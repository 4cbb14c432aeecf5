using System.Globalization;
using System.Text;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Running;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Returns of a monthly form that local authorities file, from the bytes to the warehouse.</summary>
public sealed class AuthorityReturnsTests
{
    private const string Yaml = """
        form: authority-suite
        fiscal_year: 2566
        title: 'แบบทดสอบของ อปท.'
        short_name: 'ทดสอบ'
        source: 'synthetic'
        filed_by: authority
        period: month
        deadline_day: 5
        recognise: {titles: [แบบทดสอบของ อปท.], office_lines: [จังหวัด], year_lines: [ปีงบประมาณ], month_lines: [ประจำเดือน], subtotal_labels: [รวม], end_labels: [หมายเหตุ]}
        tolerate: []
        groups:
          - code: grant
            label: รายการ
            rows: open
            key: [authority, item]
            nothing: {field: item, texts: [ไม่มีรายการที่ต้องรายงาน]}
            fields:
              - {code: district, label: อำเภอ, role: text, type: text}
              - {code: authority, label: อปท., role: text, type: authority, required: true, district_field: district}
              - {code: item, label: รายการ, role: key, type: text, required: true}
              - {code: amount, label: จำนวนเงิน, role: figure, type: baht, required: true}
              - {code: returned, label: รับคืน, role: figure, type: baht}
        checks:
          - {kind: required, group: grant}
          - {kind: unique_rows, group: grant}
          - {kind: nothing_to_report, group: grant}
          - {kind: range, group: grant, field: amount, min: 0}
          - {kind: range, group: grant, field: returned, min: 0}
        """;

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_file_of_one_authority_is_its_return_and_one_of_several_the_provinces(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var office = new Office(storage);
        office.Import();
        office.Take("พฤษภาคม", "ทุ่งทดลอง,ทต.บ้านใหม่,ก,100", "ทุ่งทดลอง,05560301,ข,200").ShouldBe(("05560301", Verdict.Loaded));
        office.Take("พฤษภาคม", ",อบต.กม.9,ก,10", "ทุ่งทดลอง,ทต.บ้านใหม่,ก,1").ShouldBe(("56", Verdict.Loaded));
        office.Take("พฤษภาคม", ",อบต.กม.9,ก,10", ",อบต.ไม่มีจริง,ก,1").ShouldBe(("56", Verdict.Rejected));
        office.Take("พฤษภาคม", ",อบต.กม.9,ก,", ",06560304,ข,1").ShouldBe(("06560304", Verdict.Rejected), "whose it is can be told, though it does not pass");
        using var reader = storage.Open().Read();
        reader.Query<(string, string, string, string)>("SELECT v.unit, f.item_code, f.type, f.text FROM fact f JOIN return_version v ON v.id = f.version_id WHERE f.field_code = 'authority' ORDER BY v.sequence, f.position")
            .ShouldBe([("05560301", "05560301|ก", "text", "05560301"), ("05560301", "05560301|ข", "text", "05560301"), ("56", "06560304|ก", "text", "06560304"), ("56", "05560301|ก", "text", "05560301")]);
        reader.QueryFirst<string>("SELECT raw FROM fact WHERE field_code = 'authority' AND text = '05560301' LIMIT 1").ShouldContain("บ้านใหม่", Case.Sensitive, "what was written stays");
        UnitNames.Of(reader, UnitCode.Parse("05560301").Value, MadeUpRegistry.Second).Called.ShouldBe("ทต.บ้านใหม่ จังหวัดพะเยา");
        UnitNames.Of(reader, UnitCode.Parse("06560505").Value, MadeUpRegistry.First).Name.ShouldBe("อบต.ห้วยเดิม");
        UnitNames.Of(reader, UnitCode.Parse("06560505").Value, MadeUpRegistry.Second).Name.ShouldBe("อบต.ห้วยใหม่");
        UnitNames.Of(reader, UnitCode.Parse("06560504").Value, MadeUpRegistry.Second).Name.ShouldBe("อบต.ห้วยเก่า", "what is no more goes by its last name");
        UnitNames.Of(reader, UnitCode.Parse("05569999").Value, MadeUpRegistry.Second).Name.ShouldBe("อปท. รหัส 05569999");
        UnitNames.Of(reader, UnitCode.Parse("06560505").Value, MadeUpRegistry.Second, sequence: 1).Name.ShouldBe("อบต.ห้วยเดิม", "as of then the second edition was not known");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void History_and_difference_tell_which_version_counts_for_whom(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var office = new Office(storage);
        office.Import();
        office.Take("พฤษภาคม", ",05560301,ก,100", ",05560301,ข,5").ShouldBe(("05560301", Verdict.Loaded));
        office.Take("พฤษภาคม", ",06560304,ก,10", ",05560301,ก,1").ShouldBe(("56", Verdict.Loaded), "the province compiles later");
        office.Take("พฤษภาคม", ",06560304,ก,12").ShouldBe(("06560304", Verdict.Loaded), "and one of them sends its own after that");
        office.Take("พฤษภาคม", ",05560103,ก,3", ",06560505,ก,4").ShouldBe(("56", Verdict.Loaded), "another district");
        using var reader = storage.Open().Read();
        ReturnKey Key(string unit) => new("authority-suite", Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5), UnitCode.Parse(unit).Value);
        List<string> Counted(string unit) => [.. ReturnHistory.Of(reader, Key(unit)).Select(one =>
            $"{one.Version} {one.Stands} {one.Count!.Counting}/{one.Count.Named} {string.Join(' ', one.Count.Elsewhere.Select(other => $"{other.Version.Unit}:{other.Version.Version}"))}".TrimEnd())];
        Counted("05560301").ShouldBe(["1 False 0/1 56:1"], "its own version is its newest and yet does not count");
        Counted("06560304").ShouldBe(["1 True 1/1"]);
        Counted("56").ShouldBe(["1 True 1/2 06560304:1", "2 True 2/2"], "a file for each district: both count, the first in part");

        VersionDifference.Between(reader, Key("56"), 1, 2).Where(change => change.Either.FieldCode == "amount")
            .Select(change => (change.Either.ItemCode, change.After is null, change.Counted?.Unit.ToString(), change.Counted?.Version)).ShouldBe(
            [("05560103|ก", false, null, null), ("06560505|ก", false, null, null), ("06560304|ก", true, "06560304", 1), ("05560301|ก", true, "56", 1)]);
        office.Take("พฤษภาคม", ",05560301,ข,7", ",05560103,ก,3").ShouldBe(("56", Verdict.Loaded));
        VersionDifference.Between(reader, Key("56"), 1, 3).Single(change => change.Before is { FieldCode: "amount", ItemCode: "05560301|ก" })
            .Counted.ShouldBeNull("the later file names the authority without this row: it is gone");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void An_answer_tells_the_sum_of_one_column_of_money_and_only_the_rows_of_several(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var office = new Office(storage);
        office.Import();
        office.Take("เมษายน", ",05560301,ก,100", ",05560301,ข,200.50");
        office.Take("พฤษภาคม", ",05560301,ก,100,7", ",05560301,ข,200.50,");
        office.Answered().ShouldBe([new(2, new Baht(30_050)), new(2, null)]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void What_an_authority_reported_before_is_found_in_its_own_return_and_its_provinces(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var office = new Office(storage);
        office.Import();
        office.Take("เมษายน", "ทุ่งทดลอง,ทต.บ้านใหม่,ก,100");
        office.Take("พฤษภาคม", ",อบต.กม.9,ก,10", ",ทต.แม่สมมติ,ก,1");
        var (history, examined) = office.Examine("มิถุนายน", ",05560301,ก,101", ",อบต.กม.9,ก,11");
        var before = history.Of(examined.Return!.Return).ShouldNotBeNull();
        before.Figures.ToDictionary(one => one.Key.Item, one => one.Value.Amount).ShouldBe(new Dictionary<string, long> { ["05560301|ก"] = 10_000, ["06560304|ก"] = 1_000 }, ignoreOrder: true);
        storage.Open().Write(history.StillStands).ShouldBeTrue();
        office.Take("พฤษภาคม", ",06560304,ก,12");
        storage.Open().Write(history.StillStands).ShouldBeFalse("another return of one of them was loaded meanwhile");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_later_month_that_stands_already_is_found_and_noticed_when_it_comes_meanwhile(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var office = new Office(storage);
        office.Import();
        office.Take("กรกฎาคม", ",อบต.กม.9,ก,30");
        office.Take("มิถุนายน", "ทุ่งทดลอง,ทต.บ้านใหม่,ก,100", ",ทต.แม่สมมติ,ก,1");
        office.Take("สิงหาคม", ",05560301,ก,500", ",อบต.กม.9,ก,31");
        var (history, examined) = office.Examine("พฤษภาคม", ",05560301,ก,101", ",อบต.กม.9,ก,11");
        var after = history.After(examined.Return!.Return).ShouldNotBeNull();
        after.Figures.ToDictionary(one => one.Key.Item, one => one.Value.Amount).ShouldBe(new Dictionary<string, long> { ["05560301|ก"] = 10_000, ["06560304|ก"] = 3_000 }, ignoreOrder: true);
        (after.Period.ToString(), after.PeriodOf("05560301|ก").ToString(), after.PeriodOf("06560304|ก").ToString()).ShouldBe(("2566-06", "2566-06", "2566-07"), "of each the next month that it has");
        history.Of(examined.Return.Return).ShouldBeNull("nothing stands before");
        storage.Open().Write(history.StillStands).ShouldBeTrue();
        office.Take("กันยายน", ",06560304,ก,40");
        storage.Open().Write(history.StillStands).ShouldBeFalse("a later month of one of them was loaded meanwhile");
        var (_, last) = office.Examine("กันยายน", ",06560304,ก,41");
        history.After(last.Return!.Return).ShouldBeNull("September is the last month");
        history.LastYear(last.Return.Return).ShouldBeNull("nothing stands of the year before");
        office.FiscalYear = 2565;
        office.Take("กันยายน", ",06560304,ก,39", ",05560301,ก,4");
        office.FiscalYear = 2566;
        var year = history.LastYear(last.Return.Return).ShouldNotBeNull();
        (year.Period.ToString(), year.Figures.Single().Value.Amount).ShouldBe(("2565-09", 3_900L), "of the authority of the file alone");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Another_registry_between_examining_and_loading_is_noticed(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var office = new Office(storage);
        office.Take("พฤษภาคม", ",05560301,ก,1").ShouldBe(("56", Verdict.Rejected), "no registry yet");
        var (history, examined) = office.Examine("พฤษภาคม", ",05560301,ก,1");
        examined.Findings.ShouldHaveSingleItem().Kind.Id.ShouldBe("AUT-001");
        storage.Open().Write(history.StillStands).ShouldBeTrue();
        office.Import();
        storage.Open().Write(history.StillStands).ShouldBeFalse();
        office.Take("พฤษภาคม", ",05560301,ก,1").ShouldBe(("05560301", Verdict.Loaded), "the same file passes when the registry is there");
        office.Take("ตุลาคม", ",อบต.ห้วยเก่า,ก,1").ShouldBe(("56", Verdict.Rejected), "in October 2565 it was no more");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_later_file_takes_away_no_authority_that_it_is_silent_about(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var office = new Office(storage);
        office.Import();
        office.Take("พฤษภาคม", "ทุ่งทดลอง,ทต.บ้านใหม่,ก,100", "ทุ่งทดลอง,ทต.บ้านใหม่,ข,7", ",อบต.กม.9,ก,10").ShouldBe(("56", Verdict.Loaded));
        office.Take("พฤษภาคม", ",ทต.แม่สมมติ,ก,1", ",อบต.กม.9,ก,11").ShouldBe(("56", Verdict.Loaded), "another district, and a correction");
        office.Counting().ShouldBe(["05560301|ก 56 1 100", "05560301|ข 56 1 7", "05560104|ก 56 2 1", "06560304|ก 56 2 11"], ignoreOrder: true);

        office.Take("พฤษภาคม", ",05560301,ก,101").ShouldBe(("05560301", Verdict.Loaded), "its own return, with all its rows");
        office.Counting().ShouldBe(["05560301|ก 05560301 1 101", "05560104|ก 56 2 1", "06560304|ก 56 2 11"], ignoreOrder: true);
        office.Take("พฤษภาคม", ",05560301,ก,102", ",อบต.กม.9,ก,12").ShouldBe(("56", Verdict.Loaded), "and the compilation after it");
        office.Counting().ShouldBe(["05560301|ก 56 3 102", "05560104|ก 56 2 1", "06560304|ก 56 3 12"], ignoreOrder: true);
        office.Counting(sequence: 3).ShouldBe(["05560301|ก 56 1 100", "05560301|ข 56 1 7", "06560304|ก 56 1 10"], ignoreOrder: true, "two imports and one return");

        office.Revert(to: 1);
        office.Counting().ShouldBe(["05560301|ก 56 4 100", "05560301|ข 56 4 7", "06560304|ก 56 4 10"], ignoreOrder: true, "what was sent in between is undone");
        office.Take("พฤษภาคม", ",ทต.แม่สมมติ,ก,2", ",อบต.กม.9,ไม่มีรายการที่ต้องรายงาน,").ShouldBe(("56", Verdict.Loaded));
        office.Counting().ShouldBe(["05560301|ก 56 4 100", "05560301|ข 56 4 7", "05560104|ก 56 5 2"], ignoreOrder: true, "who wants rows away says that there is nothing");
        office.Revert(to: 2);
        office.Counting().ShouldBe(["05560301|ก 05560301 1 101", "05560104|ก 56 6 1", "06560304|ก 56 6 11"], ignoreOrder: true);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_sender_is_told_whose_earlier_figures_go_on_counting(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var office = new Office(storage);
        office.Import();
        office.Kept("พฤษภาคม", ",ทต.แม่สมมติ,ก,1", ",อบต.กม.9,ก,11").ShouldBeNull("nothing was sent before");
        office.Take("พฤษภาคม", "ทุ่งทดลอง,ทต.บ้านใหม่,ก,100", ",ทต.แม่สมมติ,ก,10", ",อบต.กม.9,ก,10");
        office.Kept("พฤษภาคม", ",05560301,ก,1", ",ทต.แม่สมมติ,ก,1", ",อบต.กม.9,ก,1").ShouldBeNull("all are there again");
        office.Kept("มิถุนายน", ",ทต.แม่สมมติ,ก,1", ",อบต.กม.9,ก,11").ShouldBeNull("another month");
        office.Kept("พฤษภาคม", ",05560301,ก,1").ShouldBeNull("the return of one authority itself");
        office.Kept("พฤษภาคม", ",05560301,ก,1", ",อบต.ไม่มีจริง,ก,1").ShouldBeNull("which it is that is left out cannot be told");
        var said = office.Kept("พฤษภาคม", ",ทต.แม่สมมติ,ก,1", ",อบต.กม.9,ไม่มีรายการที่ต้องรายงาน,").ShouldNotBeNull();
        said.Severity.ShouldBe(Severity.Info);
        said.Message.ShouldBe("ไฟล์นี้ไม่มีแถวของ อปท. 1 แห่งที่เคยส่งไว้สำหรับเดือนพฤษภาคม พ.ศ. 2566 ได้แก่ ทต.บ้านใหม่ ระบบจึงยังใช้ตัวเลขที่ส่งไว้เดิมของ อปท. เหล่านี้");

        var (history, _) = office.Examine("พฤษภาคม", ",ทต.แม่สมมติ,ก,1", ",อบต.กม.9,ก,1");
        storage.Open().Write(history.StillStands).ShouldBeTrue();
        office.Take("พฤษภาคม", ",05560301,ก,101");
        storage.Open().Write(history.StillStands).ShouldBeFalse("the authority that was named sent a return of its own meanwhile");
        office.Kept("พฤษภาคม", ",ทต.แม่สมมติ,ก,1", ",อบต.กม.9,ก,1").ShouldBeNull("its own return counts, whatever the province sends");
        office.Take("พฤษภาคม", ",ทต.แม่สมมติ,ไม่มีรายการที่ต้องรายงาน,", ",อบต.กม.9,ก,1");
        office.Kept("พฤษภาคม", ",05560301,ก,1", ",อบต.กม.9,ก,1").ShouldBeNull("who has nothing to report has no figures that count");
    }

    private sealed class Office : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-etl-");
        private readonly Database _database;
        private readonly string _run;
        private readonly FormCatalogue _forms;
        private int _files;

        public Office(StorageUnderTest storage)
        {
            _database = storage.Open();
            _run = Given.Run(_database);
            Directory.CreateDirectory(Path.Combine(_folder.FullName, "forms", "authority-suite"));
            foreach (var year in new[] { "2565", "2566" })
                File.WriteAllText(Path.Combine(_folder.FullName, "forms", "authority-suite", $"form.{year}.yaml"), Yaml.Replace("2566", year, StringComparison.Ordinal));
            _forms = FormCatalogue.Load(_folder.FullName);
        }

        public int FiscalYear { get; set; } = 2566;

        public void Import()
        {
            foreach (var edition in new[] { MadeUpRegistry.Before, MadeUpRegistry.Now })
                _database.Write(lane => AuthorityEditions.Import(lane, new RegistryImport(edition.Effective, "made-up.csv", ContentHash.Of(Encoding.UTF8.GetBytes(edition.Effective.ToString("O", CultureInfo.InvariantCulture))), edition.All), "test"));
        }

        public (History History, Examined Examined) Examine(string month, params string[] rows)
        {
            var year = month == "ตุลาคม" ? FiscalYear - 1 : FiscalYear;
            var path = Path.Combine(_folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{++_files}.csv"));
            File.WriteAllText(path, $"แบบทดสอบของ อปท. ปีงบประมาณ {FiscalYear}\nประจำเดือน {month} {year}\nจังหวัดพะเยา\nอำเภอ,อปท.,รายการ,จำนวนเงิน{(rows[0].Split(',').Length == 5 ? ",รับคืน" : "")}\n{string.Join('\n', rows)}\n");
            var history = new History(_database);
            var pipeline = new Pipeline(new WorkbookReader(new ReadingLimits(), TimeProvider.System), new FormRecogniser(_forms), history.Of, authorities: history.Authorities, kept: history.KeptFromEarlier, later: history.After);
            return (history, pipeline.Examine(path, new Delivery("ก.csv", "56-พะเยา"), CancellationToken.None));
        }

        public (string? Unit, Verdict Verdict) Take(string month, params string[] rows)
        {
            var (history, examined) = Examine(month, rows);
            var file = Given.File(_database, _run, string.Create(CultureInfo.InvariantCulture, $"file {_files}"));
            var outcome = _database.Write(lane =>
            {
                history.StillStands(lane).ShouldBeTrue();
                return ReturnLoading.Load(lane, _run, file, examined.Workbook!, examined.Return.ShouldNotBeNull(string.Join('\n', examined.Findings.Select(finding => finding.Message))));
            });
            using var reader = _database.Read();
            return (reader.ExecuteScalar<string?>("SELECT unit FROM outcome WHERE id = @Id", new { outcome.Id }), outcome.Verdict);
        }

        public Finding? Kept(string month, params string[] rows) => Examine(month, rows).Examined.Findings.SingleOrDefault(finding => finding.Kind.Id == "AUT-010");

        public void Revert(int to) => _database.Write(lane =>
            Reverting.Revert(lane, new ReturnKey("authority-suite", Period.Parse("2566-05").Value, UnitCode.Parse("56").Value), to, "ส่งผิด", "test").Succeeded.ShouldBeTrue());

        // Key, unit, version and baht of the rows that count and report something.
        public List<string> Counting(long sequence = long.MaxValue)
        {
            using var reader = _database.Read();
            return reader.Query<(string Item, string Unit, long Version, long Amount)>(
                    $"""
                    SELECT f.item_code, r.unit, r.version, f.amount FROM ({AuthorityRows.OfAll}) r
                    JOIN fact f ON f.version_id = r.version_id AND f.row_position = r.row_position AND f.field_code = 'amount' AND f.amount IS NOT NULL
                    """,
                    new { form = "authority-suite", year = Period.Parse("2566-05").Value.Number, sequence })
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Item} {row.Unit} {row.Version} {row.Amount / 100}")).ToList();
        }

        public IReadOnlyList<Dla.Etl.Distribution.LoadedMoney?> Answered()
        {
            using var reader = _database.Read();
            return [.. OwedAnswer.All(reader).Select(owed => owed.Facts(reader, _forms).Answer.Loaded)];
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
