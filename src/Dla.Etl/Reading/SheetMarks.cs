using Dla.Etl.Findings;
using Dla.Etl.Values;

namespace Dla.Etl.Reading;

/// <summary>What ExcelDataReader does not tell about a sheet: error cells and formulas without a result, both null to it, hidden rows and columns.</summary>
internal sealed class SheetMarks
{
    /// <summary>Error cells and formulas without a result, by address.</summary>
    public Dictionary<CellAddress, RawCell> Doubtful { get; } = [];

    /// <summary>Zero-based hidden rows.</summary>
    public HashSet<int> HiddenRows { get; } = [];

    /// <summary>Zero-based hidden columns.</summary>
    public HashSet<int> HiddenColumns { get; } = [];

    /// <summary>The last zero-based row with content, −1 when there is none; null when nobody looked.</summary>
    public int? LastRow { get; set; }

    /// <summary>Why the sheet cannot be read, or null.</summary>
    public Finding? Problem { get; set; }
}

/// <summary>What is known of a sheet before ExcelDataReader reads its values.</summary>
/// <param name="Marks">Found so far.</param>
/// <param name="LookCloser">Looks at every cell, when the values turn out doubtful; null when that was done already.</param>
internal sealed record SheetSource(SheetMarks Marks, Func<SheetMarks>? LookCloser);
