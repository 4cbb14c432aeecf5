using Dla.Etl.Normalising;
using Dla.Etl.Reading;

namespace Dla.Etl.Recognition;

/// <summary>The findings sheet of an earlier answer, which comes back in the corrected workbook: it is ours, so nothing of it is read as a return.</summary>
public static class OwnSheet
{
    /// <summary>The text of A1 by which the sheet is known again, whatever program saved it and whatever the sheet is called by then.</summary>
    public const string Mark = "ผลการตรวจแบบรายงาน โดยกรมส่งเสริมการปกครองท้องถิ่น";

    /// <summary>True for a findings sheet that this program made.</summary>
    public static bool Is(RawSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet[default] is { Kind: RawCellKind.Text, Value: string text } && ThaiText.Clean(text).Value == Mark;
    }
}
