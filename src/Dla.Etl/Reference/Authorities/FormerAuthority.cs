namespace Dla.Etl.Reference.Authorities;

/// <summary>An authority as an earlier edition of the registry has it and the one in force has not: it was merged or dissolved, renamed, or became another kind.</summary>
/// <param name="Was">As the earlier edition has it.</param>
/// <param name="LastIn">The day of the last edition that has it so.</param>
/// <param name="GoneSince">The day of the edition after that: the first that has it so no more.</param>
/// <param name="Now">The authority that has its code in the edition in force; null when none has.</param>
public sealed record FormerAuthority(LocalAuthority Was, DateOnly LastIn, DateOnly GoneSince, LocalAuthority? Now);
