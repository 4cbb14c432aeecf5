using System.Globalization;
using Dla.Etl.Calendar;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution.Letters;
using Dla.Etl.Distribution.Reminders;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Distribution;

/// <summary>When which rung is told of what.</summary>
public class ReminderTests
{
    private static readonly DefinitionFiles Files = DefinitionFiles.Read(Templates.Folder);
    private static readonly WorkingDays Calendar = new(HolidayCalendar.Load(Files));
    private static readonly ReminderPlan Plan = ReminderPlan.Load(Files);
    private static readonly DateOnly Deadline = new(2021, 5, 31);

    [Theory]
    [InlineData("2021-05-20", "", "a day too early: 21 May is the fifth working day before 31 May, since the 26th is Visakha")]
    [InlineData("2021-05-21", "before-5", "the day")]
    [InlineData("2021-05-25", "before-5 province-before-3", "made up for after two days without power")]
    [InlineData("2021-05-31", "before-5 province-before-3", "the deadline itself is the last day for it, and the fifth working day after the step")]
    [InlineData("2021-06-01", "after-1 division-after-1", "the first working day after it; what announced the deadline is over")]
    [InlineData("2021-06-02", "after-1 district-after-2 division-after-1", "the next rung; the others are made up for")]
    [InlineData("2021-06-04", "after-1 district-after-2 province-after-3 division-after-1", "3 June is a holiday")]
    [InlineData("2021-06-08", "after-1 district-after-2 province-after-3 division-after-5", "of two steps for the division only the later one")]
    [InlineData("2021-06-09", "after-1 district-after-2 province-after-3 division-after-5", "1 June is five working days ago")]
    [InlineData("2021-06-10", "district-after-2 province-after-3 division-after-5", "and now six")]
    [InlineData("2021-06-15", "division-after-5", "8 June is five working days ago")]
    [InlineData("2021-06-16", "", "all is long past")]
    [InlineData("2029-06-01", "", "a deadline of years ago, when the program is installed")]
    public void Steps_are_due_on_their_day_and_made_up_for_within_the_window(string today, string expected, string because) =>
        string.Join(' ', ReminderDays.Due(Plan, Deadline, Day(today), Calendar).Select(step => step.Id)).ShouldBe(expected, because);

