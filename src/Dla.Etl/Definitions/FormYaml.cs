using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>Turns the YAML of a form into its definition, key by key.</summary>
internal static class FormYaml
{
    private static readonly string[] FormKeys =
        ["form", "fiscal_year", "title", "short_name", "source", "owner", "filed_by", "only_when_needed", "period", "deadline", "deadline_day", "recognise", "tolerate", "groups", "checks"];

    private static readonly string[] RecogniseKeys =
        ["titles", "office_lines", "year_lines", "month_lines", "subtotal_labels", "control_labels", "part_labels", "end_labels", "ignored_columns", "other_documents"];

    private static readonly string[] GroupKeys = ["code", "label", "headings", "rows", "key", "nothing", "fields", "items", "unknown_items", "blank_rows", "sections", "continuation", "fill_down", "prefill"];
    private static readonly string[] FieldKeys = ["code", "label", "synonyms", "role", "type", "required", "negative", "codes", "district_field", "code_field", "province_field", "beside", "guide"];
    private static readonly string[] ItemKeys = ["code", "number", "label", "short_label", "synonyms", "unit", "ratio", "parents", "printed", "reference_count"];

    public static FormDefinition Read(string file, string text, byte[] bytes)
    {
        var map = StrictMap.Load(file, text, FormKeys);
        var (year, monthly) = (YearOf(map), map.Has("period") && map.OneOf("period", ("year", false), ("month", true)));
        var (day, deadline) = Due(map, monthly, year);
        return new FormDefinition
        {
            Id = map.Text("form"),
            Year = year,
            Title = map.Text("title"),
            ShortName = map.Text("short_name"),
            Source = map.Text("source"),
            Owner = map.TextOrNull("owner"),
            FiledBy = map.OneOf("filed_by", ("province", FilingUnit.Province), ("department", FilingUnit.Department), ("authority", FilingUnit.Authority)),
            OnlyWhenNeeded = map.Flag("only_when_needed"),
            DeadlineDay = day,
            Deadline = deadline,
            Recognise = Marks(map.Map("recognise", RecogniseKeys), monthly),
            Tolerate = map.Texts("tolerate", optional: true).ToHashSet(StringComparer.Ordinal),
            Groups = [.. map.Maps("groups", GroupKeys).Select(Group)],
            Checks = [.. map.Maps("checks", []).Select(Check)],
            Path = file,
            Content = bytes,
            Hash = ContentHash.Of(bytes),
        };
    }

    public static FiscalYear YearOf(StrictMap map) =>
        FiscalYear.FromBuddhistEra(map.Whole("fiscal_year", FiscalYear.First, FiscalYear.Last));

    /// <summary>The day of the month after for a monthly form, and the deadline: of its year, or of the last month.</summary>
    public static (int? Day, DateOnly Deadline) Due(StrictMap map, bool monthly, FiscalYear year)
    {
        if (map.Has(monthly ? "deadline" : "deadline_day"))
            throw map.Error(monthly ? "deadline" : "deadline_day", monthly ? "a monthly form has deadline_day, the day of the month after" : "only a monthly form has it (period: month)");
        if (!monthly)
            return (null, map.Day("deadline"));
        var day = map.Whole("deadline_day", 1, 28);
        return (day, FormDefinition.DeadlineOf(year, day));
    }

    private static RecognitionMarks Marks(StrictMap map, bool monthly) => new()
    {
        MonthLines = monthly ? map.Texts("month_lines") : map.Has("month_lines") ? throw map.Error("month_lines", "only a monthly form has them") : [],
        Titles = map.Texts("titles"),
        OfficeLines = map.Texts("office_lines"),
        YearLines = map.Texts("year_lines"),
        SubtotalLabels = map.Texts("subtotal_labels"),
        ControlLabels = map.Texts("control_labels", optional: true),
        PartLabels = map.Texts("part_labels", optional: true),
        EndLabels = map.Texts("end_labels"),
        IgnoredColumns = map.Texts("ignored_columns", optional: true),
        OtherDocuments = [.. map.Maps("other_documents", ["name", "titles"], optional: true)
            .Select(other => new OtherDocument(other.Text("name"), other.Texts("titles")))],
    };

    private static GroupDefinition Group(StrictMap map)
    {
        var rows = map.OneOf("rows", ("listed", RowsOf.ListedItems), ("open", RowsOf.OpenRows));
        if (rows == RowsOf.OpenRows && map.Has("items"))
            throw map.Error("items", "open rows have no items");
        foreach (var key in new[] { "blank_rows", "key", "nothing", "sections", "continuation", "fill_down", "prefill" })
            if (rows == RowsOf.ListedItems && map.Has(key))
                throw map.Error(key, "only open rows have it");
        return new GroupDefinition
        {
            Code = map.Text("code"),
            Label = map.Text("label"),
            Headings = map.Texts("headings", optional: true),
            Rows = rows,
            Key = map.Texts("key", optional: true),
            Nothing = map.Has("nothing") ? Nothing(map.Map("nothing", "field", "texts")) : null,
            Fields = [.. map.Maps("fields", FieldKeys).Select(Field)],
            Items = [.. map.Maps("items", ItemKeys, optional: rows == RowsOf.OpenRows).Select(Item)],
            UnknownItems = map.Texts("unknown_items", optional: true),
            BlankRows = map.Has("blank_rows") ? map.Whole("blank_rows", 1, 1000) : 20,
            Sections = OpenRowsYaml.Sections(map),
            Continuation = OpenRowsYaml.Continuation(map),
            FillDown = map.Texts("fill_down", optional: true),
            Prefill = map.Has("prefill") ? map.OneOf("prefill", ("authorities", PrefillOf.Authorities)) : PrefillOf.Nothing,
        };
    }

