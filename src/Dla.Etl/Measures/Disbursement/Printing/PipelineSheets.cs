using System.Globalization;
using Dla.Etl.Measures.Disbursement.Pipeline;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The sheets of specific grants by stage and province.</summary>
internal static class PipelineSheets
{
    private static readonly MeasuredColumn[] SummaryColumns = ["number", "label", "projects", "share", "allocated", "committed", "disbursed", "before", "change"];

    /// <summary>The sheet สรุป. Rows: heading, stage, total, movement, message, warning, note.</summary>
    [Measure("pipeline_summary")]
    public static MeasureResult Summary(MeasureInput input)
    {
        var accounts = PipelineAccounts.Of(input);
        List<MeasuredRow> rows =
        [
            Heading("โครงการตามขั้นตอน"),
            .. Enumerable.Range(1, ProjectPipeline.StageCount).Select(stage => Stage(accounts, "stage", stage, accounts.Now.Stages[stage - 1])),
            Stage(accounts, "total", null, accounts.Now.Country),
            Heading("การเคลื่อนไหวจากเดือนก่อน"), .. Movements(accounts),
            Heading("ข้อควรระวังในการใช้ตัวเลข"), .. PipelineValues.Warnings(accounts).Select(warning => MonthlyReport.Across("warning", SummaryColumns.Length, warning)),
            MonthlyReport.Across("note", SummaryColumns.Length, accounts.Report.RegistryLine),
        ];
        return PipelineValues.Result(accounts, new MeasuredTable(SummaryColumns, rows));
    }

    private static MeasuredRow Heading(string text) => MonthlyReport.Across("heading", SummaryColumns.Length, text);

    private static MeasuredRow Stage(PipelineAccounts accounts, string kind, int? stage, ProjectSum sum)
    {
        var code = stage?.ToString(CultureInfo.InvariantCulture);
        var before = accounts.Before.Count(row => row.IsProject && (stage is null || row.StageNumber == stage));
        var (now, then) = (accounts.Count(stage: code), accounts.CountBefore(stage: code));
        CellContent Heard(CellContent cell) => PipelineAccounts.Heard(cell, accounts.Now.Reported);
        return new MeasuredRow(kind,
        [
            stage is { } number ? Cells.Count(number) : CellContent.Nothing, CellContent.Text(stage is { } named ? accounts.StageName(named) : "รวมทุกขั้นตอน"),
            Heard(Cells.Count(sum.Projects).From(now)),
            Heard(Cells.Percent(accounts.Now.Country.Projects == 0 ? null : Rational.Of((System.Numerics.BigInteger)sum.Projects * 100, accounts.Now.Country.Projects)).From(new ShareOf(now, accounts.Count()))),
            Heard(Cells.Baht(sum.Allocated).From(accounts.Money("allocated", stage: code))), Heard(Cells.Baht(sum.Committed).From(accounts.Money("committed", stage: code))),
            Heard(Cells.Baht(sum.Disbursed).From(accounts.Money("disbursed", stage: code))),
            accounts.HasBefore ? Cells.Count(before).From(then) : CellContent.Missing.From(new NoFigure(PipelineValues.NoComparison(accounts), null)),
            accounts.HasBefore ? Heard(Cells.Count(sum.Projects - before).From(then is null ? null : new ChangeOf(then, now, IsPercent: false))) : CellContent.Missing,
        ]);
    }

    private static IEnumerable<MeasuredRow> Movements(PipelineAccounts accounts)
    {
        if (!accounts.HasBefore)
            return [MonthlyReport.Across("message", SummaryColumns.Length, PipelineValues.NoComparison(accounts))];
        var (moved, now, before) = (accounts.Moved(null), accounts.Now.Reported, accounts.Before.Count);
        (string Label, int Count, int Reported)[] ways =
        [
            ("คืบหน้าไปขั้นต่อไป", moved.Advanced, now), ("คงอยู่ขั้นเดิม", moved.Stayed, now), ("ย้อนกลับไปขั้นก่อนหน้า", moved.Back, now),
            ("โครงการที่เดือนก่อนไม่ได้รายงาน", moved.New, now), ("โครงการที่เดือนก่อนรายงานแต่เดือนนี้ไม่รายงาน", moved.Gone, before),
        ];
        return ways.Select(row => new MeasuredRow("movement",
        [
            CellContent.Nothing, CellContent.Text(row.Label), PipelineAccounts.Heard(Cells.Count(row.Count).From(accounts.Moving($"นับโครงการ: {row.Label}")), row.Reported),
            CellContent.Nothing, CellContent.Nothing, CellContent.Nothing, CellContent.Nothing, CellContent.Nothing, CellContent.Nothing,
        ]));
    }

