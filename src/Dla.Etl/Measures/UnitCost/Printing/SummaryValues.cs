using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>The key figures of the accounts, for the first sheet and for the mail that brings the report. Their names are the same whatever the figures are.</summary>
internal static class SummaryValues
{
    private const int MostNames = 5;

    private static readonly CellContent NoData = CellContent.Text("ไม่มีข้อมูล");

    /// <summary>The values.</summary>
    public static IEnumerable<(string Name, CellContent Value)> Of(UnitCostAccounts accounts, MeasureInput input) =>
    [
        ("total_cost", Total(accounts.Now, accounts.Calculation)),
        ("total_last_year", Total(accounts.Before.Year, accounts.Before.Calculation)),
        ("total_change", TotalChange(accounts)),
        ("statements_difference", Difference(accounts)),
        ("with_unit_cost", CellContent.Text(WithUnitCost(accounts)).From(Words("นับรายการของตารางที่ 3–6 ที่มีต้นทุนต่อหน่วย จากรายการทั้งหมดของตารางเหล่านั้น"))),
        ("offices_reported", CellContent.Text(string.Create(CultureInfo.InvariantCulture, $"{input.Rows<StandingReturn>("quantity_returns").Count} จาก {input.Provinces.Count}")).From(new StandingReturns(UnitCostAccounts.QuantityForm, accounts.Year))),
        ("beyond", CellContent.Number(accounts.Beyond.Count).From(Words("นับรายการในแผ่นงาน “เกินเกณฑ์”"))),
        ("unexplained", CellContent.Number(accounts.Beyond.Count(row => accounts.ExplanationOf(row) is null)).From(Words("นับรายการในแผ่นงาน “เกินเกณฑ์” ที่ยังไม่มีคำอธิบายสาเหตุ"))),
        ("threshold", CellContent.Text(ExplainSheet.Threshold(accounts))),
        ("far_offices", CellContent.Number(accounts.Spreads.SelectMany(spread => spread.Provinces).Where(office => office.IsFar).Select(office => office.Centre.Code).Distinct(StringComparer.Ordinal).Count()).From(Words("นับ สถจ. ในแผ่นงาน “ห่างมัธยฐาน” แห่งละหนึ่งครั้ง"))),
        ("main_outputs", CellContent.Text(MainOutputs(accounts))),
        ("movers", CellContent.Text(Movers(accounts))),
        ("warnings", CellContent.Text(Numbered(Warnings(accounts, withNames: false)))),
        ("made_up", CellContent.Text(accounts.MadeUp ?? "ไม่มี")),
        ("sources_line", CellContent.Text(Sources(accounts))),
    ];

    /// <summary>The warnings in few lines: one for each kind and year.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="withNames">Whether to name the first items of a kind; a mail only counts them.</param>
    public static IReadOnlyList<string> Warnings(UnitCostAccounts accounts, bool withNames) =>
    [
        .. accounts.Findings.Where(one => one.Finding.Severity == Severity.Warning).GroupBy(one => (one.Year, one.Finding.Kind.Id))
            .Select(kind => $"ปีงบประมาณ พ.ศ. {kind.Key.Year}: {(kind.Count() == 1 ? kind.First().Finding.Message : Many([.. kind.Select(one => one.Finding)], withNames))}"),
    ];

