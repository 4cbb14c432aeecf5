using System.Diagnostics;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;

namespace Dla.Etl.Tests.Recognition;

/// <summary>Groups to which the sender adds rows, on the form that is for measuring only.</summary>
public class OpenRowsTests
{
    private const string Head = """
        ทะเบียนรายการสำหรับทดสอบความเร็วของระบบ ประจำปีงบประมาณ พ.ศ. 2564
        สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพะเยา
        ชื่อรายการ|อำเภอ|ปริมาณ|หน่วยนับ|อัตราส่วน|เป้าหมาย|งบประมาณ|วงเงินตามสัญญา|เบิกจ่าย|วันที่เริ่ม|ผู้รับผิดชอบ|คำอธิบาย

        """;

    private static readonly FormRecogniser Recogniser = new(FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "benchmark")));

    [Fact]
    public void Every_row_with_a_name_is_a_row_and_no_item()
    {
        var step = Recognise(Head + "รายการ ก|เมืองพะเยา|#5|ครั้ง\n\nรวมพลังชุมชน|จุน|#7|ครั้ง|#5");

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Artefact!.Rows.Select(row => (row.Key, row.Item, row.Fields.Count, row.Fields[2]!.Value.Address.ToString()))
            .ShouldBe([("รายการ ก", null, 12, "C4"), ("รวมพลังชุมชน", null, 12, "C6")]);
    }

    [Fact]
    public void Sums_notes_and_rows_without_a_name()
    {
        var step = Recognise(Head + "ยอดยกมา||#5\nรายการ ก||#5\n|จุน|#7\n.....||\n|จุน|#8\nรวม||#5\nหมายเหตุ : ไม่มี\nรายการ ข||#6");

        step.Messages(Severity.Info).ShouldBe(
        [
            "REC-028 เซลล์ A6 (แถวที่ 6): มี 2 แถวที่มีค่าแต่ไม่มี “ชื่อรายการ”",
            "REC-025 เซลล์ A4 (แถวที่ 4): แถวผลรวม “ยอดยกมา” ไม่นำเข้าเป็นข้อมูล (ทั้งหมด 2 แถว)",
        ]);
        step.Artefact!.Rows.Single().Key.ShouldBe("รายการ ก");
    }

    [Fact]
    public void Pages_go_on_with_their_columns_in_another_order()
    {
        var step = Recognise(Head + "รายการ ก|จุน|#5|ครั้ง\nอัตราส่วน|ปริมาณ|ชื่อรายการ|หน่วยนับ\n#5|#6|รายการ ข|ครั้ง");

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Artefact!.Rows.Select(row => $"{row.Key} {row.Fields[2]!.Value.Raw.Value} {row.Fields[5]?.Address}").ShouldBe(["รายการ ก 5 F4", "รายการ ข 6 "]);
    }

    [Fact]
    public void Thirty_thousand_rows_take_no_long_time()
    {
        var head = Grid.Sheet("ทะเบียน", Head).Rows;
        RawCell[][] rows = [.. head, .. Enumerable.Range(1, 30_000).Select(Row)];
        var workbook = Grid.Book(new RawSheet("ทะเบียน", rows));
        Recogniser.Recognise(workbook, new Delivery("ทะเบียน.xlsx", "56-พะเยา"));

        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        var step = Recogniser.Recognise(workbook, new Delivery("ทะเบียน.xlsx", "56-พะเยา"));
        clock.Stop();

        step.Artefact!.Rows.Count.ShouldBe(30_000);
        var bytesPerRow = (GC.GetAllocatedBytesForCurrentThread() - before) / 30_000;
        bytesPerRow.ShouldBeLessThan(320, $"{clock.ElapsedMilliseconds} ms");
        clock.ElapsedMilliseconds.ShouldBeLessThan(3_000, "about fifty times what a quiet machine takes");
    }

    private static RawCell[] Row(int number) =>
    [
        Text($"รายการที่ {number}"), Text("เมืองพะเยา"), Number(number), Text("ครั้ง"), Number(5), Number(9), Number(1.5), Number(2), Number(3), Text("1 ต.ค. 2563"), Text("กลุ่มงานบริหาร"), Text("ข้อมูลสังเคราะห์"),
    ];

    private static RawCell Text(string text) => new(RawCellKind.Text, text);

    private static RawCell Number(double number) => new(RawCellKind.Number, number, "General");

    private static Step<RecognisedForm> Recognise(string literal) => Recogniser.Recognise(Grid.Csv(literal), new Delivery("ทะเบียน.csv", "56-พะเยา"));
}
