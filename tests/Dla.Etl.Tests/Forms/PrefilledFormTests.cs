using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Forms;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Tests.Validation;
using Dla.Etl.Values;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Forms;

/// <summary>Blank forms that come with the authorities filled in, and what such rows mean when they come back.</summary>
public class PrefilledFormTests
{
    private const string General = "general-grant-disbursement", Specific = "specific-grant-status", Plan = "development-plan-progress";
    private const int District = 0, Code = 1, Name = 2, Key = 3;

    private static readonly Delivery ByHand = new("ไม่บอกอะไร.xlsx", null);

    [Theory]
    [InlineData(General)]
    [InlineData(Specific)]
    [InlineData(Plan)]
    public void A_province_gets_a_row_for_each_of_its_authorities_in_the_order_of_the_reports(string form)
    {
        var sheet = Open(Blank(form, "56"));
        var head = Head(sheet);
        Enumerable.Range(0, 3).Select(column => Text(sheet, head, column)).ShouldBe(["อำเภอ", "รหัส อปท.", "ชื่อ อปท."]);
        var rows = Enumerable.Range(head + 1, 20).Select(row => $"{Text(sheet, row, District)} {Text(sheet, row, Code)} {Text(sheet, row, Name)}").Where(row => row.Trim().Length > 0).ToList();
        rows.Count.ShouldBe(MadeUpRegistry.Now.Of(ProvinceCode.From(56)).Count);
        rows[..4].ShouldBe(["เมืองพะเยา 02560101 อบจ.พะเยา", "ดอนสมมติ 05560501 ทต.ดอนสมมติ", "ดอนสมมติ 06560502 อบต.ดอนสมมติ", "ดอนสมมติ 06560503 อบต.ทมสมมติ"]);
        sheet.GetRow(head + 1).GetCell(Name).CellStyle.IsLocked.ShouldBeFalse("a second item of an authority is a copy of its row");
        var empty = Open(Blank(form, null));
        (Text(empty, Head(empty), 1), Text(empty, Head(empty) + 1, 0)).ShouldBe(("ชื่อ อปท.", ""), "without a province there are neither codes nor rows");
    }

    [Theory]
    [InlineData(General, 43)]
    [InlineData(Specific, 40)]
    [InlineData(Plan, 1)]
    public void One_authority_gets_a_row_for_each_item_or_as_many_as_the_form_has(string form, int rows)
    {
        var sheet = Open(Blank(form, "05560301"));
        var head = Head(sheet);
        var named = Enumerable.Range(head + 1, 80).Where(row => Text(sheet, row, Name) == "ทต.บ้านใหม่").ToList();
        named.Count.ShouldBe(rows);
        if (form == General)
            Text(sheet, named[13], Key).ShouldBe("เงินอุดหนุนสำหรับสนับสนุนอาหารเสริม (นม)");
    }

    public static TheoryData<string, string, int, int, string> Returned => new()
    {
        { General, "56", 0, 17, "nothing at all" },
        { General, "56", 3, 14, "three authorities" },
        { General, "05560301", 0, 43, "no item" },
        { General, "05560301", 2, 41, "two items" },
        { Specific, "56", 2, 15, "two projects" },
        { Plan, "56", 1, 16, "one plan" },
        { Plan, "05560301", 1, 0, "the only row" },
    };

    [Theory]
    [MemberData(nameof(Returned))]
    public void What_was_not_filled_in_is_no_row_and_is_told_once(string form, string unit, int filled, int untouched, string why)
    {
        var read = Recognise(Filled(form, unit, filled));
        read.Artefact.ShouldNotBeNull(why).Rows.Count.ShouldBe(filled, why);
        var told = read.Findings.Where(finding => finding.Kind.Id == "REC-040").ToList();
        told.Select(finding => finding.Found).ShouldBe(untouched == 0 ? [] : [untouched.ToString(System.Globalization.CultureInfo.InvariantCulture)], why);
        told.ShouldAllBe(finding => finding.Severity == Severity.Info);
        read.Findings.Where(finding => finding.Severity > Severity.Info).ShouldBeEmpty(why);
    }

