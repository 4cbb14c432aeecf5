using System.Text;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Distribution.Marking.Xls;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Reading.Xls;
using Dla.Etl.Recognition;
using Dla.Etl.Samples.BadFiles;
using Dla.Etl.Tests.Cases;
using NPOI.HSSF.UserModel;
using NPOI.POIFS.FileSystem;
using NPOI.SS.UserModel;
using NPOI.SS.Util;

namespace Dla.Etl.Tests.Distribution.Marking;

/// <summary>An xls goes back marked and otherwise as it was.</summary>
public sealed class XlsMarksTests
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    // Said from two folders below the tests.
    private static string Samples => ExpectedCase.TestData("../../testdata");

    /// <summary>What a sender may have in his workbook, whether comments can go on that sheet, and why.</summary>
    public static TheoryData<string, bool, string> Workbooks => new()
    {
        { "plain", true, "nothing but a table" },
        { "picture", false, "HSSF loses drawings of a sheet to which it adds one" },
        { "comment", false, "a sender's comment is a drawing too" },
        { "merged", true, "the merge stays" },
        { "protected", true, "protection stays" },
        { "palette", true, "the palette is the sender's" },
        { "names", true, "names and print areas keep their sheets" },
        { "hidden sheet", true, "a hidden sheet stays hidden" },
        { "validation", true, "lists to choose from stay" },
        { "own rule", true, "a rule of the sender stays" },
        { "array formula", true, "tokens of formulas are compared, not their text" },
        { "many styles", true, "styles keep their numbers" },
        { "rich text", true, "letters within a cell keep their fonts" },
    };

    public static TheoryData<string> TestData =>
    [
        .. Directory.GetFiles(Samples, "*.xls", SearchOption.AllDirectories).Where(path => !path.Contains("password", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Samples, path)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Everything_but_the_marks_stays(string kind, bool commented, string reason)
    {
        var file = Marks.Book((book, sheet) => Add(kind, book, sheet));
        var marked = Marks.Xls(file, Marks.Wrong(Marks.Sheet, "B3"), Marks.Remark(Marks.Sheet, "B5"));
        var book = Marks.Open(marked);
        Marks.Rules(book).ShouldBe(2, reason);
        Marks.Comments(book).Count(text => text.StartsWith(MarkText.Begin, StringComparison.Ordinal)).ShouldBe(commented ? 2 : 0, reason);
        SheetsOf(marked).ShouldBe(SheetsOf(file), reason);
    }

    [Theory]
    [MemberData(nameof(TestData))]
    public void Every_xls_of_the_samples_is_marked_and_read_as_before(string path)
    {
        var file = File.ReadAllBytes(Path.Combine(Samples, path));
        var sheet = Reading.Reads.Bytes(file).Artefact!.Sheets[0];
        var marked = Marks.Xls(file, Marks.Wrong(sheet.Name, "B3"), Marks.Wrong(sheet.Name, "E8"));
        SheetsOf(marked).ShouldBe(SheetsOf(file));
        Marks.Comments(Marks.Open(marked), sheet.Name!).Count.ShouldBe(2);
    }

    [Fact]
    public void The_findings_sheet_is_last_and_shows_and_leads_to_the_cells()
    {
        var file = Marks.Book((book, _) => book.CreateSheet("แผ่น'สอง").CreateRow(0).CreateCell(0).SetCellValue("ก"));
        var book = Marks.Open(Marks.Xls(file, Marks.Wrong(Marks.Sheet, "B3"), Marks.Remark("แผ่น'สอง", "A1"), Marks.Wrong(Marks.Sheet, "C4", "=1+1")));
        book.NumberOfSheets.ShouldBe(3);
        book.ActiveSheetIndex.ShouldBe(2);
        var sheet = book.GetSheetAt(2);
        sheet.SheetName.ShouldBe("ผลการตรวจ");
        XlsUnmark.IsFindingsSheet(sheet).ShouldBeTrue();
        book.GetSheetAt(0).IsSelected.ShouldBeFalse();
        var first = sheet.GetRow(6);
        first.GetCell(FindingsSheetContent.CellColumn).StringCellValue.ShouldBe("B3");
        first.GetCell(FindingsSheetContent.CellColumn).Hyperlink.ShouldBeOfType<HSSFHyperlink>().TextMark.ShouldBe("'ปริมาณ'!B3");
        sheet.GetRow(8).GetCell(FindingsSheetContent.CellColumn).Hyperlink.ShouldBeOfType<HSSFHyperlink>().TextMark.ShouldBe("'แผ่น''สอง'!A1");
        var formula = sheet.GetRow(7).GetCell(5);
        (formula.CellType, formula.StringCellValue).ShouldBe((CellType.String, "=1+1"));
    }

    [Fact]
    public void A_workbook_that_has_a_sheet_of_that_name_keeps_it()
    {
        var file = Marks.Book((book, _) => book.CreateSheet("ผลการตรวจ").CreateRow(0).CreateCell(0).SetCellValue("ของหน่วยงาน"));
        Marks.Open(Marks.Xls(file, Marks.Wrong(Marks.Sheet, "B3"))).GetSheetAt(2).SheetName.ShouldBe("ผลการตรวจ (2)");
    }

    [Fact]
    public void Marks_of_an_earlier_answer_go()
    {
        var once = Marks.Xls(Marks.Book((book, sheet) => Add("own rule", book, sheet)), Marks.Wrong(Marks.Sheet, "B3"), Marks.Wrong(Marks.Sheet, "B4"), Marks.Remark(null!, "A1"));
        var (twice, why) = XlsMarks.Attempt(once, Marks.Request([Marks.Remark(Marks.Sheet, "C9")], receipt: 99), CancellationToken.None);
        twice.ShouldNotBeNull(why);
        var book = Marks.Open(twice);
        (book.NumberOfSheets, Marks.Rules(book)).ShouldBe((2, 1));
        Marks.Comments(book).ShouldHaveSingleItem().ShouldStartWith("[ผลการตรวจ กรมฯ] เลขรับที่ 99");
        ((HSSFSheet)book.GetSheetAt(0)).Sheet.ConditionalFormattingTable.Count.ShouldBe(2, "the sender's rule stands");
        book.GetSheetAt(1).LastRowNum.ShouldBe(6);
        book.GetSheetAt(1).GetRow(1).GetCell(0).StringCellValue.ShouldStartWith("เลขรับที่ 99");
    }

    [Fact]
    public void Our_rule_goes_before_the_senders()
    {
        var book = Marks.Open(Marks.Xls(Marks.Book((book, sheet) => Add("own rule", book, sheet)), Marks.Wrong(Marks.Sheet, "B3")));
        XlsUnmark.IsOurs(((HSSFSheet)book.GetSheetAt(0)).Sheet.ConditionalFormattingTable.Get(0).GetRule(0)).ShouldBeTrue();
    }

    [Fact]
    public void A_merged_cell_is_coloured_whole()
    {
        var book = Marks.Open(Marks.Xls(Marks.Book((book, sheet) => Add("merged", book, sheet)), Marks.Wrong(Marks.Sheet, "D3")));
        ((HSSFSheet)book.GetSheetAt(0)).Sheet.ConditionalFormattingTable.Get(0).Header.CellRanges.ShouldHaveSingleItem().FormatAsString().ShouldBe("D3:F4");
    }

    [Fact]
    public void Many_marks_need_several_rules_and_stay_within_a_record()
    {
        var file = Marks.Book((_, sheet) =>
        {
            for (var row = 30; row < 1_300; row++)
                sheet.CreateRow(row).CreateCell(1).SetCellValue(row);
        });
        Finding[] findings = [.. Enumerable.Range(31, 1_200).Select(row => Marks.Wrong(Marks.Sheet, FormattableString.Invariant($"B{row}")))];
        var book = Marks.Open(Marks.Xls(file, findings));
        (Marks.Rules(book), Marks.Comments(book).Count).ShouldBe((3, 1_200));
    }

    [Theory]
    [InlineData(200, 30, 30, 0xFF, 0xC0, 0xC8, "a colour of the palette that is near")]
    [InlineData(0, 0, 0, 0, 0, 0, "a palette of black: the cell is hatched instead")]
    public void The_palette_stays_and_the_nearest_colour_is_used(int darkRed, int darkGreen, int darkBlue, int red, int green, int blue, string reason)
    {
        var file = Marks.Book((book, _) =>
        {
            for (short index = 8; index < 64; index++)
                book.GetCustomPalette().SetColorAtIndex(index, (byte)darkRed, (byte)darkGreen, (byte)darkBlue);
            book.GetCustomPalette().SetColorAtIndex(20, (byte)red, (byte)green, (byte)blue);
        });
        var book = Marks.Open(Marks.Xls(file, Marks.Wrong(Marks.Sheet, "B3")));
        book.GetCustomPalette().GetColor(20).GetTriplet().ShouldBe([(byte)red, (byte)green, (byte)blue]);
        var fill = ((HSSFSheet)book.GetSheetAt(0)).SheetConditionalFormatting.GetConditionalFormattingAt(0).GetRule(0).GetPatternFormatting();
        if (red > 0)
            fill.FillBackgroundColor.ShouldBe((short)20, reason);
        else
            fill.FillPattern.ShouldBe(FillPattern.ThinForwardDiagonals, reason);
    }

    [Fact]
    public void Macros_and_properties_stay_byte_for_byte()
    {
        var container = new NPOIFSFileSystem(new MemoryStream(Marks.Book()));
        container.Root.CreateDirectory("_VBA_PROJECT_CUR").CreateDirectory("VBA").CreateDocument("dir", new MemoryStream(Encoding.ASCII.GetBytes(new string('m', 5_000))));
        using var file = new MemoryStream();
        container.WriteFileSystem(file);
        var marked = Marks.Xls(file.ToArray(), Marks.Wrong(Marks.Sheet, "B3"));
        XlsContainer.SameBeside(file.ToArray(), marked).ShouldBeTrue();
        CompoundFile.Open(marked).Has("_VBA_PROJECT_CUR").ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Unmarkable))]
    public void What_cannot_be_marked_is_left_alone(string kind, string why, string reason)
    {
        var file = kind switch
        {
            "half" => BrokenPackages.Half(Marks.Book()),
            "no workbook" => Container(("WordDocument", new byte[64])),
            "long stream" => LongerThanItsChain(),
            "records" => Container(("Workbook", new byte[600])),
            _ => Container(("Workbook", new byte[(16 * 1024 * 1024) + 512])),
        };
        var (marked, said) = XlsMarks.Attempt(file, Marks.Request([Marks.Wrong(Marks.Sheet, "B3")]), CancellationToken.None);
        marked.ShouldBeNull(reason);
        said.ShouldBe(why, reason);
    }

    public static TheoryData<string, string, string> Unmarkable => new()
    {
        { "half", "container", "cut off on the way" },
        { "no workbook", "container", "a Word document" },
        { "long stream", "container", "NPOI copies a stream for ever that its table says is shorter" },
        { "records", "records", "no workbook in the stream" },
        { "large", "too large", "HSSF would take gigabytes" },
    };

    [Theory]
    [InlineData("value")]
    [InlineData("text")]
    [InlineData("style")]
    [InlineData("cell more")]
    [InlineData("cell less")]
    [InlineData("row hidden")]
    [InlineData("type")]
    public void A_difference_in_a_cell_is_seen(string change)
    {
        var (one, other) = (Marks.Book(), Marks.Book((book, sheet) => Change(change, book, sheet)));
        XlsComparison.Held(Marks.Open(one), Marks.Open(other)).ShouldNotBeNull();
        XlsComparison.Held(Marks.Open(one), Marks.Open(one)).ShouldBeNull();
    }

    [Theory]
    [InlineData("picture")]
    [InlineData("comment")]
    [InlineData("validation")]
    [InlineData("own rule")]
    [InlineData("protected")]
    public void What_is_lost_beside_the_cells_is_seen(string kind)
    {
        var (has, lacks) = (Census(Marks.Book((book, sheet) => Add(kind, book, sheet))), Census(Marks.Book()));
        has.Lost(lacks, 1, (_, _) => false, new HashSet<int>()).ShouldNotBeNull();
        has.Lost(has, 1, (_, _) => false, new HashSet<int>()).ShouldBeNull();
    }

    [Fact]
    public void It_works_under_a_Thai_thread() =>
        UnderThai.Run(() => Marks.Xls(Marks.Book(), Marks.Wrong(Marks.Sheet, "B3"))).Length.ShouldBeGreaterThan(1_000);

    private static RecordCensus Census(byte[] file) => RecordCensus.Of(XlsContainer.WorkbookStream(file)!);

    private static List<string> SheetsOf(byte[] file) => [.. Reading.Reads.Bytes(file).Artefact!.Sheets.Where(sheet => !OwnSheet.Is(sheet)).Select(Dump)];

    private static string Dump(RawSheet sheet) => string.Join('\n',
    [
        sheet.Name!, sheet.Visibility.ToString(), string.Join(' ', sheet.Merged),
        .. sheet.Rows.Select(row => string.Join('|', row.Select(cell => $"{cell.Kind}{cell.Value}{cell.NumberFormat}"))),
    ]);

    private static byte[] Container(params (string Name, byte[] Bytes)[] streams)
    {
        using var folder = new Reading.Folder();
        var path = Path.Combine(folder.Path, "0f.xls");
        BrokenXls.Container(path, streams);
        return File.ReadAllBytes(path);
    }

    /// <summary>The entry of the second stream says more bytes than its chain has sectors.</summary>
    private static byte[] LongerThanItsChain()
    {
        var file = Container(("Workbook", XlsContainer.WorkbookStream(Marks.Book())!), ("Summary", new byte[5_000]));
        var name = file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("Summary"));
        file[name + 0x79] = 0x79;
        return file;
    }

    private static void Add(string kind, HSSFWorkbook book, HSSFSheet sheet)
    {
        switch (kind)
        {
            case "picture":
                sheet.CreateDrawingPatriarch().CreatePicture(new HSSFClientAnchor(0, 0, 0, 0, 4, 1, 6, 5), book.AddPicture(Dot, PictureType.PNG));
                break;
            case "comment":
                var comment = ((HSSFPatriarch)sheet.CreateDrawingPatriarch()).CreateCellComment(new HSSFClientAnchor(0, 0, 0, 0, 1, 1, 3, 4));
                comment.String = new HSSFRichTextString("ของหน่วยงาน");
                sheet.GetRow(1).GetCell(1).CellComment = comment;
                break;
            case "merged":
                sheet.GetRow(2).CreateCell(3).SetCellValue("รวม");
                sheet.AddMergedRegion(new CellRangeAddress(2, 3, 3, 5));
                break;
            case "protected":
                sheet.ProtectSheet("synthetic");
                break;
            case "palette":
                book.GetCustomPalette().SetColorAtIndex(45, 1, 2, 3);
                break;
            case "names":
                var name = book.CreateName();
                (name.NameName, name.RefersToFormula) = ("Total", "'ปริมาณ'!$B$21");
                book.SetPrintArea(0, 0, 2, 0, 20);
                sheet.RepeatingRows = new CellRangeAddress(0, 1, -1, -1);
                break;
            case "hidden sheet":
                book.CreateSheet("ซ่อน").CreateRow(0).CreateCell(0).SetCellValue("ค่า");
                book.SetSheetHidden(1, SheetState.VeryHidden);
                break;
            case "validation":
                sheet.AddValidationData(new HSSFDataValidation(new CellRangeAddressList(1, 5, 1, 1), DVConstraint.CreateNumericConstraint(ValidationType.INTEGER, OperatorType.BETWEEN, "0", "100")));
                break;
            case "own rule":
                var rule = sheet.SheetConditionalFormatting.CreateConditionalFormattingRule("$B1>5");
                rule.CreatePatternFormatting().FillBackgroundColor = 42;
                sheet.SheetConditionalFormatting.AddConditionalFormatting([new CellRangeAddress(0, 20, 1, 1)], rule);
                break;
            case "array formula":
                sheet.SetArrayFormula("SUM(B1:B5*2)", new CellRangeAddress(22, 22, 1, 1));
                break;
            case "many styles":
                for (var row = 0; row < 20; row++)
                    sheet.GetRow(row).GetCell(1).CellStyle = Style(book, (short)(row % 8));
                break;
            case "rich text":
                var rich = new HSSFRichTextString("หนา บาง");
                rich.ApplyFont(0, 3, Bold(book));
                sheet.GetRow(3).GetCell(0).SetCellValue(rich);
                break;
        }
    }

    private static void Change(string change, HSSFWorkbook book, HSSFSheet sheet)
    {
        var cell = sheet.GetRow(4).GetCell(1);
        switch (change)
        {
            case "value": cell.SetCellValue(5.0000000001); break;
            case "text": sheet.GetRow(4).GetCell(0).SetCellValue("อื่น"); break;
            case "style": cell.CellStyle = Style(book, 4); break;
            case "cell more": sheet.GetRow(4).CreateCell(9); break;
            case "cell less": sheet.GetRow(4).RemoveCell(cell); break;
            case "row hidden": sheet.GetRow(4).ZeroHeight = true; break;
            case "type": cell.SetCellValue("5"); break;
        }
    }

    private static ICellStyle Style(HSSFWorkbook book, short format)
    {
        var style = book.CreateCellStyle();
        style.DataFormat = format;
        return style;
    }

    private static IFont Bold(HSSFWorkbook book)
    {
        var font = book.CreateFont();
        font.IsBold = true;
        return font;
    }
}
