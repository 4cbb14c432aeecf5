using Dla.Etl.Normalising;

namespace Dla.Etl.Tests.Normalising;

public class MonthTextTests
{
    public static TheoryData<string, string, string> Months => new()
    {
        { "พฤษภาคม 2566", "5 2566-05", "as printed" },
        { "พฤษภาคม พ.ศ. 2566", "5 2566-05", "with the era" },
        { "พฤษภาคม พ.ศ. ๒๕๖๖", "5 2566-05", "Thai digits" },
        { "พ.ค. 66", "5 2566-05", "short, two digits are of the Buddhist era" },
        { "พค. 66", "5 2566-05", "one dot, as S001 prints its months" },
        { "พค 66", "5 2566-05", "no dot" },
        { "กพ. 2566", "2 2566-02", "not กำแพงเพชร: a month is expected here" },
        { "ตุลาคม 2565", "10 2565-10", "October belongs to the fiscal year that follows" },
        { "May 2566", "", "no Thai name" },
        { "ตุลาคม", "10 ", "a month without a year" },
        { "31 พฤษภาคม 2566", "5 2566-05", "data as of a day" },
        { "31/5/2566", "5 2566-05", "the same in figures" },
        { "31/05/2023", "5 2566-05", "common era" },
        { "ตุลาคม 2565 ถึงพฤษภาคม 2566", "5 2566-05", "figures that add up: the last month" },
        { "ต.ค. 65 - พ.ค. 66", "5 2566-05", "the same with a dash" },
        { "เมษายน 2566 และพฤษภาคม 2566", "!ระบุไว้หลายเดือน (เมษายน, พฤษภาคม)", "two months are none" },
        { "31/13/2566", "!ไม่มีเดือนที่ 13", "no such month" },
        { "พฤษภาคม 1566", "!ปี 1566 อยู่นอกช่วง พ.ศ. 2540–2640", "a slip in the year" },
        { "พฤษภาคมนี้", "", "a word that only begins like a month" },
        { "................", "", "to be filled in" },
    };

    [Theory]
    [MemberData(nameof(Months))]
    public void A_month_is_found_where_one_is_expected(string text, string expected, string because) => Told(MonthText.Find(text)).ShouldBe(expected, because);

    public static TheoryData<string, string, string> Names => new()
    {
        { "เบิกจ่าย พ.ค. 66", "5 2566-05", "with dots" },
        { "พฤษภาคม", "5 ", "a sheet for each month" },
        { "56-พย-general", "", "พย is พะเยา here" },
        { "พค 66", "", "without dots it may be anything" },
        { "รายงาน ส่ง 5 มิ.ย. 66", "", "the day of sending" },
        { "ประจำเดือนพฤษภาคม 2566", "5 2566-05", "behind the word" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_must_say_it_plainly(string name, string expected, string because) => Told(MonthText.FindInName(name)).ShouldBe(expected, because);

    private static string Told(Dla.Etl.Values.Parsed<NamedMonth>? month) => month switch
    {
        null => "",
        { Succeeded: false } failed => "!" + failed.Reason,
        { } found => $"{found.Value.Month} {found.Value.Period}",
    };
}
