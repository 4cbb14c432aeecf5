using System.Reflection;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>Every leniency of reading, by name. Its code is stable: forms name it, INFO findings carry its sentence. Source: DOMAIN §6.2–6.5.</summary>
public static class Tolerances
{
    /// <summary>๐–๙ were read as 0–9.</summary>
    public static readonly Tolerance ThaiDigits = new("thai_digits", "อ่านเลขไทยเป็นเลขอารบิก");

    /// <summary>U+200B–200D, U+2060, U+FEFF and U+00AD were dropped.</summary>
    public static readonly Tolerance ZeroWidth = new("zero_width", "ตัดอักขระที่มองไม่เห็น (ความกว้างศูนย์) ออก");

    /// <summary>No-break and typographic spaces were read as a plain space.</summary>
    public static readonly Tolerance OddSpaces = new("odd_spaces", "อ่านช่องว่างชนิดพิเศษเป็นช่องว่างธรรมดา");

    /// <summary>Glyphs of the private use area, left by copying from PDF, were read as the letters that they draw.</summary>
    public static readonly Tolerance PrivateUseGlyphs = new("private_use_glyphs", "แปลงอักขระเฉพาะแบบอักษรที่มาจากการคัดลอกจาก PDF เป็นอักษรไทยมาตรฐาน");

    /// <summary>ํ and า were joined to ำ.</summary>
    public static readonly Tolerance DecomposedSaraAm = new("decomposed_sara_am", "รวมนิคหิตกับสระอาเป็นสระอำ");

    /// <summary>เเ was read as แ.</summary>
    public static readonly Tolerance DoubleSaraE = new("double_sara_e", "อ่านสระเอสองตัวติดกันเป็นสระแอ");

    /// <summary>Vowel signs and tone marks were put into their standard order.</summary>
    public static readonly Tolerance MarkOrder = new("mark_order", "จัดลำดับสระและวรรณยุกต์ให้เป็นมาตรฐาน");

    /// <summary>The same mark typed twice was read once.</summary>
    public static readonly Tolerance RepeatedTone = new("repeated_tone", "ตัดวรรณยุกต์หรือสระที่พิมพ์ซ้ำออก");

    /// <summary>A space before a mark that cannot stand alone was dropped.</summary>
    public static readonly Tolerance SpaceBeforeMark = new("space_before_mark", "ตัดช่องว่างหน้าสระหรือวรรณยุกต์ออก");

    /// <summary>Separators of thousands were dropped.</summary>
    public static readonly Tolerance Grouping = new("grouping", "ตัดเครื่องหมายคั่นหลักพันออกจากตัวเลขที่พิมพ์เป็นข้อความ");

    /// <summary>A unit of measure written in the cell of the figure was split off.</summary>
    public static readonly Tolerance UnitInCell = new("unit_in_cell", "แยกหน่วยนับที่เขียนรวมอยู่กับตัวเลขออก");

    /// <summary>A dash was read as a stated zero.</summary>
    public static readonly Tolerance StatedZeroDash = new("stated_zero_dash", "อ่านเครื่องหมายขีด (-) เป็นศูนย์");

    /// <summary>ไม่มี or ไม่ใช้งบประมาณ was read as a stated zero.</summary>
    public static readonly Tolerance StatedZeroWord = new("stated_zero_word", "อ่านคำว่า “ไม่มี” หรือ “ไม่ใช้งบประมาณ” เป็นศูนย์");

    /// <summary>A number in parentheses was read as negative.</summary>
    public static readonly Tolerance ParenthesesNegative = new("parentheses_negative", "อ่านตัวเลขในวงเล็บเป็นค่าติดลบ");

    /// <summary>A minus after the number was read as its sign.</summary>
    public static readonly Tolerance TrailingMinus = new("trailing_minus", "อ่านเครื่องหมายลบที่อยู่ท้ายตัวเลขเป็นค่าติดลบ");

    /// <summary>A typographic dash was read as a minus.</summary>
    public static readonly Tolerance DashVariant = new("dash_variant", "อ่านขีดชนิดพิเศษเป็นเครื่องหมายลบหรือขีดธรรมดา");

    /// <summary>A remainder of binary arithmetic beyond the fourth decimal was dropped.</summary>
    public static readonly Tolerance FloatingNoise = new("floating_noise", "ตัดเศษเล็กน้อยที่เกิดจากการคำนวณของโปรแกรมตารางงาน");

