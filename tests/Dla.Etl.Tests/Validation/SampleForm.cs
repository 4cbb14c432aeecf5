using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Validation;

/// <summary>A small form for tests, invented: three sub-activities, two sub-outputs, main activities of which one is lost, and open rows of money.</summary>
internal static class SampleForm
{
    public static FormDefinition With(params CheckDefinition[] checks) => new()
    {
        Id = "unit-cost-quantity",
        Year = FiscalYear.FromBuddhistEra(2569),
        Title = "ตารางตัวอย่าง",
        ShortName = "แบบตัวอย่าง",
        Source = "แบบสมมุติ",
        FiledBy = FilingUnit.Province,
        Deadline = new DateOnly(2026, 12, 31),
        Recognise = new RecognitionMarks { Titles = [], OfficeLines = [], YearLines = [], SubtotalLabels = [], EndLabels = [] },
        Groups = [SubActivity, SubOutput, MainActivity, Expense],
        Checks = checks,
        Tolerate = Tolerances.All.Select(tolerance => tolerance.Code).ToHashSet(StringComparer.Ordinal),
        Path = "templates/forms/sample/form.2569.yaml",
        Hash = ContentHash.Of([]),
    };

    public static CheckDefinition Check(
        string kind, string? group = null, string? field = null, Severity? severity = null, params (string Name, string Value)[] settings) => new()
        {
            Kind = kind,
            Group = group,
            Field = field,
            Severity = severity,
            Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value),
        };

    public static GroupDefinition SubActivity { get; } = Group("sub_activity", "กิจกรรมย่อย", required: true,
        Item("SA01", 1, "ตอบข้อหารือ", unit: "เรื่อง", ratio: 5),
        Item("SA02", 2, "ติดตาม DLTV", unit: null, ratio: null),
        Item("SA03", 3, "อบรมบุคลากร", unit: "คน", ratio: 3));

    public static GroupDefinition SubOutput { get; } = Group("sub_output", "ผลผลิตย่อย", required: true,
        Item("SO1", 1, "ส่งเสริม อปท.", unit: "จำนวน อปท. ในจังหวัด", ratio: 70, count: "local_authorities"),
        Item("SO2", 2, "ภารกิจของ อปท.", unit: "จำนวน อปท. ในจังหวัด", ratio: 30, count: "local_authorities"));

    public static GroupDefinition MainActivity { get; } = Group("main_activity", "กิจกรรมหลัก", required: false,
        Item("MA1", 1, "พัฒนาบุคลากร", unit: "แห่ง", ratio: 25) with { Printed = "7,850 แห่ง" }) with
    { UnknownItems = ["กิจกรรมหลักที่ 4 ไม่ปรากฏในเอกสารสแกน"] };

    public static GroupDefinition Expense { get; } = new()
    {
        Code = "expense",
        Label = "ค่าใช้จ่าย",
        Headings = [],
        Rows = RowsOf.OpenRows,
        Fields =
        [
            Field("name", "รายการ", FieldRole.Key, FieldType.Text),
            Field("budget", "งบประมาณ", FieldRole.Figure, FieldType.Baht),
            Field("other", "นอกงบประมาณ", FieldRole.Figure, FieldType.Baht),
            Field("sum", "รวมเงิน", FieldRole.Figure, FieldType.Baht),
            Field("paid_on", "วันที่จ่าย", FieldRole.Text, FieldType.Date, required: true),
        ],
        Items = [],
    };

    private static GroupDefinition Group(string code, string label, bool required, params ItemDefinition[] items) => new()
    {
        Code = code,
        Label = label,
        Headings = [],
        Rows = RowsOf.ListedItems,
        Fields =
        [
            Field("name", "ชื่อ" + label, FieldRole.Key, FieldType.Text),
            Field("ratio", "อัตราส่วน", FieldRole.Ratio, FieldType.Ratio),
            Field("quantity", "ปริมาณ", FieldRole.Figure, FieldType.Quantity, required),
            Field("unit", "หน่วยนับ", FieldRole.UnitOfMeasure, FieldType.Text),
        ],
        Items = items,
    };

    private static FieldDefinition Field(string code, string label, FieldRole role, FieldType type, bool required = false) =>
        new() { Code = code, Label = label, Synonyms = [], Role = role, Type = type, Required = required };

    private static ItemDefinition Item(string code, int number, string label, string? unit, int? ratio, string? count = null) => new()
    {
        Code = code,
        Number = number,
        Label = label,
        ShortLabel = label,
        Synonyms = [],
        Unit = unit is null ? Declared<string>.Unknown("สแกนไม่ชัด") : Declared<string>.Known(unit),
        Ratio = ratio is null ? Declared<long>.Unknown("สแกนไม่ชัด") : Declared<long>.Known(ratio.Value * 10_000L),
        Parents = new Dictionary<string, string>(),
        ReferenceCount = count,
    };
}
