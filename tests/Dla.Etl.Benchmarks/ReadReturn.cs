using BenchmarkDotNet.Attributes;
using Dla.Etl.Benchmarks.Files;
using Dla.Etl.Definitions;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using ExcelDataReader;

namespace Dla.Etl.Benchmarks;

/// <summary>Reading, recognising, normalising and checking a return, beside ExcelDataReader merely walking the same file.</summary>
public class ReadReturn
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dla-etl-benchmarks-").FullName;
    private readonly WorkbookReader _reader = new(new ReadingLimits(), TimeProvider.System);
    private Pipeline _pipeline = null!;
    private string _path = "";

    /// <summary>The file.</summary>
    [ParamsSource(nameof(Files))]
    public ReturnFile Return { get; set; } = ReturnFile.All[0];

    /// <summary>The files.</summary>
    public static IEnumerable<ReturnFile> Files => ReturnFile.All;

    /// <summary>Writes the file.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        _path = Return.Write(_folder);
        _pipeline = new Pipeline(_reader, new FormRecogniser(FormCatalogue.Load(Return.Templates)), _ => null);
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    /// <summary>Every cell is asked for once and forgotten.</summary>
    [Benchmark(Baseline = true, Description = "ExcelDataReader alone")]
    public int ExcelDataReaderAlone()
    {
        using var stream = File.OpenRead(_path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var cells = 0;
        do
            while (reader.Read())
                for (var column = 0; column < reader.FieldCount; column++)
                    if (reader.GetValue(column) is not null)
                        cells++;
        while (reader.NextResult());
        return cells;
    }

    /// <summary>The grid alone: the first step of the way.</summary>
    [Benchmark(Description = "reading into the grid")]
    public RawWorkbook Reading() =>
        _reader.Read(_path, CancellationToken.None).Artefact ?? throw new InvalidOperationException($"{_path} was not read.");

    /// <summary>The whole way of a file to its findings, as <c>check</c> and <c>run</c> go it.</summary>
    [Benchmark(Description = "reading, recognising, normalising, checking")]
    public int Whole()
    {
        var examined = _pipeline.Examine(_path, new Delivery(Path.GetFileName(_path), "56-พะเยา"), CancellationToken.None);
        return examined.Return is { Passed: true } passed && passed.Return.Rows.Count == Return.Rows
            ? passed.Findings.Count
            : throw new InvalidOperationException($"{Return}: {examined.Return?.Return.Rows.Count} rows; {string.Join(" | ", examined.Findings.Select(finding => finding.Message))}");
    }
}
