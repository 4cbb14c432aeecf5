using System.Globalization;
using System.Text;
using Dla.Etl.Findings;
using Dla.Etl.Reading.Delimited;

namespace Dla.Etl.Distribution.Marking.Delimited;

/// <summary>The column of findings behind the last column of a csv.</summary>
internal sealed class CsvColumn
{
    // What a row's cell tells; the findings workbook tells all.
    private const int MostInOne = 3;
    private const int LongestText = 600;

    // The head of a table stands near the top.
    private const int RowsLookedAt = 30;

    private readonly string _text;
    private readonly char _delimiter;
    private readonly Encoding _encoding;
    private readonly List<CsvRecord> _records;
    private readonly ILookup<int, Finding> _findings;

    /// <summary>Looks at a csv; the column of an earlier answer is left out.</summary>
    /// <param name="text">All of it, without byte order mark.</param>
    /// <param name="findings">Those that name a cell get into its row when they are of WARNING or above.</param>
    /// <param name="encoding">What the text will be encoded by; fails at what it cannot hold.</param>
    public CsvColumn(string text, IReadOnlyList<Finding> findings, Encoding encoding)
    {
        var declared = Delimiter.Declared(text);
        _delimiter = declared?.Delimiter ?? Delimiter.Sniff(text);
        _encoding = encoding;
        _text = WithoutEarlier(text, declared?.Length ?? 0, _delimiter);
        _records = CsvRecord.Split(_text, declared?.Length ?? 0, _delimiter);
        _findings = findings.Where(finding => finding.Severity >= Severity.Warning && finding.Place.Cell is not null).ToLookup(finding => finding.Place.Cell!.Value.Row);
    }

    /// <summary>The text with the column.</summary>
    public string Spliced()
    {
        var (spliced, at, width, head) = (new StringBuilder(_text.Length * 2), 0, _records.Select(record => record.Fields).DefaultIfEmpty(1).Max(), HeadRow());
        for (var row = 0; row < _records.Count; row++)
        {
            var (record, said) = (_records[row], Said(_findings[row].ToList()));
            spliced.Append(_text, at, record.End - at);
            at = record.End;
            if (row == head)
                said = said.Length == 0 ? AnswerColumn.Head : $"{AnswerColumn.Head} {said}";
            // Full rows stay as wide as each other, so that the delimiter is told as before.
            if (said.Length > 0 || record.Fields == width)
                spliced.Append(_delimiter, width - record.Fields + 1);
            if (said.Length > 0)
                spliced.Append('"').Append(Holdable(said).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        return spliced.Append(_text, at, _text.Length - at).ToString();
    }

    private static string WithoutEarlier(string text, int start, char delimiter)
    {
        var records = CsvRecord.Split(text, start, delimiter);
        var column = records.Select(record => Enumerable.Range(0, record.Fields).FirstOrDefault(field => AnswerColumn.IsHead(record.Text(text, field)), -1)).FirstOrDefault(at => at > 0, -1);
        if (column < 0)
            return text;
        var (kept, at) = (new StringBuilder(text.Length), 0);
        foreach (var record in records.Where(record => record.Fields > column))
        {
            kept.Append(text, at, record.Delimiters[column - 1] - at);
            at = record.Field(column).End.Value;
        }
        return kept.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The first row with the most words: titles have one, rows of data have figures among them.</summary>
    private int HeadRow()
    {
        var words = _records.Take(RowsLookedAt).Select(record => Enumerable.Range(0, record.Fields).Count(field => IsWord(record.Text(_text, field)))).ToList();
        return words.Count == 0 ? 0 : words.IndexOf(words.Max());
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (char.IsLetter(letter))
                return true;
        return false;
    }

    /// <summary>Begins with a bracket, so that no program takes it for a formula.</summary>
    private static string Said(List<Finding> findings)
    {
        var told = FindingOrder.Sort(findings).Take(MostInOne).Select(finding => $"[{finding.Severity.Thai()}] {finding.Place.Cell}: {finding.Message} สิ่งที่ต้องทำ: {finding.WhatToDo} ({finding.Kind.Id})");
        var text = string.Join(" ", told);
        return findings.Count > MostInOne
            ? $"{Printable.Cut(text, LongestText)} และอีก {(findings.Count - MostInOne).ToString(CultureInfo.InvariantCulture)} รายการ"
            : Printable.Cut(text, LongestText);
    }

    /// <summary>What the encoding of the file lacks is shown as an escape such as <c>\u2192</c>; it never becomes a question mark.</summary>
    private string Holdable(string text)
    {
        var held = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (IsHeld(rune))
                held.Append(rune);
            else
                held.Append(CultureInfo.InvariantCulture, $@"\u{rune.Value:X4}");
        return held.ToString();
    }

    private bool IsHeld(Rune rune)
    {
        try
        {
            return rune.IsAscii || _encoding.GetByteCount(rune.ToString()) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
