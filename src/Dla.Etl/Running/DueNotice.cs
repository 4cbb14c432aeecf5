using Dla.Etl.Distribution.Letters;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>A mail that is due and not decided on yet: to a post or unit, with as many copies as that has addresses.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Key">What it is for; with the place of the address behind it the occasion in the outbox. No personal data.</param>
/// <param name="To">The post or unit, for people.</param>
/// <param name="Addresses">Those it is still to go to, with their places from 1.</param>
/// <param name="Subject">Subject.</param>
internal sealed record DueNotice(OutgoingKind Kind, string Key, string To, IReadOnlyList<(int Place, string Address)> Addresses, string Subject)
{
    /// <summary>Composes what it says; asked for only when it is decided on.</summary>
    public required Func<Letter> Letter { get; init; }

    /// <summary>Puts what it brings into the archive, before the transaction that decides on it.</summary>
    public Func<IReadOnlyList<OutgoingAttachment>> Attach { get; init; } = () => [];

    /// <summary>What else is written in that transaction, for the id of the mail and the place of the address.</summary>
    public Action<WriteLane, string, int> Also { get; init; } = (_, _, _) => { };

    /// <summary>The occasion of one of its mails.</summary>
    public string Occasion(int place) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Key} {place}");
}
