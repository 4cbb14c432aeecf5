using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Reading.Delimited;
using Dla.Etl.Reading.Xls;
using Dla.Etl.Reading.Xlsx;

namespace Dla.Etl.Reading;

/// <summary>Reads a received file into one grid of raw cells: xlsx, xlsm, xls, csv and tsv, told by their bytes.</summary>
/// <remarks>
/// Whatever the bytes are, the answer is a value: a workbook, or a FATAL finding that names what the file is and what to do.
/// Only a failing disk, a cancelled token and a mistake of the program throw.
/// </remarks>
/// <param name="limits">What is refused as too large.</param>
/// <param name="clock">Measures the time that a file may take.</param>
public sealed class WorkbookReader(ReadingLimits limits, TimeProvider clock)
{
    /// <summary>Reads the bytes at a path; the name of the file says nothing.</summary>
    /// <exception cref="IOException">The disk could not be read: not the sender's fault, so not a finding.</exception>
    /// <exception cref="UnauthorizedAccessException">The program may not read the file.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; it is looked at between rows.</exception>
    public Step<RawWorkbook> Read(string path, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(path);
        var time = new ReadingTime(limits, clock, ct);
        return OfLength(new FileInfo(path).Length) ?? Read(File.ReadAllBytes(path), time);
    }

    /// <summary>Reads bytes that are at hand.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; it is looked at between rows.</exception>
    public Step<RawWorkbook> Read(byte[] file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        return OfLength(file.Length) ?? Read(file, new ReadingTime(limits, clock, ct));
    }

    /// <summary>Reads a file where its owner has it; a disk that refuses is a finding like any other.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; it is looked at between rows.</exception>
    public Step<RawWorkbook> ReadInPlace(string path, CancellationToken ct)
    {
        try
        {
            return Read(path, ct);
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            return Refused(new Finding(ReadingFindings.Unreachable) { Subject = Path.GetFileName(path), Found = DiskTrouble.Cause(trouble) });
        }
    }

    internal static Step<RawWorkbook> Refused(params IReadOnlyList<Finding> findings) => new(null, findings);

    private Step<RawWorkbook>? OfLength(long length) =>
        length == 0 ? Refused(new Finding(ReadingFindings.Empty))
        : length > limits.MaxFileBytes ? Refused(CellBudget.Over(ReadingFindings.FileTooLarge, default, length, limits.MaxFileBytes))
        : null;

    private Step<RawWorkbook> Read(byte[] file, ReadingTime time)
    {
        var (container, refusal) = MagicBytes.Tell(file);
        if (refusal is not null)
            return Refused(refusal);
        var read = container switch
        {
            Container.Zip => new PackageReading(limits, time).Read(file),
            Container.CompoundFile => new XlsReading(limits, time).Read(file),
            _ => new CsvReading(limits, time).Read(file),
        };
        return read.Artefact is { } workbook && workbook.Sheets.All(sheet => sheet.Rows.Count == 0)
            ? Refused([.. read.Findings, new Finding(ReadingFindings.NothingInside)])
            : read;
    }
}
