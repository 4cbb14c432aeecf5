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
    private readonly HashSet<long> _listed;
    private readonly IReadOnlyList<MailKey> _tried;

    /// <param name="place">Who and where.</param>
    /// <param name="validity">UIDVALIDITY now.</param>
    /// <param name="warehouse">Knows what was registered.</param>
    /// <param name="listed">What lies there.</param>
    public MailRound(string place, uint validity, Database warehouse, IReadOnlyList<ListedMail> listed)
    {
        (_place, _validity, _warehouse, _listed) = (place, validity, warehouse, [.. listed.Select(mail => (long)mail.Uid)]);
        using var connection = warehouse.Read();
        var known = listed.Select(mail => (mail, Known: KnownMail.At(connection, new MailKey(place, validity, mail.Uid)))).ToList();
        var troubles = connection.Query<(long Validity, long Uid, long Failed)>(
            "SELECT uid_validity, uid, CASE WHEN attempts > 0 OR takes <> 1 THEN 1 ELSE 0 END FROM mail_trouble WHERE mailbox = @place", new { place }).AsList();
        _tried = [.. troubles.Select(trouble => new MailKey(place, trouble.Validity, trouble.Uid))];
        var failed = troubles.Where(trouble => trouble.Validity == validity && trouble.Failed == 1).Select(trouble => trouble.Uid).ToHashSet();
        // One that failed before comes last, so that it holds up no other; one that was merely begun when the process was killed keeps its place.
        New = [.. known.Where(pair => pair.Known is null).Select(pair => pair.mail).OrderBy(mail => failed.Contains(mail.Uid)).ThenBy(mail => mail.Uid)];
        // Those that are moved already and not recorded as such (a kill between the two) are asked for again, which changes nothing in the mailbox.
        ToMove = [.. KnownMail.Unmoved(connection, place).Where(mail => mail.Validity == validity).UnionBy(known.Select(pair => pair.Known).OfType<KnownMail>(), mail => mail.Id)];
    }

    /// <summary>Not registered, in the order in which they shall be numbered.</summary>
    public IReadOnlyList<ListedMail> New { get; }

    /// <summary>Registered, and not known to have left the folder.</summary>
    public IReadOnlyList<KnownMail> ToMove { get; }

    /// <summary>
    /// Records as moved what was registered under an earlier UIDVALIDITY: everything that lies there now was taken anew or known again, so it lies there no more.
    /// What was tried and is gone is forgotten.
    /// </summary>
    public void SettleLost(Action<WriteLane> guard)
    {
        MailKey[] gone = [.. _tried.Where(key => key.Validity != _validity || !_listed.Contains(key.Uid))];
        using (var connection = _warehouse.Read())
            if (gone.Length == 0 && Lost(KnownMail.Unmoved(connection, _place)).Count == 0)
                return;
        _warehouse.Write(lane =>
        {
            guard(lane);
            foreach (var mail in Lost(KnownMail.Unmoved(lane.Connection, _place, lane.Transaction)))
                KnownMail.RecordMove(lane, mail.Id, "");
            foreach (var key in gone)
                MailTroubles.Over(lane, key);
        });
    }

    private List<KnownMail> Lost(IEnumerable<KnownMail> unmoved) => [.. unmoved.Where(mail => mail.Validity != _validity)];
}
