using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution.Letters;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;

namespace Dla.Etl.Distribution.Reminders;

/// <summary>What a reminder is about.</summary>
/// <param name="Step">The step.</param>
/// <param name="Deadline">The last day.</param>
/// <param name="Today">The day in Bangkok on which it is sent.</param>
/// <param name="AsOf">When the returns were looked at.</param>
/// <param name="Days">Working days up to the deadline, or since it.</param>
internal sealed record ReminderFacts(ReminderStep Step, DateOnly Deadline, DateOnly Today, DateTimeOffset AsOf, int Days)
{
    /// <summary>Who signs.</summary>
    public string Division { get; init; } = "";

    /// <summary>How many local authorities have to file the forms that authorities file.</summary>
    public int Authorities { get; init; }

    /// <summary>The owner of the forms; null for the division in whose name the program writes otherwise.</summary>
    public string? Owner { get; init; }
}

/// <summary>Composes reminders and overdue notices.</summary>
/// <param name="facts">What it is about.</param>
/// <param name="notice">Whom it tells of what.</param>
/// <param name="recipient">The recipient as it is addressed.</param>
internal sealed class ReminderLetter(ReminderFacts facts, RungNotice notice, string recipient)
{
    private readonly Dictionary<string, string> _values = Values(facts, notice, recipient);

    /// <summary>The subject.</summary>
    public string Subject => SlotText.Fill(facts.Step.Subject, _values);

    /// <summary>The letter.</summary>
    /// <param name="letterhead">Lines above everything.</param>
    /// <param name="subject">The subject as it is sent.</param>
    /// <param name="attached">Names of what is attached.</param>
    /// <param name="unreachable">Units without an address, of which the division is to know.</param>
    /// <param name="foot">Last lines.</param>
    public Letter Of(IReadOnlyList<string> letterhead, string subject, IReadOnlyList<string> attached, IReadOnlyList<string> unreachable, IReadOnlyList<string> foot)
    {
        var letter = new Letter().Head(letterhead, subject).Paragraph(Filled(facts.Step.Opening));
        foreach (var paragraph in facts.Step.Paragraphs)
            letter.Paragraph(Filled(paragraph));
        AddReturns(letter);
        if (unreachable.Count > 0)
            letter.Heading("หน่วยงานที่ระบบแจ้งทางอีเมลไม่ได้ เนื่องจากไม่มีที่อยู่อีเมลในสมุดที่อยู่").Paragraph(string.Join(", ", unreachable));
        if (attached.Count > 0)
            letter.Heading("เอกสารที่ส่งมาด้วย").List(attached);
        return letter.Paragraph([.. facts.Step.Closing.Select(Filled)]).Foot(foot);
    }

    /// <summary>How a return stands, for people.</summary>
    public static string Thai(OutstandingState state) => state switch
    {
        OutstandingState.NotSent => "ยังไม่ส่ง",
        OutstandingState.Rejected => "ส่งแล้วแต่ไม่ผ่าน",
        OutstandingState.NeedsPermission => "ได้รับแล้ว รอยืนยันสิทธิ์ผู้ส่ง",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    // A unit reads its own forms, the others a table of units; one form for all of them stands in the text above it. Several forms may share a deadline and be
    // filed by others, as the costs of the department and the quantities of the provinces: each has a table and a count of its own.
    private void AddReturns(Letter letter)
    {
        var forms = notice.Returns.GroupBy(one => (one.Form.Id, one.Form.Period)).ToList();
        if (facts.Step.To == Rung.Unit)
            letter.Table(["แบบรายงาน", "สถานะ"], [.. notice.Returns.Select(one => new[] { FormName(one.Form), Thai(one.State) })]);
        else
            foreach (var returns in forms)
                (forms.Count == 1 ? letter : letter.Heading(FormHeading([.. returns])))
                    .Table(["หน่วยงาน", "สถานะ"], Lines([.. returns]));
    }

    // A post is told of thousands of authorities by province; the report has them one by one.
    private string[][] Lines(IReadOnlyList<OutstandingReturn> returns) =>
        facts.Step.To == Rung.Post && returns[0].Form.FiledBy == FilingUnit.Authority
            ? [.. returns.GroupBy(one => Ladder.Above(one.Unit, Rung.Province)!, StringComparer.Ordinal)
                .Select(province => new[] { $"อปท. ใน{Units.Find(province.Key)?.Called ?? province.Key}", $"ยังไม่มีข้อมูล {Whole(province.Count())} แห่ง" })]
            : [.. returns.Select(one => new[] { one.Called, Thai(one.State) })];

    // Only a post sees all units, so only there does the number of all of them say anything.
    private string FormHeading(IReadOnlyList<OutstandingReturn> returns)
    {
        var all = facts.Step.To == Rung.Post ? $"/{Whole(Filing(facts, returns))}" : "";
        return $"แบบรายงาน{FormName(returns[0].Form)} ยังไม่มีฉบับที่ผ่านการตรวจสอบ {ThaiPrint.Digits($"{Whole(Owing(returns))}{all}")} แห่ง";
    }

    private string Filled(string text) => SlotText.Fill(text, _values);

    private static string FormName(FormDefinition form) => $"{form.ShortName} ประจำ{ThaiPrint.Digits(ThaiPeriods.Called(form.Period))}";

    private static Dictionary<string, string> Values(ReminderFacts facts, RungNotice notice, string recipient)
    {
        var values = new Dictionary<string, string>
        {
            ["recipient"] = recipient,
            ["deadline"] = ThaiDates.Long(facts.Deadline),
            ["as_of"] = ThaiDates.LongWithTime(facts.AsOf),
            ["forms"] = string.Join(" และ", notice.Returns.Select(one => FormName(one.Form)).Distinct(StringComparer.Ordinal).Select(name => $"แบบรายงาน{name}")),
            ["count"] = Whole(Owing(notice.Returns)),
            ["of"] = Whole(Filing(facts, notice.Returns)),
            ["days"] = Whole(facts.Days),
            ["division"] = facts.Division,
        };
        foreach (var slot in ReminderPlan.Slots)
            values[slot + "_thai"] = ThaiPrint.Digits(values[slot]);
        return values;
    }

    private static int Owing(IReadOnlyList<OutstandingReturn> returns) => returns.Select(one => one.Unit).Distinct(StringComparer.Ordinal).Count();

    // Of the forms that are outstanding only: where all provinces have filed, the department's own return is not one of 77.
    private static int Filing(ReminderFacts facts, IReadOnlyList<OutstandingReturn> returns)
    {
        var forms = returns.Select(one => one.Form).Distinct().ToLookup(form => form.FiledBy == FilingUnit.Authority);
        return forms[false].SelectMany(Units.Filing).Distinct().Count() + (forms[true].Any() ? facts.Authorities : 0);
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
