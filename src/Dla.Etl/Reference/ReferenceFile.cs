using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reading;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reference.Districts;

namespace Dla.Etl.Reference;

/// <summary>A file with a reference, which its headers tell: the registry of local authorities, or a list of districts. One of the two is not null.</summary>
public sealed record ReferenceFile
{
    private ReferenceFile()
    {
    }

    /// <summary>The authorities of a registry.</summary>
    public RegistryFile? Authorities { get; private init; }

    /// <summary>The districts of a list.</summary>
    public DistrictFile? Districts { get; private init; }

    /// <summary>Reads a grid. All errors are told at once, and there is an artefact only when there are none.</summary>
    /// <param name="workbook">The grid.</param>
    /// <param name="districts">The districts that hold for the day of a registry, by which its own are compared; null for none.</param>
    public static Step<ReferenceFile> Read(RawWorkbook workbook, DistrictRegistry? districts)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        if (!workbook.Sheets.Any(RegistryFile.IsOn))
            foreach (var sheet in workbook.Sheets)
                if (DistrictColumns.Find(sheet) is var (columns, missing) && (columns is not null || missing.Count > 0))
                    return columns is null
                        ? new Step<ReferenceFile>(null, [new Finding(DistrictFindings.NoHeader) { Found = string.Join(", ", missing), Expected = DistrictColumns.Wanted }])
                        : Of(DistrictFile.Read(sheet, columns), file => new ReferenceFile { Districts = file });
        return Of(RegistryFile.Read(workbook, districts), file => new ReferenceFile { Authorities = file });
    }

    private static Step<ReferenceFile> Of<T>(Step<T> step, Func<T, ReferenceFile> file)
        where T : class => new(step.Artefact is { } artefact ? file(artefact) : null, step.Findings);
}
