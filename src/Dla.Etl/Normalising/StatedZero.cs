using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>The ways in which a sender states that there was none. A blank cell is not one of them. Source: DOMAIN §6.3.</summary>
internal static class StatedZero
{
    /// <summary>The tolerances needed when the text states a zero, or null when it does not.</summary>
    public static IReadOnlyList<Tolerance>? In(string raw)
    {
        var clean = ThaiText.Clean(raw);
        var zero = clean.Value switch
        {
            [var one] when NumberText.IsDash(one) => Tolerances.StatedZeroDash,
            "ไม่มี" or "ไม่ใช้งบประมาณ" => Tolerances.StatedZeroWord,
            _ => null,
        };
        if (zero is null)
            return null;
        var noted = default(Noted);
        noted.Add(clean.Tolerances);
        if (clean.Value is [not '-'])
            noted.Add(Tolerances.DashVariant);
        noted.Add(zero);
        return noted.All;
    }
}
