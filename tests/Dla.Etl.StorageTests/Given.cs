using System.Globalization;
using System.Text;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Validation;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Small made-up forms, files and returns. Everything here is synthetic.</summary>
internal static class Given
{
    public const string FormId = "storage-suite";

    public static readonly FindingKind Note = new("TST-001", Severity.Info, "ทดสอบ", "พบ {found}", "ไม่ต้องแก้ไข");
    public static readonly FindingKind Doubt = new("TST-002", Severity.Warning, "ทดสอบ", "พบ {found} ควรเป็น {expected}", "โปรดตรวจสอบ {cell}");
    public static readonly FindingKind Mistake = new("TST-003", Severity.Error, "ทดสอบ", "“{subject}” พบ {found}", "โปรดแก้ไข {cell}");

    public static FiscalYear Year(int year) => FiscalYear.FromBuddhistEra(year);

    public static ProvinceCode Unit(int number) => ProvinceCode.From(number);

    /// <summary>Two listed items, the second of unknown unit of measure, and open rows with money.</summary>
    public static FormDefinition Form(int year = 2563) => new()
    {
        Id = FormId, Year = Year(year), Title = "แบบทดสอบ", ShortName = "ทดสอบ", Source = "synthetic", FiledBy = FilingUnit.Province,
        Deadline = new DateOnly(year - 542, 5, 31), Path = "form.yaml", Hash = ContentHash.Of("form"u8), Checks = [], Tolerate = new HashSet<string>(),
        Recognise = new() { Titles = [], OfficeLines = [], YearLines = [], SubtotalLabels = [], EndLabels = [] },
        Groups =
        [
            new()
            {
                Code = "activity", Label = "กิจกรรม", Headings = [], Rows = RowsOf.ListedItems,
                Fields =
                [
                    Field("name", FieldRole.Key, FieldType.Text), Field("ratio", FieldRole.Ratio, FieldType.Ratio),
                    Field("quantity", FieldRole.Figure, FieldType.Quantity), Field("unit", FieldRole.UnitOfMeasure, FieldType.Text),
                ],
                Items = [Item("A1", 1, Declared<string>.Known("ครั้ง")), Item("A2", 2, Declared<string>.Unknown("ไม่มีในเอกสาร"))],
            },
            new()
            {
                Code = "project", Label = "โครงการ", Headings = [], Rows = RowsOf.OpenRows, Items = [],
                Fields = [Field("name", FieldRole.Key, FieldType.Text), Field("budget", FieldRole.Figure, FieldType.Baht)],
            },
        ],
    };

    /// <summary>A run, as the pipeline opens one.</summary>
    public static string Run(Database database) => database.Write(lane => RunLog.Begin(lane, "run", "test"));

    /// <summary>Registers a received file as intake does; the same content has the same hash.</summary>
    public static string File(Database database, string runId, string content, DateTimeOffset? seen = null) => database.Write(lane =>
    {
        var id = lane.NewId();
        lane.Execute(
            """
            INSERT INTO received_file
              (id, receipt_number, sha256, file_name, folder, drop_path, size, modified_at, first_seen_at, archived_at, run_id)
            VALUES (@id, @receipt, @sha256, 'a.xlsx', NULL, 'a.xlsx', 1, @seen, @seen, @now, @runId)
            """,
            new
            {
                id, receipt = ReceiptNumbers.Next(lane), sha256 = ContentHash.Of(Encoding.UTF8.GetBytes(content)).Hex,
                seen = Instants.Text(seen ?? lane.Clock.GetUtcNow()), now = lane.Now, runId,
            });
        return id;
    });

    /// <summary>A quantity as typed into a cell.</summary>
    public static NormalisedField Quantity(decimal amount, string? unitInCell = null) =>
        new(FieldState.Value, (long)(amount * Values.Quantity.Scale), unitInCell, Cell("C3", RawCellKind.Number, (double)amount));

    /// <summary>A dash: a stated zero.</summary>
    public static NormalisedField Dash => new(FieldState.StatedZero, 0, null, Cell("C3", RawCellKind.Text, "-"));

