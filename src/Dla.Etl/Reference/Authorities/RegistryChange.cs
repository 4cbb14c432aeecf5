namespace Dla.Etl.Reference.Authorities;

/// <summary>What became of an authority from one edition to the next.</summary>
public enum RegistryChangeKind
{
    /// <summary>Its code was not there before.</summary>
    Appeared,

    /// <summary>Its code is there no more: merged, dissolved, or numbered anew under another name.</summary>
    Vanished,

    /// <summary>It became another kind, under its old code or, in the same district under the same name, a new one.</summary>
    TypeChanged,

    /// <summary>It has another name under the same code.</summary>
    Renamed,

    /// <summary>It lies in another district or province under the same code.</summary>
    Moved,
}

/// <summary>A difference between two editions.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Before">As the earlier edition has it; null for one that appeared.</param>
/// <param name="After">As the later edition has it; null for one that vanished.</param>
public sealed record RegistryChange(RegistryChangeKind Kind, LocalAuthority? Before, LocalAuthority? After)
{
    /// <summary>All differences from one edition to another, by kind and code. One authority may be renamed and moved at once: each is a line.</summary>
    public static IReadOnlyList<RegistryChange> Between(AuthorityRegistry before, AuthorityRegistry after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var gone = before.All.Where(one => after.Find(one.Code) is null).ToList();
        var come = after.All.Where(one => before.Find(one.Code) is null).ToList();
        var upgraded = gone.Select(one => (Was: one, Now: Successor(one, come))).Where(pair => pair.Now is not null).ToList();
        return
        [
            .. come.Except(upgraded.Select(pair => pair.Now!)).Select(one => new RegistryChange(RegistryChangeKind.Appeared, null, one)),
            .. gone.Except(upgraded.Select(pair => pair.Was)).Select(one => new RegistryChange(RegistryChangeKind.Vanished, one, null)),
            .. upgraded.Select(pair => new RegistryChange(RegistryChangeKind.TypeChanged, pair.Was, pair.Now)),
            .. Kept(before, after, RegistryChangeKind.TypeChanged, (was, now) => was.Type != now.Type),
            .. Kept(before, after, RegistryChangeKind.Renamed, (was, now) => was.Name != now.Name),
            .. Kept(before, after, RegistryChangeKind.Moved, (was, now) => was.District != now.District || was.Province != now.Province),
        ];
    }

    /// <summary>The only newcomer of the same name in the same district and of another kind: an อบต. that became a ทต. and was numbered anew. Null when there is none, or more than one.</summary>
    internal static LocalAuthority? Successor(LocalAuthority gone, IEnumerable<LocalAuthority> newcomers) =>
        newcomers.Where(one => one.Province == gone.Province && one.District == gone.District && one.Name == gone.Name && one.Type != gone.Type).Take(2).ToList() is [var only] ? only : null;

    private static IEnumerable<RegistryChange> Kept(AuthorityRegistry before, AuthorityRegistry after, RegistryChangeKind kind, Func<LocalAuthority, LocalAuthority, bool> differ) =>
        before.All.Select(was => (Was: was, Now: after.Find(was.Code))).Where(pair => pair.Now is not null && differ(pair.Was, pair.Now)).Select(pair => new RegistryChange(kind, pair.Was, pair.Now));
}
