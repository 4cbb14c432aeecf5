using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;

namespace Dla.Etl.Reading.Delimited;

/// <summary>Reads delimited text, whatever the delimiter. Every cell is text: numbers are Normalising's matter.</summary>
internal sealed class CsvReading(ReadingLimits limits, ReadingTime time)
{
    /// <summary>Bad quotes that are named one by one; more would help nobody.</summary>
    private const int MostNamed = 20;

    private static readonly RawCell[] EmptyRow = [];
    private readonly CellBudget _budget = new(limits);
    private readonly List<Finding> _findings = [];
    private int _lastBadLine;

    /// <summary>The grid in these bytes, or the finding that says why there is none.</summary>
    public Step<RawWorkbook> Read(byte[] file)
    {
        var (text, encoding) = TextEncodings.Decode(file);
        if (IsBinary(text ?? Encoding.Latin1.GetString(file)))
            return WorkbookReader.Refused(new Finding(ReadingFindings.UnknownContent) { Found = "ไบนารี" });
        if (encoding is not null)
            _findings.Add(encoding);
        if (text is null)
            return WorkbookReader.Refused(_findings);
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        return nul >= 0
            ? WorkbookReader.Refused([.. _findings, At(ReadingFindings.NulCharacter, Quotes.LineAt(text, nul))])
            : Grid(text);
    }

    private Step<RawWorkbook> Grid(string text)
    {
        var declared = Delimiter.Declared(text);
        if (declared is { } line)
            _findings.Add(new Finding(ReadingFindings.SeparatorLine) { Found = line.Line });
        var (start, skipped) = declared is { } taken ? (taken.Length, 1) : (0, 0);
        var delimiter = declared?.Delimiter ?? Delimiter.Sniff(text);
        if (Quotes.UnclosedLine(text.AsSpan(start), delimiter) is { } opened)
            return WorkbookReader.Refused([.. _findings, At(ReadingFindings.UnclosedQuote, opened + skipped)]);
        using var reader = new StringReader(text[start..]);
        using var parser = new CsvParser(reader, Configuration(delimiter, skipped));
        var rows = new List<RawCell[]>();
        if (Rows(parser, rows) is { } problem)
            return WorkbookReader.Refused([.. _findings, problem]);
        AnswerColumn.TakeOut(rows);
        return new Step<RawWorkbook>(new RawWorkbook(FileKind.Csv, [new RawSheet(null, rows)]), _findings);
    }

    private CsvConfiguration Configuration(char delimiter, int skippedLines) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BadDataFound = bad => BadQuote(bad.Context.Parser?.RawRow ?? 0, skippedLines),
    };

    private Finding? Rows(CsvParser parser, List<RawCell[]> rows)
    {
        for (var row = 0; parser.Read(); row++)
        {
            if (time.IsUp())
                return time.TooSlow();
            var width = parser.Count;
            while (width > 0 && parser[width - 1].Length == 0)
                width--;
            if (width == 0)
                continue;
            if (_budget.Take(null, row, width) is { } over)
                return over;
            while (rows.Count < row)
                rows.Add(EmptyRow);
            var cells = new RawCell[width];
            rows.Add(cells);
            for (var column = 0; column < width; column++)
            {
                var text = parser[column];
                if (_budget.Take(null, row, column, text) is { } tooLong)
                    return tooLong;
                cells[column] = text.Length == 0 ? RawCell.Blank : new RawCell(RawCellKind.Text, text);
            }
        }
        return null;
    }

    private void BadQuote(int line, int skippedLines)
    {
        // CsvHelper may call more than once for one line.
        if (line == _lastBadLine || _findings.Count(finding => finding.Kind == ReadingFindings.BadQuote) >= MostNamed)
            return;
        _lastBadLine = line;
        _findings.Add(At(ReadingFindings.BadQuote, line + skippedLines));
    }

    private static Finding At(FindingKind kind, int line) => new(kind, new Place(null, new CellAddress(line - 1, 0)))
    {
        Found = line.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>More than a twentieth control characters is no text; NUL is left out, for it has a finding of its own.</summary>
    private static bool IsBinary(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 8192));
        var controls = 0;
        foreach (var letter in head)
            controls += letter is (> '\0' and < '\t') or '\v' or '\f' or (> '\r' and < ' ') or '\u007F' ? 1 : 0;
        return controls * 20 > head.Length;
    }
}
