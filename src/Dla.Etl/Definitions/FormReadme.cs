using System.Globalization;
using System.Text;
using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>The human table of a form, made from its definition so that it cannot drift (STYLE 3.2).</summary>
public static class FormReadme
{
    /// <summary>The page of a form in Markdown, in Thai: fields, items with what is unknown, checks, remarks, and what differs from year to year.</summary>
    /// <param name="years">All years of one form, in order; the table shows the first, then each difference.</param>
    public static string Write(IReadOnlyList<FormDefinition> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        ArgumentOutOfRangeException.ThrowIfZero(years.Count);
        var first = years[0];
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!-- สร้างจาก form.*.yaml โดย FormReadme อย่าแก้ด้วยมือ: DLA_UPDATE=1 dotnet test -->\n# {first.ShortName}\n\n");
        page.Append("| ปี | ชื่อแบบ | กำหนดส่ง | ที่มา |\n| --- | --- | --- | --- |\n");
        foreach (var year in years)
            page.Append(CultureInfo.InvariantCulture, $"| {year.Year} | {Cell(year.Title)} | {Due(year)} | {Cell(year.Source)} |\n");
        foreach (var group in first.Groups)
            Append(page, group);
        AppendChecks(page, first);
        AppendList(page, "สิ่งที่แบบเองไม่ครบหรือไม่ทราบ", first.Remarks);
        for (var index = 1; index < years.Count; index++)
            AppendList(page, $"ความแตกต่างของปี {years[index].Year} จากปี {years[index - 1].Year}", FormDifference.Between(years[index - 1], years[index]));
        return page.ToString();
    }

    /// <summary>The page of a form with one year.</summary>
    public static string Write(FormDefinition form) => Write([form]);

    /// <summary>A ratio in percent points, without trailing zeros.</summary>
    internal static string Ratio(Declared<long> ratio) =>
        ratio.IsKnown ? ((decimal)ratio.Value / Quantity.Scale).ToString("0.####", CultureInfo.InvariantCulture) : "ไม่ทราบ";

