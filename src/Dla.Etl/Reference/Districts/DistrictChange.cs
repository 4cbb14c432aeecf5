namespace Dla.Etl.Reference.Districts;

/// <summary>What became of a district from one edition to the next.</summary>
public enum DistrictChangeKind
{
    /// <summary>Its code was not there before.</summary>
    Appeared,

    /// <summary>Its code is there no more.</summary>
    Vanished,

    /// <summary>It has another Thai name under the same code.</summary>
    Renamed,

    /// <summary>It has another code under the same name in the same province.</summary>
    Renumbered,
}

/// <summary>A difference between two editions of the list of districts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Before">As the earlier edition has it; null for one that appeared.</param>
/// <param name="After">As the later edition has it; null for one that vanished.</param>
public sealed record DistrictChange(DistrictChangeKind Kind, District? Before, District? After)
{
    /// <summary>All differences from one edition to another, by kind and code.</summary>
    public static IReadOnlyList<DistrictChange> Between(DistrictRegistry before, DistrictRegistry after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var gone = before.All.Where(one => after.Find(one.Code) is null).ToList();
        var come = after.All.Where(one => before.Find(one.Code) is null).ToList();
        var renumbered = gone.Select(one => (Was: one, Now: come.Find(other => other.Province == one.Province && other.Name == one.Name))).Where(pair => pair.Now is not null).ToList();
        return
        [
            .. come.Except(renumbered.Select(pair => pair.Now!)).Select(one => new DistrictChange(DistrictChangeKind.Appeared, null, one)),
            .. gone.Except(renumbered.Select(pair => pair.Was)).Select(one => new DistrictChange(DistrictChangeKind.Vanished, one, null)),
            .. before.All.Select(was => (Was: was, Now: after.Find(was.Code))).Where(pair => pair.Now is { } now && now.Name != pair.Was.Name)
                .Select(pair => new DistrictChange(DistrictChangeKind.Renamed, pair.Was, pair.Now)),
            .. renumbered.Select(pair => new DistrictChange(DistrictChangeKind.Renumbered, pair.Was, pair.Now)),
        ];
    }
}