    [Theory]
    [InlineData("5560123", Rung.Unit, "5560123", "an authority itself")]
    [InlineData("05560123", Rung.District, "5601", "eight digits: kind, province, district, number")]
    [InlineData("5560123", Rung.District, "5601", "seven digits: the nought of the kind is lost")]
    [InlineData("5601", Rung.District, null, "a district is not told of its own twice")]
    [InlineData("5601", Rung.Province, "56", "above a district")]
    [InlineData("05560123", Rung.Province, "56", "above an authority")]
    [InlineData("56", Rung.Province, null, "a province is not told of its own twice")]
    [InlineData("56", Rung.District, null, "no district stands above a province")]
    [InlineData("56", Rung.Unit, "56", "the province itself")]
    public void The_rung_above_is_found_by_the_digits(string unit, Rung rung, string? expected, string because) => Ladder.Above(unit, rung).ShouldBe(expected, because);

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("560")]
    [InlineData("๕๖")]
    [InlineData("561234567")]
    public void What_is_no_code_is_a_mistake_of_the_program(string unit) => Should.Throw<ArgumentException>(() => Ladder.Above(unit, Rung.Province));

    [Fact]
    public void Each_rung_sees_its_own_units_only()
    {
        var form = Templates.Form();
        OutstandingReturn[] owed =
        [
            .. new[] { "5560201", "5560102", "5560101", "5570101", "58" }.Select(unit => new OutstandingReturn(unit, form, OutstandingState.NotSent)),
            new("5560101", Templates.Form(2564), OutstandingState.Rejected),
        ];
        Told(Rung.Unit, owed).ShouldBe("5560101: 5560101 5560101; 5560102: 5560102; 5560201: 5560201; 5570101: 5570101; 58: 58", "one mail for all forms of a unit");
        Told(Rung.District, owed).ShouldBe("5601: 5560101 5560101 5560102; 5602: 5560201; 5701: 5570101");
        Told(Rung.Province, owed).ShouldBe("56: 5560101 5560101 5560102 5560201; 57: 5570101");
        Told(Rung.Post, owed).ShouldBe("accounting-head: 5560101 5560101 5560102 5560201 5570101 58");
    }

    [Fact]
    public void The_letter_to_an_office_says_what_is_missing_and_what_to_do()
    {
        var step = Plan.Steps[0];
        var letter = new ReminderLetter(Facts(step, 5), new RungNotice("56", [new("56", Templates.Form(), OutstandingState.Rejected)]), Ladder.NameOf("56"));
        letter.Subject.ShouldBe("ขอให้ส่งแบบรายงานปริมาณงานต้นทุนต่อหน่วยผลผลิต ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ภายในวันที่ ๓๑ พฤษภาคม ๒๕๖๔");
        Lines(letter.Of(["กองคลัง"], letter.Subject, [], [], ["ท้าย"])).ShouldBe(
            """
            กองคลัง
            ขอให้ส่งแบบรายงานปริมาณงานต้นทุนต่อหน่วยผลผลิต ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ภายในวันที่ ๓๑ พฤษภาคม ๒๕๖๔
            ------------------------------------------------------------
            ถึง สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพะเยา

            ด้วยแบบรายงานปริมาณงานต้นทุนต่อหน่วยผลผลิต ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ครบกำหนดส่งในวันที่ ๓๑ พฤษภาคม
            ๒๕๖๔ (เหลือ ๕ วันทำการ) ข้อมูล ณ วันที่ ๒๑ พฤษภาคม ๒๕๖๔ เวลา ๐๗.๓๐ น.
            ระบบยังไม่มีแบบรายงานของท่านที่ผ่านการตรวจสอบ ดังนี้

            แบบรายงาน                                         สถานะ
            ปริมาณงานต้นทุนต่อหน่วยผลผลิต ประจำปีงบประมาณ พ.ศ. ๒๕๖๓  ส่งแล้วแต่ไม่ผ่าน

            จึงแจ้งมาเพื่อดำเนินการส่งแบบรายงานภายในกำหนด กรณีส่งแล้วแต่ไม่ผ่าน
            โปรดแก้ไขตามใบตอบรับแล้วส่งไฟล์ใหม่ทั้งฉบับ หากท่านได้ส่งแล้วภายหลังเวลาข้างต้น ไม่ต้องดำเนินการใด
            กองคลัง กลุ่มงานบัญชี
            ------------------------------------------------------------
            ท้าย
            """);
    }

    [Fact]
    public void The_letter_to_the_division_names_every_office_and_those_that_no_mail_reaches()
    {
        var step = Plan.Steps.Single(one => one.Id == "division-after-1");
        var letter = new ReminderLetter(
            Facts(step, 1),
            new RungNotice("accounting-head", [new("55", Templates.Form(), OutstandingState.NotSent), new("56", Templates.Form(), OutstandingState.NeedsPermission)]), "ผู้อำนวยการกองคลัง");
        letter.Subject.ShouldBe("หน่วยงานที่ยังไม่ส่งแบบรายงานปริมาณงานต้นทุนต่อหน่วยผลผลิต ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ๒/๗๖ แห่ง");
        var text = Lines(letter.Of([], letter.Subject, [], [Ladder.ShortNameOf("55")], []));
        text.ShouldContain("เรียน ผู้อำนวยการกองคลัง");
        text.ShouldContain("สถจ.น่าน");
        text.ShouldContain("รอยืนยันสิทธิ์ผู้ส่ง");
        text.ShouldContain("๒/๗๖ แห่ง");
        text.ShouldContain("ไม่มีที่อยู่อีเมลในสมุดที่อยู่");
    }

    [Fact]
    public void The_owner_of_a_form_signs_and_his_own_head_is_told()
    {
        var (steps, division) = Plan.For("strategy");
        steps.Where(step => step.Role is not null).Select(step => step.Role).Distinct().ShouldBe(["strategy-head"]);
        steps.Select(step => step.Id).ShouldBe(Plan.Steps.Select(step => step.Id));
        division.ShouldBe("กองยุทธศาสตร์และแผนงาน");
        var letter = new ReminderLetter(Facts(steps[0], 5) with { Division = division }, new RungNotice("56", [new("56", Templates.Form(), OutstandingState.NotSent)]), Ladder.NameOf("56"));
        Lines(letter.Of([], letter.Subject, [], [], [])).ShouldEndWith("กองยุทธศาสตร์และแผนงาน");
        Should.Throw<KeyNotFoundException>(() => Plan.For("nobody"));
    }

    [Fact]
    public void Forms_of_the_department_and_of_the_provinces_that_share_a_deadline_are_counted_each_for_itself()
    {
        var step = Plan.Steps.Single(one => one.Id == "division-after-1");
        var costs = Templates.Forms.Get("cost-by-cost-centre", FiscalYear.FromBuddhistEra(2563));
        var own = new OutstandingReturn("00", costs, OutstandingState.NotSent);
        var both = new ReminderLetter(Facts(step, 1), new RungNotice("accounting-head", [own, new("55", Templates.Form(), OutstandingState.NotSent)]), "ผู้อำนวยการกองคลัง");
        both.Subject.ShouldContain("๒/๗๗ แห่ง");
        var letter = both.Of([], both.Subject, [], [], []);
        letter.Blocks.OfType<HeadingBlock>().Select(block => block.Text).ShouldBe(
        [
            "แบบรายงานค่าใช้จ่ายรายศูนย์ต้นทุน ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ยังไม่มีฉบับที่ผ่านการตรวจสอบ ๑/๑ แห่ง",
            "แบบรายงานปริมาณงานต้นทุนต่อหน่วยผลผลิต ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ยังไม่มีฉบับที่ผ่านการตรวจสอบ ๑/๗๖ แห่ง",
        ]);
        letter.Blocks.OfType<TableBlock>().Select(table => table.Rows.ShouldHaveSingleItem()[0]).ShouldBe(["กรมส่งเสริมการปกครองท้องถิ่น", "สถจ.น่าน"]);

        new ReminderLetter(Facts(step, 1), new RungNotice("accounting-head", [own]), "ผู้อำนวยการกองคลัง").Subject
            .ShouldBe("หน่วยงานที่ยังไม่ส่งแบบรายงานค่าใช้จ่ายรายศูนย์ต้นทุน ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ๑/๑ แห่ง", "all provinces have filed");
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "window: 5", "window: 0", "window" },
        { "working_days: -5", "working_days: soon", "must be a whole number from -60 to 60" },
        { "to: unit", "to: post", "a role stands beside to: post" },
        { "to: unit", "to: village", "allowed are unit, district, province, post" },
        { "id: one", "id: One", "lower-case" },
        { "subject: 'a {forms}'", "subject: 'a {form}'", "nothing fills {form}" },
        { "closing: [d]", "closing: [d]\n    role: accounting-head", "a role stands beside" },
        { "closing: [d]", "closing: ['{division}']", "a step prints {division}" },
        { "closing: [d]", "closing: [d]\n  - {id: one, working_days: 1, to: unit, subject: a, opening: b, paragraphs: [c], closing: [d]}", "stands twice" },
        { "closing: [d]", "closing: [d]\n  - {id: two, working_days: -5, to: unit, subject: a, opening: b, paragraphs: [c], closing: [d]}", "on the same day" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_the_plan_is_named(string good, string bad, string says)
    {
        const string Good = "window: 5\nsteps:\n  - id: one\n    working_days: -5\n    to: unit\n    subject: 'a {forms}'\n    opening: b\n    paragraphs: [c]\n    closing: [d]\n";
        ReminderPlan.Read("reminders.yaml", Good).Steps.ShouldHaveSingleItem();
        Good.ShouldContain(good);
        var wrong = Should.Throw<DefinitionException>(() => ReminderPlan.Read("reminders.yaml", Good.Replace(good, bad, StringComparison.Ordinal)));
        wrong.Message.ShouldContain(says);
        wrong.Message.ShouldStartWith("reminders.yaml");
    }

    private static ReminderFacts Facts(ReminderStep step, int days) => new(step, Deadline, new DateOnly(2021, 5, 21), new DateTimeOffset(2021, 5, 21, 0, 30, 0, TimeSpan.Zero), days) { Division = Plan.For(null).Division };

    private static string Lines(Letter letter) => LetterText.Of(letter, "\n").TrimEnd('\n');

    private static string Told(Rung rung, IReadOnlyList<OutstandingReturn> owed)
    {
        var step = Plan.Steps[0] with { To = rung, Role = rung == Rung.Post ? "accounting-head" : null };
        return string.Join("; ", Ladder.Notices(step, owed).Select(notice => $"{notice.Recipient}: {string.Join(' ', notice.Returns.Select(one => one.Unit))}"));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
