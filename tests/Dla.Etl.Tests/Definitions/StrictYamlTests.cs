using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Definitions;

/// <summary>A mistake in a definition stops the load and says where it is.</summary>
public sealed class StrictYamlTests : IDisposable
{
    private const string Good = """
        form: tiny
        fiscal_year: 2563
        title: 'แบบเล็ก'
        short_name: 'เล็ก'
        source: 'ทดสอบ'
        filed_by: province
        deadline: 2021-05-31
        recognise: {titles: [แบบเล็ก], office_lines: [จังหวัด], year_lines: [ปีงบประมาณ], subtotal_labels: [รวม], end_labels: [หมายเหตุ]}
        groups:
          - code: part
            label: ส่วน
            rows: listed
            fields:
              - {code: name, label: ชื่อ, role: key, type: text}
              - {code: quantity, label: ปริมาณ, role: figure, type: quantity, required: true}
            items:
              - {code: P1, number: 1, label: หนึ่ง, short_label: หนึ่ง, unit: คน, ratio: 70}
              - {code: P2, number: 2, label: สอง, short_label: สอง, unit: {unknown: ไม่ทราบ}, ratio: 20.5}
        checks:
          - {kind: required, group: part, field: quantity}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("dla-forms-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_good_file_loads_and_says_what_does_not_add_up()
    {
        var form = Load(Good).Get("tiny", FiscalYear.FromBuddhistEra(2563));

        form.Groups[0].Items[1].Ratio.Value.ShouldBe(205_000);
        form.Groups[0].Items[1].Unit.UnknownBecause.ShouldBe("ไม่ทราบ");
        form.Groups[0].Fields[1].Required.ShouldBeTrue();
        form.Hash.ShouldBe(ContentHash.Of(form.Content.Span));
        form.Remarks.ShouldBe(["ส่วนทั้งหมด: อัตราส่วนรวมได้ 90.5 ไม่ใช่ 100", "ส่วน P2: ไม่ทราบหน่วยนับ เพราะไม่ทราบ"]);
    }

    private static readonly string Kinds = string.Join(", ", Dla.Etl.Validation.CheckKinds.ByName.Keys.Order(StringComparer.Ordinal));

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "filed_by: province", "filed_by: province\ncolour: red", "form.2563.yaml:7: colour: unknown key; allowed are form, fiscal_year, title, short_name, source, owner, filed_by, only_when_needed, period, deadline, deadline_day, recognise, tolerate, groups, checks" },
        { "short_name: 'เล็ก'\n", "", "form.2563.yaml:1: short_name: missing key; allowed are form, fiscal_year, title, short_name, source, owner, filed_by, only_when_needed, period, deadline, deadline_day, recognise, tolerate, groups, checks" },
        { "short_name: 'เล็ก'", "short_name:", "form.2563.yaml:4: short_name: must not be empty" },
        { "short_name: 'เล็ก'", "short_name: [ก, ข]", "form.2563.yaml:4: short_name: must be one text, not a list or mapping" },
        { "fiscal_year: 2563", "fiscal_year: 2020", "form.2563.yaml:2: fiscal_year: must be a whole number from 2540 to 2640, not “2020”" },
        { "fiscal_year: 2563", "fiscal_year: 2564", "form.2563.yaml:2: fiscal_year: must be the year in the name of the file" },
        { "form: tiny", "form: small", "form.2563.yaml:1: form: must be the name of its folder, tiny" },
        { "deadline: 2021-05-31", "deadline: 31/05/2564", "form.2563.yaml:7: deadline: must be a day as yyyy-MM-dd in the common era, not “31/05/2564”" },
        { "deadline: 2021-05-31", "deadline: 2564-05-31", "form.2563.yaml:7: deadline: must be a day as yyyy-MM-dd in the common era, not “2564-05-31”" },
        { "filed_by: province", "filed_by: district", "form.2563.yaml:6: filed_by: “district” is not known; allowed are province, department, authority" },
        { "titles: [แบบเล็ก]", "titles: แบบเล็ก", "form.2563.yaml:8: recognise.titles: must be a list" },
        { "role: figure", "role: number", "form.2563.yaml:15: groups[0].fields[1].role: “number” is not known; allowed are key, figure, unit, ratio, text" },
        { "required: true", "required: yes", "form.2563.yaml:15: groups[0].fields[1].required: “yes” is not known; allowed are true, false" },
        { "ratio: 70", "ratio: 70%", "form.2563.yaml:17: groups[0].items[0].ratio: must be a number from 0 to 100 with at most four decimals, not “70%”" },
        { "ratio: 70", "ratio: 100.5", "form.2563.yaml:17: groups[0].items[0].ratio: must be a number from 0 to 100 with at most four decimals, not “100.5”" },
        { "ratio: 70", "ratio: {unknwon: x}", "form.2563.yaml:17: groups[0].items[0].ratio.unknwon: unknown key; allowed are unknown" },
        { "role: figure", "role: key", "form.2563.yaml:14: groups[0].fields: a group has exactly one field with the role key, 'part' has 2" },
        { "role: key", "role: text", "form.2563.yaml:14: groups[0].fields: a group has exactly one field with the role key, 'part' has 0" },
        { "{code: quantity", "{code: name", "form.2563.yaml:14: groups[0].fields: the code 'name' is used twice in 'part'" },
        { "code: P2", "code: P1", "form.2563.yaml:1: items: the code 'P1' is used by two items" },
        { "number: 2", "number: 1", "form.2563.yaml:17: groups[0].items: the number 1 is used twice in 'part'" },
        { "ratio: 70", "ratio: 70, parents: {whole: W1}", "form.2563.yaml:17: groups[0].items: the parent whole: W1 of 'P1' does not exist" },
        { "rows: listed", "rows: open", "form.2563.yaml:17: groups[0].items: open rows have no items" },
        { "group: part", "group: whole", "form.2563.yaml:20: checks[0].group: no group 'whole'; there are part" },
        { "field: quantity}", "field: amount}", "form.2563.yaml:20: checks[0].field: no field 'amount' in 'part'; there are name, quantity" },
        { "field: quantity}", "field: quantity, least: 1}", "form.2563.yaml:20: checks[0].least: no setting 'least'; there are " },
        { "kind: required", "kind: needed", "form.2563.yaml:20: checks[0].kind: no kind 'needed'; there are " + Kinds },
        { "field: quantity}", "field: quantity, severity: FATAL}", "form.2563.yaml:20: checks[0].severity: “FATAL” is not known; allowed are INFO, WARNING, ERROR" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_names_file_line_key_and_what_is_allowed(string right, string wrong, string message)
    {
        Good.ShouldContain(right);
        var mistake = Should.Throw<DefinitionException>(() => Load(Good.Replace(right, wrong, StringComparison.Ordinal)));

        mistake.Message.ShouldEndWith(message);
    }

    [Fact]
    public void A_tolerance_that_nobody_has_is_a_mistake() =>
        Should.Throw<DefinitionException>(() => Load(Good.Replace("groups:", "tolerate: [thai_digit]\ngroups:", StringComparison.Ordinal)))
            .Message.ShouldContain("tolerate: no tolerance 'thai_digit' exists; there are ");

    [Fact]
    public void A_key_twice_is_a_mistake()
    {
        var mistake = Should.Throw<DefinitionException>(() => Load(Good.Replace("form: tiny", "form: tiny\nform: tiny", StringComparison.Ordinal)));

        mistake.Message.ShouldContain("form.2563.yaml:");
        mistake.Message.ShouldContain("Duplicate key form");
    }

    [Fact]
    public void What_is_not_a_mapping_is_a_mistake() =>
        Should.Throw<DefinitionException>(() => Load("- a\n- b")).Message.ShouldEndWith("form.2563.yaml:1: (yaml): the file must hold one document that is a mapping");

    [Theory]
    [InlineData("same_as: 2562", "same_as: there is no form.2562.yaml beside this file")]
    [InlineData("same_as: 2564", "same_as: form.2564.yaml has no structure of its own; name the year that has")]
    [InlineData("same_as: 2563\nshort_name: x", "short_name: unknown key; allowed are form, fiscal_year, same_as, title, source, deadline, deadline_day")]
    public void A_form_that_is_the_same_as_another_year_overrides_five_keys_only(string line, string message)
    {
        Write(2564, $"form: tiny\nfiscal_year: 2564\n{line}\ntitle: t\nsource: s\ndeadline: 2022-05-31\n");

        Should.Throw<DefinitionException>(() => Load(Good)).Message.ShouldEndWith(message);
    }

    [Fact]
    public void A_form_that_is_the_same_as_another_year_has_its_structure_and_a_hash_over_both()
    {
        Write(2564, "form: tiny\nfiscal_year: 2564\nsame_as: 2563\ntitle: t\nsource: s\ndeadline: 2022-05-31\n");

        var form = Load(Good).Get("tiny", FiscalYear.FromBuddhistEra(2564));

        form.Groups[0].Items.Count.ShouldBe(2);
        (form.Title, form.Source, form.Deadline).ShouldBe(("t", "s", new DateOnly(2022, 5, 31)));
        form.Hash.ShouldBe(ContentHash.Of(form.Content.Span));
        form.Content.Length.ShouldBeGreaterThan(Good.Length);
    }

    [Fact]
    public void Another_year_or_form_is_an_error_that_names_those_there_are()
    {
        var forms = Load(Good);

        Should.Throw<KeyNotFoundException>(() => forms.Get("tiny", FiscalYear.FromBuddhistEra(2565))).Message
            .ShouldBe("The form 'tiny' is not defined for fiscal year 2565; it is for 2563.");
        Should.Throw<KeyNotFoundException>(() => forms.Get("large", FiscalYear.FromBuddhistEra(2563))).Message
            .ShouldBe("No form 'large' is defined; there are tiny.");
    }

    private FormCatalogue Load(string text)
    {
        Write(2563, text);
        return FormCatalogue.Load(_folder);
    }

    private void Write(int year, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "forms", "tiny")).FullName;
        File.WriteAllText(Path.Combine(folder, $"form.{year}.yaml"), text);
    }
}
