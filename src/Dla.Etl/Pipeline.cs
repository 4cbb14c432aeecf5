using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Validation;

namespace Dla.Etl;

/// <summary>The table of contents: what happens to one file, in order. Nothing here loads or answers, so <c>check</c> and <c>run</c> are the same rules.</summary>
/// <param name="reader">bytes → RawWorkbook.</param>
/// <param name="recogniser">RawWorkbook → RecognisedForm.</param>
/// <param name="validator">NormalisedReturn → ValidatedReturn.</param>
/// <param name="previousYear">The standing figures of the same unit and form in the year before; null when there are none.</param>
public sealed class Pipeline(
    WorkbookReader reader, FormRecogniser recogniser, ReturnValidator validator, Func<NormalisedReturn, PriorFigures?> previousYear)
{
    /// <summary>Examines one file.</summary>
    /// <param name="path">Where its bytes lie.</param>
    /// <param name="delivery">How it was delivered.</param>
    /// <param name="cancellation">Stops between rows.</param>
    public Examined Examine(string path, Delivery delivery, CancellationToken cancellation)
    {
        var read = reader.Read(path, cancellation);
        if (read.Artefact is not { } workbook)
            return new Examined(null, null, null, read.Findings);

        var recognised = recogniser.Recognise(workbook, delivery);
        Finding[] soFar = [.. read.Findings, .. recognised.Findings];
        if (recognised.Artefact is not { } form)
            return new Examined(workbook, null, null, soFar);

        var normalised = ReturnNormaliser.Normalise(form);
        soFar = [.. soFar, .. normalised.Findings];
        if (normalised.Artefact is not { } values)
            return new Examined(workbook, form, null, soFar);

        var validated = validator.Validate(values, new ValidationContext(previousYear(values)), soFar);
        return new Examined(workbook, form, validated, validated.Findings);
    }
}

/// <summary>Everything that became of one file on its way: as far as it came, and all there is to say.</summary>
/// <param name="Workbook">The grid; null when the file could not be read.</param>
/// <param name="Form">Form, year and unit; null when it is none of our forms.</param>
/// <param name="Return">The checked values; null when recognition found no rows to read.</param>
/// <param name="Findings">All findings in the order they were made.</param>
public sealed record Examined(RawWorkbook? Workbook, RecognisedForm? Form, ValidatedReturn? Return, IReadOnlyList<Finding> Findings)
{
    /// <summary>The verdict that the findings alone give; a duplicate is found out only when loading.</summary>
    public Verdict Verdict => Workbook is null ? Verdict.Unreadable
        : Form is null && Findings.Any(finding => finding.Severity == Severity.Fatal) ? Verdict.NotRecognised
        : Return is null || !Return.Passed ? Verdict.Rejected
        : Findings.Any(finding => finding.Severity == Severity.Warning) ? Verdict.LoadedWithWarnings
        : Verdict.Loaded;
}
