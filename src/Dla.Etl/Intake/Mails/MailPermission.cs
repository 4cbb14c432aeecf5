using Dapper;
using Dla.Etl.Correspondence;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake.Mails;

/// <summary>Whether who sent a file by mail may send for the unit that it was recognised for.</summary>
internal static class MailPermission
{
    /// <summary>Why nothing of a file may be loaded.</summary>
    /// <param name="warehouse">Knows the sender, and what an operator allowed.</param>
    /// <param name="file">The file.</param>
    /// <param name="unit">The unit that it was recognised for; null when it was not.</param>
    /// <param name="book">Who may send for whom now; asked for files of mail only.</param>
    /// <returns>Null for a file that did not come by mail, that is recognised for no unit, or whose sender may send for it.</returns>
    public static Finding? Refusal(Database warehouse, ReceivedFile file, UnitCode? unit, Func<AddressBook> book)
    {
        if (file.MailId is null || unit is null)
            return null;
        using var connection = warehouse.Read();
        var sender = connection.ExecuteScalar<string?>("SELECT sender FROM received_mail WHERE id = @MailId", new { file.MailId });
        var released = connection.Query<string>("SELECT units FROM mail_release WHERE mail_id = @MailId", new { file.MailId })
            .SelectMany(units => units.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var may = new SenderUnits(released.Concat(sender is null ? [] : book().UnitsOf(sender)));
        return may.Cover(unit.Value.ToString())
            ? null
            : new Finding(MailFindings.UnitNotPermitted) { Found = SenderUnits.Name(unit.Value.ToString()), Expected = may.Words };
    }
}