    /// <summary>The sheet จำนวนรายจังหวัด. Rows: item, none, total.</summary>
    [Measure("pipeline_provinces")]
    public static MeasureResult Provinces(MeasureInput input)
    {
        var accounts = PipelineAccounts.Of(input);
        var rows = accounts.Now.Provinces.Select((province, index) => Province(
            accounts, province.Sum.Projects == 0 ? "none" : "item", index + 1, province.Province.NameThai, province.Province.Code.ToString(), (province.Stages, province.Sum, province.Authorities, province.Reported)))
            .Append(Province(accounts, "total", null, "รวมทั้งประเทศ", null, (accounts.Now.Stages, accounts.Now.Country, accounts.Now.Provinces.Sum(province => province.Authorities), accounts.Now.Reported)));
        return PipelineValues.Result(accounts, new MeasuredTable(
            ["number", "name", new MeasuredColumn("stages", ProjectPipeline.StageCount), "projects", "authorities", "advanced", "stayed", "back", "fresh", "gone"], [.. rows]));
    }

    private static MeasuredRow Province(
        PipelineAccounts accounts, string kind, int? number, string name, string? code, (IReadOnlyList<ProjectSum> Stages, ProjectSum Sum, int Authorities, int Reported) of)
    {
        var (moved, then) = (accounts.Moved(code), accounts.BeforeIn(code).Count());
        // What moved is known where both months are; of one that was silent it is only known what the other has.
        var both = Math.Min(of.Reported, then);
        CellContent Heard(CellContent cell) => PipelineAccounts.Heard(cell, of.Reported);
        CellContent Move(string words, int count, int reported) => accounts.HasBefore ? PipelineAccounts.Heard(Cells.Count(count).From(accounts.Moving(words, code)), reported) : CellContent.Missing;
        return new MeasuredRow(kind,
        [
            number is { } place ? Cells.Count(place) : CellContent.Nothing, CellContent.Text(name),
            .. of.Stages.Select((stage, index) => Heard(Cells.Count(stage.Projects).From(accounts.Count(code, (index + 1).ToString(CultureInfo.InvariantCulture))))),
            Heard(Cells.Count(of.Sum.Projects).From(accounts.Count(code))), Cells.Count(of.Authorities).From(accounts.Money("authority", code) with { Shows = AuthorityChoice.Authorities }),
            Move("นับโครงการที่คืบหน้าไปขั้นต่อไป", moved.Advanced, both), Move("นับโครงการที่คงอยู่ขั้นเดิม", moved.Stayed, both), Move("นับโครงการที่ย้อนกลับ", moved.Back, both),
            Move("นับโครงการที่เดือนก่อนไม่ได้รายงาน", moved.New, of.Reported), Move("นับโครงการที่เดือนก่อนรายงานแต่เดือนนี้ไม่รายงาน", moved.Gone, then),
        ]);
    }

    /// <summary>The sheet เงินรายจังหวัด, the standard columns of DOMAIN 3.3. Rows: item, none, total.</summary>
    [Measure("pipeline_money")]
    public static MeasureResult Money(MeasureInput input)
    {
        var accounts = PipelineAccounts.Of(input);
        var rows = accounts.Now.Provinces
            .Select((province, index) => Money(accounts, province.Sum.Projects == 0 ? "none" : "item", index + 1, province.Province.NameThai, province.Province.Code.ToString(), province.Sum, province.Reported))
            .Append(Money(accounts, "total", null, "รวมทั้งประเทศ", null, accounts.Now.Country, accounts.Now.Reported));
        return PipelineValues.Result(accounts, new MeasuredTable(
            ["number", "name", "projects", "allocated", "outstanding", "disbursed", "disbursed_percent", "used", "used_percent", "remaining", "carried_over"], [.. rows]));
    }

    private static MeasuredRow Money(PipelineAccounts accounts, string kind, int? number, string name, string? code, ProjectSum sum, int reported)
    {
        var (allocated, committed, disbursed) = (accounts.Money("allocated", code), accounts.Money("committed", code), accounts.Money("disbursed", code));
        var used = new ComputedOf("ใช้จ่าย = PO ค้าง + เบิกจ่าย: ของแต่ละโครงการคือจำนวนที่มากกว่าระหว่างผูกพันสัญญากับเบิกจ่าย", [committed, disbursed]);
        CellContent[] figures =
        [
            Cells.Count(sum.Projects).From(accounts.Count(code)), Cells.Baht(sum.Allocated).From(allocated),
            Cells.Baht(sum.Outstanding).From(new ComputedOf("PO ค้าง = ใช้จ่าย − เบิกจ่าย", [used, disbursed])),
            Cells.Baht(sum.Disbursed).From(disbursed), Cells.Percent(sum.DisbursedPercent).From(new ShareOf(disbursed, allocated)),
            Cells.Baht(sum.Used).From(used), Cells.Percent(sum.UsedPercent).From(new ComputedOf("ร้อยละใช้จ่าย = ใช้จ่าย ÷ จัดสรร × 100", [used, allocated])),
            Cells.Baht(sum.Remaining).From(new ComputedOf("คงเหลือ = จัดสรร − ใช้จ่าย", [allocated, used])), Cells.Baht(sum.CarriedOver).From(accounts.Money("carried_over", code)),
        ];
        return new MeasuredRow(kind,
        [
            number is { } place ? Cells.Count(place) : CellContent.Nothing, CellContent.Text(name), .. figures.Select(figure => PipelineAccounts.Heard(figure, reported)),
        ]);
    }
}
