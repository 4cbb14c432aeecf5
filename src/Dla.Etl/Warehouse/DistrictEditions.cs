using System.Data.Common;
using Dapper;
using Dla.Etl.Reference.Districts;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>A list of districts to import.</summary>
/// <param name="Effective">The day that it holds for.</param>
/// <param name="FileName">Name of its file, without folder.</param>
/// <param name="Hash">Of the file's bytes.</param>
/// <param name="Districts">What it has.</param>
public sealed record DistrictImport(DateOnly Effective, string FileName, ContentHash Hash, IReadOnlyList<District> Districts)
{
    /// <summary>What the audit shall say besides, for example that a loss was accepted; empty for nothing.</summary>
    public string Remark { get; init; } = "";
}

/// <summary>The editions of the list of districts. They are only ever added, so a day and a sequence give the same edition for ever.</summary>
public static class DistrictEditions
{
    private static readonly EditionTable Table = new(ReferenceKind.Districts, "district_edition", "districts", "districts", AuditAction.DistrictsImported);

    /// <summary>Adds an edition, unless the bytes that stand for its day are the same.</summary>
    public static ImportedEdition Import(WriteLane lane, DistrictImport import, string programVersion)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(import);
        return Table.Import(lane, new ReferenceSource(import.Effective, import.FileName, import.Hash, import.Remark), import.Districts.Count, programVersion, edition =>
        {
            using var rows = lane.Into("district", "edition", "code", "name", "name_english");
            foreach (var district in import.Districts)
                rows.Add(edition, district.Code.ToString(), StoredText.Of(district.Name), StoredText.Of(district.NameEnglish));
            rows.Complete();
        });
    }

    /// <summary>Every edition, the superseded ones of a day as well, by day and sequence.</summary>
    public static IReadOnlyList<ReferenceEdition> All(DbConnection connection) => Table.All(connection);

    /// <summary>The districts that hold on a day, as known at a sequence; before the first edition the first one, which says so. Null when none was imported by then.</summary>
    public static DistrictRegistry? AsOf(DbConnection connection, DateOnly day, long sequence) =>
        EditionAsOf(connection, day, sequence) is { } edition ? Load(connection, edition, isLater: edition.Effective > day) : null;

    /// <summary>The edition that holds on a day as known at a sequence; null when none was imported by then.</summary>
    public static ReferenceEdition? EditionAsOf(DbConnection connection, DateOnly day, long sequence) => EditionTable.Holding(EditionTable.Standing(All(connection), sequence), day);

    /// <summary>The edition that holds on a day, as the writer's lane sees it; null when none was imported.</summary>
    internal static ReferenceEdition? StandingIn(WriteLane lane, DateOnly day) =>
        EditionTable.Holding(EditionTable.Standing(Table.All(lane.Connection, lane.Transaction), long.MaxValue), day);

    /// <summary>One edition by its number.</summary>
    public static DistrictRegistry Get(DbConnection connection, ReferenceEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Load(connection, edition, isLater: false);
    }

    private static DistrictRegistry Load(DbConnection connection, ReferenceEdition edition, bool isLater) => new(edition.Effective, connection
        .Query<(string Code, string Name, string English)>("SELECT code, name, name_english FROM district WHERE edition = @Number", new { edition.Number })
        .Select(row => new District(DistrictCode.Parse(row.Code).Value, row.Name, row.English)))
    {
        Edition = edition.Number, IsLaterThanAsked = isLater,
    };
}
