using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>nothing_to_report</c>: a row that says that there is nothing to report has no figures, stands beside no row of the same key that reports something, and follows no figures of the period before unless the field <c>note</c> says why.</summary>
internal sealed class NothingToReportCheck : ICheckKind
{
    private const string Note = "note";

    public string Name => "nothing_to_report";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, Optional = [Note] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        if (form.Group(check.Group!).Nothing is null)
            yield return $"group '{check.Group}' has no texts that say so (nothing)";
        foreach (var mistake in SettingFields.Mistakes(check, form, field => field.Type == FieldType.Text, "a text", Note))
            yield return mistake;
    }

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var saying = scope.Rows.Where(row => row.SaysNothing).ToList();
        return saying.Count == 0 ? [] : [.. saying.SelectMany(Figures), .. Beside(scope.Rows, saying), .. After(scope, saying)];
    }

    // A stated zero says the same as the words.
    private static IEnumerable<Finding> Figures(NormalisedRow row) =>
        from index in Enumerable.Range(0, row.Fields.Count)
        let at = new FieldAt(row, index)
        where at.Definition.Role == FieldRole.Figure && at.HasAmount && at.Amount != 0
        select at.Finding(RowFindings.FigureBesideNothing) with { Found = at.Shown, Expected = row.Group.Nothing!.Texts[0] };

    // The other part of the key, such as the authority: it reports something or nothing, not both.
    private static IEnumerable<Finding> Beside(IEnumerable<NormalisedRow> rows, List<NormalisedRow> saying)
    {
        var home = saying[0].Group;
        int[] rest = [.. home.Key.Where(code => code != home.Nothing!.Field).Select(home.IndexOf)];
        if (rest.Length == home.Key.Count)
            return [];
        var reporting = rows.Where(row => !row.SaysNothing).ToLookup(row => Rest(row, rest), StringComparer.Ordinal);
        return from row in saying
               let others = reporting[Rest(row, rest)].ToList()
               where others.Count > 0
               select new Finding(RowFindings.NothingBesideRows, Place.At(row.KeyCell.Sheet, row.KeyCell.Address))
               {
                   Subject = RowWords.Row(home, null, row.Key),
                   Found = Counts.Show(others.Count),
                   Expected = others[0].KeyCell.Address.ToString(),
               };
    }

    // Figures add up over the fiscal year: who had some and has none now has lost them.
    private static IEnumerable<Finding> After(CheckScope scope, List<NormalisedRow> saying)
    {
        if (scope.Context.Before is not { } before)
            return [];
        var home = saying[0].Group;
        var earlier = before.Figures.Where(figure => figure.Key.Group == home.Code && figure.Value.Amount != 0).Select(figure => figure.Key.Item).Distinct(StringComparer.Ordinal)
            .ToLookup(item => KeepsRowsCheck.Rest(home, item), StringComparer.Ordinal);
        return from row in saying
               let gone = earlier[KeepsRowsCheck.Rest(home, row.Code)].Count()
               where gone > 0
               let note = scope.Check.Settings.TryGetValue(Note, out var field) ? FieldAt.Of(row, field).Text : ""
               select new Finding(note.Length == 0 ? MonthFindings.NothingAfterFigures : MonthFindings.NothingAfterFiguresWithNote, Place.At(row.KeyCell.Sheet, row.KeyCell.Address))
               {
                   Subject = RowWords.Row(home, null, row.Key),
                   Found = Counts.Show(gone),
                   Expected = BeforeRow.Called(before),
                   Reason = note,
               };
    }

    private static string Rest(NormalisedRow row, int[] fields) => string.Join('|', fields.Select(index => row.Fields[index].Text ?? ""));
}
