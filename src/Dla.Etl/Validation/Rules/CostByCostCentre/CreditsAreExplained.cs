using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Rules.CostByCostCentre;

/// <summary>A negative cost is a credit, which bookkeeping has; without a note it is as likely a wrong sign.</summary>
internal sealed class CreditsAreExplained : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope) =>
        from row in CostRow.Of(scope)
        where row.Amount is { HasAmount: true, Amount: < 0 }
        let note = row.Text("note")
        select new Finding(note.Length == 0 ? CostFindings.CreditWithoutNote : CostFindings.Credit, row.Amount.Place)
        {
            Subject = row.Subject,
            Found = new Values.Baht(row.Amount.Amount).ToString(),
            Reason = note,
        };
}
