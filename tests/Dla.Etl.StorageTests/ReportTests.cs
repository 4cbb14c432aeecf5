using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Reporting;
using Dla.Etl.Validation;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.StorageTests;

/// <summary>The real report from a real warehouse: its queries run, as of a sequence, on every engine.</summary>
public class ReportTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates");
    private static readonly FormCatalogue Forms = FormCatalogue.Load(Folder);
    private static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2563);

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_report_as_of_a_sequence_is_the_same_for_ever_and_a_later_one_shows_what_came_since(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var first = desk.Load("พะเยา 1", Return(56, 7, new Finding(Given.Doubt))).Sequence;
        desk.Load("เชียงราย", Return(57, 5));
        var before = Write(desk, first);
        desk.Load("พะเยา 2", Return(56, 9));
        var second = desk.Load("น่าน", Return(55, 1)).Sequence;

        Write(desk, first).Bytes.ShouldBe(before.Bytes, "nothing that came later shows");
        Row(before, "พะเยา").GetCell(5).NumericCellValue.ShouldBe(1, "version");
        Row(before, "พะเยา").GetCell(6).NumericCellValue.ShouldBe(1, "warnings");
        Total(before).ShouldBe(7);
        (before.Report.Reported, before.Report.Units).ShouldBe((1, 76));

        var after = Write(desk, second);
        after.Report.Content.ShouldNotBe(before.Report.Content);
        Row(after, "พะเยา").GetCell(5).NumericCellValue.ShouldBe(2);
        Row(after, "พะเยา").GetCell(6).NumericCellValue.ShouldBe(0, "the correction came without warnings");
        Total(after).ShouldBe(15);
        Evidence(after).ShouldContain(ContentHash.Of("พะเยา 2"u8).Hex);
        Evidence(after).ShouldNotContain(ContentHash.Of("พะเยา 1"u8).Hex);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void An_empty_warehouse_gives_a_report_that_says_so_and_a_year_without_template_gives_none(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        Write(desk, 0).Report.Reported.ShouldBe(0);
        using var output = new MemoryStream();
        var none = new ReportWriter(ReportCatalogue.Load(Folder), Forms, desk.Database)
            .Write(new ReportRequest("unit-cost-quantities", FiscalYear.FromBuddhistEra(2599), 0, DateTimeOffset.UnixEpoch), output);
        none.Artefact.ShouldBeNull();
        none.Findings.ShouldHaveSingleItem().Message.ShouldContain("มีเฉพาะปี 2563, 2564");
        output.Length.ShouldBe(0);
    }

    private static (byte[] Bytes, WrittenReport Report) Write(Desk desk, long sequence)
    {
        using var output = new MemoryStream();
        var step = new ReportWriter(ReportCatalogue.Load(Folder), Forms, desk.Database)
            .Write(new ReportRequest("unit-cost-quantities", Year, sequence, new DateTimeOffset(2021, 6, 1, 0, 0, 0, TimeSpan.Zero)), output);
        return (output.ToArray(), step.Artefact.ShouldNotBeNull(string.Join("\n", step.Findings.Select(finding => finding.Message))));
    }

    private static ValidatedReturn Return(int unit, int quantity, params IReadOnlyList<Finding> findings)
    {
        var form = Forms.Get("unit-cost-quantity", Year);
        var rows = form.Groups.Where(group => group.Code.StartsWith("sub_", StringComparison.Ordinal))
            .SelectMany(group => group.Items.Select(item => Row(group, item, quantity))).ToList();
        return new ValidatedReturn(new NormalisedReturn(form, ProvinceCode.From(unit), rows), findings);
    }

    private static NormalisedRow Row(GroupDefinition group, ItemDefinition item, int quantity)
    {
        var cell = new SourceCell(0, "แบบ", new CellAddress(0, 0), new RawCell(RawCellKind.Number, (double)quantity));
        return new(group, item, item.Label, cell,
        [
            .. group.Fields.Select(field => field.Role switch
            {
                FieldRole.Figure => new NormalisedField(FieldState.Value, quantity * Quantity.Scale, null, cell),
                FieldRole.UnitOfMeasure => new NormalisedField(FieldState.Value, 0, item.Unit.IsKnown ? item.Unit.Value : "ครั้ง", cell),
                FieldRole.Key => new NormalisedField(FieldState.Value, 0, item.Label, cell),
                _ => new NormalisedField(FieldState.Missing, 0, null, cell),
            }),
        ]);
    }

    private static ISheet Sheet((byte[] Bytes, WrittenReport) written, string name) =>
        NpoiCulture.Invariant(() => new XSSFWorkbook(new MemoryStream(written.Bytes))).GetSheet(name);

    private static IRow Row((byte[], WrittenReport) written, string province) => Rows(Sheet(written, "สถานะการส่ง"))
        .First(row => row.GetCell(1) is { CellType: CellType.String } cell && cell.StringCellValue == province);

    private static double Total((byte[], WrittenReport) written) => Rows(Sheet(written, "รายจังหวัด"))
        .First(row => row.GetCell(1) is { CellType: CellType.String } cell && cell.StringCellValue == "รวมทั้งสิ้น").GetCell(2).NumericCellValue;

    private static List<string> Evidence((byte[], WrittenReport) written) => [.. Rows(Sheet(written, "หลักฐาน"))
        .SelectMany(row => row.Cells).Where(cell => cell.CellType == CellType.String).Select(cell => cell.StringCellValue)];

    private static IEnumerable<IRow> Rows(ISheet sheet) => Enumerable.Range(0, sheet.LastRowNum + 1).Select(sheet.GetRow).Where(row => row is not null);
}
