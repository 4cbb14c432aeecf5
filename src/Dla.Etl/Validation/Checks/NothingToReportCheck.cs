using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>nothing_to_report</c>: a row that says that there is nothing to report has no figures, stands beside no row of the same key that reports something, and follows no figures of the period before unless the field <c>note</c> says why; nor does a month have figures of which a later one that stands already says so.</summary>
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
        return saying.Count == 0 ? Later(scope) : [.. saying.SelectMany(Figures), .. Beside(scope.Rows, saying), .. After(scope, saying), .. Later(scope)];
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
               let gone = earlier[KeepsRowsCheck.Rest(home, row.Code)].ToList()
               where gone.Count > 0
               let note = scope.Check.Settings.TryGetValue(Note, out var field) ? FieldAt.Of(row, field).Text : ""
               select new Finding(note.Length == 0 ? MonthFindings.NothingAfterFigures : MonthFindings.NothingAfterFiguresWithNote, Place.At(row.KeyCell.Sheet, row.KeyCell.Address))
               {
                   Subject = RowWords.Row(home, null, row.Key),
                   Found = Counts.Show(gone.Count),
                   Expected = ThaiPeriods.Called(before.PeriodOf(gone[0])),
                   Reason = note,
               };
    }

    // A month that comes after a later one: what has figures now had lost them there.
    private static IEnumerable<Finding> Later(CheckScope scope)
    {
        if (scope.Context.After is not { } after || scope.Return.Form.Group(scope.Check.Group!) is not { } home)
            return [];
        var nothing = after.Texts.Keys.Where(key => key.Group == home.Code && SaysNothing(home, key.Item)).ToLookup(key => KeepsRowsCheck.Rest(home, key.Item), StringComparer.Ordinal);
        return from at in scope.Figures()
               where at.HasAmount && at.Amount != 0 && at.Row is { HasCode: true, SaysNothing: false }
               group at by KeepsRowsCheck.Rest(home, at.Row.Code) into same
               where nothing.Contains(same.Key)
               let item = nothing[same.Key].First().Item
               let rows = same.Select(at => at.Row).DistinctBy(row => row.Code, StringComparer.Ordinal).ToList()
               let note = NoteLater(scope, after, rows, home, item)
               select new Finding(note.Length == 0 ? MonthFindings.NothingLater : MonthFindings.NothingLaterWithNote, Place.At(rows[0].KeyCell.Sheet, rows[0].KeyCell.Address))
               {
                   Subject = RowWords.Row(home, null, rows[0].Key),
                   Found = Counts.Show(rows.Count),
                   Expected = ThaiPeriods.Called(after.PeriodOf(item)),
                   Reason = note,
               };
    }

    private static string NoteLater(CheckScope scope, PriorFigures after, List<NormalisedRow> rows, GroupDefinition group, string item) => !scope.Check.Settings.TryGetValue(Note, out var field) ? ""
        : rows.Select(row => FieldAt.Of(row, field).Text).FirstOrDefault(text => text.Length > 0) ?? after.Texts.GetValueOrDefault(new FigureKey(group.Code, item, field), "");

    /// <summary>True for the key of a row that says that there is nothing to report.</summary>
    internal static bool SaysNothing(GroupDefinition group, string item) =>
        group.Nothing is { } nothing && group.Key.ToList().IndexOf(nothing.Field) is >= 0 and var part && BeforeRow.Part(item, part) == NothingDefinition.Code;

    private static string Rest(NormalisedRow row, int[] fields) => string.Join('|', fields.Select(index => row.Fields[index].Text ?? ""));
}
