using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Validation;

/// <summary>Amounts in the integer scale of their field, shown to people and read from settings.</summary>
internal static class Amounts
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <summary>The amount with thousands grouped: <c>7,850</c>, <c>1,234.50 บาท</c>.</summary>
    public static string Show(FieldType type, decimal amount) => type switch
    {
        FieldType.Baht => (amount / ScaleOf(type)).ToString("#,##0.00", CultureInfo.InvariantCulture) + " บาท",
        FieldType.Quantity or FieldType.Ratio => (amount / ScaleOf(type)).ToString("#,##0.####", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Text and dates are no amounts."),
    };

    /// <summary>True for the types that have amounts.</summary>
    public static bool Has(FieldType type) => type is FieldType.Quantity or FieldType.Baht or FieldType.Ratio;

    /// <summary>Reads a setting in whole units of the field (<c>0</c>, <c>100.5</c>) into its integer scale.</summary>
    public static Parsed<long> Read(FieldType type, string text)
    {
        if (!TryNumber(text, out var number))
            return Parsed<long>.Failed($"“{text}” is not a number");
        var scaled = number * ScaleOf(type);
        return scaled == decimal.Truncate(scaled) && scaled is >= long.MinValue and <= long.MaxValue
            ? Parsed<long>.Ok((long)scaled)
            : Parsed<long>.Failed($"“{text}” has too many digits for a {type}");
    }

    /// <summary>Reads an invariant decimal without grouping or exponent.</summary>
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out number) && Math.Abs(number) < 1_000_000_000_000_000m;

    /// <summary>Integer steps in one whole unit of the field.</summary>
    public static decimal ScaleOf(FieldType type) => type == FieldType.Baht ? 100m : Quantity.Scale;
}
