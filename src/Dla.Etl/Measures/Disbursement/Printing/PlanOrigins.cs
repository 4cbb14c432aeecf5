using Dla.Etl.Measures.Disbursement.DevelopmentPlan;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>Which rows a line of a sheet adds up: all, or those of provinces or of an authority.</summary>
internal sealed record PlanPlace
{
    private PlanPlace(IReadOnlyList<string>? provinces, string? authority, string among) => (Provinces, Authority, Among) = (provinces, authority, among);

    /// <summary>Codes of the only provinces; null for all.</summary>
    public IReadOnlyList<string>? Provinces { get; }

    /// <summary>Eight digits of the only authority; null for all.</summary>
    public string? Authority { get; }

    /// <summary>Among whom it is ranked, in Thai.</summary>
    public string Among { get; }

    /// <summary>Everybody.</summary>
    public static PlanPlace Country { get; } = new(null, null, "");

    /// <summary>A region.</summary>
    public static PlanPlace Of(RegionPlan region) => new([.. region.Provinces.Select(province => province.Province.Code.ToString())], null, "");

    /// <summary>A province.</summary>
    public static PlanPlace Of(ProvincePlan province) => new([province.Province.Code.ToString()], null, "ของจังหวัดที่รายงาน");

    /// <summary>An authority.</summary>
    public static PlanPlace Of(AuthorityPlan authority) => new(null, authority.Authority.Code.ToString(), "ของ อปท. ในจังหวัดที่รายงาน");
}

/// <summary>Where the figures of development plans come from.</summary>
/// <param name="form">Id of the form.</param>
/// <param name="period">The month.</param>
/// <param name="before">The month before; null in October.</param>
internal sealed class PlanOrigins(string form, Period period, Period? before)
{
    private const string Group = "plan";

    /// <summary>A step added up.</summary>
    public CellOrigin Step(PlanFigure figure, PlanStep step, PlanPlace place) => Of(Field(step.Field(figure)), place);

    /// <summary>A step in per cent of another.</summary>
    public ShareOf Percent(PlanFigure figure, PlanStep step, PlanStep of, PlanPlace place) => new(Step(figure, step, place), Step(figure, of, place));

    /// <summary>What changed since the month before, of those who stated it in both.</summary>
    public CellOrigin Change(PlanFigure figure, PlanStep step, PlanPlace place) => before is not { } then
        ? new NoFigure(MonthlyReport.NoComparison(null), null)
        : new ChangeOf(
            Of(Field(step.Field(figure)) with { Period = then, AlsoIn = period }, place), Of(Field(step.Field(figure)) with { AlsoIn = then }, place), IsPercent: false);

    /// <summary>How many authorities stated figures in both months.</summary>
    public ComputedOf Compared(PlanPlace place) => new("นับ อปท. ที่รายงานตัวเลขทั้งเดือนนี้และเดือนก่อน",
        [.. new[] { period, before ?? period }.Distinct().Select(month => Of(Field("authority") with { Period = month, Shows = AuthorityChoice.Authorities }, place))]);

    /// <summary>How many authorities have rows.</summary>
    public CellOrigin Authorities(PlanPlace place) => Of(Field("authority") with { Shows = AuthorityChoice.Authorities }, place);

    /// <summary>A rank by money disbursed of the budget.</summary>
    public ComputedOf Rank(PlanPlace place) =>
        new($"อันดับของร้อยละเบิกจ่ายต่องบประมาณที่อนุมัติ{place.Among} (ค่าเท่ากันใช้อันดับเดียวกัน ผู้ที่ยังไม่รายงานไม่มีอันดับ)", [Percent(PlanFigure.Baht, PlanStep.Disbursed, PlanStep.Budgeted, place)]);

    private AuthorityFigures Field(string field) => new(form, period, Group, field);

    private static CellOrigin Of(AuthorityFigures figures, PlanPlace place) => place switch
    {
        { Authority: { } authority } => figures with { Authority = authority },
        { Provinces: [var province] } => figures with { Province = province },
        { Provinces: { } provinces } => new ComputedOf("ผลรวมของจังหวัดในภาค", [.. provinces.Select(province => figures with { Province = province })]) { IsSum = true },
        _ => figures,
    };
}
