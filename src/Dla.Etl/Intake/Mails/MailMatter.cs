using Dapper;
using Dla.Etl.Correspondence;
using Dla.Etl.Mail;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake.Mails;

/// <summary>Takes messages apart, as every part of the engine does it: what is ours is known, and whom the mail server vouches for.</summary>
/// <param name="warehouse">Knows what we sent.</param>
/// <param name="settings">Whose mail server is believed, and from which address we send.</param>
internal sealed class MailMatter(Database warehouse, MailSettings settings)
{
    /// <summary>How a message is read; a test lets it break.</summary>
    internal Func<string, string, CancellationToken, Func<string, bool>, ReadMail> Reader { get; init; } =
        (path, folder, cancellation, isOurs) => MailReader.Read(path, folder, new MailLimits(), cancellation, isOurs);

    /// <summary>Reads a message.</summary>
    /// <param name="path">Its bytes.</param>
    /// <param name="folder">An empty folder for what is attached.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    public ReadMail Read(string path, string folder, CancellationToken cancellation) => Reader(path, folder, cancellation, IsOurs);

    /// <summary>Reads the header of a message that is not taken.</summary>
    public ReadMail Header(ReadOnlyMemory<byte> bytes) => new() { Header = MailReader.ReadHeader(bytes, IsOurs) };

    /// <summary>What the believed mail server said of it.</summary>
    public SenderAuthentication Authentication(MailHeader header) => settings.AuthenticationServer.Length == 0
        ? SenderAuthentication.None
        : SenderAuthentication.Of(AuthenticationResults.Of(header, settings.AuthenticationServer));

    /// <summary>True for the address from which we send.</summary>
    public bool IsOurAddress(string? address) => address is not null && address == AddressBook.Written(settings.Smtp.From);

    private bool IsOurs(string messageId)
    {
        using var connection = warehouse.Read();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM outbox WHERE message_id = @messageId", new { messageId }) > 0;
    }
}
