using System.Globalization;
using System.Net.Mail;
using System.Text;
using Dla.Etl.Intake;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>Mails as files, where there is no relay: Outlook opens one as a draft that is ready to be sent.</summary>
/// <param name="folder">The outbox folder.</param>
public sealed class EmlFile(string folder)
{
    // The client writes who the envelope is for into such a file, for a server that would pick it up, and its own idea of the date.
    private static readonly string[] NotOurs = ["X-Sender:", "X-Receiver:", "Date:"];

    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    /// <summary>Writes one mail, whole or not at all. Writing it again writes over it.</summary>
    /// <returns>Its name in the folder.</returns>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">Not allowed.</exception>
    public string Write(OutboxMail mail, ComposedMail composed)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(composed);
        Directory.CreateDirectory(folder);
        var name = FileNames.OnDisk($"{mail.NumberText}-", mail.Recipient, ".eml");
        var bytes = Ours(Composed(composed), mail.DecidedAt);
        DurableFiles.Write(Path.Combine(folder, name), Path.Combine(folder, $"{FileNames.OwnPrefix}{mail.Id}.part"), file => file.Write(bytes));
        return name;
    }

    /// <summary>A date as mail has it, by the clock of Bangkok.</summary>
    public static string Date(DateTimeOffset instant) =>
        instant.ToOffset(Bangkok).ToString("ddd, dd MMM yyyy HH':'mm':'ss '+0700'", CultureInfo.InvariantCulture);

    private static byte[] Composed(ComposedMail composed)
    {
        var scratch = Directory.CreateTempSubdirectory("dla-etl-mail-");
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = scratch.FullName };
            client.Send(composed.Message);
            return File.ReadAllBytes(scratch.GetFiles().Single().FullName);
        }
        catch (SmtpException wrapped) when (wrapped.InnerException is { } disk && DiskTrouble.Is(disk))
        {
            throw new IOException(disk.Message, disk);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static byte[] Ours(byte[] mail, DateTimeOffset decidedAt)
    {
        var end = mail.AsSpan().IndexOf("\r\n\r\n"u8);
        var header = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"Date: {Date(decidedAt)}\r\nX-Unsent: 1\r\n"));
        var skipping = false;
        foreach (var line in Encoding.ASCII.GetString(mail, 0, end).Split("\r\n"))
        {
            skipping = line[0] is ' ' or '\t' ? skipping : NotOurs.Any(name => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));
            if (!skipping)
                header.Append(line).Append("\r\n");
        }

        return [.. Encoding.ASCII.GetBytes(header.ToString()), .. mail.AsSpan(end + 2)];
    }
}
