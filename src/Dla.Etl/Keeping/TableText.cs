using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>A table as text: JSON lines under gzip, first the names of the columns, then a line a row. The same rows give the same bytes on both engines.</summary>
internal static class TableText
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes rows; the hash is that of the compressed file.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="columns">First line.</param>
    /// <param name="rows">Text and whole numbers; null for NULL.</param>
    public static (long Rows, ContentHash Hash) Write(Stream file, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var digest = SHA256.Create();
        long count = 0;
        using (var hashing = new CryptoStream(file, digest, CryptoStreamMode.Write, leaveOpen: true))
        using (var gzip = new GZipStream(hashing, CompressionLevel.Optimal))
        using (var json = new Utf8JsonWriter(gzip, Plain))
        {
            Line(json, gzip, [.. columns]);
            foreach (var row in rows)
            {
                Line(json, gzip, row);
                count++;
            }
        }

        return (count, ContentHash.FromDigest(digest.Hash!));
    }

    /// <summary>The rows of a query, values as they are kept in text.</summary>
    public static IEnumerable<object?[]> Rows(DbCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var column = 0; column < row.Length; column++)
                row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
            yield return row;
        }
    }

    /// <summary>Reads lines, the names of the columns first.</summary>
    /// <exception cref="InvalidDataException">Not gzip.</exception>
    /// <exception cref="JsonException">Not a line of JSON.</exception>
    public static IEnumerable<JsonElement> Read(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var text = new StreamReader(gzip, Encoding.UTF8);
        while (text.ReadLine() is { } line)
        {
            using var parsed = JsonDocument.Parse(line);
            yield return parsed.RootElement.Clone();
        }
    }

    /// <summary>A value as a column of this kind takes it.</summary>
    public static object? Value(JsonElement value, ColumnKind kind) => (value.ValueKind, kind) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.Number, ColumnKind.Integer) => value.GetInt32(),
        (JsonValueKind.Number, ColumnKind.Long) => value.GetInt64(),
        (JsonValueKind.String, ColumnKind.Text) => value.GetString(),
        _ => throw new JsonException($"A column of kind {kind} cannot hold {value.GetRawText()}."),
    };

    private static void Line(Utf8JsonWriter json, Stream stream, object?[] values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            Write(json, value);
        json.WriteEndArray();
        json.Flush();
        stream.WriteByte((byte)'\n');
        json.Reset();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                throw new InvalidOperationException($"A row holds a {value.GetType()}, which a backup does not know.");
        }
    }
}
