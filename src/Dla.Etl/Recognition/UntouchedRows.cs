using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>
/// Finds the rows that a blank form came with and nobody filled in. They are neither zero nor a statement that there is nothing to report: they are no
/// rows at all, and that is told once.
/// </summary>
internal sealed class UntouchedRows
{
    private const int MostNamed = 5;

    private readonly TablePage _page;
    private readonly GroupColumns _columns;
    private readonly List<HeaderColumn> _named;
    private readonly List<HeaderColumn> _own;
    private readonly CodeList? _listed;
    private readonly Lazy<HashSet<string>> _wholeLists;

    public UntouchedRows(TablePage page, GroupColumns columns)
    {
        (_page, _columns) = (page, columns);
        var prefilled = PrefilledFields.Of(columns.Group);
        var fields = columns.Group.Fields;
        // By the name, or by the code alone.
        _named = [.. PrefilledFields.Authority(columns.Group) is { } authority && prefilled.Count > 0
            ? new[] { authority.Code, authority.CodeField }.OfType<string>().Select(code => columns.Fields[columns.Group.IndexOf(code)]).OfType<HeaderColumn>() : []];
        _own = [.. Enumerable.Range(0, fields.Count).Where(index => !prefilled.Contains(fields[index].Code)).Select(index => columns.Fields[index]).OfType<HeaderColumn>()];
        _listed = PrefilledFields.Listed(columns.Group)?.Codes;
        _wholeLists = new Lazy<HashSet<string>>(() => WholeLists(_listed!));
    }

    /// <summary>True for a row that names an authority, and perhaps an item of the list that the form came with, and has nothing else.</summary>
    public bool Has(int row, bool hasKey)
    {
        if (_own.Exists(column => IsFilled(row, column)) || !_named.Exists(column => IsFilled(row, column)))
            return false;
        if (!hasKey || _named.Contains(_columns.Key))
            return true;
        // An item that somebody chose without a figure is a mistake; of a list that came with the form it is one of those that are not used.
        return _listed?.Find(CellContent.TextOf(_page.Grid.Cell(row, _columns.Key.First))) is not null && _wholeLists.Value.Contains(AuthorityOf(row));
    }

    /// <summary>What there is to say of such rows.</summary>
    /// <param name="rows">Them, from the first on.</param>
    /// <param name="reported">Rows of the page that say something.</param>
    public Finding Said(IReadOnlyList<int> rows, IEnumerable<int> reported)
    {
        var known = reported.Select(AuthorityOf).ToHashSet(StringComparer.Ordinal);
        var silent = rows.Select(AuthorityOf).Where(authority => !known.Contains(authority)).Distinct(StringComparer.Ordinal).ToList();
        return new Finding(RecognitionFindings.NothingEntered, _page.Grid.Place(rows[0], _named[0].First))
        {
            Found = Numbers.Text(rows.Count), Expected = _columns.Group.Nothing?.Texts[0] ?? "",
            Subject = silent.Count == 0 ? "ทุก อปท. ในไฟล์มีแถวอื่นที่กรอกแล้ว" : string.Create(
                CultureInfo.InvariantCulture, $"อปท. ที่ยังไม่มีข้อมูลเลย {silent.Count} แห่ง ได้แก่ {string.Join(", ", silent.Take(MostNamed))}{(silent.Count > MostNamed ? " …" : "")}"),
        };
    }

    // Nobody types in half of the list of items to leave all of them blank.
    private HashSet<string> WholeLists(CodeList listed) => Enumerable.Range(_page.FirstRow, _page.EndRow - _page.FirstRow)
        .Where(row => _page.Grid.IsFilled(row, _columns.Key.First) && _named.Exists(column => IsFilled(row, column)))
        .Select(row => (Authority: AuthorityOf(row), listed.Find(CellContent.TextOf(_page.Grid.Cell(row, _columns.Key.First)))?.Code))
        .Where(one => one.Code is not null).Distinct().CountBy(one => one.Authority, StringComparer.Ordinal)
        .Where(pair => pair.Value * 2 >= listed.All.Count).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);

    private string AuthorityOf(int row) =>
        _named.Find(column => IsFilled(row, column)) is { } named ? ThaiText.Clean(CellContent.TextOf(_page.Grid.Cell(row, named.First))).Value : "";

    private bool IsFilled(int row, HeaderColumn column)
    {
        for (var at = column.First; at <= column.Last; at++)
            if (_page.Grid.IsFilled(row, at))
                return true;
        return false;
    }
}
