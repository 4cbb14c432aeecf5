using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Recognition;
using Dla.Etl.Tests.Cases;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Tests.Recognition;
using Dla.Etl.Validation;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Validation;

/// <summary>A file of costs written as a literal and taken through recognition, reading and checks.</summary>
internal static class CostFile
{
    public const string Header = "รหัสศูนย์ต้นทุน|ชื่อศูนย์ต้นทุน|ประเภทค่าใช้จ่าย|แหล่งเงิน|ทางตรง/ทางอ้อม|คงที่/ผันแปร|รหัสบัญชี|จำนวนเงิน|หมายเหตุ\n";

    private static readonly FormRecogniser Recogniser = new(Templates.Forms);

    /// <summary>The rules of the made-up folder: centres P11 … P96 and D01 … D09.</summary>
    public static DefinitionFiles MadeUp { get; } = DefinitionFiles.Read(ExpectedCase.TestData("unit-cost/made-up"));

    /// <summary>Title, office and unit line above the header.</summary>
    public static string Head(int year = 2564, string? unit = "หน่วย : บาท") =>
        $"ข้อมูลค่าใช้จ่ายรายศูนย์ต้นทุน ประจำปีงบประมาณ พ.ศ. {year}\nหน่วยงาน กรมส่งเสริมการปกครองท้องถิ่น\n{(unit is null ? "" : unit + "\n")}{Header}";

    /// <summary>A line of a cost centre.</summary>
    public static string Line(string centre, string amount, string note = "") => $"{centre}||ค่าใช้จ่ายเดินทาง|เงินในงบประมาณ|ทางตรง|ผันแปร||{amount}|{note}\n";

    public static string Control(string amount, string label = "รวมทั้งสิ้น") => $"{label}|||||||{amount}\n";

    /// <summary>The return as read, and everything that there is to say about it.</summary>
    public static (NormalisedReturn? Return, IReadOnlyList<Finding> Findings) Examine(string literal, DefinitionFiles? rules = null, params (string Centre, decimal Baht)[] before)
    {
        var recognised = Recogniser.Recognise(Grid.Csv(literal), new Delivery("ข้อมูล.csv", "00-ส่วนกลาง"));
        if (recognised.Artefact is not { } form || recognised.Findings.Any(finding => finding.Severity >= Severity.Error))
            return (null, recognised.Findings);
        var normalised = ReturnNormaliser.Normalise(form);
        var context = new ValidationContext(before.Length == 0 ? null : Before(before)) { Definitions = rules };
        return (normalised.Artefact, ReturnValidator.Validate(normalised.Artefact!, context, [.. recognised.Findings, .. normalised.Findings]).Findings);
    }

    /// <summary>Ids with their cells of what is not told for information only.</summary>
    public static IReadOnlyList<string> Complaints(string literal, DefinitionFiles? rules = null, params (string Centre, decimal Baht)[] before) =>
        [.. Examine(literal, rules, before).Findings.Where(finding => finding.Severity > Severity.Info).Select(Told)];

    public static string Told(Finding finding) => $"{finding.Kind.Id} {finding.Place.Cell}".TrimEnd();

    private static PriorFigures Before((string Centre, decimal Baht)[] before) => new(
        FiscalYear.FromBuddhistEra(2563),
        before.ToDictionary(one => new FigureKey("cost", one.Centre, "amount"), one => new PriorFigure((long)(one.Baht * 100), "")));
}
