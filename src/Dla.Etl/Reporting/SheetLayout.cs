using Dla.Etl.Definitions;
using Dla.Etl.Values;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Reporting;

/// <summary>Where the placeholders of a sheet stand in the template that is at hand; staff may have moved any of them.</summary>
/// <param name="Definition">What report.yaml says of the sheet.</param>
/// <param name="Sheet">The sheet in the open template.</param>
/// <param name="Places">The range of each defined name.</param>
internal sealed record SheetLayout(ReportSheet Definition, XSSFSheet Sheet, IReadOnlyDictionary<string, CellRange> Places)
{
    /// <summary>True when the sheet has a table.</summary>
    public bool HasTable => Definition.Rows.Count > 0;

    /// <summary>The model row of each kind, zero-based.</summary>
    public IReadOnlyDictionary<string, int> ModelRows =>
        Definition.Rows.ToDictionary(kind => kind, kind => Places[Definition.RowName(kind)].First.Row, StringComparer.Ordinal);

    /// <summary>First model row.</summary>
    public int FirstModelRow => ModelRows.Values.Min();

    /// <summary>Last model row.</summary>
    public int LastModelRow => ModelRows.Values.Max();

    /// <summary>The range of a column, list or text.</summary>
    public CellRange PlaceOf(string placeholder) => Places[Definition.NameOf(placeholder)];
}
