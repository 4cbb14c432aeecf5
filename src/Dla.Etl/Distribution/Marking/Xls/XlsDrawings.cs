using NPOI.HSSF.Record;
using NPOI.HSSF.UserModel;

namespace Dla.Etl.Distribution.Marking.Xls;

/// <summary>What is drawn on a sheet, seen without asking HSSF for its drawing: asking alone makes HSSF rebuild it, and charts are lost.</summary>
internal static class XlsDrawings
{
    /// <summary>True for anything drawn: charts, pictures, controls, comments, the arrows of an auto filter.</summary>
    public static bool HasAny(HSSFSheet sheet) => sheet.Sheet.Records.Any(record => record switch
    {
        DrawingRecord or ObjRecord or NoteRecord or TextObjectRecord or BOFRecord => !ReferenceEquals(record, sheet.Sheet.Records[0]),
        // Only a sheet that had marks of ours has been asked for its drawing by now.
        EscherAggregate => ((HSSFPatriarch)sheet.DrawingPatriarch).Children.Count > 0,
        _ => false,
    });

    /// <summary>True when a comment on the sheet has text of ours.</summary>
    public static bool HasMarks(HSSFSheet sheet) => sheet.Sheet.Records.OfType<TextObjectRecord>()
        .Any(text => text.Str?.String is { } said && MarkText.Find(said) is not null);
}
