using System.Globalization;
using Dla.Etl.Reading;

namespace Dla.Etl.Normalising;

/// <summary>What a raw cell holds, for people and for deciding whether anything is there.</summary>
public static class CellContent
{
    /// <summary>True for a blank cell and for text of nothing but white space and invisible letters. Missing is not zero: the caller says so.</summary>
    public static bool IsMissing(RawCell cell) =>
        cell.Kind == RawCellKind.Blank || (cell.Kind == RawCellKind.Text && ThaiText.Clean(TextOf(cell)).Value.Length == 0);

    /// <summary>The content as text: text untouched, numbers in the shortest invariant form, dates as <c>yyyy-MM-dd</c> with the year as stored (and the time when there is one); empty when there is none.</summary>
    public static string TextOf(RawCell cell) => cell.Value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Why a cell of this kind holds neither number nor text, in Thai; null for text, numbers and dates.</summary>
    internal static string? Obstacle(RawCell cell) => cell.Kind switch
    {
        RawCellKind.Boolean => $"เซลล์เป็นค่าตรรกะ ({TextOf(cell)})",
        RawCellKind.Error => $"เซลล์เป็นข้อผิดพลาดของสูตร ({TextOf(cell)})",
        RawCellKind.FormulaWithoutValue => "เซลล์เป็นสูตรที่บันทึกไว้โดยไม่มีผลลัพธ์ กรุณาเปิดไฟล์ด้วยโปรแกรมตารางงานแล้วบันทึกใหม่",
        _ => null,
    };

    /// <exception cref="ArgumentException">The cell is missing: the caller looks first.</exception>
    internal static void ThrowIfMissing(RawCell cell)
    {
        if (IsMissing(cell))
            throw new ArgumentException("A missing cell has no value to parse; ask CellContent.IsMissing first.", nameof(cell));
    }
}
