using System.Globalization;
using Dla.Etl.Correspondence;
using Dla.Etl.Distribution.Reminders;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>Where a mail goes that is to be sent once more: a report or reminder belongs to a post or unit, whose address may have been mended since.</summary>
public static class NewAddress
{
    /// <summary>Finds it: the one that is given, else for a mail to a post or unit the address that the book has now in its place, else the old one.</summary>
    /// <param name="lane">The writer's lane.</param>
    /// <param name="number">Number of the mail.</param>
    /// <param name="given">An address of the operator's own; null for none.</param>
    /// <param name="book">The address book as it is now.</param>
    /// <returns>The address, lower case as the book has it, or in Thai why there is none.</returns>
    public static Parsed<string> Of(WriteLane lane, long number, string? given, AddressBook book)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(book);
        var text = number.ToString("000000", CultureInfo.InvariantCulture);
        if (lane.Row<Addressed>("SELECT kind AS Kind, occasion AS Occasion, recipient AS Recipient FROM outbox WHERE number = @number", new { number }) is not { } mail)
            return Parsed<string>.Failed($"ไม่มีอีเมลส่งออกเลขที่ {text}");
        if (given is not null)
            return AddressBook.Written(given) is var own && Outbox.IsAddress(own) ? Parsed<string>.Ok(own) : Parsed<string>.Failed("--to ต้องเป็นที่อยู่อีเมลหนึ่งที่อยู่ เช่น clerk@example.go.th");
        if (InBook(mail, book) is not { } place)
            return Outbox.IsAddress(mail.Recipient)
                ? Parsed<string>.Ok(mail.Recipient)
                : Parsed<string>.Failed($"ที่อยู่ผู้รับของอีเมลส่งออกเลขที่ {text} ถูกลบออกแล้ว กรุณาระบุ --to");
        return place.Addresses.ElementAtOrDefault(place.Place - 1) is { } now
            ? Parsed<string>.Ok(now)
            : Parsed<string>.Failed(string.Create(CultureInfo.InvariantCulture, $"สมุดที่อยู่ไม่มีที่อยู่ลำดับที่ {place.Place} ของ {place.Whose} แล้ว กรุณาระบุ --to หรือสั่ง --cancel"));
    }

    // The occasion of a notice ends with the role or the unit and the place of the address there (DueNotice).
    private static (string Whose, IReadOnlyList<string> Addresses, int Place)? InBook(Addressed mail, AddressBook book)
    {
        if (StoredName.Parse<OutgoingKind>(mail.Kind) is OutgoingKind.Answer or OutgoingKind.Notice
            || mail.Occasion.Split(' ') is not [.., var rung, var whose, var last] || !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            return null;
        var isUnit = StoredName.Parse<OutgoingKind>(mail.Kind) is OutgoingKind.Reminder or OutgoingKind.Overdue && rung != StoredName.Of(Rung.Post);
        return (whose, isUnit ? book.AddressesOf(whose) : book.PostOf(whose)?.Addresses ?? [], place);
    }

    private sealed record Addressed
    {
        public string Kind { get; init; } = "";

        public string Occasion { get; init; } = "";

        public string Recipient { get; init; } = "";
    }
}
