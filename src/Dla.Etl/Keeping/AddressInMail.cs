using System.Buffers.Text;
using System.Text;
using Dla.Etl.Intake;
using Dla.Etl.Mail;

namespace Dla.Etl.Keeping;

/// <summary>Looks for an address in a message as it came: in its bytes, with the encodings of mail undone, and in everything attached.</summary>
internal sealed class AddressInMail(AddressInFiles inFiles, Archive archive)
{
    /// <summary>True when the message holds the address.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public bool Holds(string path, CancellationToken cancellation)
    {
        var bytes = File.ReadAllBytes(path);
        if (inFiles.Holds(bytes) || inFiles.Holds(WithoutQuotedPrintable(bytes)) || Base64Blocks(bytes).Any(inFiles.Holds))
            return true;
        // What is packed, and what a header says in encoded words.
        using var scratch = archive.NewScratch();
        var mail = MailReader.Read(path, scratch.Path, new MailLimits(), cancellation);
        var words = $"{mail.Header.From}\n{mail.Header.ReplyTo}\n{mail.Header.Subject}\n{mail.Text}\n{string.Join('\n', mail.Attachments.Select(part => part.Path))}";
        return inFiles.Holds(Encoding.UTF8.GetBytes(words)) || mail.Attachments.Any(part => inFiles.Holds(part.File));
    }

    // RFC 2045, 6.7: the ends of lines that are not the writer's, and letters by their number.
    private static byte[] WithoutQuotedPrintable(byte[] bytes)
    {
        var plain = new byte[bytes.Length];
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var rest = bytes.AsSpan(at);
            if (rest[0] != '=')
                plain[length++] = rest[0];
            else if (rest.StartsWith("=\r\n"u8))
                at += 2;
            else if (rest.StartsWith("=\n"u8))
                at++;
            else if (rest.Length > 2 && Utf8Parser.TryParse(rest[1..3], out byte letter, out var used, 'X') && used == 2)
            {
                plain[length++] = letter;
                at += 2;
            }
            else
                plain[length++] = rest[0];
        }

        return plain[..length];
    }

    // Lines of base64 that follow each other are one block; what is none decodes to nothing.
    private static IEnumerable<byte[]> Base64Blocks(byte[] bytes)
    {
        var block = new StringBuilder();
        foreach (var line in Encoding.Latin1.GetString(bytes).Split('\n').Append(""))
        {
            var text = line.TrimEnd('\r');
            if (text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/' or '='))
            {
                block.Append(text);
                continue;
            }

            if (block.Length > 0 && Decoded(block.ToString()) is { } decoded)
                yield return decoded;
            block.Clear();
        }
    }

    private static byte[]? Decoded(string text)
    {
        var whole = text.TrimEnd('=');
        whole = whole[..(whole.Length / 4 * 4)];
        var decoded = new byte[whole.Length / 4 * 3];
        return whole.Length > 0 && Convert.TryFromBase64String(whole, decoded, out var length) ? decoded[..length] : null;
    }
}
