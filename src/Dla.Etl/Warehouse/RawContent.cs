using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dla.Etl.Reading;

namespace Dla.Etl.Warehouse;

/// <summary>Cells as the sender wrote them, in text.</summary>
internal static class RawContent
{
    // The text goes into a database, never into a page, so Thai letters may stand as they are.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The content in words: text untouched, numbers as the shortest invariant text that reads back the same, dates in ISO; null for a blank cell.</summary>
    public static string? Text(RawCell cell) => cell.Value switch
    {
        null => null,
        string text => StoredText.Of(text),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime date => Iso(date),
        bool truth => truth ? "TRUE" : "FALSE",
        var other => throw new InvalidOperationException($"A raw cell holds a {other.GetType()}."),
    };

    /// <summary>A row as a JSON array of [column, kind, value, number format], blank cells left out; null for a row without content.</summary>
    public static string? Json(RawCell[] row)
    {
        if (Array.TrueForAll(row, cell => cell.IsBlank))
            return null;
        var bytes = new ArrayBufferWriter<byte>(64 * row.Length);
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartArray();
            for (var column = 0; column < row.Length; column++)
                if (!row[column].IsBlank)
                    Write(json, column, row[column]);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, int column, RawCell cell)
    {
        json.WriteStartArray();
        json.WriteNumberValue(column);
        json.WriteStringValue(StoredName.Of(cell.Kind));
        switch (cell.Value)
        {
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case string text:
                json.WriteStringValue(StoredText.WithoutLoneSurrogates(text));
                break;
            default:
                json.WriteStringValue(Text(cell));
                break;
        }

        if (cell.NumberFormat is not null)
            json.WriteStringValue(StoredText.WithoutLoneSurrogates(cell.NumberFormat));
        json.WriteEndArray();
    }

    private static string Iso(DateTime date) => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