    /// <summary>The deadline: a day, or of a monthly form the day of the month after.</summary>
    internal static string Due(FormDefinition form) => form.DeadlineDay is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"วันที่ {day} ของเดือนถัดไป")
        : form.Deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Unit(Declared<string> unit) => unit.IsKnown ? unit.Value : "ไม่ทราบ";

    private static void Append(StringBuilder page, GroupDefinition group)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {group.Label} (`{group.Code}`)\n\n| คอลัมน์ | รหัส | บทบาท | ชนิด | ต้องกรอก | คำอื่นที่อ่านได้ |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var field in group.Fields)
            page.Append(CultureInfo.InvariantCulture, $"| {Cell(field.Label)} | `{field.Code}` | {Role(field.Role)} | {Type(field.Type)}{(field.MayBeNegative ? " (ติดลบได้)" : "")} | {(field.Required ? "ใช่" : field.IsBeside ? "ไม่พิมพ์ในแบบเปล่า" : "")} | {Cell(string.Join(", ", field.Synonyms))} |\n");
        if (group.Rows == RowsOf.OpenRows)
        {
            AppendRowRules(page, group);
            AppendList(page, OpenRowsRemarks.Of(group));
            foreach (var field in group.Fields.Where(field => field.Codes is not null))
                AppendCodes(page, field);
            return;
        }

        page.Append("\n| ข้อ | รหัส | รายการ | หน่วยนับ | อัตราส่วน | อยู่ภายใต้ |\n| ---: | --- | --- | --- | ---: | --- |\n");
        foreach (var item in group.Items)
            page.Append(CultureInfo.InvariantCulture, $"| {item.Number} | `{item.Code}` | {Cell(item.Label)} | {Cell(Unit(item.Unit))} | {Ratio(item.Ratio)} | {string.Join(", ", item.Parents.Values)} |\n");
    }

    private static void AppendRowRules(StringBuilder page, GroupDefinition group)
    {
        page.Append(group.Key.Count == 0
            ? "\nผู้ส่งเพิ่มแถวเองได้ และคีย์เดียวกันมีหลายแถวได้\n"
            : $"\nผู้ส่งเพิ่มแถวเองได้ แต่ละ {Named(group, group.Key)} มีได้แถวเดียว (คีย์ `{string.Join("|", group.Key)}`)\n");
        if (group.Prefill == PrefillOf.Authorities)
            page.Append("\nแบบของจังหวัด (`forms new --province 56`) หรือของ อปท. แห่งเดียว (`--province 05560301`) เติมอำเภอ รหัส และชื่อ อปท. ตามทะเบียนไว้แล้ว แถวที่ไม่ได้กรอกอย่างอื่นไม่นับเป็นแถว\n");
        foreach (var field in group.Fields.Where(field => field.Guide.Length > 0))
            page.Append(CultureInfo.InvariantCulture, $"\nช่อง{Cell(field.Label)}: {Cell(field.Guide)}\n");
        if (group.Nothing is { } nothing)
            page.Append(CultureInfo.InvariantCulture, $"\nหากไม่มีอะไรต้องรายงาน ให้เขียนในช่อง{Named(group, [nothing.Field])}ว่า {string.Join(" หรือ ", nothing.Texts.Select(text => $"“{text}”"))} และไม่กรอกตัวเลข แถวเช่นนี้นับเป็นการรายงาน (บันทึกเป็น `{NothingDefinition.Code}`)\n");
    }

    private static string Named(GroupDefinition group, IReadOnlyList<string> fields) => string.Join(" + ", fields.Select(code => Cell(group.Fields[group.IndexOf(code)].Label)));

    private static void AppendCodes(StringBuilder page, FieldDefinition field)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n{Cell(field.Label)} (`{field.Code}`) เลือกได้:\n\n| รหัส | ค่าที่พิมพ์ | คำอื่นที่อ่านได้ |\n| --- | --- | --- |\n");
        foreach (var code in field.Codes!.All)
            page.Append(CultureInfo.InvariantCulture, $"| `{code.Code}` | {Cell(code.Label)} | {Cell(string.Join(", ", code.Synonyms))} |\n");
    }

    private static void AppendChecks(StringBuilder page, FormDefinition form)
    {
        page.Append("\n## การตรวจ ตามลำดับ\n\n| การตรวจ | กลุ่ม | ช่อง | ความรุนแรง | ค่าที่ตั้ง |\n| --- | --- | --- | --- | --- |\n");
        foreach (var check in form.Checks)
            page.Append(CultureInfo.InvariantCulture, $"| `{check.Kind}` | {check.Group} | {check.Field} | {check.Severity?.ToString().ToUpperInvariant()} | {string.Join(", ", check.Settings.Select(setting => $"{setting.Key} = {setting.Value}"))} |\n");
    }

    private static void AppendList(StringBuilder page, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
            page.Append('\n');
        foreach (var line in lines)
            page.Append(CultureInfo.InvariantCulture, $"- {line}\n");
    }

    private static void AppendList(StringBuilder page, string heading, IReadOnlyList<string> lines)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n");
        if (lines.Count == 0)
            page.Append("ไม่มี\n");
        foreach (var line in lines)
            page.Append(CultureInfo.InvariantCulture, $"- {line}\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Role(FieldRole role) => role switch
    {
        FieldRole.Key => "ชื่อรายการ",
        FieldRole.Figure => "ตัวเลข",
        FieldRole.UnitOfMeasure => "หน่วยนับ",
        FieldRole.Ratio => "อัตราส่วน",
        _ => "ข้อความ",
    };

    private static string Type(FieldType type) => type switch
    {
        FieldType.Quantity => "ปริมาณ",
        FieldType.Baht => "บาท",
        FieldType.Code => "เลือกจากรายการ",
        FieldType.Authority => "อปท. (รหัส 8 หลัก หรือประเภทและชื่อ)",
        FieldType.Ratio => "ร้อยละ",
        FieldType.Date => "วันที่",
        FieldType.Mark => "เครื่องหมายช่วงเวลา",
        _ => "ข้อความ",
    };
}
