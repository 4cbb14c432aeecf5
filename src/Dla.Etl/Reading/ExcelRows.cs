using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;
using ExcelDataReader;

namespace Dla.Etl.Reading;

/// <summary>Takes the rows of a workbook from ExcelDataReader into the raw grid, xls and xlsx alike.</summary>
internal sealed class ExcelRows(ReadingLimits limits, ReadingTime time, DateSystem dates, int sharedStrings)
{
    private static readonly RawCell[] EmptyRow = [];
    private readonly CellBudget _budget = new(limits);
    private readonly NumberFormats _formats = new();
    private bool _lostText;

    /// <summary>Findings that do not stop the reading.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>The grid of the sheet on which the reader stands, or the finding that stops the reading.</summary>
    public (RawSheet? Sheet, Finding? Problem) Sheet(ForeignReader foreign, SheetSource source)
    {
        var reader = foreign.Current;
        var marks = source.Marks;
        if (marks.LastRow is null && source.LookCloser is { } look && (long)reader.FieldCount * reader.RowCount > limits.MaxCells)
            marks = look();
        if (marks.Problem is { } unreadable)
            return (null, unreadable);
        var (rows, problem) = Rows(foreign, marks);
        if (problem is null && _lostText && marks.LastRow is null)
            problem = source.LookCloser?.Invoke().Problem;
        _lostText = false;
        return problem is not null ? (null, problem) : (new RawSheet(reader.Name, rows)
        {
            Visibility = Visibility(reader.VisibleState),
            Merged = Merged(reader.MergeCells),
            HiddenRows = marks.HiddenRows,
            HiddenColumns = marks.HiddenColumns,
        }, null);
    }

    private (List<RawCell[]> Rows, Finding? Problem) Rows(ForeignReader foreign, SheetMarks marks)
    {
        var rows = new List<RawCell[]>();
        var last = marks.LastRow ?? int.MaxValue;
        for (var row = 0; row <= last && foreign.NextRow(); row++)
        {
            if (time.IsUp())
                return (rows, time.TooSlow());
            var width = Width(foreign.Current, row, marks);
            if (width == 0)
                continue;
            if (_budget.Take(foreign.Current.Name, row, width) is { } over)
                return (rows, over);
            while (rows.Count < row)
                rows.Add(EmptyRow);
            var (cells, problem) = Cells(foreign.Current, row, width, marks);
            if (problem is not null)
                return (rows, problem);
            rows.Add(cells);
        }
        return (rows, foreign.Failure);
    }

    /// <summary>Columns up to the last one with content: a style alone is none, wherever it reaches.</summary>
    private static int Width(IExcelDataReader reader, int row, SheetMarks marks)
    {
        for (var column = reader.FieldCount - 1; column >= 0; column--)
            if (reader.GetValue(column) is { } value ? value is not string { Length: 0 } : IsDoubtful(marks, row, column))
                return column + 1;
        return 0;
    }

    private (RawCell[] Cells, Finding? Problem) Cells(IExcelDataReader reader, int row, int width, SheetMarks marks)
    {
        var cells = new RawCell[width];
        for (var column = 0; column < width; column++)
        {
            var value = reader.GetValue(column);
            if (value is null)
                cells[column] = IsDoubtful(marks, row, column) ? marks.Doubtful[new CellAddress(row, column)] : RawCell.Blank;
            else if (value is not string text)
                cells[column] = Value(reader, row, column, value);
            else if (_budget.Take(reader.Name, row, column, text) is { } tooLong)
                return (cells, tooLong);
            else if (text.Length > 0)
                cells[column] = Text(text);
        }
        return (cells, null);
    }

    private static bool IsDoubtful(SheetMarks marks, int row, int column) =>
        marks.Doubtful.Count > 0 && marks.Doubtful.ContainsKey(new CellAddress(row, column));

    /// <summary>A text that is a whole number not below the count of shared strings may be an index that leads nowhere: ExcelDataReader 3.6.0 passes it on as text.</summary>
    private RawCell Text(string text)
    {
        _lostText |= text.Length <= 10 && char.IsAsciiDigit(text[0])
            && int.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out var index) && index >= sharedStrings;
        return new RawCell(RawCellKind.Text, text);
    }

    private RawCell Value(IExcelDataReader reader, int row, int column, object value)
    {
        var (format, isThaiDate) = _formats.Of(reader, column);
        return value switch
        {
            double number when !double.IsFinite(number) => NotFinite(new Place(reader.Name, new CellAddress(row, column)), number),
            double number when isThaiDate && dates.FromSerial(number) is { } date => new RawCell(RawCellKind.Date, date, format),
            double => new RawCell(RawCellKind.Number, value, format),
            DateTime date when dates is { Is1904: true, ReaderKnows: false } => new RawCell(RawCellKind.Date, dates.Correct(date), format),
            DateTime => new RawCell(RawCellKind.Date, value, format),
            bool => new RawCell(RawCellKind.Boolean, value),
            TimeSpan span => new RawCell(RawCellKind.Number, span.TotalDays, format),
            int number => new RawCell(RawCellKind.Number, (double)number, format),
            _ => throw new InvalidOperationException($"ExcelDataReader gave a {value.GetType()}."),
        };
    }

    private RawCell NotFinite(Place place, double number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        Findings.Add(new Finding(ReadingFindings.NotFinite, place) { Found = text });
        return new RawCell(RawCellKind.Error, text);
    }

    private static SheetVisibility Visibility(string? state) =>
        string.Equals(state, "hidden", StringComparison.OrdinalIgnoreCase) ? SheetVisibility.Hidden
        : string.Equals(state, "veryHidden", StringComparison.OrdinalIgnoreCase) ? SheetVisibility.VeryHidden
        : SheetVisibility.Visible;

    /// <summary>ExcelDataReader gives null for none, and −1 for what it could not read, as the merge of a single cell.</summary>
    private static List<Values.CellRange> Merged(ExcelDataReader.CellRange[]? ranges) =>
    [
        .. (ranges ?? [])
            .Where(range => range.FromRow >= 0 && range.FromColumn >= 0 && range.ToRow >= range.FromRow && range.ToColumn >= range.FromColumn)
            .Select(range => new Values.CellRange(new CellAddress(range.FromRow, range.FromColumn), new CellAddress(range.ToRow, range.ToColumn))),
    ];
}
