using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>Origins as <c>report_cell</c> stores them: short JSON, the same text for the same origin.</summary>
internal static class OriginJson
{
    private static readonly JsonWriterOptions Style = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The stored text.</summary>
    public static string Of(CellOrigin origin)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Style))
            Write(json, origin);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>The origin of a stored text.</summary>
    /// <exception cref="JsonException">Not a text that <see cref="Of"/> makes.</exception>
    public static CellOrigin Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        return Read(json.RootElement);
    }

    internal static void Write(Utf8JsonWriter json, CellOrigin origin)
    {
        json.WriteStartObject();
        switch (origin)
        {
            case CostPlaces cost:
                WriteCost(json, cost);
                break;
            case ReportedFigures figures:
                WriteFigures(json, figures);
                break;
            case StandingReturns returns:
                Texts(json, ("of", "returns"), ("form", returns.Form), ("unit", returns.Unit));
                json.WriteNumber("year", returns.Period.Number);
                break;
            case AuthorityFigures rows:
                Texts(json, ("of", $"authority_{StoredName.Of(rows.Shows)}"), ("form", rows.Form), ("group", rows.Group), ("field", rows.Field),
                    ("province", rows.Province), ("district", rows.District), ("authority", rows.Authority), ("only", rows.Only?.Field), ("is", rows.Only?.Text));
                json.WriteNumber("period", rows.Period.Number);
                if (rows.AlsoIn is { } alsoIn)
                    json.WriteNumber("also", alsoIn.Number);
                break;
            case ReturnLine line:
                Texts(json, ("of", "line"), ("version", line.VersionId), ("field", line.Field));
                json.WriteNumber("row", line.RowPosition);
                break;
            case RuleValue rule:
                Texts(json, ("of", "rule"), ("file", rule.File), ("key", rule.Key), ("document", rule.Document), ("value", rule.Value?.ToString()),
                    ("measure", rule.UnitOfMeasure.Length == 0 ? null : rule.UnitOfMeasure));
                break;
            default:
                WriteComposed(json, origin);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteComposed(Utf8JsonWriter json, CellOrigin origin)
    {
        switch (origin)
        {
            case PerUnitOf unitCost:
                Texts(json, ("of", "per_unit"));
                Parts(json, [unitCost.Cost, unitCost.Quantity]);
                break;
            case ShareOf share:
                Texts(json, ("of", "share"));
                Parts(json, [share.Part, share.Whole]);
                break;
            case ChangeOf change:
                Texts(json, ("of", change.IsPercent ? "percent" : "difference"), ("times", change.OldTimes == Rational.One ? null : change.OldTimes.ToString()));
                Parts(json, [change.Old, change.New]);
                break;
            case ComputedOf computed:
                Texts(json, ("of", computed.IsSum ? "total" : "computed"), ("words", computed.Words), ("times", computed.Times is { } each ? string.Join(' ', each) : null));
                AlikeJson.Write(json, computed.Parts);
                break;
            case NoFigure none:
                Texts(json, ("of", "none"), ("because", none.Because));
                Parts(json, none.Of is null ? [] : [none.Of]);
                break;
            default:
                throw new ArgumentException($"{origin.GetType().Name} has no stored form.", nameof(origin));
        }
    }

    private static void WriteCost(Utf8JsonWriter json, CostPlaces cost)
    {
        Texts(json, ("of", "cost"), ("in", cost.Calculation), ("from", cost.OnlyFromCentre), ("source", cost.Point.Source is { } source ? StoredName.Of(source) : null));
        PlacesJson.Write(json, "places", cost.Point.Nodes);
        if (cost.Point.Less.Count > 0)
            PlacesJson.Write(json, "less", cost.Point.Less);
    }

    private static void WriteFigures(Utf8JsonWriter json, ReportedFigures figures)
    {
        Texts(json, ("of", StoredName.Of(figures.Shows)), ("form", figures.Form), ("group", figures.Group), ("item", figures.Item), ("field", figures.Field),
            ("measure", figures.UnitOfMeasure), ("unit", figures.Unit));
        json.WriteNumber("year", figures.Period.Number);
        if (figures.AlsoIn is { } also)
            json.WriteNumber("also", also.Number);
    }

    private static void Texts(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Value)> texts)
    {
        foreach (var (name, value) in texts)
            if (value is not null)
                json.WriteString(name, StoredText.Of(value));
    }

    internal static void Parts(Utf8JsonWriter json, IReadOnlyList<CellOrigin> parts)
    {
        json.WriteStartArray("parts");
        foreach (var part in parts)
            Write(json, part);
        json.WriteEndArray();
    }

    internal static CellOrigin Read(JsonElement json)
    {
        string? Text(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
        Period Year() => Period.FromNumber(json.GetProperty("year").GetInt32());
        Period? Also() => json.TryGetProperty("also", out var also) ? Period.FromNumber(also.GetInt32()) : null;
        CellOrigin[] Parts() => [.. json.GetProperty("parts").EnumerateArray().Select(Read)];
        return Text("of") switch
        {
            "cost" => new CostPlaces(Text("in")!, new TracePoint(PlacesJson.Read(json, "places"), Text("source") is { } source ? StoredName.Parse<FundingSource>(source) : null)
            {
                Less = PlacesJson.Read(json, "less"),
            })
            { OnlyFromCentre = Text("from") },
            "returns" => new StandingReturns(Text("form")!, Year()) { Unit = Text("unit") },
            "line" => new ReturnLine(Text("version")!, json.GetProperty("row").GetInt32(), Text("field")!),
            "rule" => new RuleValue(Text("file")!, Text("key")!, Text("document")!)
            {
                Value = Text("value") is { } value ? Rational.Parse(value).Value : null, UnitOfMeasure = Text("measure") ?? "",
            },
            "share" when Parts() is [var part, var whole] => new ShareOf(part, whole),
            { } rows when rows.StartsWith("authority_", StringComparison.Ordinal) => new AuthorityFigures(
                Text("form")!, Period.FromNumber(json.GetProperty("period").GetInt32()), Text("group")!, Text("field")!)
            {
                Province = Text("province"), District = Text("district"), Authority = Text("authority"), Only = Text("only") is { } only ? new RowChoice(only, Text("is")!) : null,
                Shows = StoredName.Parse<AuthorityChoice>(rows["authority_".Length..]), AlsoIn = Also(),
            },
            "per_unit" when Parts() is [var cost, var quantity] => new PerUnitOf(cost, quantity),
            ("percent" or "difference") and var change when Parts() is [var old, var now] => new ChangeOf(old, now, change == "percent")
            {
                OldTimes = Text("times") is { } times ? Rational.Parse(times).Value : Rational.One,
            },
            ("computed" or "total") and var computed => new ComputedOf(Text("words")!, AlikeJson.Read(json) ?? Parts()) 
            {
                IsSum = computed == "total", Times = Text("times") is { } each ? [.. each.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => Rational.Parse(one).Value)] : null,
            },
            "none" => new NoFigure(Text("because")!, Parts() is [var of] ? of : null),
            { } shows when Text("group") is { } group => new ReportedFigures(Text("form")!, Year(), group, Text("item")!, Text("field")!, Text("measure"))
            {
                Unit = Text("unit"), Shows = StoredName.Parse<FigureChoice>(shows),
                AlsoIn = Also(),
            },
            var other => throw new JsonException($"No origin is stored as '{other}'."),
        };
    }
}
