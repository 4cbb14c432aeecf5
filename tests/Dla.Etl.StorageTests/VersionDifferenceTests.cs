using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Normalising;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Two versions field by field, and how the differences are told.</summary>
public class VersionDifferenceTests
{
    private static readonly ReturnKey Key = new(Given.FormId, Given.Year(2563), Given.Unit(56));
    private static readonly FormDefinition Form = Given.Form();

    public static IEnumerable<object?[]> Cases => StorageUnderTest.OnEach(new TheoryData<string, NormalisedRow, NormalisedRow, string>
    {
        { "a larger amount", Quantity(Given.Quantity(7_850)), Quantity(Given.Quantity(7_900.5m)), "7,850 ครั้ง → 7,900.5 ครั้ง  (เพิ่มขึ้น 50.5)" },
        { "a smaller amount", Quantity(Given.Quantity(9)), Quantity(Given.Quantity(1)), "9 ครั้ง → 1 ครั้ง  (ลดลง 8)" },
        { "missing becomes a stated zero", Quantity(Given.Blank), Quantity(Given.Dash), "ไม่ได้กรอก → 0 ครั้ง (ระบุว่าไม่มี)" },
        { "a value becomes missing", Quantity(Given.Quantity(5)), Quantity(Given.Blank), "5 ครั้ง → ไม่ได้กรอก" },
        { "a typed zero is not a stated one", Quantity(Given.Quantity(0)), Quantity(Given.Dash), "0 ครั้ง → 0 ครั้ง (ระบุว่าไม่มี)" },
        { "there was no column", Quantity(new NormalisedField(FieldState.NoColumn, 0, null, null)), Quantity(Given.Quantity(5)), "ไม่มีคอลัมน์นี้ในไฟล์ → 5 ครั้ง" },
        { "an amount of another unit of measure has no difference", Given.Activity(Form, 2, Given.Quantity(5), "คน"), Given.Activity(Form, 2, Given.Quantity(9), "ครั้ง"),
            "5 คน → 9 ครั้ง / “คน” → “ครั้ง”" },
        { "money", Given.Project(Form, "ถนน", 100_000_00), Given.Project(Form, "ถนน", 99_999_50), "100,000.00 บาท → 99,999.50 บาท  (ลดลง 0.50 บาท)" },
        { "the same", Quantity(Given.Quantity(5)), Quantity(Given.Quantity(5)), "" },
    });

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void Each_change_is_told(string engine, string because, NormalisedRow before, NormalisedRow after, string told)
    {
        using var storage = StorageUnderTest.Of(engine);
        string.Join(" / ", Told(storage, [before], [after]).Select(change => change.Sentence)).ShouldBe(told, because);
    }

    [SkippableTheory]
    [MemberData(nameof(StorageUnderTest.Engines), MemberType = typeof(StorageUnderTest))]
    public void Rows_come_and_go_and_the_second_of_a_name_is_compared_with_the_second(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var told = Told(
            storage,
            [Given.Project(Form, "ถนน", 1_00), Given.Project(Form, "สะพาน", 2_00), Given.Project(Form, "ถนน", 3_00)],
            [Given.Project(Form, "ถนน", 1_00), Given.Project(Form, "ถนน", 4_00), Given.Project(Form, "คลอง", 5_00)]);
        told.Select(change => (change.Kind, change.ItemCode, change.Sentence)).ShouldBe(
        [
            ("changed", "ถนน", "3.00 บาท → 4.00 บาท  (เพิ่มขึ้น 1.00 บาท)"),
            ("added", "คลอง", "เพิ่มใหม่: 5.00 บาท"),
            ("removed", "สะพาน", "ตัดออก: 2.00 บาท"),
        ]);
        (told[1].CellBefore, told[1].CellAfter).ShouldBe((null, "แผ่นงาน “ปริมาณ” เซลล์ B9"));
        told[1].Places.ShouldBe("ฉบับก่อน: ไม่มีเซลล์นี้  ฉบับหลัง: แผ่นงาน “ปริมาณ” เซลล์ B9");
        told[0].Item.ShouldBe("โครงการ ถนน – budget");
    }