    private static string Many(IReadOnlyList<Finding> findings, bool withNames)
    {
        var names = withNames ? $" ได้แก่ {string.Join(", ", findings.Take(MostNames).Select(finding => finding.Subject))}{(findings.Count > MostNames ? " เป็นต้น" : "")}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{findings[0].Kind.Title} {findings.Count} รายการ{names} (รายละเอียดอยู่ในแผ่นงาน “ข้อสังเกต”)");
    }

    private static CellContent Total(CostYear? year, string calculation)
    {
        if (year is null)
            return NoData;
        var nodes = year.Allocated.Graph.At(CostLevel.Category);
        return CellContent.Number(Money.Baht(year.Allocated.Graph.TotalOf(CostLevel.Category).Total)).From(new CostPlaces(calculation, new TracePoint(nodes)));
    }

    private static CellContent TotalChange(UnitCostAccounts accounts) => accounts is { Now: { } now, Before.Year: { } old }
        && Change.Of(old.Allocated.Graph.TotalOf(CostLevel.Category).Total, now.Allocated.Graph.TotalOf(CostLevel.Category).Total) is { IsKnown: true } change
        ? CellContent.Number(Money.Percent(change.Value)).From(new ChangeOf(Total(old, accounts.Before.Calculation).Origin!, Total(now, accounts.Calculation).Origin!, IsPercent: true))
        : NoData;

    private static ComputedOf Words(string words) => new(words, []);

    private static CellContent Difference(UnitCostAccounts accounts) => accounts.Now is { } now && Reconciliation.Of(now.Allocated).Remainder is { IsKnown: true } remainder
        ? CellContent.Number((decimal)remainder.Value.Satang / 100).From(new ComputedOf(
            "ค่าใช้จ่ายตามงบการเงิน หักรายการที่ไม่นำมาคำนวณ หักต้นทุนรวม",
            [new RuleValue(QuantityOrigins.FileOf(now.Allocated.Drivers), "statements.total", now.Allocated.Drivers.Statements.Source), Total(now, accounts.Calculation).Origin!]))
        : CellContent.Text("ยังไม่มีงบการเงิน");

    private static string WithUnitCost(UnitCostAccounts accounts)
    {
        if (accounts.Now is not { } now)
            return "-";
        var figures = now.PrintedLevels.SelectMany(level => LevelFigures.Of(now, level).Figures).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{figures.Count(figure => figure.UnitCost.IsKnown)} จาก {figures.Count}");
    }

    private static string MainOutputs(UnitCostAccounts accounts) => accounts.Now is not { } now ? "-" : Numbered(LevelFigures.Of(now, CostLevel.MainOutput).Figures.Select(figure =>
        string.Create(CultureInfo.InvariantCulture, $"{now.Names[figure.Codes[0]]}  ต้นทุนรวม {(decimal)figure.Total / 100:#,##0.00} บาท  ") + (figure.UnitCost.IsKnown
            ? string.Create(CultureInfo.InvariantCulture, $"ต้นทุนต่อหน่วย {Money.Baht(figure.UnitCost.Value):#,##0.00} บาทต่อ{figure.Volume.Value.UnitOfMeasure}")
            : $"ไม่มีต้นทุนต่อหน่วย เพราะ{figure.UnitCost.UnknownBecause}")));

    private static string Movers(UnitCostAccounts accounts)
    {
        if (accounts.Before is not { Year: { } old, Crosswalk: { } crosswalk })
            return $"ไม่มีผลการเปรียบเทียบ เพราะ{accounts.Before.Because}";
        var rows = ComparisonTables.Compared(old, accounts.Now!, ItemKind.SubActivity, crosswalk).Where(item => item.OfUnitCost is { IsKnown: true, Value.Sign: not 0 })
            .OrderByDescending(item => item.OfUnitCost.Value.Abs()).Take(MostNames)
            .Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Name} {(item.OfUnitCost.Value.Sign < 0 ? "ลดลง" : "เพิ่มขึ้น")}ร้อยละ {Math.Abs(Money.Percent(item.OfUnitCost.Value)):#,##0.00}")).ToList();
        return Numbered(rows);
    }

    // In one line: a mail folds it as it likes.
    private static string Numbered(IEnumerable<string> texts) =>
        string.Join("  ", texts.Select((text, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}) {text}"))) is { Length: > 0 } line ? line : "ไม่มี";

    private static string Sources(UnitCostAccounts accounts) => accounts.Now is not { } now
        ? "-"
        : $"ไฟล์ต้นทุนตามศูนย์ต้นทุน แบบรายงานปริมาณของ สถจ. และเกณฑ์การปันส่วนปีงบประมาณ พ.ศ. {now.Year} ({now.Allocated.Drivers.Source})";
}
