using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.LocalGrants;

/// <summary>The case folders of the monthly forms: <c>input.*</c> as sent, <c>before.xlsx</c> that stands of the month before, <c>after.xlsx</c> that stands of a later month, <c>plan.xlsx</c> that stands as the year's action plan, <c>expected.json</c> as thought out, not as the program answered.</summary>
public static class GrantCaseFiles
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The files of every case.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> All()
    {
        foreach (var item in GeneralGrantCases.All.Concat(SpecificGrantCases.All).Concat(DevelopmentPlanCases.All).Concat(Plans.ProgressCases.All))
        {
            var draft = item.Draw();
            var folder = $"forms/{item.Form}/{item.Name}/";
            yield return new(folder + "input" + item.Container.Extension(), DraftWriting.Write(draft, item.Container));
            if (item.Before is { } before)
                yield return new(folder + "before.xlsx", DraftWriting.Write(before.Draw(), Container.Xlsx));
            if (item.After is { } after)
                yield return new(folder + "after.xlsx", DraftWriting.Write(after.Draw(), Container.Xlsx));
            if (item.Plan is { } plan)
                yield return new(folder + "plan.xlsx", DraftWriting.Write(plan(), Container.Xlsx));
            yield return new(folder + "expected.json", Expected(item, draft));
        }
    }

    private static byte[] Expected(GrantCase item, DraftWorkbook draft)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteString("what", item.What);
            json.WriteString("file_name", item.FileName + item.Container.Extension());
            json.WriteString("folder", item.Folder);
            json.WriteString("verdict", item.Verdict);
            json.WriteString("province", item.Unit);
            json.WriteNumber("fiscal_year", int.Parse(item.Name[..4], CultureInfo.InvariantCulture));
            json.WriteString("period", item.Period);
            Findings(json, item, draft);
            if (item.Verdict is "ok" or "warning")
                Values(json, item, draft);
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), .. Encoding.UTF8.GetBytes("\n")];
    }

    private static void Findings(Utf8JsonWriter json, GrantCase item, DraftWorkbook draft)
    {
        json.WriteStartArray("findings");
        foreach (var finding in item.Findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            if ((finding.Cell ?? (finding.Field is { } field ? Address(draft, field) : null)) is { } cell)
                json.WriteString("cell", cell);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("infos");
        foreach (var info in item.Infos)
            json.WriteStringValue(info);
        json.WriteEndArray();
    }

    private static void Values(Utf8JsonWriter json, GrantCase item, DraftWorkbook draft)
    {
        json.WriteStartArray("values");
        foreach (var (cell, value) in item.Values)
        {
            json.WriteStartObject();
            json.WriteString("field", cell.Field);
            json.WriteString("value", value);
            json.WriteString("cell", Address(draft, cell));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Address(DraftWorkbook draft, LineCell cell) => draft.Places[cell].Address.ToString();
}