    /// <summary>Money of a numeric cell was rounded to whole satang, halves away from zero.</summary>
    public static readonly Tolerance RoundedToSatang = new("rounded_to_satang", "ปัดเศษจำนวนเงินเป็นสองตำแหน่ง");

    /// <summary>The scale (บาท, พันบาท, ล้านบาท) was taken from the cell.</summary>
    public static readonly Tolerance ScaleInCell = new("scale_in_cell", "ใช้หน่วยเงินที่เขียนไว้ในเซลล์");

    /// <summary>The percent sign or the word ร้อยละ was written beside the number.</summary>
    public static readonly Tolerance PercentInCell = new("percent_in_cell", "อ่านตัวเลขที่มีเครื่องหมาย % หรือคำว่า “ร้อยละ” กำกับ");

    /// <summary>A percentage of at most one without a percent format was taken as written.</summary>
    public static readonly Tolerance PercentAtMostOne = new("percent_at_most_one", "ค่าร้อยละไม่เกิน 1 อ่านตามที่พิมพ์ โปรดตรวจสอบว่าไม่ได้หมายถึงสัดส่วน");

    /// <summary>A known other spelling of a unit of measure was read as the controlled one.</summary>
    public static readonly Tolerance UnitSynonym = new("unit_synonym", "อ่านหน่วยนับที่สะกดต่างเป็นหน่วยนับมาตรฐาน");

    /// <summary>A known other spelling of a word of a closed list was read as the code that it means.</summary>
    public static readonly Tolerance CodeSynonym = new("code_synonym", "อ่านคำที่เขียนต่างจากรายการให้เลือกเป็นค่าในรายการ");

    /// <summary>A known other spelling or short name of a province was read as its name.</summary>
    public static readonly Tolerance ProvinceSpelling = new("province_spelling", "อ่านชื่อจังหวัดที่สะกดต่างหรือเขียนย่อเป็นชื่อทางการ");

    /// <summary>The abbreviation of a province was read as its name.</summary>
    public static readonly Tolerance ProvinceAbbreviation = new("province_abbreviation", "อ่านอักษรย่อจังหวัดเป็นชื่อจังหวัด");

    /// <summary>A date that the workbook stores 543 years late was put right.</summary>
    public static readonly Tolerance BuddhistSerial = new("buddhist_serial", "ปรับวันที่ที่พิมพ์ปี พ.ศ. ลงในปฏิทิน ค.ศ. ให้ถูกต้อง (ลบ 543 ปี)");

    /// <summary>A year of two digits was read as 25xx.</summary>
    public static readonly Tolerance TwoDigitYear = new("two_digit_year", "อ่านปีสองหลักเป็นปี พ.ศ. 25xx");

    /// <summary>A year of two digits read as 25xx lies more than five years from the year of the return.</summary>
    public static readonly Tolerance TwoDigitYearFar = new("two_digit_year_far", "อ่านปีสองหลักเป็นปี พ.ศ. 25xx ซึ่งห่างจากปีของรายงานเกิน 5 ปี โปรดตรวจสอบ");

    /// <summary>A common-era year was read as such.</summary>
    public static readonly Tolerance CommonEraYear = new("common_era_year", "อ่านปีเป็นปี ค.ศ.");

    /// <summary>An abbreviated month was written without all its dots.</summary>
    public static readonly Tolerance MonthWithoutDots = new("month_without_dots", "อ่านชื่อย่อเดือนที่ไม่ใส่จุดครบ");

    /// <summary>A known misspelling of a month was read as its name.</summary>
    public static readonly Tolerance MonthSpelling = new("month_spelling", "อ่านชื่อเดือนที่สะกดต่างเป็นชื่อทางการ");

    /// <summary>A time of day beside a date was left out.</summary>
    public static readonly Tolerance TimeDropped = new("time_dropped", "ตัดเวลาที่เขียนต่อท้ายวันที่ออก");

    /// <summary>All of them, in the order above.</summary>
    public static IReadOnlyList<Tolerance> All { get; } =
        [.. typeof(Tolerances).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (Tolerance)field.GetValue(null)!)];

    /// <summary>The tolerance with a code, or null when there is none.</summary>
    public static Tolerance? Find(string code) => All.FirstOrDefault(tolerance => tolerance.Code == code);

    /// <summary>True when one of these says that the sender stated a zero (a dash or a word) instead of writing a number.</summary>
    public static bool SayZero(IReadOnlyList<Tolerance> used)
    {
        ArgumentNullException.ThrowIfNull(used);
        return used.Contains(StatedZeroDash) || used.Contains(StatedZeroWord);
    }
}
