using System.Text.Json;

namespace Dla.Etl.Tracing;

/// <summary>
/// The unit costs of many offices that a median or a chart is made of. They differ in cost centre and unit alone, so the first stands for all
/// and the others are pairs of codes: a twentieth of the room.
/// </summary>
internal static class AlikeJson
{
    private const int Fewest = 4;

    /// <summary>Writes parts, short where they are alike.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<CellOrigin> parts)
    {
        if (parts.Count < Fewest || !AreAlike(parts))
        {
            OriginJson.Parts(json, parts);
            return;
        }

        json.WritePropertyName("like");
        OriginJson.Write(json, Blank(parts[0])!);
        json.WriteStartArray("offices");
        foreach (var (centre, unit) in parts.Select(part => Codes(part)!.Value))
        {
            json.WriteStringValue(centre);
            json.WriteStringValue(unit);
        }

        json.WriteEndArray();
    }

    /// <summary>The parts that were written short; null when they were not.</summary>
    public static CellOrigin[]? Read(JsonElement json)
    {
        if (!json.TryGetProperty("like", out var like) || OriginJson.Read(like) is not PerUnitOf { Cost: CostPlaces cost, Quantity: ReportedFigures quantity })
            return null;
        return
        [
            .. json.GetProperty("offices").EnumerateArray().Select(code => code.GetString()).Chunk(2)
                .Select(codes => new PerUnitOf(cost with { OnlyFromCentre = codes[0] }, quantity with { Unit = codes[1] })),
        ];
    }

    private static (string Centre, string Unit)? Codes(CellOrigin part) =>
        part is PerUnitOf { Cost: CostPlaces { OnlyFromCentre: { } centre }, Quantity: ReportedFigures { Unit: { } unit } } ? (centre, unit) : null;

    private static bool AreAlike(IReadOnlyList<CellOrigin> parts) =>
        parts.All(part => Codes(part) is not null) && parts.Select(part => OriginJson.Of(Blank(part)!)).Distinct(StringComparer.Ordinal).Count() == 1;

    private static PerUnitOf? Blank(CellOrigin part) => part is PerUnitOf { Cost: CostPlaces cost, Quantity: ReportedFigures quantity }
        ? new PerUnitOf(cost with { OnlyFromCentre = null }, quantity with { Unit = null })
        : null;
}