    /// <summary>A blank cell.</summary>
    public static NormalisedField Blank => new(FieldState.Missing, 0, null, Cell("C3", RawCellKind.Blank, null));

    /// <summary>A row of the listed items.</summary>
    public static NormalisedRow Activity(FormDefinition form, int number, NormalisedField quantity, string? unit = null)
    {
        var group = form.Group("activity");
        var item = group.Items[number - 1];
        var unitField = unit is null
            ? new NormalisedField(FieldState.Missing, 0, null, Cell("D3", RawCellKind.Blank, null))
            : new NormalisedField(FieldState.Value, 0, unit, Cell("D3", RawCellKind.Text, unit));
        var ratio = new NormalisedField(FieldState.Value, 50_000, null, Cell("B3", RawCellKind.Number, 5.0));
        var key = Cell("A3", RawCellKind.Text, item.Label);
        return new(group, item, item.Label, key, [new(FieldState.Value, 0, item.Label, key), ratio, quantity, unitField]);
    }

    /// <summary>An open row with money in satang.</summary>
    public static NormalisedRow Project(FormDefinition form, string name, long satang)
    {
        var key = Cell("A9", RawCellKind.Text, name);
        return new(form.Group("project"), null, name, key,
            [new(FieldState.Value, 0, name, key), new(FieldState.Value, satang, null, Cell("B9", RawCellKind.Number, satang / 100.0))]);
    }

    /// <summary>The same form with projects that have a closed list beside their money, as lines of costs have.</summary>
    public static FormDefinition LineForm { get; } = Form() with
    {
        Groups =
        [
            Form().Group("project") with
            {
                Fields =
                [
                    .. Form().Group("project").Fields,
                    new()
                    {
                        Code = "category", Label = "category", Synonyms = [], Role = FieldRole.Text, Type = FieldType.Code,
                        Codes = new CodeList([new("personnel", "ค่าใช้จ่ายบุคลากร", []), new("travel", "ค่าใช้จ่ายเดินทาง", []), new("grants", "ค่าใช้จ่ายเงินอุดหนุน", []), new("other", "ค่าใช้จ่ายอื่น", [])]),
                    },
                ],
            },
        ],
    };

    /// <summary>A line of <see cref="LineForm"/>.</summary>
    public static NormalisedRow Line(string name, string category, long satang)
    {
        var row = Project(LineForm, name, satang);
        return row with { Fields = [.. row.Fields, new(FieldState.Value, 0, category, Cell("C9", RawCellKind.Text, category))] };
    }

    /// <summary>A return of these rows with these findings.</summary>
    public static ValidatedReturn Return(FormDefinition form, int unit, IReadOnlyList<NormalisedRow> rows, params IReadOnlyList<Finding> findings) =>
        new(new NormalisedReturn(form, Unit(unit), rows), findings);

    /// <summary>A return of one activity.</summary>
    public static ValidatedReturn Return(int unit, decimal quantity, params IReadOnlyList<Finding> findings)
    {
        var form = Form();
        return Return(form, unit, [Activity(form, 1, Quantity(quantity))], findings);
    }

    /// <summary>A grid of one sheet whose rows hold these texts.</summary>
    public static RawWorkbook Workbook(params string[][] rows) => new(FileKind.Xlsx,
        [new RawSheet("ปริมาณ", [.. rows.Select(row => row.Select(text => new RawCell(RawCellKind.Text, text)).ToArray())])]);

    private static SourceCell Cell(string address, RawCellKind kind, object? value) =>
        new(0, "ปริมาณ", CellAddress.Parse(address).Value, new RawCell(kind, value));

    private static FieldDefinition Field(string code, FieldRole role, FieldType type) =>
        new() { Code = code, Label = code, Synonyms = [], Role = role, Type = type };

    private static ItemDefinition Item(string code, int number, Declared<string> unit) => new()
    {
        Code = code, Number = number, Label = "กิจกรรมที่ " + number.ToString(CultureInfo.InvariantCulture), ShortLabel = code, Synonyms = [], Unit = unit,
        Ratio = Declared<long>.Known(50_000), Parents = new Dictionary<string, string>(),
    };
}
