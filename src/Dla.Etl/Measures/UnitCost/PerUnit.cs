using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost;

/// <summary>Cost ÷ quantity. Where there is none, it says why; never 0 and never infinity.</summary>
public static class PerUnit
{
    /// <summary>The exact unit cost in satang, or in Thai why there is none.</summary>
    /// <param name="satang">The exact cost.</param>
    /// <param name="volume">The quantity, or why there is none.</param>
    public static Declared<Rational> Of(Rational satang, Declared<Measured> volume) => !volume.IsKnown
        ? Declared<Rational>.Unknown(volume.UnknownBecause!)
        : volume.Value.Amount.TenThousandths switch
        {
            0 => Declared<Rational>.Unknown("ปริมาณเป็นศูนย์"),
            < 0 => Declared<Rational>.Unknown("ปริมาณติดลบ"),
            _ => Declared<Rational>.Known(satang / volume.Value.Exact),
        };
}
