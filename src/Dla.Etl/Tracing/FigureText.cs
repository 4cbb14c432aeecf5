using System.Globalization;
using System.Numerics;
using Dla.Etl.Measures.UnitCost.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>Figures in words.</summary>
internal static class FigureText
{
    /// <summary>A number with at most these decimals; <c>…</c> behind it when it has more.</summary>
    public static string Decimal(Rational number, int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var scaled = number * Rational.Of(scale);
        var text = ((decimal)scaled.Round() / (decimal)scale).ToString("#,##0." + new string('#', decimals), CultureInfo.InvariantCulture);
        return scaled.IsWhole ? text : $"{text}…";
    }

    /// <summary>An amount of baht as it is printed, always with two decimals.</summary>
    public static string Money(Rational baht) => ((decimal)(baht * 100).Round() / 100).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>An amount of money in baht, or a plain number.</summary>
    public static string Told(Rational number, bool isMoney) => isMoney ? CostStory.Baht(number) : Decimal(number, 4);
}
