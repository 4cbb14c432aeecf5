using Dapper;
using Dla.Etl.Mail;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake.Mails;

/// <summary>One look at the mailbox: what lies there, against what is known of it.</summary>
internal sealed class MailRound
{
    private readonly string _place;
    private readonly uint _validity;
    private readonly Database _warehouse;

    /// <param name="place">Who and where.</param>
    /// <param name="validity">UIDVALIDITY now.</param>
    /// <param name="warehouse">Knows what was registered.</param>
    /// <param name="listed">What lies there.</param>
    public MailRound(string place, uint validity, Database warehouse, IReadOnlyList<ListedMail> listed)
    {
        (_place, _validity, _warehouse) = (place, validity, warehouse);
        using var connection = warehouse.Read();
        var known = listed.Select(mail => (mail, Known: KnownMail.At(connection, new MailKey(place, validity, mail.Uid)))).ToList();
        var tried = connection.Query<long>("SELECT uid FROM mail_trouble WHERE mailbox = @place AND uid_validity = @validity", new { place, validity = (long)validity }).ToHashSet();
        // One that was begun before and not registered comes last, so that it holds up no other.
        New = [.. known.Where(pair => pair.Known is null).Select(pair => pair.mail).OrderBy(mail => tried.Contains(mail.Uid)).ThenBy(mail => mail.Uid)];
        // Those that are moved already and not recorded as such (a kill between the two) are asked for again, which changes nothing in the mailbox.
        ToMove = [.. KnownMail.Unmoved(connection, place).Where(mail => mail.Validity == validity).UnionBy(known.Select(pair => pair.Known).OfType<KnownMail>(), mail => mail.Id)];
    }

    /// <summary>Not registered, in the order in which they shall be numbered.</summary>
    public IReadOnlyList<ListedMail> New { get; }

    /// <summary>Registered, and not known to have left the folder.</summary>
    public IReadOnlyList<KnownMail> ToMove { get; }

    /// <summary>Records as moved what was registered under an earlier UIDVALIDITY: everything that lies there now was taken anew or known again, so it lies there no more.</summary>
    public void SettleLost(Action<WriteLane> guard)
    {
        using (var connection = _warehouse.Read())
            if (Lost(KnownMail.Unmoved(connection, _place)).Count == 0)
                return;
        _warehouse.Write(lane =>
        {
            guard(lane);
            foreach (var mail in Lost(KnownMail.Unmoved(lane.Connection, _place, lane.Transaction)))
                KnownMail.RecordMove(lane, mail.Id, "");
        });
    }

    private List<KnownMail> Lost(IEnumerable<KnownMail> unmoved) => [.. unmoved.Where(mail => mail.Validity != _validity)];
}
