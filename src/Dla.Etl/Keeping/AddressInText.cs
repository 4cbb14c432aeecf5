using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dla.Etl.Keeping;

/// <summary>Takes an address out of a stored text, also out of the strings of a JSON text, where its letters may be escaped. Numbers stay as they are.</summary>
internal static class AddressInText
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text without the address; the very same when it holds none.</summary>
    public static string Remove(string text, PersonAddress address)
    {
        if (text.Length == 0 || text[0] is not ('[' or '{'))
            return address.RemoveFrom(text);
        // Most rows hold nothing: parse those only that could.
        if (!address.IsIn(text) && !text.Contains('\\', StringComparison.Ordinal))
            return text;
        try
        {
            using var json = JsonDocument.Parse(text);
            var found = false;
            var bytes = new ArrayBufferWriter<byte>(text.Length);
            using (var writer = new Utf8JsonWriter(bytes, Plain))
                Write(writer, json.RootElement, address, ref found);
            return found ? Encoding.UTF8.GetString(bytes.WrittenSpan) : text;
        }
        catch (JsonException)
        {
            // A text that only begins like JSON, for example "[ร่าง] …".
            return address.RemoveFrom(text);
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element, PersonAddress address, ref bool found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(writer, item, address, ref found);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(Clean(property.Name, address, ref found));
                    Write(writer, property.Value, address, ref found);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Clean(element.GetString()!, address, ref found));
                break;
            default:
                writer.WriteRawValue(element.GetRawText());
                break;
        }
    }

    private static string Clean(string text, PersonAddress address, ref bool found)
    {
        var clean = address.RemoveFrom(text);
        found |= !ReferenceEquals(clean, text) && clean != text;
        return clean;
    }
}
