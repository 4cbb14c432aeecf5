using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Layouts;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.Writers;

/// <summary>Writes the first sheet of a draft as delimited text, numbers as Excel shows them.</summary>
internal static class DelimitedWriter
{
    static DelimitedWriter() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] Write(DraftWorkbook draft, Container container)
    {
        var (encoding, delimiter) = container switch
        {
            Container.CsvUtf8 => (new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), ","),
            Container.UnicodeText => ((Encoding)new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), "\t"),
            Container.CsvThaiSemicolon => (Thai, ";"),
            _ => (Thai, ","),
        };
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, encoding) { NewLine = "\r\n" })
        {
            if (container == Container.CsvThaiSemicolon)
                text.WriteLine("sep=;");
            Rows(draft.Sheets[0], text, delimiter);
        }
        return stream.ToArray();
    }

    /// <summary>A character that 874 lacks is a mistake in the table of offices, not a question mark.</summary>
    private static Encoding Thai => Encoding.GetEncoding(874, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static void Rows(DraftSheet sheet, StreamWriter text, string delimiter)
    {
        var style = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            NewLine = "\r\n",
            // As Excel does; CsvHelper itself leaves a lone \n bare when lines end with \r\n.
            ShouldQuote = field => field.Field?.AsSpan().IndexOfAny("\"\r\n") >= 0 || field.Field?.Contains(delimiter, StringComparison.Ordinal) == true,
        };
        using var csv = new CsvWriter(text, style);
        for (var row = 0; row < sheet.NextRow; row++)
        {
            for (var column = 0; column < (sheet.Widths?.Count ?? PageColumns.Count); column++)
                csv.WriteField(Shown(sheet, new CellAddress(row, column)));
            csv.NextRecord();
        }
    }

    private static string Shown(DraftSheet sheet, CellAddress address) =>
        !sheet.Cells.TryGetValue(address, out var cell) ? ""
        : cell.Value is double number ? number.ToString(cell.Look switch { Look.Number => "#,##0", Look.Money => "#,##0.00", _ => "0.####" }, CultureInfo.InvariantCulture)
        : (string)cell.Value;
}
