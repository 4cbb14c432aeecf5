using BenchmarkDotNet.Attributes;
using Dla.Etl.Benchmarks.Files;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Reporting;
using Dla.Etl.Running;
using Dla.Etl.Tracing;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;
using ExcelDataReader;

namespace Dla.Etl.Benchmarks;

/// <summary>A month of general-grant returns of a region, taken into an empty embedded warehouse and reported as <c>run</c> does it, beside ExcelDataReader merely walking the same files.</summary>
public class LoadRegion : IDisposable
{
    private static readonly ReturnFile OwnReturns = new("1,500 own returns", RegionMonth.Rows, ""), Compilations = new("9 compilations", RegionMonth.Rows, "");

    private readonly string _folder = Directory.CreateTempSubdirectory("dla-etl-benchmarks-").FullName;
    private readonly WorkbookReader _reader = new(new ReadingLimits(), TimeProvider.System);
    private readonly FormCatalogue _forms = FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates"));
    private readonly ReportCatalogue _reports = ReportCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates"));
    private IReadOnlyList<(string Path, string Folder)> _files = [];
    private Database? _warehouse;
    private int _round;

    /// <summary>The same rows in many files, or in few.</summary>
    [ParamsSource(nameof(Files))]
    public ReturnFile Return { get; set; } = OwnReturns;

    /// <summary>Both.</summary>
    public static IEnumerable<ReturnFile> Files => [OwnReturns, Compilations];

    /// <summary>Writes the files.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        _files = Return == OwnReturns ? RegionMonth.Own(_folder) : RegionMonth.Compiled(_folder);
    }

    /// <summary>Every cell of every file is asked for once and forgotten.</summary>
    [Benchmark(Baseline = true, Description = "ExcelDataReader alone")]
    public int ExcelDataReaderAlone()
    {
        var cells = 0;
        foreach (var (path, _) in _files)
        {
            using var stream = File.OpenRead(path);
            using var reader = ExcelReaderFactory.CreateReader(stream);
            do
                while (reader.Read())
                    for (var column = 0; column < reader.FieldCount; column++)
                        if (reader.GetValue(column) is not null)
                            cells++;
            while (reader.NextResult());
        }

        return cells;
    }

    /// <summary>Reading, recognising, finding the authorities, checking and loading, each file in a transaction of its own.</summary>
    [Benchmark(Description = "reading, checking, loading")]
    public long Loading()
    {
        var (warehouse, run) = Fresh();
        var rows = 0L;
        foreach (var (path, folder) in _files)
        {
            var history = new History(warehouse);
            var pipeline = new Pipeline(_reader, new FormRecogniser(_forms), history.Of, authorities: history.Authorities);
            var examined = pipeline.Examine(path, new Delivery(Path.GetFileName(path), folder), CancellationToken.None);
            var outcome = warehouse.Write(lane => ReturnLoading.Load(lane, run, Register(lane, run, path), examined.Workbook!, examined.Return!));
            rows += outcome.Verdict is Verdict.Loaded or Verdict.LoadedWithWarnings
                ? outcome.RowsLoaded : throw new InvalidOperationException($"{path}: {string.Join(" | ", examined.Findings.Select(finding => finding.Message))}");
        }

        return rows == RegionMonth.Rows ? rows : throw new InvalidOperationException($"{rows} rows instead of {RegionMonth.Rows}.");
    }

    /// <summary>The same, and the workbook of disbursement for the head of division made of what was loaded, with the origin of every figure stored.</summary>
    [Benchmark(Description = "reading, checking, loading, reporting")]
    public long LoadingAndReporting()
    {
        Loading();
        using var reader = _warehouse!.Read();
        using var workbook = new MemoryStream();
        var step = new ReportWriter(_reports, _forms, _warehouse).Write(
            new ReportRequest("grant-disbursement", RegionMonth.May, CommitSequence.Last(reader), TimeProvider.System.GetUtcNow()), workbook);
        if (step.Artefact is not { } report)
            throw new InvalidOperationException(string.Join(" | ", step.Findings.Select(finding => finding.Message)));
        _warehouse.Write(lane => TraceStore.Write(lane, report));
        return workbook.Length;
    }

    /// <summary>Removes everything.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _warehouse?.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    // An empty warehouse that has the registry: part of what is measured, some thirty milliseconds.
    private (Database, string) Fresh()
    {
        _warehouse?.Dispose();
        _warehouse = Database.Open(Path.Combine(_folder, $"warehouse-{_round++}.db"), TimeProvider.System);
        _warehouse.Write(lane => AuthorityEditions.Import(lane, new RegistryImport(RegionMonth.Registry.Effective, "region.csv", ContentHash.Of("region"u8), RegionMonth.Registry.All), "benchmark"));
        return (_warehouse, _warehouse.Write(lane => RunLog.Begin(lane, "benchmark", "benchmark")));
    }

    private static string Register(WriteLane lane, string run, string path)
    {
        var id = lane.NewId();
        lane.Execute(
            """
            INSERT INTO received_file
              (id, receipt_number, sha256, file_name, folder, drop_path, size, modified_at, first_seen_at, archived_at, run_id)
            VALUES (@id, @receipt, @id, @name, NULL, @name, 1, @Now, @Now, @Now, @run)
            """,
            new { id, receipt = ReceiptNumbers.Next(lane), name = Path.GetFileName(path), lane.Now, run });
        return id;
    }
}
