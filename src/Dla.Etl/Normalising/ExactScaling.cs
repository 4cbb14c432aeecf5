namespace Dla.Etl.Normalising;

/// <summary>How well a number fits a whole count of its smallest part.</summary>
internal enum Fit : byte
{
    /// <summary>Exactly.</summary>
    Exact,

    /// <summary>But for what binary arithmetic leaves behind.</summary>
    Noise,

    /// <summary>It has more decimals; the count is the nearest, halves away from zero.</summary>
    Rounded,

    /// <summary>The count does not fit 64 bits, or is not a number.</summary>
    OutOfRange,
}

/// <summary>Turns numbers into whole counts of their smallest part without losing any in silence.</summary>
internal static class ExactScaling
{
    // A double keeps 53 bits: below this every whole number is itself.
    private const double WholeNumbers = 9_007_199_254_740_992d;

    /// <summary>The count of 1/<paramref name="scale"/> in a number as a workbook stores it.</summary>
    public static Fit Of(double value, long scale, out long count)
    {
        count = 0;
        if (!double.IsFinite(value) || Math.Abs(value) >= 9.2e18)
            return Fit.OutOfRange;
        var scaled = value * scale;
        if (Math.Abs(scaled) >= WholeNumbers)
            return double.IsInteger(value) && Math.Abs(value) < WholeNumbers ? Of((decimal)(long)value, scale, out count) : Fit.OutOfRange;
        var nearest = Math.Round(scaled, MidpointRounding.AwayFromZero);
        count = (long)nearest;
        var back = nearest / scale; // correctly rounded, so equal exactly when the double is the closest one to the decimal
        if (back.Equals(value))
            return Fit.Exact;
        return Math.Abs(back - value) <= Math.Max(Math.Abs(value) * 4e-15, 1e-13) ? Fit.Noise : Settle(value, scale, out count);
    }

    /// <summary>The count of 1/<paramref name="scale"/> in a decimal.</summary>
    public static Fit Of(decimal value, long scale, out long count)
    {
        count = 0;
        if (Math.Abs(value) > (decimal)long.MaxValue / scale)
            return Fit.OutOfRange;
        var scaled = value * scale;
        var nearest = Math.Round(scaled, MidpointRounding.AwayFromZero);
        count = (long)nearest;
        return nearest == scaled ? Fit.Exact : Fit.Rounded;
    }

    // Half cases are decided on the shortest decimal that the workbook shows: 0.125 and 1.005 are halves to people.
    private static Fit Settle(double value, long scale, out long count)
    {
        _ = Of((decimal)value, scale, out count);
        return Fit.Rounded;
    }
}
