using Dapper;
using Dla.Etl.Correspondence;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Recognition;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake.Mails;

/// <summary>Whether who sent a file by mail may send for the unit that it was recognised for.</summary>
internal static class MailPermission
{
    /// <summary>Why nothing of a file may be loaded.</summary>
    /// <param name="warehouse">Knows the sender, and what an operator allowed.</param>
    /// <param name="file">The file.</param>
    /// <param name="examined">For which unit it was recognised, and whether it would be loaded.</param>
    /// <param name="book">Who may send for whom now; asked for files of mail only.</param>
    /// <returns>Null for a file that did not come by mail, that is recognised for no unit, or whose sender may send for it.</returns>
    public static Finding? Refusal(Database warehouse, ReceivedFile file, Examined examined, Func<AddressBook> book)
    {
        if (file.MailId is null || examined.Form is not { Unit: var unit } form)
            return null;
        using var connection = warehouse.Read();
        var sender = connection.ExecuteScalar<string?>("SELECT sender FROM received_mail WHERE id = @MailId", new { file.MailId });
        var released = connection.Query<string>("SELECT units FROM mail_release WHERE mail_id = @MailId", new { file.MailId })
            .SelectMany(units => units.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var may = new SenderUnits(released.Concat(sender is null ? [] : book().UnitsOf(sender)));
        return may.Cover(unit.ToString()) || (IsUntold(form, examined) && may.CoverAuthorityOf(unit.ToString()))
            ? null
            : new Finding(MailFindings.UnitNotPermitted) { Found = UnitNames.Of(connection, unit, form.Period.LastDay).Called, Expected = may.Words };
    }

    // Which authority it is cannot be told from a file with a mistake in its name, so it counts as its province's: the answer says what to mend, and loads nothing.
    private static bool IsUntold(RecognisedForm form, Examined examined) =>
        form is { Form.FiledBy: FilingUnit.Authority, Unit.Authority: null } && examined.Verdict == Verdict.Rejected;
}
