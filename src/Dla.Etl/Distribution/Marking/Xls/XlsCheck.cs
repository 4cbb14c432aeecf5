using System.Text;
using NPOI.HSSF.Record;
using NPOI.HSSF.UserModel;

namespace Dla.Etl.Distribution.Marking.Xls;

/// <summary>Whether a marked xls has everything that the sender's had.</summary>
internal static class XlsCheck
{
    private static readonly int[] s_drawn = [ObjRecord.sid, NoteRecord.sid, TextObjectRecord.sid];

    /// <summary>The first difference, for a programmer; null when there is none but the marks.</summary>
    /// <param name="file">The sender's file.</param>
    /// <param name="stream">Its workbook stream.</param>
    /// <param name="marked">The marked file.</param>
    /// <param name="sheets">The sheets of the sender's file in order, with what was done to each.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public static string? Difference(byte[] file, byte[] stream, byte[] marked, List<MarkedSheet> sheets, CancellationToken cancellation)
    {
        if (XlsContainer.WorkbookStream(marked) is not { } after || !XlsContainer.SameBeside(file, marked))
            return "beside the workbook";
        if (XlsComparison.Read(file, marked, cancellation) is { } read)
            return read;
        if (XlsComparison.Held(new HSSFWorkbook(new MemoryStream(file)), new HSSFWorkbook(new MemoryStream(marked))) is { } held)
            return held;
        cancellation.ThrowIfCancellationRequested();
        var (one, other) = (RecordCensus.Of(stream), RecordCensus.Of(after));
        if (one.Parts != sheets.Count + 1 || other.Parts < one.Parts)
            return "sheets";
        if (one.Lost(other, 0, (_, _) => false, new HashSet<int>()) is { } global)
            return $"record {global:X4} of the globals";
        return sheets.Select((sheet, index) => sheet.IsOurs ? null : Lost(one, other, index + 1, sheet)).FirstOrDefault(lost => lost is not null);
    }

    private static string? Lost(RecordCensus before, RecordCensus after, int part, MarkedSheet sheet)
    {
        var leftOut = new HashSet<int>();
        if (sheet.CommentsGone > 0)
            leftOut.UnionWith([.. s_drawn, DrawingRecord.sid]);
        if (sheet.RulesGone > 0)
            leftOut.Add(CFHeaderRecord.sid);
        if (before.Lost(after, part, IsOurRule, leftOut) is { } record)
            return $"record {record:X4} of {sheet.Sheet.SheetName}";
        return s_drawn.All(id => after.Count(part, id) == before.Count(part, id) - sheet.CommentsGone + sheet.CommentsMade)
            ? null
            : $"drawings of {sheet.Sheet.SheetName}";
    }

    // The word stands in the formula as a string of one byte a letter, or of two after another program saved it.
    private static bool IsOurRule(int id, byte[] data) => id == CFRuleRecord.sid
        && (data.AsSpan().IndexOf(Encoding.ASCII.GetBytes(MarkText.RuleWord)) >= 0 || data.AsSpan().IndexOf(Encoding.Unicode.GetBytes(MarkText.RuleWord)) >= 0);
}
