using System.Data.Common;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Warehouse;

/// <summary>A field of a version as the warehouse keeps it, with its cell.</summary>
public sealed record VersionFact
{
    /// <summary>Order in the return.</summary>
    public int Position { get; init; }

    /// <summary>The row of the return.</summary>
    public int RowPosition { get; init; }

    /// <summary>Group of the form.</summary>
    public string GroupCode { get; init; } = "";

    /// <summary>Item of the group, or the key of an open row.</summary>
    public string ItemCode { get; init; } = "";

    /// <summary>Field of the group.</summary>
    public string FieldCode { get; init; } = "";

    /// <summary>How it was read: text, quantity, baht, ratio or date.</summary>
    public FieldType Type { get; init; }

    /// <summary>Value, stated zero, missing and so on.</summary>
    public FieldState State { get; init; }

    /// <summary>In the scale of the type, or null.</summary>
    public long? Amount { get; init; }

    /// <summary>Unit of measure of a figure; empty when none is stated; null for other fields.</summary>
    public string? UnitOfMeasure { get; init; }

    /// <summary>Clean text, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Sheet of its cell, or null.</summary>
    public string? Sheet { get; init; }

    /// <summary>Address of its cell, or null when the file has none.</summary>
    public string? Cell { get; init; }

    /// <summary>As the sender wrote it.</summary>
    public string? Raw { get; init; }

    /// <summary>True when both say the same, wherever they stand in their files and however they were written.</summary>
    public bool SaysTheSameAs(VersionFact other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return State == other.State && Type == other.Type && Amount == other.Amount && UnitOfMeasure == other.UnitOfMeasure
            && (Type != FieldType.Text || Text == other.Text);
    }
}

/// <summary>A field that two versions do not agree on.</summary>
/// <param name="Before">In the one version; null when its row is new in the other.</param>
/// <param name="After">In the other; null when its row is not there.</param>
public sealed record FactChange(VersionFact? Before, VersionFact? After)
{
    /// <summary>Whichever is there: they agree on group, item and field.</summary>
    public VersionFact Either => After ?? Before!;

    /// <summary>The version from which a row that is not in the later one counts all the same, because that one is silent about its local authority; null when the row is gone, or is not gone.</summary>
    public CountedVersion? Counted { get; init; }

    /// <summary>The whole row, when several rows have its key: what else it says tells it from the others. Empty otherwise.</summary>
    public IReadOnlyList<VersionFact> Row { get; init; } = [];
}

/// <summary>Two versions of a return, field by field.</summary>
public static class VersionDifference
{
    /// <summary>The numbers of the versions of a return, in order.</summary>
    public static IReadOnlyList<int> Numbers(DbConnection connection, ReturnKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return connection.Query<int>(
            "SELECT version FROM return_version WHERE form = @form AND fiscal_year = @year AND unit = @unit ORDER BY version", key.Parameters).AsList();
    }

    /// <summary>Every field that the versions do not agree on, in the order of the later one; rows that are gone come last.</summary>
    public static IReadOnlyList<FactChange> Between(DbConnection connection, ReturnKey key, int from, int to)
    {
        var (before, after) = (Rows(connection, key, from), Rows(connection, key, to));
        var kept = Kept(connection, key, before, after);
        var changes = before.Keys.Union(after.Keys)
            .SelectMany(item => Changes(before.GetValueOrDefault(item) ?? [], after.GetValueOrDefault(item) ?? [])
                .Select(change => change.After is null && kept.TryGetValue(item, out var counted) ? change with { Counted = counted } : change)).ToList();
        return
        [
            .. changes.Where(change => change.After is not null).OrderBy(change => change.After!.Position),
            .. changes.Where(change => change.After is null).OrderBy(change => change.Before!.Position),
        ];
    }

