using System.Globalization;

namespace Dla.Etl.Definitions;

/// <summary>What changed from one year of a form to the next, in Thai, so that a changed unit or ratio never passes unseen.</summary>
public static class FormDifference
{
    /// <summary>Every difference, in the order of the form; empty when nothing changed.</summary>
    public static IReadOnlyList<string> Between(FormDefinition before, FormDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. Changed("ชื่อแบบ", before.Title, after.Title),
            .. Changed("ที่มา", before.Source, after.Source),
            .. Changed("กำหนดส่ง", FormReadme.Due(before), FormReadme.Due(after)),
            .. Sets("กลุ่ม", before.Groups, after.Groups, group => group.Code, Groups),
            .. Sets("การตรวจ", before.Checks, after.Checks, Check, (_, _) => []),
        ];
    }

    private static IEnumerable<string> Groups(GroupDefinition before, GroupDefinition after) =>
        Changed($"{after.Code} หัวกลุ่ม", string.Join(", ", before.Headings), string.Join(", ", after.Headings))
            .Concat(Changed($"{after.Code} คีย์ของแถว", string.Join(", ", before.Key), string.Join(", ", after.Key)))
            .Concat(Changed($"{after.Code} เติมรายชื่อ อปท. ไว้", before.Prefill == PrefillOf.Authorities ? "ใช่" : "ไม่", after.Prefill == PrefillOf.Authorities ? "ใช่" : "ไม่"))
            .Concat(Changed($"{after.Code} คำที่บอกว่าไม่มีรายการ", Nothing(before), Nothing(after)))
            .Concat(Sets($"{after.Code} คอลัมน์", before.Fields, after.Fields, field => field.Code, Fields))
            .Concat(Sets($"{after.Code} รายการ", before.Items, after.Items, item => item.Code, Items))
            .Concat(Changed($"{after.Code} รายการที่ไม่ทราบ", string.Join(", ", before.UnknownItems), string.Join(", ", after.UnknownItems)));

    private static string Nothing(GroupDefinition group) => group.Nothing is null ? "" : $"{group.Nothing.Field}: {string.Join(", ", group.Nothing.Texts)}";

    private static IEnumerable<string> Fields(FieldDefinition before, FieldDefinition after) =>
        Changed($"{after.Code} หัวคอลัมน์", before.Label, after.Label)
            .Concat(Changed($"{after.Code} บทบาท", before.Role.ToString(), after.Role.ToString()))
            .Concat(Changed($"{after.Code} ชนิด", before.Type.ToString(), after.Type.ToString()))
            .Concat(Changed($"{after.Code} ค่าที่เลือกได้", Codes(before), Codes(after)))
            .Concat(Changed($"{after.Code} ต้องกรอก", before.Required ? "ใช่" : "ไม่", after.Required ? "ใช่" : "ไม่"));

    private static string Codes(FieldDefinition field) => field.Codes is null ? "" : string.Join(", ", field.Codes.All.Select(code => $"{code.Code} {code.Label}"));

    private static IEnumerable<string> Items(ItemDefinition before, ItemDefinition after) =>
        Changed($"{after.Code} ข้อ", before.Number.ToString(CultureInfo.InvariantCulture), after.Number.ToString(CultureInfo.InvariantCulture))
            .Concat(Changed($"{after.Code} ชื่อ", before.Label, after.Label))
            .Concat(Changed($"{after.Code} หน่วยนับ", FormReadme.Unit(before.Unit), FormReadme.Unit(after.Unit)))
            .Concat(Changed($"{after.Code} อัตราส่วน", FormReadme.Ratio(before.Ratio), FormReadme.Ratio(after.Ratio)))
            .Concat(Changed($"{after.Code} อยู่ภายใต้", string.Join(", ", before.Parents.Values), string.Join(", ", after.Parents.Values)));

    private static IEnumerable<string> Sets<T>(
        string what, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> code, Func<T, T, IEnumerable<string>> inside)
    {
        var (old, now) = (before.ToLookup(code), after.ToLookup(code));
        foreach (var gone in before.Select(code).Where(one => !now.Contains(one)))
            yield return $"{what} {gone}: เลิกใช้";
        foreach (var one in after)
            if (!old.Contains(code(one)))
                yield return $"{what} {code(one)}: เพิ่มใหม่";
            else
                foreach (var line in inside(old[code(one)].First(), one))
                    yield return line;
    }

    private static IEnumerable<string> Changed(string what, string before, string after) => before == after ? [] : [$"{what}: “{before}” เป็น “{after}”"];

    private static string Check(CheckDefinition check) =>
        string.Join(' ', new[] { check.Kind, check.Group, check.Field, check.Severity?.ToString() }.OfType<string>()
            .Concat(check.Settings.Select(setting => $"{setting.Key}={setting.Value}")));
}
