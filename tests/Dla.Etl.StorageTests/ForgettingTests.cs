using System.IO.Compression;
using System.Text;
using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Keeping;
using Dla.Etl.Reading;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>A person's address goes from everywhere, and no figure changes.</summary>
public sealed class ForgettingTests
{
    private const string Mail = "somchai.k@example.go.th";

    private static readonly PersonAddress Somchai = PersonAddress.Parse(Mail)!;

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task It_is_nowhere_afterwards_and_no_figure_changed(string engine)
    {
        await using var office = Office(engine);
        var figures = Figures(office);
        var forgetting = Forgetting(office);

        var found = forgetting.Find(Somchai, CancellationToken.None);
        found.Texts.Keys.ShouldBe(["answer.path", "fact.item_code", "finding.found", "finding.message", "finding.subject", "raw_row.cells", "received_file.drop_path", "received_file.file_name", "received_move.moved_to"], ignoreOrder: true);
        found.Originals.Count.ShouldBe(2, "one by its grid, one by a property of the document alone");
        found.Left.ShouldBeEmpty();
        Traces(office).ShouldNotBeEmpty("looking changes nothing");

        var removed = await forgetting.RemoveAsync(Somchai, "คำขอที่ 1/2564", TimeSpan.Zero, CancellationToken.None);

        removed.Left.ShouldBeEmpty();
        Traces(office).ShouldBeEmpty();
        forgetting.Find(Somchai, CancellationToken.None).Nowhere.ShouldBeTrue();
        Figures(office).ShouldBe(figures);
        ArchiveCheck.Run(office.Database, office.Archive).Complaints.ShouldBeEmpty();
        office.Database.Check().ShouldAllBe(check => check.IsWell);
        office.Rows()["raw_row"].ShouldContain("xsomchai.k@example.go.th", Case.Sensitive, "another person's address");
        using var connection = office.Database.Read();
        var cells = connection.ExecuteScalar<string>("SELECT cells FROM raw_row WHERE cells LIKE '%[ลบ]%'")!;
        System.Text.Json.JsonDocument.Parse(cells).RootElement[1][2].GetRawText().ShouldBe("0.1", "numbers stay as they were written");
        Audited(office).ShouldBe(2, "the originals, then the texts");
        var entry = connection.QueryFirst<(string Subject, string Detail)>("SELECT subject, detail FROM audit WHERE action = 'address_removed'");
        (entry.Subject + entry.Detail).ShouldNotContain("somchai");
        Somchai.Made(entry.Subject.Split(' ')[^1]).ShouldBeTrue("whoever knows the address can check that it was this one");
        PersonAddress.Parse("somsak@example.go.th")!.Made(entry.Subject.Split(' ')[^1]).ShouldBeFalse();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Stopped_anywhere_the_same_command_finishes(string engine)
    {
        await using var office = Office(engine);
        foreach (var step in (string[])["marked", "originals", "files"])
        {
            var stopped = new Forgetting(office.Database, office.Folders, new ReadingLimits(), office.Leases)
                { AtStep = at => { if (at == step) throw new OperationCanceledException(step); } };
            await Should.ThrowAsync<OperationCanceledException>(() => stopped.RemoveAsync(Somchai, null, TimeSpan.Zero, CancellationToken.None));
        }

        await Forgetting(office).RemoveAsync(Somchai, null, TimeSpan.Zero, CancellationToken.None);

        Traces(office).ShouldBeEmpty();
        ArchiveCheck.Run(office.Database, office.Archive).Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_this_command_cannot_remove_is_named()
    {
        await using var office = Office("sqlite");
        office.Receive($"รอตัดสิน {Mail}", "รอ.csv");
        var template = office.Archive.StoreDefinition(Encoding.UTF8.GetBytes($"ติดต่อ {Mail}"));
        office.Desk.Database.Write(lane =>
        {
            RunLog.Definition(lane, template, "form", "forms/ผู้ติดต่อ.yaml");
            lane.Execute($"INSERT INTO sighting (path, size, modified_at, first_seen_at, steady_since) VALUES ('{Mail}.xlsx', 1, @Now, @Now, @Now)", new { lane.Now });
        });

        var removed = await Forgetting(office).RemoveAsync(Somchai, null, TimeSpan.Zero, CancellationToken.None);

        removed.Left.Count.ShouldBe(3);
        removed.Left.ShouldContain(line => line.Contains("เลขรับ 000009"));
        removed.Left.ShouldContain(line => line.Contains("ผู้ติดต่อ.yaml"));
        removed.Left.ShouldContain(line => line.Contains("โฟลเดอร์ส่ง"));
        File.Exists(office.Archive.PathOf(ContentHash.Of(Encoding.UTF8.GetBytes($"รอตัดสิน {Mail}")))).ShouldBeTrue("it is not decided yet");
        (await Should.ThrowAsync<KeepingException>(() => Forgetting(office).RemoveAsync(Somchai, $"ลบ {Mail}", TimeSpan.Zero, CancellationToken.None)))
            .Message.ShouldContain("เหตุผล");
    }

    [Theory]
    [InlineData(Mail, "ติดต่อsomchai.k@example.go.thครับ", true, "Thai letters are no part of an address")]
    [InlineData(Mail, "SOMCHAI.K@Example.GO.TH", true, "in any case of letters")]
    [InlineData(Mail, "<mailto:somchai.k@example.go.th>.", true, "the point ends the sentence")]
    [InlineData(Mail, "000012 somchai.k@example.go.th.xlsx", true, "a file named after the address")]
    [InlineData(Mail, "รายงาน_somchai.k@example.go.th_แก้ไข", true, "no domain has an underscore")]
    [InlineData(Mail, "รายงาน_somchai.k@example.go.th", true, "an underscore after a Thai letter joins nothing")]
    [InlineData(Mail, "a.somchai.k@example.go.th", false, "somebody else")]
    [InlineData(Mail, "xsomchai.k@example.go.th", false, "somebody else")]
    [InlineData(Mail, "somchai.k@example.go.th.com", false, "another domain")]
    [InlineData(Mail, "somchaiXk@example.go.th", false, "the point is a point")]
    [InlineData("02-241-9000", "โทร 0 2241 9000", true, "any grouping")]
    [InlineData("02-241-9000", "(02) 241-9000 ต่อ 5", true, "in brackets")]
    [InlineData("02-241-9000", "โทร.๐๒ ๒๔๑ ๙๐๐๐", true, "Thai digits")]
    [InlineData("02-241-9000", "+66 2 241 9000", true, "from abroad")]
    [InlineData("+66 81 234 5678", "0812345678", true, "given as from abroad")]
    [InlineData("02-241-9000", "102241900055", false, "part of a longer number")]
    [InlineData("02-241-9000", "022419000.50", true, "followed by a point: it looks like money, but money has no leading nought")]
    [InlineData("02-241-9000", "66022419000", false, "a figure, without the plus")]
    public void An_address_is_known_in_any_way_of_writing_it(string address, string text, bool expected, string reason) =>
        PersonAddress.Parse(address).ShouldNotBeNull().IsIn(text).ShouldBe(expected, reason);

    [Theory]
    [InlineData("somchai")]
    [InlineData("somchai@")]
    [InlineData("191")]
    [InlineData("1234567890123")]
    [InlineData("สมชาย ใจดี")]
    [InlineData("a@b.th c@d.th")]
    public void What_is_no_address_is_refused(string text) => PersonAddress.Parse(text).ShouldBeNull();

    private static Forgetting Forgetting(KeptOffice office) => new(office.Database, office.Folders, new ReadingLimits(), office.Leases);

    // One return with the address in a cell, an open row's name and a finding; one with it in the document's properties; one with it in the file name only.
    private static KeptOffice Office(string engine)
    {
        var office = new KeptOffice(engine).Filled();
        var form = Given.Form();
        var workbook = new RawWorkbook(FileKind.Xlsx, [new RawSheet("ปริมาณ",
        [
            [new RawCell(RawCellKind.Text, $"ติดต่อ {Mail.ToUpperInvariant()} \"หัวหน้า\""), new RawCell(RawCellKind.Number, 0.1)],
            [new RawCell(RawCellKind.Text, "xsomchai.k@example.go.th")],
        ])]);
        Load(office, "ไม่มีอะไรในไบต์", "ปกติ.xlsx", 30, workbook, Given.Return(form, 30,
            [Given.Activity(form, 1, Given.Quantity(3)), Given.Project(form, $"โครงการของ {Mail}", 12_345)],
            new Finding(Given.Doubt) { Found = $"อีเมล {Mail}" }));
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        using (var properties = new StreamWriter(zip.CreateEntry("docProps/core.xml").Open()))
            properties.Write($"<lastModifiedBy>{Mail}</lastModifiedBy>");
        Load(office, package.ToArray(), "คุณสมบัติ.xlsx", 31, Given.Workbook(["ปกติ"]), Given.Return(31, 4));
        Load(office, Encoding.UTF8.GetBytes("ชื่อไฟล์เท่านั้น"), $"จาก {Mail}.xlsx", 32, Given.Workbook(["ปกติ"]), Given.Return(32, 5, new Finding(Given.Mistake) { Subject = $"{Mail}.xlsx" }));
        office.Desk.Database.Write(Consolidation.Refresh);
        File.WriteAllText(Path.Combine(office.Folders.Outbox, "1.eml"), $"To: {Mail}\r\n\r\nเรียน");
        File.WriteAllText(Path.Combine(office.Folders.Outbox, "2.eml"), "To: xsomchai.k@example.go.th\r\n\r\nเรียน");
        return office;
    }

    private static void Load(KeptOffice office, string content, string name, int unit, RawWorkbook workbook, Validation.ValidatedReturn validated) =>
        Load(office, Encoding.UTF8.GetBytes(content), name, unit, workbook, validated);

    private static void Load(KeptOffice office, byte[] content, string name, int unit, RawWorkbook workbook, Validation.ValidatedReturn validated)
    {
        var id = office.Receive(content, name);
        var outcome = office.Desk.Database.Write(lane => ReturnLoading.Load(lane, office.Desk.RunId, id, workbook, validated));
        var answer = $"{unit} {name} - รับแล้ว.txt";
        File.WriteAllText(Path.Combine(office.Folders.Replies, answer), $"ไฟล์ {name}", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        office.Desk.Database.Write(lane => RunLog.Answered(lane, outcome.Id, answer));
    }

    private static List<string> Figures(KeptOffice office)
    {
        using var connection = office.Database.Read();
        return connection.Query<string>("SELECT unit || ' ' || field_code || ' ' || unit_of_measure || ' ' || amount FROM consolidated_unit ORDER BY unit, field_code, unit_of_measure, amount").AsList();
    }

    // In another way than the program looks: every text of every table, every name and every byte on the disk.
    private static List<string> Traces(KeptOffice office) =>
    [
        .. office.Rows().Where(table => Bare(table.Value)).Select(table => table.Key),
        .. Directory.EnumerateFiles(office.Workspace, "*", SearchOption.AllDirectories)
            .Where(path => Bare(Path.GetFileName(path)) || Bare(Unpacked(path))),
    ];

    private static bool Bare(string text) => text.Replace("xsomchai.k", "", StringComparison.OrdinalIgnoreCase).Contains(Mail, StringComparison.OrdinalIgnoreCase);

    private static string Unpacked(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (!bytes.AsSpan().StartsWith("PK"u8))
            return Encoding.UTF8.GetString(bytes);
        using var zip = ZipFile.OpenRead(path);
        return string.Concat(zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
    }

    private static long Audited(KeptOffice office)
    {
        using var connection = office.Database.Read();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM audit WHERE action = 'address_removed'");
    }
}
