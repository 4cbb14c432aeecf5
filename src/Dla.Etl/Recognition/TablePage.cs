using Dla.Etl.Definitions;

namespace Dla.Etl.Recognition;

/// <summary>The columns of one group on one page.</summary>
/// <param name="Position">Position of the group in the form.</param>
/// <param name="Group">The group.</param>
/// <param name="Fields">The column of each field, by the order of <see cref="GroupDefinition.Fields"/>; null where the page has none.</param>
internal sealed record GroupColumns(int Position, GroupDefinition Group, IReadOnlyList<HeaderColumn?> Fields)
{
    public int KeyIndex { get; } = Group.IndexOf(FieldRole.Key);

    public HeaderColumn Key => Fields[KeyIndex]!;

    /// <summary>The columns beside the key, which hold the values.</summary>
    public IReadOnlyList<HeaderColumn> Values { get; } =
        [.. Fields.Where((column, index) => column is not null && Group.Fields[index] is { Role: not FieldRole.Key, IsBeside: false }).Select(column => column!)];
}

/// <summary>A header with the rows under it.</summary>
/// <param name="Grid">The sheet.</param>
/// <param name="Header">The header.</param>
/// <param name="FirstRow">First row of data.</param>
/// <param name="EndRow">The row after the last.</param>
internal sealed record TablePage(SheetGrid Grid, HeaderBlock Header, int FirstRow, int EndRow)
{
    /// <summary>The groups on this page with their columns; empty until they are assigned.</summary>
    public IReadOnlyList<GroupColumns> Groups { get; init; } = [];

    /// <summary>Rows that are sums.</summary>
    public HashSet<int> Subtotals { get; } = [];

    /// <summary>Those of them that state the file's own totals, which are kept to check the rows by.</summary>
    public HashSet<int> Controls { get; } = [];

    /// <summary>Where it stands, as an answer says it.</summary>
    public string Called => $"{Grid.Called} แถวที่ {Numbers.Text(Header.FirstRow + 1)}";
}
