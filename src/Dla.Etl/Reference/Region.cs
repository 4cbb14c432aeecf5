namespace Dla.Etl.Reference;

/// <summary>The six geographic regions (DOMAIN §2.1).</summary>
public enum Region
{
    /// <summary>ภาคเหนือ.</summary>
    North,

    /// <summary>ภาคตะวันออกเฉียงเหนือ.</summary>
    NorthEast,

    /// <summary>ภาคกลาง.</summary>
    Central,

    /// <summary>ภาคตะวันออก.</summary>
    East,

    /// <summary>ภาคตะวันตก.</summary>
    West,

    /// <summary>ภาคใต้.</summary>
    South,
}

/// <summary>Names of the regions.</summary>
public static class Regions
{
    /// <summary>The Thai name: ภาคเหนือ.</summary>
    public static string NameThai(this Region region) => region switch
    {
        Region.North => "ภาคเหนือ",
        Region.NorthEast => "ภาคตะวันออกเฉียงเหนือ",
        Region.Central => "ภาคกลาง",
        Region.East => "ภาคตะวันออก",
        Region.West => "ภาคตะวันตก",
        Region.South => "ภาคใต้",
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "Unknown region."),
    };

    internal static Region FromCode(string code) => code switch
    {
        "N" => Region.North,
        "NE" => Region.NorthEast,
        "C" => Region.Central,
        "E" => Region.East,
        "W" => Region.West,
        "S" => Region.South,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Unknown region code."),
    };
}
