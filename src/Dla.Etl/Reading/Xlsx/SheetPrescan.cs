using System.Globalization;
using System.Xml;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;

namespace Dla.Etl.Reading.Xlsx;

/// <summary>One pass with XmlReader over a worksheet for what ExcelDataReader does not tell.</summary>
internal sealed class SheetPrescan
{
    private readonly NameTable _names = new();
    private readonly string _row, _cell, _value, _formula, _inline, _column, _text;
    private readonly string? _sheet;
    private readonly ReadingLimits _limits;
    private readonly ReadingTime _time;
    private readonly int _sharedStrings;
    private readonly SheetMarks _marks = new() { LastRow = -1 };
    private int _atRow = -1, _atColumn = -1;

    private SheetPrescan(string? sheet, ReadingLimits limits, ReadingTime time, int sharedStrings)
    {
        (_sheet, _limits, _time, _sharedStrings) = (sheet, limits, time, sharedStrings);
        (_row, _cell, _value, _formula) = (_names.Add("row"), _names.Add("c"), _names.Add("v"), _names.Add("f"));
        (_inline, _column, _text) = (_names.Add("is"), _names.Add("col"), _names.Add("t"));
    }

    /// <summary>The marks of a worksheet; <see cref="SheetMarks.Problem"/> says why it cannot be read.</summary>
    /// <exception cref="XmlException">Not well formed.</exception>
    /// <exception cref="InvalidDataException">Does not unpack.</exception>
    public static SheetMarks Scan(Stream part, string? sheet, ReadingLimits limits, ReadingTime time, int sharedStrings)
    {
        var scan = new SheetPrescan(sheet, limits, time, sharedStrings);
        using var xml = SafeXml.Open(part, limits.MaxUnpackedBytes, scan._names);
        scan.Sheet(xml);
        return scan._marks;
    }

    private void Sheet(XmlReader xml)
    {
        while (_marks.Problem is null && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (ReferenceEquals(xml.LocalName, _cell))
                Cell(xml);
            else if (ReferenceEquals(xml.LocalName, _row))
                Row(xml);
            else if (ReferenceEquals(xml.LocalName, _column) && IsTrue(xml.GetAttribute("hidden")))
                HideColumns(xml);
        }
    }

    private void Row(XmlReader xml)
    {
        var row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : _atRow + 1;
        if (row <= _atRow)
            _marks.Problem = ExcelWorkbook.Corrupt("ลำดับแถวไม่เรียงกัน", new Place(_sheet, new CellAddress(Math.Max(row, 0), 0)));
        if (_time.IsUp())
            _marks.Problem = _time.TooSlow();
        (_atRow, _atColumn) = (row, -1);
        if (IsTrue(xml.GetAttribute("hidden")))
            _marks.HiddenRows.Add(row);
    }

    private void Cell(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        _atColumn = ColumnOf(xml.GetAttribute("r")) ?? _atColumn + 1;
        if (xml.IsEmptyElement)
            return;
        string? value = null, formula = null;
        var (depth, hasValue, hasFormula) = (xml.Depth, false, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != depth + 1)
                continue;
            if (ReferenceEquals(xml.LocalName, _value))
                (hasValue, value) = (true, Content(xml));
            else if (ReferenceEquals(xml.LocalName, _formula))
                (hasFormula, formula) = (true, Content(xml));
            else if (ReferenceEquals(xml.LocalName, _inline) && !InlineText(xml))
                return;
        }
        Judge(type, value, formula, hasValue, hasFormula);
    }

    private void Judge(string? type, string? value, string? formula, bool hasValue, bool hasFormula)
    {
        var address = new CellAddress(_atRow, _atColumn);
        var isEmptyText = hasValue && string.IsNullOrEmpty(value) && type == "str";
        if (type == "e")
            _marks.Doubtful[address] = new RawCell(RawCellKind.Error, string.IsNullOrEmpty(value) ? "#?" : value);
        else if (hasFormula && string.IsNullOrEmpty(value) && !isEmptyText)
            _marks.Doubtful[address] = new RawCell(RawCellKind.FormulaWithoutValue, string.IsNullOrEmpty(formula) ? null : formula);
        if (type == "s" && !string.IsNullOrEmpty(value) && (!int.TryParse(value, NumberStyles.Any, CultureInfo.InvariantCulture, out var index) || index < 0 || index >= _sharedStrings))
            _marks.Problem = new Finding(ReadingFindings.LostText, new Place(_sheet, address)) { Found = value, Expected = _sharedStrings.ToString(CultureInfo.InvariantCulture) };
        if (hasFormula || type == "e" || !string.IsNullOrEmpty(value))
            _marks.LastRow = _atRow;
    }

    /// <summary>Text of a <c>v</c> or <c>f</c>; ExcelDataReader fails on elements inside, and so does this.</summary>
    private static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = "";
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text = text.Length == 0 ? xml.Value : text + xml.Value;
        return text;
    }

    /// <summary>False when the text is too long: ExcelDataReader joins its runs in quadratic time.</summary>
    private bool InlineText(XmlReader xml)
    {
        var (depth, characters, nodes) = (xml.Depth, 0L, 0);
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
        {
            characters += xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace ? xml.Value.Length : 0;
            nodes += ReferenceEquals(xml.LocalName, _text) ? 1 : 0;
            if (characters > _limits.MaxCellCharacters || nodes > _limits.MaxCellCharacters)
            {
                _marks.Problem = CellBudget.Over(ReadingFindings.TextTooLong, new Place(_sheet, new CellAddress(_atRow, _atColumn)), Math.Max(characters, nodes), _limits.MaxCellCharacters);
                return false;
            }
        }
        if (characters > 0)
            _marks.LastRow = _atRow;
        return true;
    }

    private void HideColumns(XmlReader xml)
    {
        if (!int.TryParse(xml.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(xml.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            return;
        for (var column = Math.Max(first, 1); column <= Math.Min(last, SheetBounds.Xlsx.Columns); column++)
            _marks.HiddenColumns.Add(column - 1);
    }

    private static int? ColumnOf(string? reference)
    {
        var (column, at) = (0, 0);
        for (; reference is not null && at < reference.Length && at < 4 && reference[at] is >= 'A' and <= 'Z'; at++)
            column = (column * 26) + (reference[at] - 'A' + 1);
        return at is > 0 and < 4 && column <= SheetBounds.Xlsx.Columns ? column - 1 : null;
    }

    private static bool IsTrue(string? value) => value is "1" or "true";
}