    // A province may send a file for each district: what a later one does not name stays as it was.
    private static IReadOnlyDictionary<(string Group, string Item), CountedVersion> Kept(
        DbConnection connection, ReturnKey key, Dictionary<(string Group, string Item), List<VersionRow>> before, Dictionary<(string Group, string Item), List<VersionRow>> after)
    {
        static HashSet<string> Named(Dictionary<(string Group, string Item), List<VersionRow>> rows) => rows.Values.SelectMany(same => same)
            .Select(row => row.Facts.GetValueOrDefault(AuthorityRows.Field)?.Text).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var silent = Named(before);
        silent.ExceptWith(Named(after));
        return silent.Count == 0 ? new Dictionary<(string Group, string Item), CountedVersion>() : CountedVersions.Items(connection, key, silent);
    }

    private static IEnumerable<FactChange> Changes(List<VersionRow> before, List<VersionRow> after)
    {
        var several = before.Count > 1 || after.Count > 1;
        foreach (var (old, now) in RowPairing.Of(before, after))
            foreach (var field in (now ?? old)!.Facts.Keys.Union((old ?? now)!.Facts.Keys, StringComparer.Ordinal))
            {
                var (was, isNow) = (old?.Facts.GetValueOrDefault(field), now?.Facts.GetValueOrDefault(field));
                if ((was is null || isNow is null) ? IsTold((now ?? old)!, (isNow ?? was)!) : !was.SaysTheSameAs(isNow))
                    yield return new FactChange(was, isNow) { Row = several ? [.. (now ?? old)!.Facts.Values.OrderBy(fact => fact.Position)] : [] };
            }
    }

    // Of a row that came or went, what it left blank says nothing, unless it is all that there is.
    private static bool IsTold(VersionRow row, VersionFact fact) => IsFilled(fact) || !row.Facts.Values.Any(IsFilled);

    private static bool IsFilled(VersionFact fact) => fact.State is not (FieldState.Missing or FieldState.NoColumn);

    private static Dictionary<(string Group, string Item), List<VersionRow>> Rows(DbConnection connection, ReturnKey key, int version)
    {
        var facts = connection.Query<FactRow>(
            """
            SELECT f.position AS Position, f.row_position AS RowPosition, f.group_code AS GroupCode, f.item_code AS ItemCode, f.field_code AS FieldCode,
              f.type AS Type, f.state AS State, f.amount AS Amount, f.unit_of_measure AS UnitOfMeasure, f.text AS Text,
              f.sheet_name AS Sheet, f.cell AS Cell, f.raw AS Raw
            FROM fact f JOIN return_version v ON v.id = f.version_id
            WHERE v.form = @form AND v.fiscal_year = @year AND v.unit = @unit AND v.version = @version
            """,
            new { form = key.Form, year = key.Period.Number, unit = key.Unit.ToString(), version }).Select(row => row.Fact()).ToList();
        return facts.GroupBy(fact => (fact.GroupCode, fact.ItemCode)).ToDictionary(
            item => item.Key,
            item => item.GroupBy(fact => fact.RowPosition).OrderBy(row => row.Key)
                .Select(row => new VersionRow(row.Key, row.ToDictionary(fact => fact.FieldCode, StringComparer.Ordinal))).ToList());
    }

    private sealed record FactRow
    {
        public int Position { get; init; }

        public int RowPosition { get; init; }

        public string GroupCode { get; init; } = "";

        public string ItemCode { get; init; } = "";

        public string FieldCode { get; init; } = "";

        public string Type { get; init; } = "";

        public string State { get; init; } = "";

        public long? Amount { get; init; }

        public string? UnitOfMeasure { get; init; }

        public string? Text { get; init; }

        public string? Sheet { get; init; }

        public string? Cell { get; init; }

        public string? Raw { get; init; }

        public VersionFact Fact() => new()
        {
            Position = Position, RowPosition = RowPosition, GroupCode = GroupCode, ItemCode = ItemCode, FieldCode = FieldCode,
            Type = StoredName.Parse<FieldType>(Type), State = StoredName.Parse<FieldState>(State), Amount = Amount, UnitOfMeasure = UnitOfMeasure,
            Text = Text, Sheet = Sheet, Cell = Cell, Raw = Raw,
        };
    }
}
