using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.Cases;

/// <summary>The case folders: <c>input.*</c> as sent, <c>expected.json</c> as thought out, not as the program answered.</summary>
public static class CaseFiles
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Every case.</summary>
    public static IReadOnlyList<SampleCase> Cases { get; } = [.. GoodCases.All, .. BadCases.All];

    /// <summary>Both files of every case.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> All()
    {
        foreach (var item in Cases)
        {
            var draft = item.Draw();
            var folder = $"forms/unit-cost-quantity/{item.Name}/";
            yield return new(folder + "input" + item.Container.Extension(), DraftWriting.Write(draft, item.Container));
            yield return new(folder + "expected.json", Expected(item, draft));
        }
    }

    private static byte[] Expected(SampleCase item, DraftWorkbook draft)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteString("what", item.What);
            json.WriteString("file_name", item.FileName + item.Container.Extension());
            json.WriteString("folder", item.Folder);
            json.WriteString("verdict", item.Verdict);
            if (item.Province is { } province)
                json.WriteString("province", province.ToString("00", CultureInfo.InvariantCulture));
            json.WriteNumber("fiscal_year", int.Parse(item.Name[..4], CultureInfo.InvariantCulture));
            Findings(json, item, draft);
            if (item.Verdict is "ok" or "warning")
                Figures(json, item.Of, draft);
            json.WriteEndObject();
        }
        return [.. stream.ToArray(), .. Encoding.UTF8.GetBytes("\n")];
    }

    private static void Findings(Utf8JsonWriter json, SampleCase item, DraftWorkbook draft)
    {
        json.WriteStartArray("findings");
        foreach (var finding in item.Findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            if ((finding.Cell ?? Address(finding, draft)) is { } cell)
                json.WriteString("cell", cell);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("infos");
        foreach (var info in item.Infos)
            json.WriteStringValue(info);
        json.WriteEndArray();
    }

    private static string? Address(ExpectedFinding finding, DraftWorkbook draft) =>
        finding.Field is { } field ? draft.Places[field].Address.ToString() : null;

    /// <summary>The figures that a good case must give: quantity and unit of each sub-activity, with their cells.</summary>
    private static void Figures(Utf8JsonWriter json, SampleReturn of, DraftWorkbook draft)
    {
        json.WriteStartArray("sub_activities");
        foreach (var line in of.SubActivities)
        {
            var (_, address) = draft.Places[new LineCell("sub_activity", line.Number, "quantity")];
            json.WriteStartObject();
            json.WriteNumber("number", line.Number);
            json.WriteNumber("quantity", line.Quantity!.Value);
            json.WriteString("unit", line.Unit);
            json.WriteString("cell", address.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