    private static NothingDefinition Nothing(StrictMap map) => new(map.Text("field"), map.Texts("texts"));

    private static FieldDefinition Field(StrictMap map) => new()
    {
        Code = map.Text("code"),
        Label = map.Text("label"),
        Synonyms = map.Texts("synonyms", optional: true),
        Role = map.OneOf("role", ("key", FieldRole.Key), ("figure", FieldRole.Figure), ("unit", FieldRole.UnitOfMeasure), ("ratio", FieldRole.Ratio), ("text", FieldRole.Text)),
        Type = map.OneOf("type", ("text", FieldType.Text), ("quantity", FieldType.Quantity), ("baht", FieldType.Baht), ("ratio", FieldType.Ratio), ("date", FieldType.Date), ("code", FieldType.Code), ("mark", FieldType.Mark), ("authority", FieldType.Authority)),
        Required = map.Flag("required"),
        MayBeNegative = map.Flag("negative"),
        DistrictField = map.TextOrNull("district_field"),
        CodeField = map.TextOrNull("code_field"),
        ProvinceField = map.TextOrNull("province_field"),
        Guide = Guide(map),
        IsBeside = map.Flag("beside"),
        Codes = map.Has("codes") ? Codes(map) : null,
    };

    // The prompt of a cell takes 255 characters (ECMA-376).
    private static string Guide(StrictMap map) => map.TextOrNull("guide") is not { } guide ? ""
        : guide.Length <= 255 ? guide : throw map.Error("guide", "must have 255 characters or fewer, which is what the prompt of a cell takes");

    private static CodeList Codes(StrictMap map)
    {
        IReadOnlyList<CodeDefinition> codes = [.. map.Maps("codes", ["code", "label", "synonyms"])
            .Select(code => new CodeDefinition(code.Text("code"), code.Text("label"), code.Texts("synonyms", optional: true)))];
        if (codes.Count == 0)
            throw map.Error("codes", "a closed list needs at least one code");
        return CodeList.Ambiguous(codes) is { } twice ? throw map.Error("codes", $"“{twice}” means two codes") : new CodeList(codes);
    }

    private static ItemDefinition Item(StrictMap map) => new()
    {
        Code = map.Text("code"),
        Number = map.Whole("number", 1, 9999),
        Label = map.Text("label"),
        ShortLabel = map.Text("short_label"),
        Synonyms = map.Texts("synonyms", optional: true),
        Unit = Declared(map, "unit", text => text),
        Ratio = Declared(map, "ratio", text => Ratio(map, text)),
        Parents = Parents(map),
        Printed = map.TextOrNull("printed"),
        ReferenceCount = map.TextOrNull("reference_count"),
    };

    private static Declared<T> Declared<T>(StrictMap map, string key, Func<string, T> read) => map.IsMap(key)
        ? Values.Declared<T>.Unknown(map.Map(key, "unknown").Text("unknown"))
        : Values.Declared<T>.Known(read(map.Text(key)));

    private static long Ratio(StrictMap map, string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio) && ratio <= 100
            && ratio * Quantity.Scale == decimal.Truncate(ratio * Quantity.Scale))
            return (long)(ratio * Quantity.Scale);
        throw map.Error("ratio", $"must be a number from 0 to 100 with at most four decimals, not “{text}”");
    }

    private static Dictionary<string, string> Parents(StrictMap map)
    {
        if (!map.Has("parents"))
            return [];
        var parents = map.Map("parents");
        return parents.Keys.ToDictionary(group => group, parents.Text, StringComparer.Ordinal);
    }

    // The keys beside these four are settings of the kind, which FormProof knows.
    private static CheckDefinition Check(StrictMap map) => new()
    {
        Kind = map.Text("kind"),
        Group = map.TextOrNull("group"),
        Field = map.TextOrNull("field"),
        Severity = map.Has("severity")
            ? map.OneOf<Severity?>("severity", ("INFO", Severity.Info), ("WARNING", Severity.Warning), ("ERROR", Severity.Error))
            : null,
        Settings = map.Keys.Where(key => key is not ("kind" or "group" or "field" or "severity")).ToDictionary(key => key, map.Text, StringComparer.Ordinal),
    };
}
