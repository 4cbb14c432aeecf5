using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>percent_of</c>: a stated percentage is the one that <c>part</c> makes of <c>of</c>. It is never used: reports compute their own.</summary>
/// <remarks>
/// It may be rounded or cut off at its last digit. Stated as a share (0.85 for 85) it is understood; otherwise it is remarked upon, and when it would fit with
/// the money of the field <c>apart</c> added, that is said: money carried over is in neither part nor whole (DOMAIN 3.5).
/// </remarks>
internal sealed class PercentOfCheck : ICheckKind
{
    private const string Part = "part", Of = "of", Apart = "apart";

    public string Name => "percent_of";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, NeedsAmount = true, Required = [Part, Of], Optional = [Apart] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        var wrong = SettingFields.Mistakes(check, form, field => field.Type == FieldType.Baht, "money", Part, Of, Apart);
        return form.Group(check.Group!).Fields.Any(field => field.Code == check.Field && field.Type != FieldType.Ratio) ? [.. wrong, $"field '{check.Field}' is no ratio"] : wrong;
    }

    public IEnumerable<Finding> Run(CheckScope scope) => scope.Fields(_ => false).Where(at => at.HasAmount).Select(at => Look(scope.Check, at)).OfType<Finding>();

    private static Finding? Look(CheckDefinition check, FieldAt at)
    {
        var (part, of) = (FieldAt.Of(at.Row, check.Settings[Part]), FieldAt.Of(at.Row, check.Settings[Of]));
        if (!part.HasAmount || !of.HasAmount)
            return null;
        if (of.Amount <= 0)
            return at.Amount == 0 ? null : at.Finding(RowFindings.PercentOfNothing) with { Found = at.Shown, Reason = of.Definition.Label };
        var computed = Percent(part.Amount, of.Amount);
        if (Fits(at.Amount, 1, computed))
            return null;
        var share = at.Amount is > 0 and <= Quantity.Scale && Fits(at.Amount, 100, computed);
        var carried = check.Settings.TryGetValue(Apart, out var apart) && FieldAt.Of(at.Row, apart) is { HasAmount: true, Amount: not 0 } other
            && Fits(at.Amount, 1, Percent(part.Amount + other.Amount, of.Amount)) ? $" ดูเหมือนรวม{other.Definition.Label}ด้วย ซึ่งไม่นำมาคิดร้อยละ" : "";
        return at.Finding(share ? RowFindings.PercentAsShare : RowFindings.PercentDiffers) with
        {
            Found = at.Shown,
            Expected = Amounts.Show(FieldType.Quantity, decimal.Round((decimal)part.Amount * 100 / of.Amount, 2, MidpointRounding.AwayFromZero) * Quantity.Scale),
            Reason = carried,
        };
    }

    // In ten-thousandths of a percent point, exactly.
    private static Rational Percent(long part, long of) => Rational.Of(part, of) * (100 * Quantity.Scale);

    // Less than one step of the last digit that is written.
    private static bool Fits(long stated, int times, Rational computed)
    {
        var step = new[] { 10_000L, 1_000, 100, 10, 1 }.First(size => stated % size == 0);
        return (computed - (stated * times)).Abs() < step * times;
    }
}
