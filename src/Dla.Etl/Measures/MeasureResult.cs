using Dla.Etl.Findings;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures;

/// <summary>What a measure gives to one sheet: a table, single values for the texts around it, and lists for its heading cells.</summary>
/// <param name="Table">The rows of the sheet's table, or null for a sheet without one.</param>
public sealed record MeasureResult(MeasuredTable? Table)
{
    /// <summary>Values by name, for the <c>{name}</c> of the texts in report.yaml.</summary>
    public IReadOnlyDictionary<string, CellContent> Values { get; init; } = new Dictionary<string, CellContent>();

    /// <summary>What is to be said of the data: an ERROR holds the report back, with all of them as the answer why.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Lists by name, for the ranges of report.yaml: one content for each cell of the range.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CellContent>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<CellContent>>();

    /// <summary>The calculations that the origins of its cells name, to be stored with the report; of several with one id the first is stored.</summary>
    public IReadOnlyList<TracedCalculation> Calculations { get; init; } = [];
}

/// <summary>Rows in printed order with the names of their columns.</summary>
/// <param name="Columns">Names as report.yaml lists them.</param>
/// <param name="Rows">Rows; each has a content for every cell of every column.</param>
public sealed record MeasuredTable(IReadOnlyList<MeasuredColumn> Columns, IReadOnlyList<MeasuredRow> Rows);

/// <summary>A column, or a run of like columns side by side.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cells">How many cells it takes in each row; 1 for an ordinary column.</param>
public sealed record MeasuredColumn(string Name, int Cells = 1)
{
    /// <summary>An ordinary column by its name.</summary>
    public static implicit operator MeasuredColumn(string name) => new(name);
}

/// <summary>A row.</summary>
/// <param name="Kind">Which model row of the template it looks like.</param>
/// <param name="Cells">A content for every cell of every column, in the order of the columns.</param>
public sealed record MeasuredRow(string Kind, IReadOnlyList<CellContent> Cells);
