using BenchmarkDotNet.Attributes;
using Dapper;
using Dla.Etl.Benchmarks.Files;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Validation;
using Dla.Etl.Warehouse;
using Npgsql;

namespace Dla.Etl.Benchmarks;

/// <summary>Loading a checked return into PostgreSQL, beside Npgsql's binary COPY of the very rows that it makes, into tables of the same shape.</summary>
public class LoadReturn : IDisposable
{
    private const string Variable = "DLA_TEST_POSTGRES";
    private const string Facts = "version_id, position, row_position, group_code, item_code, field_code, role, type, state, amount, unit_of_measure, text, sheet_index, sheet_name, cell, raw";
    private const string Grid = "received_file_id, sheet_index, row_index, sheet_name, cells";

    private readonly string _schema = $"dla_benchmark_{Guid.NewGuid():N}";
    private readonly string _folder = Directory.CreateTempSubdirectory("dla-etl-benchmarks-").FullName;
    private NpgsqlDataSource _plain = null!;
    private Database _warehouse = null!;
    private string _runId = "";
    private RawWorkbook _workbook = null!;
    private ValidatedReturn _return = null!;
    private List<object?[]> _facts = [];
    private List<object?[]> _grid = [];

    /// <summary>True where there is a server to measure on.</summary>
    public static bool IsPossible => Server.Length > 0;

    /// <summary>The file.</summary>
    [ParamsSource(nameof(Files))]
    public ReturnFile Return { get; set; } = ReturnFile.All[1];

    /// <summary>The files.</summary>
    public static IEnumerable<ReturnFile> Files => [ReturnFile.All[1]];

    private static string Server => Environment.GetEnvironmentVariable(Variable) ?? "";

    /// <summary>Checks the file, loads it once, and takes the rows that came of it.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var text = new NpgsqlConnectionStringBuilder(Server) { SearchPath = _schema }.ConnectionString;
        var path = Return.Write(_folder);
        var pipeline = new Pipeline(new WorkbookReader(new ReadingLimits(), TimeProvider.System), new FormRecogniser(FormCatalogue.Load(Return.Templates)), _ => null);
        var examined = pipeline.Examine(path, new Delivery(Path.GetFileName(path), "56-พะเยา"), CancellationToken.None);
        (_workbook, _return) = (examined.Workbook!, examined.Return!);
        _warehouse = Database.Open(text, TimeProvider.System);
        _plain = NpgsqlDataSource.Create(text);
        _runId = _warehouse.Write(lane => RunLog.Begin(lane, "benchmark", "benchmark"));
        Loading();
        using var connection = _plain.OpenConnection();
        connection.Execute("CREATE TABLE plain_fact (LIKE fact INCLUDING ALL); CREATE TABLE plain_grid (LIKE raw_row INCLUDING ALL)");
        _facts = Rows(connection, $"SELECT {Facts} FROM fact ORDER BY position");
        _grid = Rows(connection, $"SELECT {Grid} FROM raw_row ORDER BY sheet_index, row_index");
    }

    /// <summary>The rows of facts and grid in one transaction: no receipt, no version, no sequence, no references checked.</summary>
    [Benchmark(Baseline = true, Description = "Npgsql COPY alone")]
    public ulong NpgsqlAlone()
    {
        using var connection = _plain.OpenConnection();
        using var transaction = connection.BeginTransaction();
        var written = Copy(connection, $"plain_fact ({Facts})", _facts) + Copy(connection, $"plain_grid ({Grid})", _grid);
        transaction.Commit();
        return written;
    }

    /// <summary>The whole transaction of a return: receipt, sequence, version, facts, grid, findings, outcome, step of the run.</summary>
    [Benchmark(Description = "loading a return")]
    public long Loading()
    {
        var outcome = _warehouse.Write(lane => ReturnLoading.Load(lane, _runId, Register(lane), _workbook, _return));
        return outcome.Verdict is Verdict.Loaded or Verdict.LoadedWithWarnings ? outcome.RowsLoaded : throw new InvalidOperationException($"{outcome.Verdict}");
    }

    /// <summary>Removes everything.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        using (var connection = _plain.OpenConnection())
            connection.Execute($"DROP SCHEMA {_schema} CASCADE");
        _plain.Dispose();
        _warehouse.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private string Register(WriteLane lane)
    {
        var id = lane.NewId();
        lane.Execute(
            """
            INSERT INTO received_file
              (id, receipt_number, sha256, file_name, folder, drop_path, size, modified_at, first_seen_at, archived_at, run_id)
            VALUES (@id, @receipt, @id, 'a.xlsx', NULL, 'a.xlsx', 1, @Now, @Now, @Now, @run)
            """,
            new { id, receipt = ReceiptNumbers.Next(lane), lane.Now, run = _runId });
        return id;
    }

    // Each round under a key of its own, so that the tables grow as the warehouse's do.
    private static ulong Copy(NpgsqlConnection connection, string target, List<object?[]> rows)
    {
        var key = Guid.NewGuid().ToString();
        using var copy = connection.BeginBinaryImport($"COPY {target} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            copy.Write(key);
            foreach (var value in row.AsSpan(1))
                Write(copy, value);
        }

        return copy.Complete();
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value)
    {
        switch (value)
        {
            case null:
                copy.WriteNull();
                break;
            case int number:
                copy.Write(number);
                break;
            case long number:
                copy.Write(number);
                break;
            default:
                copy.Write((string)value);
                break;
        }
    }

    private static List<object?[]> Rows(NpgsqlConnection connection, string sql) =>
        [.. connection.Query(sql).Select(row => ((IDictionary<string, object?>)row).Values.ToArray())];
}