    public static IEnumerable<object?[]> Lines => StorageUnderTest.OnEach(new TheoryData<string, string, string, string>
    {
        { "a line put in between is one new line, and no change of those that follow", "ถนน:personnel:1 ถนน:travel:2 ถนน:grants:3", "ถนน:personnel:1 ถนน:other:9 ถนน:travel:2 ถนน:grants:3",
            "added โครงการ ถนน (ค่าใช้จ่ายอื่น) – budget: เพิ่มใหม่: 0.09 บาท | added โครงการ ถนน – category: เพิ่มใหม่: “ค่าใช้จ่ายอื่น”" },
        { "lines in another order are the same lines", "ถนน:personnel:1 ถนน:travel:2", "ถนน:travel:2 ถนน:personnel:1", "" },
        { "a line that is gone is one line gone, though those behind it move up", "ถนน:personnel:1 ถนน:travel:2 ถนน:grants:3", "ถนน:travel:2 ถนน:grants:3",
            "removed โครงการ ถนน (ค่าใช้จ่ายบุคลากร) – budget: ตัดออก: 0.01 บาท | removed โครงการ ถนน – category: ตัดออก: “ค่าใช้จ่ายบุคลากร”" },
        { "the line that says the same beside its amount is the one that changed", "ถนน:personnel:1 ถนน:travel:2", "ถนน:grants:7 ถนน:travel:5 ถนน:personnel:1",
            "added โครงการ ถนน (ค่าใช้จ่ายเงินอุดหนุน) – budget: เพิ่มใหม่: 0.07 บาท | added โครงการ ถนน – category: เพิ่มใหม่: “ค่าใช้จ่ายเงินอุดหนุน” | changed โครงการ ถนน (ค่าใช้จ่ายเดินทาง) – budget: 0.02 บาท → 0.05 บาท  (เพิ่มขึ้น 0.03 บาท)" },
        { "of two equal lines one may be gone", "ถนน:travel:2 ถนน:travel:2", "ถนน:travel:2",
            "removed โครงการ ถนน (ค่าใช้จ่ายเดินทาง) – budget: ตัดออก: 0.02 บาท | removed โครงการ ถนน – category: ตัดออก: “ค่าใช้จ่ายเดินทาง”" },
        { "a key with one line before and after has one line that changed", "ถนน:travel:2", "ถนน:grants:2", "changed โครงการ ถนน – category: “ค่าใช้จ่ายเดินทาง” → “ค่าใช้จ่ายเงินอุดหนุน”" },
    });

    [SkippableTheory]
    [MemberData(nameof(Lines))]
    public void Lines_of_one_key_are_told_apart_by_what_they_say(string engine, string because, string before, string after, string told)
    {
        using var storage = StorageUnderTest.Of(engine);
        string.Join(" | ", Told(storage, Rows(before), Rows(after), Given.LineForm).Select(change => $"{change.Kind} {change.Item}: {change.Sentence}")).ShouldBe(told, because);
    }

    private static NormalisedRow[] Rows(string lines) =>
        [.. lines.Split(' ').Select(line => line.Split(':')).Select(line => Given.Line(line[0], line[1], long.Parse(line[2], System.Globalization.CultureInfo.InvariantCulture)))];

    private static NormalisedRow Quantity(NormalisedField quantity) => Given.Activity(Form, 1, quantity);

    private static List<DescribedChange> Told(StorageUnderTest storage, NormalisedRow[] before, NormalisedRow[] after, FormDefinition? of = null)
    {
        var desk = new Desk(storage);
        var form = of ?? Form;
        desk.Load("A", Given.Return(form, 56, before));
        desk.Load("B", Given.Return(form, 56, after));
        using var reader = desk.Database.Read();
        VersionDifference.Numbers(reader, Key).ShouldBe([1, 2]);
        return [.. VersionDifference.Between(reader, Key, 1, 2).Select(new DifferenceText(form).Of)];
    }
}
