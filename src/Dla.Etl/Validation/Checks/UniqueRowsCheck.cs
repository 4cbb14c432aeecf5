using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>unique_rows</c>: the key of the group (its <c>key:</c>) comes once. Of two rows with one key nobody can tell which is meant, and adding them up would double the money.</summary>
internal sealed class UniqueRowsCheck : ICheckKind
{
    public string Name => "unique_rows";

    public CheckShape Shape { get; } = new() { NeedsGroup = true };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        if (form.Group(check.Group!).Key.Count == 0)
            yield return $"group '{check.Group}' has no key";
    }

    // A key that could not be read has an ERROR of its own and is compared with nothing.
    public IEnumerable<Finding> Run(CheckScope scope) => scope.Rows.Where(row => row.HasCode)
        .GroupBy(row => row.Code, StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(same => Twice([.. same]));

    private static Finding Twice(IReadOnlyList<NormalisedRow> rows)
    {
        var oneSheet = rows.Select(row => row.KeyCell.SheetIndex).Distinct().Count() == 1;
        return new Finding(CompletenessFindings.ItemTwice, Place.At(rows[1].KeyCell.Sheet, rows[1].KeyCell.Address))
        {
            Subject = RowWords.Row(rows[1].Group, rows[1].Item, rows[1].Key),
            Found = string.Join(" และ ", rows.Select(row => oneSheet ? $"{row.KeyCell.Address}" : $"{row.KeyCell.Address} ของแผ่นงาน “{row.KeyCell.Sheet}”")),
            Expected = "1 แถว",
        };
    }
}
