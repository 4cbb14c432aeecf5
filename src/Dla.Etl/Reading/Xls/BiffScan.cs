using System.Buffers.Binary;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;

namespace Dla.Etl.Reading.Xls;

/// <summary>One pass over the records of a BIFF5 or BIFF8 stream for what ExcelDataReader does not tell, and for what would hang it.</summary>
/// <remarks>Records and their layout: [MS-XLS] 2.3 and 2.4. A formula's result is known without NPOI: the error code stands in its record.</remarks>
internal sealed class BiffScan
{
    private readonly byte[] _stream;
    private readonly List<uint> _starts = [];

    private BiffScan(byte[] stream) => _stream = stream;

    /// <summary>The marks of each worksheet, in the order of ExcelDataReader.</summary>
    public List<SheetMarks> Sheets { get; } = [];

    /// <summary>Days count from 1904.</summary>
    public bool Is1904 { get; private set; }

    /// <summary>Why the workbook cannot be read, or null.</summary>
    public Finding? Problem { get; private set; }

    /// <summary>Scans the stream of a workbook.</summary>
    public static BiffScan Of(byte[] stream)
    {
        var scan = new BiffScan(stream);
        scan.Globals();
        foreach (var start in scan._starts)
            if (scan.Problem is null)
                scan.Sheets.Add(scan.Sheet(start));
        if (scan.Problem is null && scan.Sheets.Count == 0)
            scan.Problem = ExcelWorkbook.Corrupt("ไม่มีแผ่นงาน");
        return scan;
    }

    private void Globals()
    {
        if (_stream.Length < 8 || U16(0) != BiffRecord.Bof || U16(4) is not (0x0500 or 0x0600) || U16(6) != 0x0005)
        {
            Problem = new Finding(ReadingFindings.OldWorkbook) { Found = "BIFF" };
            return;
        }
        foreach (var (id, at, length) in Records(0))
        {
            if (id == BiffRecord.FilePass)
                Problem = new Finding(ReadingFindings.PasswordProtected);
            else if (id == BiffRecord.Date1904 && length >= 2)
                Is1904 = U16(at) == 1;
            else if (id == BiffRecord.BoundSheet && length >= 6 && _stream[at + 5] == 0)
                _starts.Add(U32(at));
            else if (id == BiffRecord.SharedStrings && (length < 8 || U32(at + 4) > (uint)_stream.Length / 3))
                Problem = ExcelWorkbook.Corrupt("จำนวนข้อความเกินขนาดไฟล์");
            if (Problem is not null)
                return;
        }
    }

    private SheetMarks Sheet(uint start)
    {
        var marks = new SheetMarks { LastRow = SheetBounds.Xls.Rows - 1 };
        if (start >= _stream.Length || U16((int)start) != BiffRecord.Bof)
        {
            Problem = ExcelWorkbook.Corrupt("ตำแหน่งแผ่นงานไม่ถูกต้อง");
            return marks;
        }
        CellAddress? awaitsText = null;
        var isFirst = true;
        foreach (var (id, at, length) in Records((int)start))
        {
            if (!isFirst && id == BiffRecord.Bof)
                break;
            isFirst = false;
            awaitsText = Result(marks, awaitsText, id);
            if (id == BiffRecord.Formula && length >= 14)
                awaitsText = Formula(marks, at);
            else if (id == BiffRecord.BoolErr && length >= 8 && _stream[at + 7] != 0)
                marks.Doubtful[Address(at)] = Error(_stream[at + 6]);
            else if (id == BiffRecord.Row && length >= 16 && (U16(at + 12) & 0x20) != 0)
                marks.HiddenRows.Add(U16(at));
            else if (id == BiffRecord.ColumnInfo && length >= 10 && (U16(at + 8) & 1) != 0)
                HideColumns(marks, U16(at), U16(at + 2));
            else if (id == BiffRecord.ManyNumbers && (length < 6 || U16(at + length - 2) >= SheetBounds.Xls.Columns))
                Problem = ExcelWorkbook.Corrupt("คอลัมน์เกินที่ชนิดไฟล์มีได้");
        }
        return marks;
    }

    /// <summary>A formula of text keeps its result in the STRING record behind it, with at most a shared formula between; without one it has no result.</summary>
    private static CellAddress? Result(SheetMarks marks, CellAddress? awaitsText, int id)
    {
        if (awaitsText is not { } formula || id is BiffRecord.SharedFormula or BiffRecord.ArrayFormula or BiffRecord.Table)
            return awaitsText;
        if (id != BiffRecord.Text)
            marks.Doubtful[formula] = new RawCell(RawCellKind.FormulaWithoutValue, null);
        return null;
    }

    private CellAddress? Formula(SheetMarks marks, int at)
    {
        if (U16(at + 12) != 0xFFFF)
            return null;
        switch (_stream[at + 6])
        {
            case 0:
                return Address(at);
            case 2:
                marks.Doubtful[Address(at)] = Error(_stream[at + 8]);
                return null;
            default:
                return null;
        }
    }

    private IEnumerable<(int Id, int At, int Length)> Records(int start)
    {
        for (var at = start; ;)
        {
            if (at + 4 > _stream.Length || at + 4 + U16(at + 2) > _stream.Length)
            {
                Problem = new Finding(ReadingFindings.TruncatedXls) { Found = "BIFF" };
                yield break;
            }
            var (id, length) = (U16(at), U16(at + 2));
            if (id == BiffRecord.Eof)
                yield break;
            yield return (id, at + 4, length);
            at += 4 + length;
        }
    }

    private static void HideColumns(SheetMarks marks, int first, int last)
    {
        for (var column = first; column <= Math.Min(last, SheetBounds.Xls.Columns - 1); column++)
            marks.HiddenColumns.Add(column);
    }

    private CellAddress Address(int at) => new(U16(at), U16(at + 2));

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_stream.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_stream.AsSpan(at));

    /// <summary>[MS-XLS] 2.5.10 BErr.</summary>
    private static RawCell Error(byte code) => new(RawCellKind.Error, code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#?",
    });
}
