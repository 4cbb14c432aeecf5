using System.Globalization;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>What was published of a part of the plan, and the rows that the plan has of it. A difference is shown and never closed.</summary>
/// <param name="Label">Name of the part.</param>
/// <param name="Key">Where the published figures stand in the rules file.</param>
/// <param name="Projects">Published number of rows.</param>
/// <param name="Money">Published money.</param>
/// <param name="Remark">What is known of a difference.</param>
/// <param name="Rows">The plan's rows.</param>
public sealed record PlanComparison(string Label, string Key, int Projects, Baht Money, string Remark, PlanRows Rows)
{
    /// <summary>Rows in the plan less those published.</summary>
    public int ProjectDifference => Rows.Rows.Count - Projects;

    /// <summary>Money in the plan less that published.</summary>
    public Baht MoneyDifference => new(Rows.Money.Satang - Money.Satang);

    /// <summary>True when both agree, to the baht.</summary>
    public bool Agrees => ProjectDifference == 0 && MoneyDifference.Satang == 0;

    /// <summary>For example <c>ขาด 3 โครงการ 39,844,200 บาท</c>.</summary>
    public string Words => Agrees ? "ตรงกัน" : string.Create(CultureInfo.InvariantCulture,
        $"{(MoneyDifference.Satang <= 0 ? "ขาด" : "เกิน")} {Math.Abs(ProjectDifference)} {Rows.Counted} {Math.Abs(MoneyDifference.Satang) / 100m:#,##0.##} บาท");

    /// <summary>The two published figures, the two of the plan and the two differences, each with its origin.</summary>
    public IReadOnlyList<CellContent> Cells(PublishedPlan published)
    {
        ArgumentNullException.ThrowIfNull(published);
        var (count, money) = (Published(published, "projects", Projects, Rows.Counted), Published(published, "baht", Money.Satang, "บาท"));
        return
        [
            CellContent.Number(Projects).From(count),
            CellContent.Number(Money.Satang / 100m).From(money),
            Rows.Count,
            Rows.Sum,
            CellContent.Number(ProjectDifference).From(new ComputedOf(
                string.Create(CultureInfo.InvariantCulture, $"จำนวนในแผน {Rows.Rows.Count} − จำนวนที่ประกาศ {Projects} = {ProjectDifference}"), [Rows.CountOrigin, count])),
            CellContent.Number(MoneyDifference.Satang / 100m).From(MoneyDifferenceOrigin(published)),
        ];
    }

    /// <summary>Where the difference of the money comes from.</summary>
    public CellOrigin MoneyDifferenceOrigin(PublishedPlan published) => new ChangeOf(Published(published, "baht", Money.Satang, "บาท"), Rows.SumOrigin, IsPercent: false);

    /// <summary>A published figure.</summary>
    private RuleValue Published(PublishedPlan published, string what, long value, string unit) =>
        new(published.Path, $"{Key}.{what}", published.Document) { Value = value, UnitOfMeasure = unit };
}
