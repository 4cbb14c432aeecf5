using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Validation;
using Dla.Etl.Values;

namespace Dla.Etl;

/// <summary>The table of contents: what happens to one file, in order. Nothing here loads or answers, so <c>check</c> and <c>run</c> are the same rules.</summary>
/// <param name="reader">bytes → RawWorkbook.</param>
/// <param name="recogniser">RawWorkbook → RecognisedForm.</param>
/// <param name="history">The figures that stand for the same unit and form in the period before; null when there are none.</param>
/// <param name="standing">What stands of another form of the same unit, by its id; without it a rule hears that nothing does.</param>
/// <param name="authorities">The registry of local authorities that holds on a day, the last of the period; null when none was imported.</param>
/// <param name="kept">Names of the local authorities whose rows in earlier returns of the same unit and period go on counting although the file has none of them; without it none are.</param>
/// <param name="later">The figures that stand for the same unit and form in the next later month of the same fiscal year; without it none do.</param>
/// <param name="lastYear">The figures that stand for the same unit and form in the same month of the fiscal year before; without it none do.</param>
/// <param name="definitions">Where rules find the department's dated rules; without them what needs them is told as not checked.</param>
public sealed class Pipeline(
    WorkbookReader reader, FormRecogniser recogniser, Func<NormalisedReturn, PriorFigures?> history, DefinitionFiles? definitions = null,
    Func<NormalisedReturn, string, PriorFigures?>? standing = null, Func<DateOnly, AuthorityMatching?>? authorities = null,
    Func<NormalisedReturn, IReadOnlyList<string>>? kept = null, Func<NormalisedReturn, PriorFigures?>? later = null, Func<NormalisedReturn, PriorFigures?>? lastYear = null)
{
    /// <summary>Examines one file.</summary>
    /// <param name="path">Where its bytes lie.</param>
    /// <param name="delivery">How it was delivered.</param>
    /// <param name="cancellation">Stops between rows.</param>
    public Examined Examine(string path, Delivery delivery, CancellationToken cancellation) =>
        Examine(reader.Read(path, cancellation), delivery); // bytes → RawWorkbook

    /// <summary>Examines a file where its owner has it; a disk that refuses is a finding like any other.</summary>
    /// <inheritdoc cref="Examine(string, Delivery, CancellationToken)"/>
    public Examined ExamineInPlace(string path, Delivery delivery, CancellationToken cancellation) =>
        Examine(reader.ReadInPlace(path, cancellation), delivery);

    private Examined Examine(Step<RawWorkbook> read, Delivery delivery)
    {
        if (read.Artefact is not { } workbook)
            return new Examined(null, null, null, read.Findings);

        // RawWorkbook → RecognisedForm
        var recognised = recogniser.Recognise(workbook, delivery);
        Finding[] findings = [.. read.Findings, .. recognised.Findings];
        if (recognised.Artefact is not { } form)
            return new Examined(workbook, null, null, findings);
        // Rows may be wanting: what the sender left out cannot be told from what could not be read, so nothing more is said until that is mended.
        if (recognised.Findings.Any(finding => finding.Severity >= Severity.Error))
            return new Examined(workbook, form, null, findings);

        // RecognisedForm → NormalisedReturn
        var normalised = ReturnNormaliser.Normalise(form, authorities);
        findings = [.. findings, .. normalised.Findings];
        if (normalised.Artefact is not { } resolved)
            return new Examined(workbook, form, null, findings);
        var values = OfSender(resolved);
        form = form with { Unit = values.Unit };

        // NormalisedReturn → ValidatedReturn
        var validated = ReturnValidator.Validate(values, Known(values), findings);
        return new Examined(workbook, form, validated, validated.Findings);
    }

    // A file whose rows all belong to one authority is that authority's return, whoever sent it; with several it is the compilation of its province.
    private static NormalisedReturn OfSender(NormalisedReturn values) =>
        values.Form.FiledBy == FilingUnit.Authority && values.OnlyAuthority is { } authority ? values with { Unit = UnitCode.Of(authority) } : values;

    private ValidationContext Known(NormalisedReturn values) => new(history(values))
    {
        Definitions = definitions,
        Standing = form => standing?.Invoke(values, form),
        KeptFromEarlier = kept?.Invoke(values) ?? [],
        After = later?.Invoke(values),
        LastYear = () => lastYear?.Invoke(values),
    };
}

/// <summary>How far one file came, and all there is to say about it.</summary>
/// <param name="Workbook">The grid; null when the file could not be read.</param>
/// <param name="Form">Form, year and unit; null when they could not be told.</param>
/// <param name="Return">The checked values; null when the rows could not all be read.</param>
/// <param name="Findings">All findings in the order they were made.</param>
public sealed record Examined(RawWorkbook? Workbook, RecognisedForm? Form, ValidatedReturn? Return, IReadOnlyList<Finding> Findings)
{
    /// <summary>The verdict that the findings alone give; that a file is a duplicate shows only when loading.</summary>
    public Verdict Verdict => Findings.Any(finding => finding.Kind == MailFindings.UnitNotPermitted) ? Verdict.NeedsPermission : Verdicts.Of(Findings);

    /// <summary>The same, but nothing may be loaded: who sent it may not send for this unit. What else there is to say is said too.</summary>
    internal Examined NotPermitted(Finding why) => this with { Return = null, Findings = [why, .. Findings] };
}
