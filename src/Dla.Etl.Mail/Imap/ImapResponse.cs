namespace Dla.Etl.Mail.Imap;

/// <summary>One response of the server.</summary>
/// <param name="Tag"><c>*</c>, <c>+</c>, or the tag of the command that it ends.</param>
/// <param name="Name">In capitals: OK, NO, FETCH, EXISTS …; empty for a continuation.</param>
internal sealed record ImapResponse(string Tag, string Name)
{
    /// <summary>The number before the name, as in <c>* 12 EXISTS</c>.</summary>
    public long? Number { get; init; }

    /// <summary>The code in brackets of OK, NO, BAD and BYE, in capitals; empty for none (RFC 3501, 7.1).</summary>
    public string Code { get; init; } = "";

    /// <summary>What stands behind the code in its brackets.</summary>
    public string CodeValue { get; init; } = "";

    /// <summary>Words for people.</summary>
    public string Text { get; init; } = "";

    /// <summary>The values of all other responses.</summary>
    public IReadOnlyList<ImapValue> Values { get; init; } = [];

    /// <summary>Says how it went, and nothing else.</summary>
    public bool IsStatus => Name is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH";

    /// <summary>True for the end of a command that did what it should.</summary>
    public bool IsOk => Name == "OK";

    /// <summary>The server asks for more of the command.</summary>
    public bool IsContinuation => Tag == "+";

    /// <summary>What FETCH says of a message; null for every other response.</summary>
    public ImapList? Fetched => Tag == "*" && Name == "FETCH" && Number is not null && Values is [ImapList list] ? list : null;
}
