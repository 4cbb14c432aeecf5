using Dla.Etl.Measures.Disbursement.Grants;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The six columns that every sheet of general grants has: received, disbursed, percentage, remaining, target, gap.</summary>
internal static class GrantCells
{
    /// <summary>Their names, in order.</summary>
    public static readonly MeasuredColumn[] Columns = ["received", "disbursed", "percent", "remaining", "target", "gap"];

    /// <summary>Their contents for one line.</summary>
    /// <param name="accounts">Target and origins.</param>
    /// <param name="sum">The money; null when nobody stated any.</param>
    /// <param name="place">Whose it is.</param>
    /// <param name="because">Why there is none, in Thai.</param>
    public static CellContent[] Of(GrantAccounts accounts, GrantSum? sum, GrantPlace place, string because)
    {
        if (sum is not { } known)
            return [.. Columns.Select(_ => CellContent.Missing.From(new NoFigure(because, null)))];
        var origins = accounts.Origins;
        return
        [
            Cells.Baht(known.Received).From(origins.Money("received", place)),
            Cells.Baht(known.Disbursed).From(origins.Money("disbursed", place)),
            Cells.Percent(known.Percent).From(origins.Percent(place)),
            Cells.Baht(known.Remaining).From(origins.Remaining(place)),
            Cells.Percent(accounts.Target.Percent).From(origins.Target),
            (accounts.Target.Percent.IsKnown ? Cells.Percent(known.Gap(accounts.Target.Percent)) : CellContent.Missing).From(origins.Gap(place)),
        ];
    }
}
