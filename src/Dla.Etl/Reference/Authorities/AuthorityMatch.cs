namespace Dla.Etl.Reference.Authorities;

/// <summary>What came of looking for an authority.</summary>
public enum AuthorityOutcome
{
    /// <summary>It is this one and no other.</summary>
    Found,

    /// <summary>The registry has none that is written so; <see cref="AuthorityMatch.Candidates"/> are of the same name in the province, of another kind or district.</summary>
    Unknown,

    /// <summary>Kind is not written, and a name alone is never enough; <see cref="AuthorityMatch.Candidates"/> have the name.</summary>
    NoType,

    /// <summary>Several are written so; <see cref="AuthorityMatch.Candidates"/> are they.</summary>
    Ambiguous,

    /// <summary>An earlier edition has it, this one has not: <see cref="AuthorityMatch.Former"/>.</summary>
    Former,

    /// <summary>It is one of another province: <see cref="AuthorityMatch.Candidates"/>.</summary>
    OtherProvince,

    /// <summary>The text contradicts itself, or the columns of the code or the district: <see cref="AuthorityMatch.Candidates"/> are what its codes name, if any.</summary>
    Contradiction,
}

/// <summary>An authority that was looked for.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Written">What was looked for.</param>
public sealed record AuthorityMatch(AuthorityOutcome Outcome, WrittenAuthority Written)
{
    /// <summary>The authority that was found; null unless the outcome is <see cref="AuthorityOutcome.Found"/>.</summary>
    public LocalAuthority? Authority { get; init; }

    /// <summary>Those that it may be, by code.</summary>
    public IReadOnlyList<LocalAuthority> Candidates { get; init; } = [];

    /// <summary>What it was, for <see cref="AuthorityOutcome.Former"/>.</summary>
    public FormerAuthority? Former { get; init; }

    /// <summary>For a name that is not that of its code: what came of looking for the name alone; null when there is no kind to look for.</summary>
    public AuthorityMatch? Named { get; init; }

    /// <summary>True when the text, or text and column, have codes that are not the same.</summary>
    public bool CodesDiffer { get; init; }

    /// <summary>True when it was found by its code, and the column of the district has another.</summary>
    public bool DistrictDiffers { get; init; }
}
