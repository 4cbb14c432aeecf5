using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Exact figures as they are printed, rounded half away from zero.</summary>
internal static class Money
{
    /// <summary>Baht with two decimals.</summary>
    /// <param name="satang">The exact amount.</param>
    /// <exception cref="OverflowException">Beyond 64 bits of satang.</exception>
    public static decimal Baht(Rational satang) => (decimal)(long)satang.Round() / 100;

    /// <summary>Per cent with two decimals.</summary>
    /// <param name="percent">The exact percentage.</param>
    public static decimal Percent(Rational percent) => (decimal)(long)(percent * 100).Round() / 100;
}
