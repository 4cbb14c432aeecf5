namespace Dla.Etl.Samples;

/// <summary>An item as the circular prints it.</summary>
/// <param name="Number">Its printed number.</param>
/// <param name="Label">Its text; the scan's errors are mended.</param>
/// <param name="Ratio">อัตราส่วน that the circular gives legibly, else null.</param>
/// <param name="Unit">หน่วยนับ; where the scan lost it, a likely one that our offices write (synthetic).</param>
/// <param name="UnitKnown">True when the circular gives the unit legibly.</param>
public sealed record CircularItem(int Number, string Label, int? Ratio, string Unit, bool UnitKnown);

/// <summary>The form of circular มท 0803.3/ว 959 as the samples write it, independent of the YAML so that an error there shows.</summary>
public static class Circular
{
    /// <summary>The one main output.</summary>
    public const string MainOutput = "ส่งเสริมและสนับสนุน อปท.";

    /// <summary>Title; <c>{0}</c> is the fiscal year.</summary>
    public const string Title = "ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก ผลผลิตย่อย กิจกรรมย่อย ประจำปีงบประมาณ พ.ศ. {0} ของหน่วยงานหลัก";

    /// <summary>Words before the province.</summary>
    public const string Office = "ชื่อหน่วยงานหลัก สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด";

    /// <summary>What stands in every workbook below its table.</summary>
    public const string SyntheticNote = "หมายเหตุ : ข้อมูลสังเคราะห์เพื่อการทดสอบ ปริมาณในตารางมิใช่ตัวเลขจริงของจังหวัด";

    /// <summary>The three main activities that the scan shows.</summary>
    public static IReadOnlyList<CircularItem> MainActivities { get; } =
    [
        new(1, "พัฒนาบุคลากร", 25, "7,850 แห่ง", true),
        new(2, "พัฒนาและเพิ่มศักยภาพการบริหารหน่วยงาน", 25, "7,850 แห่ง", true),
        new(3, "พัฒนาระบบเทคโนโลยีสารสนเทศและการสื่อสาร", 25, "7,850 แห่ง", true),
    ];

    /// <summary>The two sub-outputs.</summary>
    public static IReadOnlyList<CircularItem> SubOutputs { get; } =
    [
        new(1, "การส่งเสริม สนับสนุนการดำเนินงานของ อปท.", 70, "จำนวน อปท. ในจังหวัด", true),
        new(2, "การส่งเสริมและสนับสนุนการดำเนินงานตามอำนาจหน้าที่ ภารกิจ ของ อปท.", 30, "จำนวน อปท. ในจังหวัด", true),
    ];

    /// <summary>The twenty sub-activities.</summary>
    public static IReadOnlyList<CircularItem> SubActivities { get; } =
    [
        new(1, "การสร้างเครือข่ายนักพัฒนาองค์กรของ อปท.", null, "เรื่อง", false),
        new(2, "การตรวจสอบและบันทึกข้อมูลนักเรียนเด็กเล็กสังกัด อปท. ในระบบสารสนเทศท้องถิ่น (LEC)", null, "ครั้ง", false),
        new(3, "การติดตามการดำเนินโครงการพัฒนาคุณภาพการศึกษาด้วยเทคโนโลยีสารสนเทศ (DLTV)", null, "แห่ง", false),
        new(4, "การดำเนินการโครงการอาหารเสริม(นม) และอาหารกลางวันในโรงเรียน รองรับสถานการณ์แพร่ระบาดของโรคติดเชื้อไวรัสโคโรนา 2019", null, "ครั้ง", false),
        new(5, "แนวทางการจัดกิจกรรมการเรียน การสอน \"โรงเรียนพอเพียงท้องถิ่น\" (LSS)", null, "แห่ง", false),
        new(6, "การฝึกอบรมเชิงปฏิบัติการ/สัมมนา ศึกษาดูงานของข้าราชการ ลูกจ้าง/พนักงานราชการสังกัด สถ.", 5, "คน", true),
        new(7, "การฝึกอบรมเชิงปฏิบัติการ/สัมมนา ศึกษาดูงานของข้าราชการ/พนักงานท้องถิ่น สังกัด อปท.", 5, "คน", true),
        new(8, "การดำเนินงานเกี่ยวกับการบริหารงานบุคคลส่วนท้องถิ่นของ อปท.", 5, "เรื่อง", true),
        new(9, "การเบิกจ่ายเงินประเภทต่าง ๆ ของ สถจ.", 5, "รายการ", true),
        new(10, "การให้บริการแนะนำ ตอบข้อหารือ ด้านระเบียบ หนังสือสั่งการ คำสั่งและกฎหมายท้องถิ่น", 5, "เรื่อง", true),
        new(11, "การพิจารณาอุทธรณ์และร้องทุกข์ของข้าราชการ/พนักงานส่วนท้องถิ่นในประเภทต่าง ๆ", null, "เรื่อง", false),
        new(12, "การรายงานผลการประเมินประสิทธิภาพของ อปท. (LPA)", null, "แห่ง", false),
        new(13, "การส่งข้อมูล รายงาน ติดตามผลระหว่าง สถ., สถจ., อปท. ด้วยระบบสารสนเทศ/อิเล็กทรอนิกส์", null, "ครั้ง", false),
        new(14, "การติดตามเร่งรัดและประเมินผลการเบิกจ่ายงบประมาณของ อปท. (e-Plan)", null, "ครั้ง", false),
        new(15, "การสำรวจข้อมูล ปัญหาอุปสรรคในการจัดเก็บภาษีที่ดินและสิ่งปลูกสร้าง", null, "แห่ง", false),
        new(16, "การจัดเก็บข้อมูลการจัดทำแผนที่ภาษีและทะเบียนทรัพย์สินผ่านระบบข้อมูลกลางของ อปท.", null, "แห่ง", false),
        new(17, "การดำเนินการเกี่ยวกับการบันทึกบัญชีในระบบบัญชีคอมพิวเตอร์ของ อปท. (e-LAAS)", null, "แห่ง", false),
        new(18, "การตรวจสอบ ติดตาม ให้คำแนะนำ และประเมินผลด้านการเงิน การคลัง และพัสดุ ของ อปท.", null, "ครั้ง", false),
        new(19, "การจัดเก็บข้อมูลสถิติการคลังท้องถิ่นของ อปท.", null, "แห่ง", false),
        new(20, "การดำเนินการเกี่ยวกับการบันทึกข้อมูลแหล่งน้ำของ อปท. ในระบบสารสนเทศด้านการบริหารจัดการน้ำ", null, "แห่ง", false),
    ];

    /// <summary>Which main activity stands beside a sub-activity on the printed pages: 1–6, 7–13, 14–20.</summary>
    public static int PageOf(int subActivity) => subActivity <= 6 ? 1 : subActivity <= 13 ? 2 : 3;
}
