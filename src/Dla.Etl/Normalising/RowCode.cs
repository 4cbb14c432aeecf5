using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dla.Etl.Definitions;

namespace Dla.Etl.Normalising;

/// <summary>Composes the key of a row of the fields that its group names: canonical codes joined by <c>|</c>.</summary>
internal static class RowCode
{
    // The warehouse has it in the keys of its tables, and PostgreSQL takes 2,704 bytes there, three a Thai letter.
    private const int Longest = 200;

    /// <summary>The key, or null when a part is missing or could not be read, of which something else tells.</summary>
    public static string? Of(GroupDefinition group, IReadOnlyList<NormalisedField> fields)
    {
        var parts = new string[group.Key.Count];
        for (var index = 0; index < parts.Length; index++)
            if (group.IndexOf(group.Key[index]) is var at && Part(group.Fields[at], fields[at]) is { } part)
                parts[index] = part;
            else
                return null;
        return string.Join('|', parts);
    }

    private static string? Part(FieldDefinition definition, NormalisedField field) => (field.State, definition.Type) switch
    {
        (not FieldState.Value, _) => null,
        (_, FieldType.Text) => Canonical(field.Text ?? ""),
        (_, FieldType.Quantity or FieldType.Baht or FieldType.Ratio or FieldType.Date) => field.Amount.ToString(CultureInfo.InvariantCulture),
        _ => field.Text,
    };

    // The same project with another space or with Thai digits is the same; dots and slashes stay, since 1.1 is not 11.
    private static string? Canonical(string text)
    {
        var code = new StringBuilder(text.Length);
        foreach (var letter in ThaiDigits.ToArabic(text))
            if (letter != ' ')
                code.Append(letter == '|' ? '/' : char.ToLowerInvariant(letter));
        return code.Length <= Longest ? Filled(code.ToString()) : $"{code.ToString(0, Longest - 9)}#{Digest(code.ToString())}";
    }

    private static string? Filled(string code) => code.Length > 0 ? code : null;

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 4);
}
