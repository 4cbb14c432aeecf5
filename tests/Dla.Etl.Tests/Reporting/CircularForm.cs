using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Reporting;

/// <summary>The form of the circular as a definition made by hand, so that these tests do not hang on the YAML.</summary>
internal static class CircularForm
{
    private static readonly (string Label, string Short, string? Unit)[] SubActivities =
    [
        ("การสร้างเครือข่ายนักพัฒนาองค์กรของ อปท.", "เครือข่ายนักพัฒนาองค์กร", null),
        ("การตรวจสอบและบันทึกข้อมูลนักเรียนเด็กเล็กสังกัด อปท. ในระบบสารสนเทศท้องถิ่น (LEC)", "ข้อมูลนักเรียน (LEC)", null),
        ("การติดตามการดำเนินโครงการพัฒนาคุณภาพการศึกษาด้วยเทคโนโลยีสารสนเทศ (DLTV)", "ติดตาม DLTV", null),
        ("การดำเนินการโครงการอาหารเสริม (นม) และอาหารกลางวันในโรงเรียน รองรับสถานการณ์แพร่ระบาดของโรคติดเชื้อไวรัสโคโรนา 2019", "อาหารเสริม (นม)/อาหารกลางวัน", null),
        ("แนวทางการจัดกิจกรรมการเรียนการสอน \"โรงเรียนพอเพียงท้องถิ่น\" (LSS)", "โรงเรียนพอเพียง (LSS)", null),
        ("การฝึกอบรมเชิงปฏิบัติการ/สัมมนา ศึกษาดูงานของข้าราชการ ลูกจ้าง/พนักงานราชการสังกัด สถ.", "อบรมบุคลากร สถ.", "คน"),
        ("การฝึกอบรมเชิงปฏิบัติการ/สัมมนา ศึกษาดูงานของข้าราชการ/พนักงานท้องถิ่น สังกัด อปท.", "อบรมบุคลากร อปท.", "คน"),
        ("การดำเนินงานเกี่ยวกับการบริหารงานบุคคลส่วนท้องถิ่นของ อปท.", "บริหารงานบุคคล", "เรื่อง"),
        ("การเบิกจ่ายเงินประเภทต่าง ๆ ของ สถจ.", "เบิกจ่ายเงิน สถจ.", "รายการ"),
        ("การให้บริการแนะนำ ตอบข้อหารือ ด้านระเบียบ หนังสือสั่งการ คำสั่งและกฎหมายท้องถิ่น", "ตอบข้อหารือ", "เรื่อง"),
        ("การพิจารณาอุทธรณ์และร้องทุกข์ของข้าราชการ/พนักงานส่วนท้องถิ่นในประเภทต่าง ๆ", "อุทธรณ์/ร้องทุกข์", null),
        ("การรายงานผลการประเมินประสิทธิภาพของ อปท. (LPA)", "รายงานผล LPA", null),
        ("การส่งข้อมูล รายงาน ติดตามผลระหว่าง สถ., สถจ., อปท. ด้วยระบบสารสนเทศ/อิเล็กทรอนิกส์", "รายงานทางอิเล็กทรอนิกส์", null),
        ("การติดตามเร่งรัดและประเมินผลการเบิกจ่ายงบประมาณของ อปท. (e-Plan)", "เร่งรัดเบิกจ่าย (e-Plan)", "ครั้ง"),
        ("การสำรวจข้อมูล ปัญหาอุปสรรคในการจัดเก็บภาษีที่ดินและสิ่งปลูกสร้าง", "สำรวจปัญหาภาษีที่ดินฯ", null),
        ("การจัดเก็บข้อมูลการจัดทำแผนที่ภาษีและทะเบียนทรัพย์สินผ่านระบบข้อมูลกลางของ อปท.", "แผนที่ภาษีฯ", null),
        ("การดำเนินการเกี่ยวกับการบันทึกบัญชีในระบบบัญชีคอมพิวเตอร์ของ อปท. (e-LAAS)", "บันทึกบัญชี e-LAAS", null),
        ("การตรวจสอบ ติดตาม ให้คำแนะนำ และประเมินผลด้านการเงิน การคลัง และพัสดุ ของ อปท.", "ตรวจการเงิน คลัง พัสดุ", null),
        ("การจัดเก็บข้อมูลสถิติการคลังท้องถิ่นของ อปท.", "สถิติการคลังท้องถิ่น", null),
        ("การดำเนินการเกี่ยวกับการบันทึกข้อมูลแหล่งน้ำของ อปท. ในระบบสารสนเทศด้านการบริหารจัดการน้ำ", "ข้อมูลแหล่งน้ำ", null),
    ];

