using System.Globalization;
using Dla.Etl.Measures.Disbursement.Targets;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>Which rows a line of a sheet adds up: all, or those of a province, an authority or an item.</summary>
internal readonly record struct GrantPlace(string? Province = null, string? Authority = null, string? Item = null);

/// <summary>Where the figures of general grants come from.</summary>
/// <param name="form">Id of the form.</param>
/// <param name="period">The month.</param>
/// <param name="group">Group of the form.</param>
/// <param name="target">The target of the month.</param>
/// <param name="targetFile">The file of the targets.</param>
internal sealed class GrantOrigins(string form, Period period, string group, MonthTarget target, string targetFile)
{
    /// <summary>Money added up.</summary>
    public AuthorityFigures Money(string field, GrantPlace place) => new(form, period, group, field)
    {
        Province = place.Province, Authority = place.Authority, Only = place.Item is { } item ? new RowChoice("item", item) : null,
    };

    /// <summary>How many authorities have rows.</summary>
    public AuthorityFigures Authorities(GrantPlace place) => Money("authority", place) with { Shows = AuthorityChoice.Authorities };

    /// <summary>Disbursed in per cent of received.</summary>
    public ShareOf Percent(GrantPlace place) => new(Money("disbursed", place), Money("received", place));

    /// <summary>Received less disbursed.</summary>
    public ComputedOf Remaining(GrantPlace place) => Less("คงเหลือ = ได้รับจัดสรร − เบิกจ่าย", Money("received", place), Money("disbursed", place));

    /// <summary>Percentage less target.</summary>
    public CellOrigin Gap(GrantPlace place) => Target is ComputedOf known
        ? Less("สูง/(ต่ำ)กว่าเป้าหมาย = ร้อยละเบิกจ่าย − เป้าหมาย", Percent(place), known)
        : new NoFigure(target.Percent.UnknownBecause!, Percent(place));

    /// <summary>A rank by percentage.</summary>
    public ComputedOf Rank(GrantPlace place, string among) => new($"อันดับของร้อยละเบิกจ่าย{among} (ค่าเท่ากันใช้อันดับเดียวกัน ผู้ที่ยังไม่รายงานไม่มีอันดับ)", [Percent(place)]);

    /// <summary>The target of the month: the quarter ends it lies between, each with its weight.</summary>
    public CellOrigin Target { get; } = target.Percent.IsKnown
        ? new ComputedOf("เป้าหมายสะสม ณ สิ้นเดือน เป็นเส้นตรงระหว่างเป้าหมาย ณ สิ้นไตรมาส", [.. target.Parts.Select(part => Rule(part.Quarter, targetFile))])
        {
            Times = [.. target.Parts.Select(part => part.Weight)],
        }
        : new NoFigure(target.Percent.UnknownBecause!, null);

    private static RuleValue Rule(QuarterTarget quarter, string file) => new(file, quarter.Key, $"{quarter.Source} ({quarter.Confidence!.Value.Thai()})")
    {
        Value = quarter.Percent.Value, UnitOfMeasure = "ร้อยละ",
    };

    private static ComputedOf Less(string words, CellOrigin from, CellOrigin less) => new(words, [from, less]) { Times = [Rational.One, -Rational.One] };

    /// <summary>The target in words, for the note below a table.</summary>
    public string TargetLine => target.Percent.IsKnown
        ? $"เป้าหมายสะสม ณ สิ้นเดือน ร้อยละ {Cells.Told(target.Percent.Value)}{(target.Parts.Count > 1 ? " เป็นเส้นตรงระหว่าง" : " คำนวณจาก")}{string.Join(" กับ ", target.Parts.Select(part => Quarter(part.Quarter)))}"
        : $"ไม่มีเป้าหมายของเดือนนี้ เพราะ{target.Percent.UnknownBecause}";

    private static string Quarter(QuarterTarget quarter) =>
        string.Create(CultureInfo.InvariantCulture, $"สิ้นไตรมาสที่ {quarter.Quarter} ร้อยละ {Cells.Told(quarter.Percent.Value)} ({quarter.Source} {quarter.Confidence!.Value.Thai()})");
}
