using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Recognition;
using Dla.Etl.Tests.Recognition;
using Dla.Etl.Validation;

namespace Dla.Etl.Tests.Validation;

/// <summary>A small form whose rows have a composed key and may say that there is nothing to report; read from the table that a test writes.</summary>
internal static class KeyedForm
{
    public const string Yaml = """
        form: tiny
        fiscal_year: 2566
        title: 'แบบเล็กของโครงการ'
        short_name: 'เล็ก'
        source: 'ทดสอบ'
        filed_by: province
        deadline: 2023-05-31
        recognise: {titles: [แบบเล็กของโครงการ], office_lines: [จังหวัด], year_lines: [ปีงบประมาณ], subtotal_labels: [รวม], end_labels: [หมายเหตุ]}
        tolerate: [code_synonym, thai_digits, stated_zero_dash, percent_at_most_one, percent_in_cell, two_digit_year, common_era_year, month_without_dots]
        groups:
          - code: project
            label: โครงการ
            rows: open
            key: [place, project]
            nothing: {field: project, texts: [ไม่มีรายการที่ต้องรายงาน, ไม่มีรายการ]}
            fields:
              - {code: place, label: หน่วยงาน, role: text, type: text, required: true}
              - {code: project, label: โครงการ, role: key, type: text, required: true}
              - {code: stage, label: สถานะ, role: text, type: code, required: true, codes: [{code: '1', label: ไม่พร้อม}, {code: '2', label: ลงนาม}, {code: '3', label: เบิกจ่าย}]}
              - {code: allocated, label: ได้รับจัดสรร, role: figure, type: baht, required: true}
              - {code: disbursed, label: เบิกจ่ายแล้ว, role: figure, type: baht, required: true}
              - {code: percent, label: ร้อยละ, role: ratio, type: ratio}
              - {code: signed, label: วันที่สัญญา, role: text, type: date}
              - {code: note, label: หมายเหตุของแถว, role: text, type: text}
        checks:
          - {kind: required, group: project}
          - {kind: unique_rows, group: project}
          - {kind: nothing_to_report, group: project}
          - {kind: range, group: project, field: allocated, min: 0}
          - {kind: range, group: project, field: disbursed, min: 0}
        """;

    private const string Head = "แบบเล็กของโครงการ ปีงบประมาณ 2566\nจังหวัดพะเยา\nหน่วยงาน|โครงการ|สถานะ|ได้รับจัดสรร|เบิกจ่ายแล้ว|ร้อยละ|วันที่สัญญา|หมายเหตุของแถว\n";

    /// <summary>The form with these checks beside its own.</summary>
    public static FormCatalogue With(string checks = "", Func<string, string>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("dla-keyed-").FullName;
        try
        {
            var yaml = (change ?? (text => text))(Yaml) + "\n" + string.Concat(checks.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  - {{{line.Trim()}}}\n"));
            Directory.CreateDirectory(Path.Combine(folder, "forms", "tiny"));
            File.WriteAllText(Path.Combine(folder, "forms", "tiny", "form.2566.yaml"), yaml);
            return FormCatalogue.Load(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The rows of a table under the form's head, cells apart by <c>|</c> and numbers marked with <c>#</c>.</summary>
    public static Step<NormalisedReturn> Read(FormCatalogue forms, string rows)
    {
        var read = new FormRecogniser(forms).Recognise(Grid.Csv(Head + rows), new Delivery("ก.csv", null));
        return ReturnNormaliser.Normalise(read.Artefact ?? throw new InvalidOperationException(string.Join("\n", read.Findings.Select(finding => finding.Message))));
    }

    /// <summary>Id, severity and cell of every finding graver than INFO, and with <paramref name="infos"/> of those too.</summary>
    public static IReadOnlyList<string> Told(FormCatalogue forms, string rows, PriorFigures? before = null, bool infos = false, PriorFigures? after = null)
    {
        var read = Read(forms, rows);
        return [.. ReturnValidator.Validate(read.Artefact!, new ValidationContext(before) { After = after }, read.Findings).Findings
            .Where(finding => infos || finding.Severity > Severity.Info).Select(finding => $"{finding.Kind.Id} {finding.Severity.Code()} {finding.Place.Cell}")];
    }
}
