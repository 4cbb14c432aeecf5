namespace Dla.Etl.Samples;

/// <summary>SplitMix64, seeded by what the number is for, so that the same figure comes out on every machine and in any order of asking.</summary>
/// <remarks>Source: G. Steele, D. Lea, C. Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014.</remarks>
public struct SplitMix
{
    private ulong _state;

    /// <summary>A generator for the figure that these numbers name, for example province and item.</summary>
    public SplitMix(params ReadOnlySpan<int> seed)
    {
        _state = 0x2563_0803_0003_0959UL; // the circular: มท 0803.3/ว 959, fiscal year 2563
        foreach (var part in seed)
            _state = unchecked(Next() ^ ((ulong)(uint)part * 0x9E37_79B9_7F4A_7C15UL));
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => unchecked(Mix(_state += 0x9E37_79B9_7F4A_7C15UL));

    /// <summary>A whole number from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Between(int first, int last) => first + (int)(Next() % (ulong)(last - first + 1));

    private static ulong Mix(ulong z) => unchecked(Finish((z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL));

    private static ulong Finish(ulong z)
    {
        z = unchecked((z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL);
        return z ^ (z >> 31);
    }
}
