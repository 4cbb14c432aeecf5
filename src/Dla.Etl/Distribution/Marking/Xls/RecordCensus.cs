using System.Buffers.Binary;

namespace Dla.Etl.Distribution.Marking.Xls;

/// <summary>What the records of a workbook stream say besides plain cells: formulas, charts, drawings, names, formats, validations, links, page settings.</summary>
/// <remarks>
/// Formulas are compared as tokens, not as text: NPOI 2.4.1 needs the BinaryFormatter, which .NET no longer has, to tell the text of some shared formulas.
/// HSSF keeps a record that it does not understand byte for byte. Of the others it writes some anew, which are only counted or looked at elsewhere;
/// the list was found by opening and saving 210 workbooks of NPOI's own test data.
/// </remarks>
internal sealed class RecordCensus
{
    private const int Formula = 0x06, Bof = 0x809, Eof = 0x0A, Continue = 0x3C;

    /// <summary>Cells, and the offsets and counts that follow from them: the cells themselves are compared one by one.</summary>
    private static readonly HashSet<int> s_cells =
        [0x07, 0xBD, 0xBE, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x208, 0x20B, 0x27E, 0xD7, 0xE5, 0x200, 0xFC, 0xFF, 0x85, Continue, 0, 0x1B2, 0xE2];

    /// <summary>Written anew with the same meaning, or with what a further sheet changes: padding of names, texts of drawings, counts of sheets and of drawings, the sheet that is selected.</summary>
    private static readonly HashSet<int> s_counted = [0x31, 0x5C, 0x13D, 0x23E, 0x3D, 0x17, 0x1AE, 0xEB, 0x1022, 0x104F, 0x22, 0x1B6, Eof];

    private readonly List<(int Id, int Sheet, bool Inner, byte[] Data)> _records = [];

    private RecordCensus()
    {
    }

    /// <summary>Reads a stream; what stands behind the last sheet is left out.</summary>
    public static RecordCensus Of(ReadOnlySpan<byte> stream)
    {
        var census = new RecordCensus();
        var (sheet, depth) = (-1, 0);
        for (var at = 0; at + 4 <= stream.Length;)
        {
            var (id, length) = (BinaryPrimitives.ReadUInt16LittleEndian(stream[at..]), BinaryPrimitives.ReadUInt16LittleEndian(stream[(at + 2)..]));
            if (at + 4 + length > stream.Length || (depth == 0 && id != Bof))
                break;
            if (id == Bof && depth++ == 0)
                sheet++;
            census._records.Add((id, sheet, depth > 1, Content(id, stream.Slice(at + 4, length))));
            if (id == Eof)
                depth--;
            at += 4 + length;
        }
        return census;
    }

    /// <summary>How many substreams there are: the globals and one for each sheet.</summary>
    public int Parts => _records.Count == 0 ? 0 : _records[^1].Sheet + 1;

    /// <summary>The id of a record of one part that is missing in the same part of another workbook; null when all stand there, in the same order and the same bytes. The other may have more.</summary>
    /// <param name="other">After marking.</param>
    /// <param name="part">0 for the globals, then the sheets in the order of the stream.</param>
    /// <param name="isOurs">Records of earlier marks, which are gone; by id and bytes.</param>
    /// <param name="leftOut">Records that the caller looks at by himself on this part.</param>
    public int? Lost(RecordCensus other, int part, Func<int, byte[], bool> isOurs, IReadOnlySet<int> leftOut)
    {
        var before = Kept(part, leftOut).Where(record => !isOurs(record.Id, record.Data)).GroupBy(record => (record.Id, record.Inner));
        var after = other.Kept(part, leftOut).ToLookup(record => (record.Id, record.Inner), record => record.Data);
        return before.Where(group => s_counted.Contains(group.Key.Id)
            ? after[group.Key].Count() < group.Count()
            : !IsSubsequence(group.Select(record => record.Data), after[group.Key])).Select(group => (int?)group.Key.Id).FirstOrDefault();
    }

    /// <summary>How many records of an id a part has, its charts included.</summary>
    public int Count(int part, int id) => _records.Count(record => record.Sheet == part && record.Id == id);

    // [MS-XLS] 2.4.127: what follows the result is how it was calculated last, which a program may forget.
    private static byte[] Content(int id, ReadOnlySpan<byte> data) =>
        id == Formula && data.Length > 20 ? [.. data[..14], .. data[20..]] : data.ToArray();

    private IEnumerable<(int Id, bool Inner, byte[] Data)> Kept(int part, IReadOnlySet<int> leftOut) => _records
        .Where(record => record.Sheet == part && !s_cells.Contains(record.Id) && !leftOut.Contains(record.Id))
        .Select(record => (record.Id, record.Inner, record.Data));

    private static bool IsSubsequence(IEnumerable<byte[]> few, IEnumerable<byte[]> many)
    {
        using var rest = many.GetEnumerator();
        return few.All(wanted =>
        {
            while (rest.MoveNext())
                if (rest.Current.AsSpan().SequenceEqual(wanted))
                    return true;
            return false;
        });
    }
}