    [Fact]
    public void Who_has_nothing_to_report_says_so_in_the_list_that_came_with_the_form()
    {
        var read = Recognise(Filled(General, "05560301", 0, sheet => Set(sheet, Head(sheet) + 1, Key, "ไม่มีรายการที่ต้องรายงาน")));
        read.Artefact!.Rows.ShouldHaveSingleItem().KeyCell.Raw.Value.ShouldBe("ไม่มีรายการที่ต้องรายงาน");
    }

    [Fact]
    public void A_row_that_somebody_began_is_a_row()
    {
        Recognise(Filled(General, "56", 0, sheet => Set(sheet, Head(sheet) + 1, Key, "อาหารกลางวัน"))).Artefact!.Rows.Count.ShouldBe(1, "an item without figures is a mistake, which the check of required fields tells");
        var read = Recognise(Filled(General, "56", 0, sheet => sheet.GetRow(Head(sheet) + 1).GetCell(Key + 1).SetCellValue(5)));
        read.Findings.ShouldContain(finding => finding.Kind.Id == "REC-028", "figures without an item");
    }

    [Fact]
    public void A_form_without_authorities_cannot_fill_them_in() => Should.Throw<DefinitionException>(() => KeyedForm.With(
        "", text => text.Replace("    key: [place, project]\n", "    key: [place, project]\n    prefill: authorities\n", StringComparison.Ordinal))).Message
        .ShouldEndWith("groups[0].prefill: 'project' has no field of the type authority, or no key");

    private static byte[] Filled(string form, string unit, int rows, Action<XSSFSheet>? also = null)
    {
        var book = NpoiCulture.Invariant(() => new XSSFWorkbook(new MemoryStream(Blank(form, unit))));
        var sheet = (XSSFSheet)book.GetSheetAt(0);
        var head = Head(sheet);
        for (var row = head + 1; row <= head + rows; row++)
        {
            if (form != Plan && Text(sheet, row, Key).Length == 0)
                Set(sheet, row, Key, form == General ? "อาหารกลางวัน" : "ถนนสมมติ");
            for (var column = Key + (form == Plan ? 0 : 1); column < Key + 3; column++)
                sheet.GetRow(row).GetCell(column).SetCellValue(100);
        }

        also?.Invoke(sheet);
        return NpoiCulture.Invariant(() =>
        {
            using var written = new MemoryStream();
            book.Write(written);
            return written.ToArray();
        });
    }

    private static byte[] Blank(string form, string? unit)
    {
        using var output = new MemoryStream();
        var month = Templates.Forms.Get(form, Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5));
        BlankForm.Write(month, unit is null ? null : Units.Find(unit), output, MadeUpRegistry.Now);
        return output.ToArray();
    }

    private static Step<RecognisedForm> Recognise(byte[] bytes)
    {
        return new FormRecogniser(Templates.Forms).Recognise(new WorkbookReader(new ReadingLimits(), TimeProvider.System).Read(bytes, CancellationToken.None).Artefact.ShouldNotBeNull(), ByHand);
    }

    private static XSSFSheet Open(byte[] bytes) => (XSSFSheet)Written.Open(bytes).GetSheetAt(0);

    private static int Head(XSSFSheet sheet) => Enumerable.Range(0, 12).First(row => Text(sheet, row, 0) == "อำเภอ");

    private static string Text(XSSFSheet sheet, int row, int column) =>
        sheet.GetRow(row)?.GetCell(column) is { CellType: NPOI.SS.UserModel.CellType.String } cell ? cell.StringCellValue : "";

    private static void Set(XSSFSheet sheet, int row, int column, string text) => sheet.GetRow(row).GetCell(column).SetCellValue(text);
}
