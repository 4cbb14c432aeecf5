namespace Dla.Etl.Definitions;

/// <summary>How the lines of a group of open rows are read, in Thai, for the page of the form.</summary>
internal static class OpenRowsRemarks
{
    public static IReadOnlyList<string> Of(GroupDefinition group) =>
        [.. group.Sections.SelectMany(section => Of(group, section)), .. Continued(group), .. FilledDown(group), .. Marks(group)];

    private static IEnumerable<string> Of(GroupDefinition group, SectionDefinition section)
    {
        yield return $"บรรทัดที่ขึ้นต้นด้วย {Quoted(section.Begins)} เป็น{Label(group, section.Field)}ของแถวที่อยู่ข้างใต้ จนถึงบรรทัดชนิดเดียวกันถัดไป";
        if (section.Beside.Count > 0)
            yield return $"บรรทัดที่ขึ้นต้นด้วย {Quoted(section.Beside)} เป็นคำอธิบาย ไม่ใช่แถวข้อมูล";
        if (section.Totals.Count > 0)
            yield return $"บรรทัดที่ขึ้นต้นด้วย {Quoted(section.Totals)} เป็นยอดคุมของแต่ละ{Label(group, section.Field)} ใช้ตรวจและไม่บันทึก";
    }

    private static IEnumerable<string> Continued(GroupDefinition group)
    {
        if (group.Continuation is not { } next)
            yield break;
        yield return $"แถวที่ไม่มี{string.Join(" ", next.Blank.Select(field => Label(group, field)))} และช่อง{group.Fields[group.IndexOf(FieldRole.Key)].Label}ว่าง ขึ้นต้นด้วย {Quoted(next.Begins)} หรือลงท้ายด้วย (ต่อ) เป็นส่วนต่อของแถวก่อนหน้า";
        foreach (var (field, other) in next.Others)
            yield return $"{Label(group, field)}ที่สองในส่วนต่อบันทึกไว้ใน{Label(group, other)}";
    }

    private static IEnumerable<string> FilledDown(GroupDefinition group) =>
        group.FillDown.Select(field => $"{Label(group, field)}เขียนครั้งเดียวได้ แถวข้างใต้ที่เว้นว่างใช้ค่าเดียวกัน");

    private static IEnumerable<string> Marks(GroupDefinition group)
    {
        if (group.Fields.Any(field => field.Type == FieldType.Mark))
            yield return "เครื่องหมายช่วงเวลา: ← หรือ < เริ่ม, → หรือ > สิ้นสุด, ↔ <> <=> ✓ x อยู่ในช่องนั้น, เส้น – — ระหว่างลูกศรเป็นส่วนของช่วง, - ช่องเดียวโดด ๆ คือไม่มี";
    }

    private static string Label(GroupDefinition group, string field) => $"“{group.Fields[group.IndexOf(field)].Label}”";

    private static string Quoted(IEnumerable<string> words) => string.Join(" ", words.Select(word => $"“{word}”"));
}
