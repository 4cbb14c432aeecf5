using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Samples.BadFiles;

namespace Dla.Etl.Tests.Reading;

/// <summary>A folder for one test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-reading-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>Reads bytes as the archive would hand them over.</summary>
internal static class Reads
{
    public static Step<RawWorkbook> Bytes(byte[] bytes, ReadingLimits? limits = null, TimeProvider? clock = null, CancellationToken ct = default)
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "0f");
        File.WriteAllBytes(path, bytes);
        return new WorkbookReader(limits ?? new ReadingLimits(), clock ?? TimeProvider.System).Read(path, ct);
    }

    public static Step<RawWorkbook> Rows(string rows, ReadingLimits? limits = null) => Bytes(MinimalXlsx.OfRows(rows).ToBytes(), limits);

    public static RawSheet OnlySheet(this Step<RawWorkbook> step)
    {
        step.Artefact.ShouldNotBeNull(string.Join("; ", step.Findings.Select(finding => finding.Kind.Id + " " + finding.Message)));
        return step.Artefact.Sheets.ShouldHaveSingleItem();
    }

    public static void ShouldBeRefused(this Step<RawWorkbook> step, string id)
    {
        step.Artefact.ShouldBeNull();
        step.Findings[^1].Kind.Id.ShouldBe(id);
        step.Findings[^1].Severity.ShouldBe(Severity.Fatal);
    }
}
