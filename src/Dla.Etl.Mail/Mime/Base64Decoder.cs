using System.Buffers;
using System.Buffers.Text;

namespace Dla.Etl.Mail.Mime;

/// <summary>Base64 (RFC 2045, 6.8): what is not of its alphabet is passed over; missing padding is no loss; a footer that a list adds after the padding is not decoded.</summary>
/// <param name="sink">Where the bytes go.</param>
/// <param name="room">Letters that are decoded at a time; a multiple of four.</param>
internal sealed class Base64Decoder(ContentSink sink, int room = 16_384) : TransferDecoder(sink)
{
    private static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    private readonly byte[] letters = new byte[room];
    private readonly byte[] bytes = new byte[room / 4 * 3];
    private int held;
    private bool padded;
    private bool ended;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> text)
    {
        if (padded && !ended && text.TrimEnd(" \t\r\n"u8).IndexOfAnyExcept(Letters) >= 0)
            LostBytes = ended = true;
        if (ended)
            return;
        // What is without blemish goes through whole; its end is left away.
        var line = text.TrimEnd("\r\n"u8);
        while (held == 0 && line.Length >= 4)
        {
            var stretch = line[..(Math.Min(line.Length, letters.Length) & ~3)];
            if (Base64.DecodeFromUtf8(stretch, bytes, out _, out var written) != OperationStatus.Done)
                break;
            padded = stretch[^1] == '=';
            Sink.Write(bytes.AsSpan(0, written));
            line = line[stretch.Length..];
        }
        foreach (var letter in line)
            Add(letter);
    }

    /// <inheritdoc/>
    public override void Finish() => Flush();

    private void Add(byte letter)
    {
        if (letter == '=')
        {
            // The end of one piece; some senders string several together.
            padded |= held > 0;
            Flush();
        }
        else if (Value(letter))
        {
            letters[held++] = letter;
            if (held == letters.Length)
                Flush();
        }
        else
            LostBytes |= letter is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
    }

    private static bool Value(byte letter) => char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'+' or (byte)'/';

    private void Flush()
    {
        // One letter over holds six bits and so no byte: one was lost.
        LostBytes |= held % 4 == 1;
        held -= held % 4 == 1 ? 1 : 0;
        if (held == 0)
            return;
        while (held % 4 != 0)
            letters[held++] = (byte)'=';
        // Bits beyond the last byte are to be nought; the framework refuses others, we pass over them.
        if (letters[held - 1] == '=')
            letters[held - (letters[held - 2] == '=' ? 3 : 2)] = Trimmed(letters[held - (letters[held - 2] == '=' ? 3 : 2)], letters[held - 2] == '=' ? 4 : 2);
        Base64.DecodeFromUtf8(letters.AsSpan(0, held), bytes, out _, out var written);
        held = 0;
        Sink.Write(bytes.AsSpan(0, written));
    }

    private static byte Trimmed(byte letter, int bits)
    {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;
        var value = alphabet.IndexOf(letter);
        return alphabet[value >> bits << bits];
    }
}
