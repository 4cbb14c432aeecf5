using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>history</c>: more than <c>more_than</c> times the previous year's figure, or less than one part in <c>less_than_one_in</c> of it. Without history nothing is said.</summary>
/// <remarks>Exactly that many times is not remarkable. Zero in either year gives no ratio and has its own wording (DOMAIN §1.4).</remarks>
internal sealed class HistoryCheck : ICheckKind
{
    private const string MoreThan = "more_than", LessThanOneIn = "less_than_one_in";

    public string Name => "history";

    public CheckShape Shape { get; } = new() { NeedsAmount = true, Required = [MoreThan, LessThanOneIn] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form) =>
        from setting in check.Settings
        where !Amounts.TryNumber(setting.Value, out var times) || times is <= 1 or > 1000
        select $"'{setting.Key}' must be a number above 1 and up to 1000, not “{setting.Value}”";

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        if (scope.Context.Before is not { } previous)
            return [];
        var limits = (Times(scope, MoreThan), Times(scope, LessThanOneIn));
        return from at in scope.Figures()
               where at.HasAmount && !at.Row.IsUnknown && previous.Figures.ContainsKey(at.Key)
               group at by at.Key into same
               let sum = Sum([.. same])
               where sum is not null
               let finding = Compare(same.First(), sum.Value, previous.Figures[same.Key], limits)
               where finding is not null
               select same.Count() == 1 ? finding : finding with { Subject = $"{finding.Subject} รวม {Counts.Show(same.Count())} แถว" };
    }

    private static decimal Times(CheckScope scope, string setting) => Amounts.TryNumber(scope.Check.Settings[setting], out var times)
        ? times
        : throw new InvalidOperationException($"{setting}: {scope.Check.Settings[setting]}");

    // Open rows may come several times under one key, and the warehouse's figure of the year before is their sum: sums of one unit are compared.
    // A listed item that comes twice is an ERROR of its own, and nothing is compared.
    private static decimal? Sum(IReadOnlyList<FieldAt> same) =>
        same.Count > 1 && (same[0].Row.Item is not null || same.Select(at => FigureUnit.Of(at.Row, at.Index)).Distinct(StringComparer.Ordinal).Count() > 1)
            ? null
            : same.Sum(at => (decimal)at.Amount);

    private static Finding? Compare(FieldAt at, decimal now, PriorFigure before, (decimal More, decimal OneIn) limits)
    {
        var unit = FigureUnit.Of(at.Row, at.Index);
        if (unit != before.UnitOfMeasure)
            return new Finding(ValidationFindings.UnitSincePrevious, at.Place)
            {
                Subject = at.RowSubject,
                Found = Named(unit),
                Expected = Named(before.UnitOfMeasure),
            };
        var kind = Kind(now, before.Amount, limits);
        return kind is null ? null : at.Finding(kind) with
        {
            Found = Amounts.Show(at.Definition.Type, now),
            Expected = Amounts.Show(at.Definition.Type, before.Amount),
        };
    }

    /// <summary>Negative figures have an ERROR of their own and no history worth telling.</summary>
    private static FindingKind? Kind(decimal now, decimal before, (decimal More, decimal OneIn) limits) => (now, before) switch
    {
        (< 0, _) or (_, < 0) or (0, 0) => null,
        (_, 0) => ValidationFindings.NewThisYear,
        (0, _) => ValidationFindings.GoneThisYear,
        _ when now > before * limits.More => ValidationFindings.MuchMore,
        _ when now * limits.OneIn < before => ValidationFindings.MuchLess,
        _ => null,
    };

    private static string Named(string unit) => unit.Length == 0 ? "ไม่ระบุ" : unit;
}
