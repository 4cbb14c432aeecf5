using Dla.Etl.Definitions;

namespace Dla.Etl.Tests.Definitions;

/// <summary>Mistakes that the definition of open rows can have.</summary>
public sealed class OpenRowsYamlTests : IDisposable
{
    private const string Good = """
        form: tiny
        fiscal_year: 2563
        title: 'แบบเล็ก'
        short_name: 'เล็ก'
        source: 'ทดสอบ'
        filed_by: department
        deadline: 2021-05-31
        recognise: {titles: [แบบเล็ก], office_lines: [กรม], year_lines: [ปีงบประมาณ], subtotal_labels: [รวม], control_labels: [ยอดคุม], end_labels: [หมายเหตุ]}
        groups:
          - code: line
            label: รายการ
            rows: open
            blank_rows: 7
            fields:
              - {code: name, label: ชื่อ, role: key, type: text}
              - {code: kind, label: ชนิด, role: text, type: code, codes: [{code: a, label: หนึ่ง}, {code: b, label: สอง, synonyms: [2]}]}
              - {code: amount, label: จำนวนเงิน, role: figure, type: baht, negative: true}
        checks:
          - {kind: control_total, group: line, field: amount, when_missing: WARNING}
          - {kind: money_history, group: line, field: amount, within: 2}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("dla-open-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_good_file_loads()
    {
        var form = Load(Good);
        form.FiledBy.ShouldBe(FilingUnit.Department);
        form.Groups[0].BlankRows.ShouldBe(7);
        form.Groups[0].Fields[1].Codes!.Labels.ShouldBe("หนึ่ง, สอง");
        form.Groups[0].Fields[2].MayBeNegative.ShouldBeTrue();
    }

    [Fact]
    public void A_monthly_form_has_twelve_periods_each_with_its_deadline()
    {
        var form = Load(Good.Replace("deadline: 2021-05-31", "period: month\ndeadline_day: 5", StringComparison.Ordinal)
            .Replace("year_lines:", "month_lines: [ประจำเดือน], year_lines:", StringComparison.Ordinal));
        form.Periods.Select(month => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{month.Period} {month.Deadline:yyyy-MM-dd}")).ShouldBe(
        [
            "2562-10 2019-11-05", "2562-11 2019-12-05", "2562-12 2020-01-05", "2563-01 2020-02-05", "2563-02 2020-03-05", "2563-03 2020-04-05",
            "2563-04 2020-05-05", "2563-05 2020-06-05", "2563-06 2020-07-05", "2563-07 2020-08-05", "2563-08 2020-09-05", "2563-09 2020-10-05",
        ]);
        form.Deadline.ShouldBe(new DateOnly(2020, 10, 5), "without a month that of the last one");
        Should.Throw<ArgumentException>(() => form.For(Dla.Etl.Values.Period.Parse("2563-10").Value), "a month of another fiscal year");
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "deadline: 2021-05-31", "period: month\ndeadline: 2021-05-31", "deadline: a monthly form has deadline_day, the day of the month after" },
        { "deadline: 2021-05-31", "deadline: 2021-05-31\ndeadline_day: 5", "deadline_day: only a monthly form has it (period: month)" },
        { "deadline: 2021-05-31", "period: month\ndeadline_day: 29", "deadline_day: must be a whole number from 1 to 28, not “29”" },
        { "deadline: 2021-05-31", "period: month\ndeadline_day: 5", "recognise.month_lines: missing key; allowed are titles, office_lines, year_lines, month_lines, subtotal_labels, control_labels, part_labels, end_labels, ignored_columns, other_documents" },
        { "year_lines: [ปีงบประมาณ]", "year_lines: [ปีงบประมาณ], month_lines: [เดือน]", "recognise.month_lines: only a monthly form has them" },
        { ", codes: [{code: a, label: หนึ่ง}, {code: b, label: สอง, synonyms: [2]}]", "", "groups[0].fields[1]: the field 'kind' has the type code and a list of codes, or neither" },
        { "type: code", "type: text", "groups[0].fields[1]: the field 'kind' has the type code and a list of codes, or neither" },
        { "role: text, type: code", "role: ratio, type: code", "groups[0].fields[1]: the field 'kind' is of the type code, so that its role must be text, or key where the group's key has it" },
        { "synonyms: [2]", "synonyms: [ห นึ่ ง]", "groups[0].fields[1].codes: “หนึ่ง” means two codes" },
        { "[{code: a, label: หนึ่ง}, {code: b, label: สอง, synonyms: [2]}]", "[]", "groups[0].fields[1].codes: a closed list needs at least one code" },
        { ", negative: true", "", "groups[0].fields[2]: the field 'amount' is money without negative: true, so that a range check must give its min" },
        { "checks:", "checks:\n  - {kind: range, group: line, field: amount, min: 0}", "groups[0].fields[2]: the field 'amount' may be negative, and a range check refuses it" },
        { "role: text, type: code,", "role: text, type: code, negative: true,", "groups[0].fields[1]: the field 'kind' is no money, so that it cannot say negative" },
        { "blank_rows: 7", "blank_rows: 0", "groups[0].blank_rows: must be a whole number from 1 to 1000, not “0”" },
        { "when_missing: WARNING", "when_missing: LOUD", "checks[0]: control_total: 'when_missing' must be NONE, INFO, WARNING or ERROR, not “LOUD”" },
        { ", control_labels: [ยอดคุม]", "", "checks[0]: control_total: the form gives no recognise.control_labels" },
        { "within: 2", "within: 1", "checks[1]: money_history: 'within' must be a number above 1 and up to 10, not “1”" },
        { "kind: money_history, group: line, field: amount, within: 2", "kind: money_unit, group: line, field: kind", "checks[1].field: field 'kind' is no quantity, money or ratio" },
        { "kind: money_history, group: line, field: amount, within: 2", "kind: whole_set, group: line", "checks[1]: whole_set: group 'line' has open rows, which are never a whole set" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(string right, string wrong, string message)
    {
        Good.ShouldContain(right);
        Should.Throw<DefinitionException>(() => Load(Good.Replace(right, wrong, StringComparison.Ordinal))).Message.ShouldEndWith(message);
    }

    private FormDefinition Load(string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "forms", "tiny")).FullName;
        File.WriteAllText(Path.Combine(folder, "form.2563.yaml"), text);
        return FormCatalogue.Load(_folder).All.Single();
    }
}
