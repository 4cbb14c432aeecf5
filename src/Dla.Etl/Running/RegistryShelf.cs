using System.Runtime.CompilerServices;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Keeps the editions of the registry that were prepared for matching: a night reads thousands of files with one or two of them.</summary>
internal sealed class RegistryShelf
{
    private static readonly ConditionalWeakTable<Database, RegistryShelf> Shelves = [];

    private readonly Lock _lock = new();
    private readonly Dictionary<(long Edition, long Newest, bool IsLater, long Districts), AuthorityMatching> _prepared = [];

    /// <summary>The registry of a day as it is known now; null when none was imported.</summary>
    public static AuthorityMatching? On(Database warehouse, DateOnly day) => Shelves.GetOrCreateValue(warehouse).Prepared(warehouse, day);

    private AuthorityMatching? Prepared(Database warehouse, DateOnly day)
    {
        using var connection = warehouse.Read();
        var sequence = CommitSequence.Last(connection);
        if (AuthorityEditions.EditionAsOf(connection, day, sequence) is not { } edition)
            return null;
        // What was there before is told of an edition too, so a later import of an earlier day makes it another.
        var key = (edition.Number, AuthorityEditions.All(connection).Where(one => one.Sequence <= sequence).Max(one => one.Number), edition.Effective > day, DistrictEditions.EditionAsOf(connection, day, sequence)?.Number ?? 0);
        lock (_lock)
        {
            if (!_prepared.TryGetValue(key, out var matching))
                _prepared[key] = matching = new AuthorityMatching(AuthorityEditions.AsOf(connection, day, sequence)!, DistrictEditions.AsOf(connection, day, sequence));
            return matching;
        }
    }
}
