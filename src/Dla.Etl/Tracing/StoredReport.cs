using System.Data.Common;
using Dapper;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>A stored calculation with its flow.</summary>
internal sealed record StoredCalculation(TracedCalculation Traced, CostGraph Graph)
{
    /// <summary>Thai name of an item; its code when it has none.</summary>
    public string Name(string code) => Traced.Names.GetValueOrDefault(code, code);
}

/// <summary>A sheet of a stored report.</summary>
internal sealed record StoredSheet(string Name, string Measure, long Trace);

/// <summary>A report whose trace is stored.</summary>
internal sealed class StoredReport
{
    private readonly DbConnection _connection;
    private readonly Dictionary<string, StoredCalculation> _calculations = new(StringComparer.Ordinal);

    private StoredReport(DbConnection connection, Row row)
    {
        _connection = connection;
        (Id, Report, Title, ContentHash, Sequence, Period) = (row.Id, row.Report, row.Title, row.ContentHash, row.Sequence, Period.FromNumber(row.Year));
        Sheets =
        [
            .. connection.Query<(string Name, string Measure, long Trace)>(
                "SELECT sheet, measure, sheet_trace FROM report_sheet WHERE traced_report_id = @Id ORDER BY position", new { Id })
                .Select(sheet => new StoredSheet(sheet.Name, sheet.Measure, sheet.Trace)),
        ];
    }

    /// <summary>Id of its trace.</summary>
    public string Id { get; }

    /// <summary>Id of the report.</summary>
    public string Report { get; }

    /// <summary>Thai title.</summary>
    public string Title { get; }

    /// <summary>The year or month of the figures.</summary>
    public Period Period { get; }

    /// <summary>As of which commit.</summary>
    public long Sequence { get; }

    /// <summary>What it says.</summary>
    public string ContentHash { get; }

    /// <summary>Sheets in order.</summary>
    public IReadOnlyList<StoredSheet> Sheets { get; }

    /// <summary>Traced reports with one of these content hashes, the one of the latest sequence first.</summary>
    public static IReadOnlyList<StoredReport> WithContent(DbConnection connection, IReadOnlyCollection<string> hashes) =>
        [.. hashes.SelectMany(hash => Asked(connection, "WHERE content_hash = @hash ORDER BY as_of_sequence DESC", new { hash }))];

    /// <summary>The current reports that may show something of a unit: of each report, year and province the one written last, of other provinces' none.</summary>
    public static IReadOnlyList<StoredReport> Current(DbConnection connection, string office) =>
    [
        .. connection.Query<(string Report, int Year, string? Unit, long Sequence, string Content)>(
            """
            SELECT report, fiscal_year, unit, as_of_sequence, content_hash FROM report_written WHERE back_filled_for IS NULL AND (unit IS NULL OR unit = @office)
            ORDER BY report, fiscal_year, unit, as_of_sequence, written_at
            """, new { office }).GroupBy(row => (row.Report, row.Year, row.Unit)).Select(rows => rows.Last())
            .SelectMany(row => Asked(connection, "WHERE content_hash = @Content AND report = @Report AND fiscal_year = @Year AND as_of_sequence = @Sequence AND coalesce(unit, '') = @unit",
                new { row.Content, row.Report, row.Year, row.Sequence, unit = row.Unit ?? "" })),
    ];

    /// <summary>The origin of a cell; null when nothing is stored of it.</summary>
    public CellOrigin? OriginOf(StoredSheet sheet, CellAddress cell) =>
        _connection.ExecuteScalar<string?>("SELECT origin FROM report_cell WHERE sheet_trace = @Trace AND cell = @cell", new { sheet.Trace, cell = cell.ToString() }) is { } origin
            ? OriginJson.Read(origin)
            : null;

    /// <summary>The cells of a sheet that have an origin, as stored.</summary>
    public IReadOnlyList<(CellAddress Cell, string Origin)> CellsOf(StoredSheet sheet) =>
    [
        .. _connection.Query<(string Cell, string Origin)>("SELECT cell, origin FROM report_cell WHERE sheet_trace = @Trace", new { sheet.Trace })
            .Select(row => (CellAddress.Parse(row.Cell).Value, row.Origin)).OrderBy(row => row.Value),
    ];

    /// <summary>A calculation by the name that the origins of this report use.</summary>
    /// <exception cref="InvalidOperationException">The report has none of this name: a mistake of its measure.</exception>
    public StoredCalculation Calculation(string name)
    {
        if (_calculations.TryGetValue(name, out var known))
            return known;
        var number = _connection.ExecuteScalar<long?>(
            "SELECT calculation FROM report_calculation WHERE traced_report_id = @Id AND name = @name", new { Id, name })
            ?? throw new InvalidOperationException($"Report {Report} {Period} names a calculation '{name}' that was not stored with it.");
        var traced = CalculationStore.Read(_connection, name, number);
        return _calculations[name] = new StoredCalculation(traced, traced.Rows.Graph());
    }

    /// <summary>Names of its calculations.</summary>
    public IReadOnlyList<string> Calculations =>
        _connection.Query<string>("SELECT name FROM report_calculation WHERE traced_report_id = @Id ORDER BY name", new { Id }).AsList();

    private static List<StoredReport> Asked(DbConnection connection, string where, object parameters) => connection.Query<Row>(
        $"SELECT id AS Id, report AS Report, title AS Title, fiscal_year AS Year, as_of_sequence AS Sequence, content_hash AS ContentHash FROM traced_report {where}",
        parameters).AsList().ConvertAll(row => new StoredReport(connection, row));

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Report { get; init; } = "";

        public string Title { get; init; } = "";

        public int Year { get; init; }

        public long Sequence { get; init; }

        public string ContentHash { get; init; } = "";
    }
}
