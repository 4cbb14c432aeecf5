using System.Globalization;
using Dla.Etl.ProofTests.Machines;

namespace Dla.Etl.ProofTests.Judging;

/// <summary>What a warehouse says in the end, in words that two warehouses can be compared by: no ids, no times.</summary>
/// <param name="Decisions">A line for each receipt: file, verdict, version.</param>
/// <param name="Findings">What was said of each.</param>
/// <param name="Facts">The facts of every version.</param>
/// <param name="Standing">The consolidated figures.</param>
/// <param name="Reports">The content of the last report of each year.</param>
/// <param name="Answers">Names of the answers.</param>
/// <param name="Originals">Names in the received folder.</param>
public sealed record Books(
    IReadOnlyList<string> Decisions, IReadOnlyList<string> Findings, IReadOnlyList<string> Facts, IReadOnlyList<string> Standing,
    IReadOnlyList<string> Reports, IReadOnlyList<string> Answers, IReadOnlyList<string> Originals)
{
    private const string DecisionsSql =
        """
        SELECT r.receipt_number || ' ' || r.drop_path || ' ' || r.sha256 || ' ' || o.verdict || ' ' || coalesce(o.form, '-') || ' ' || coalesce(o.fiscal_year, 0)
          || ' ' || coalesce(o.unit, '-') || ' v' || coalesce(v.version, 0) || ' facts ' || coalesce(v.facts, 0) || ' rows ' || o.rows_loaded || '/' || o.rows_in
          || ' sequence ' || o.sequence
        FROM received_file r LEFT JOIN outcome o ON o.received_file_id = r.id LEFT JOIN return_version v ON v.id = o.version_id
        ORDER BY r.receipt_number
        """;

    private const string FindingsSql =
        """
        SELECT r.receipt_number || ' ' || f.kind || ' ' || f.severity || ' ' || coalesce(f.sheet_name, '') || ' ' || coalesce(f.cell, '') || ' ' || f.message
        FROM finding f JOIN outcome o ON o.id = f.outcome_id JOIN received_file r ON r.id = o.received_file_id ORDER BY r.receipt_number, f.position
        """;

    private const string FactsSql =
        """
        SELECT r.receipt_number || ' v' || v.version || ' ' || f.position || ' ' || f.group_code || ' ' || f.item_code || ' ' || f.field_code || ' ' || f.state
          || ' ' || coalesce(cast(f.amount AS TEXT), '') || ' ' || coalesce(f.unit_of_measure, '') || ' ' || coalesce(f.text, '') || ' ' || coalesce(f.cell, '')
        FROM fact f JOIN return_version v ON v.id = f.version_id JOIN received_file r ON r.id = v.received_file_id ORDER BY r.receipt_number, f.position
        """;

    private const string StandingSql =
        """
        SELECT c.form || ' ' || c.fiscal_year || ' ' || c.unit || ' ' || c.group_code || ' ' || c.item_code || ' ' || c.field_code || ' ' || c.unit_of_measure
          || ' ' || c.amount || ' v' || v.version
        FROM consolidated_unit c JOIN return_version v ON v.id = c.version_id
        """;

    private const string ReportsSql =
        """
        SELECT report || ' ' || fiscal_year || ' ' || content_hash FROM report_written w
        WHERE as_of_sequence = (SELECT max(as_of_sequence) FROM report_written x WHERE x.report = w.report AND x.fiscal_year = w.fiscal_year)
        """;

    /// <summary>The books of an installation.</summary>
    public static Books Of(Plant plant) => new(
        plant.Query<string>(DecisionsSql), plant.Query<string>(FindingsSql), plant.Query<string>(FactsSql), Sorted(plant.Query<string>(StandingSql)),
        Sorted(plant.Query<string>(ReportsSql)), plant.Files("replies"), plant.Files("received"));

    /// <summary>Says where two of them first differ.</summary>
    public void ShouldBe(Books calm)
    {
        Same(nameof(Decisions), Decisions, calm.Decisions);
        Same(nameof(Findings), Findings, calm.Findings);
        Same(nameof(Facts), Facts, calm.Facts);
        Same(nameof(Standing), Standing, calm.Standing);
        Same(nameof(Reports), Reports, calm.Reports);
        Same(nameof(Answers), Answers, calm.Answers);
        Same(nameof(Originals), Originals, calm.Originals);
    }

    // The whole of two lists of a hundred thousand lines tells nobody anything.
    private static void Same(string what, IReadOnlyList<string> ours, IReadOnlyList<string> calm)
    {
        for (var line = 0; line < Math.Max(ours.Count, calm.Count); line++)
            ours.ElementAtOrDefault(line).ShouldBe(
                calm.ElementAtOrDefault(line), string.Create(CultureInfo.InvariantCulture, $"{what}, line {line + 1}: the disturbed one, against the undisturbed one"));
    }

    private static List<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