    public static FormDefinition Of(int year) => new()
    {
        Id = "unit-cost-quantity",
        Year = FiscalYear.FromBuddhistEra(year),
        Title = $"ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก ผลผลิตย่อย กิจกรรมย่อย ประจำปีงบประมาณ พ.ศ. {year} ของหน่วยงานหลัก",
        ShortName = "ปริมาณต้นทุนต่อหน่วยผลผลิต",
        Source = "หนังสือ ที่ มท 0803.3/ว 959",
        FiledBy = FilingUnit.Province,
        Deadline = new DateOnly(year - 542, 5, 31),
        Recognise = new RecognitionMarks
        {
            Titles = ["ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก ผลผลิตย่อย กิจกรรมย่อย"],
            OfficeLines = ["ชื่อหน่วยงานหลัก สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด"],
            YearLines = ["ประจำปีงบประมาณ พ.ศ."],
            SubtotalLabels = ["รวม"],
            EndLabels = ["หมายเหตุ"],
        },
        Groups =
        [
            Group("main_output", "ผลผลิตหลัก", [], [Item("MO1", 1, "ส่งเสริมและสนับสนุน อปท.", null, 100)], "name"),
            Group("main_activity", "กิจกรรมหลัก", ["การกำหนดกิจกรรมหลัก"],
            [
                Item("MA1", 1, "พัฒนาบุคลากร", "แห่ง", 25, ("main_output", "MO1")),
                Item("MA2", 2, "พัฒนาและเพิ่มศักยภาพการบริหารหน่วยงาน", "แห่ง", 25, ("main_output", "MO1")),
                Item("MA3", 3, "พัฒนาระบบเทคโนโลยีสารสนเทศและการสื่อสาร", "แห่ง", 25, ("main_output", "MO1")),
            ], "name", "ratio", "unit"),
            Group("sub_output", "ผลผลิตย่อย", ["การกำหนดผลผลิตย่อย"],
            [
                Item("SO1", 1, "การส่งเสริม สนับสนุนการดำเนินงานของ อปท.", "จำนวน อปท. ในจังหวัด", 70, ("main_output", "MO1")),
                Item("SO2", 2, "การส่งเสริมและสนับสนุนการดำเนินงานตามอำนาจหน้าที่ ภารกิจ ของ อปท.", "จำนวน อปท. ในจังหวัด", 30, ("main_output", "MO1")),
            ], "name", "ratio", "quantity", "unit"),
            Group("sub_activity", "กิจกรรมย่อย", ["การกำหนดกิจกรรมย่อย"],
                [.. SubActivities.Select((activity, index) => SubActivity(index + 1, activity))], "name", "ratio", "quantity", "unit"),
        ],
        Checks = [],
        Tolerate = new HashSet<string>(),
        Path = "form.yaml",
        Hash = ContentHash.Of("form"u8),
    };

    private static ItemDefinition SubActivity(int number, (string Label, string Short, string? Unit) activity) =>
        Item($"SA{number:00}", number, activity.Label, activity.Unit, activity.Unit is null ? null : 5,
            ("main_activity", number <= 6 ? "MA1" : number <= 13 ? "MA2" : "MA3"), ("sub_output", number <= 13 ? "SO1" : "SO2")) with
        { ShortLabel = activity.Short };

    private static ItemDefinition Item(string code, int number, string label, string? unit, int? ratio, params (string Group, string Item)[] parents) => new()
    {
        Code = code,
        Number = number,
        Label = label,
        ShortLabel = label,
        Synonyms = [],
        Unit = unit is null ? Declared<string>.Unknown("the scan lost it") : Declared<string>.Known(unit),
        Ratio = ratio is { } percent ? Declared<long>.Known(percent * Quantity.Scale) : Declared<long>.Unknown("the scan lost it"),
        Parents = parents.ToDictionary(parent => parent.Group, parent => parent.Item, StringComparer.Ordinal),
    };

    private static GroupDefinition Group(string code, string label, string[] headings, ItemDefinition[] items, params string[] fields) => new()
    {
        Code = code,
        Label = label,
        Headings = headings,
        Rows = RowsOf.ListedItems,
        Items = items,
        Fields = [.. fields.Select(field => Field(field, label))],
    };

    private static FieldDefinition Field(string code, string group) => code switch
    {
        "name" => Field(code, group == "ผลผลิตหลัก" ? group : "ชื่อ" + group, FieldRole.Key, FieldType.Text),
        "ratio" => Field(code, "อัตราส่วน", FieldRole.Ratio, FieldType.Ratio),
        "quantity" => Field(code, "ปริมาณ", FieldRole.Figure, FieldType.Quantity),
        _ => Field(code, "หน่วยนับ", FieldRole.UnitOfMeasure, FieldType.Text),
    };

    private static FieldDefinition Field(string code, string label, FieldRole role, FieldType type) =>
        new() { Code = code, Label = label, Synonyms = [], Role = role, Type = type };
}
