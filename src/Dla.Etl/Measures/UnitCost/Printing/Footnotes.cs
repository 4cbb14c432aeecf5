using System.Globalization;
using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>The notes below a table: a reason for every figure that is not there, each told once and pointed at by its number, then what holds for the whole table.</summary>
internal sealed class Footnotes
{
    private const string First = "หมายเหตุ :  ", Other = "                    ";

    private readonly List<string> _reasons = [];

    /// <summary>What is printed in place of a figure: <c>- 1/</c>.</summary>
    /// <param name="reason">Why there is none, in Thai.</param>
    public CellContent Instead(string reason)
    {
        var at = _reasons.IndexOf(reason);
        if (at < 0)
        {
            at = _reasons.Count;
            _reasons.Add(reason);
        }
        return CellContent.Text(string.Create(CultureInfo.InvariantCulture, $"- {at + 1}/"));
    }

    /// <summary>The rows below the table.</summary>
    /// <param name="cells">How many cells a row of the table has.</param>
    /// <param name="whole">What holds for the whole table.</param>
    public IEnumerable<MeasuredRow> Rows(int cells, params IEnumerable<string> whole) => _reasons
        .Select((reason, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}/  {reason}")).Concat(whole)
        .Select((note, index) => Across("note", cells, (index == 0 ? First : Other) + note));

    /// <summary>A row of one text across all columns.</summary>
    public static MeasuredRow Across(string kind, int cells, string text)
    {
        var row = new CellContent[cells];
        row[0] = CellContent.Text(text);
        return new MeasuredRow(kind, row);
    }
}
