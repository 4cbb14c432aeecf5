using System.Buffers;
using System.Text;

namespace Dla.Etl.Mail.Mime;

/// <summary>Counts what speaks for UTF-8 and what for windows-874.</summary>
/// <remarks>
/// UTF-8 shows itself by bytes from 80 to A0, which windows-874 hardly uses; bytes above can be both (แบบ is E1 BA BA, in UTF-8 one letter of
/// Vietnamese).
/// </remarks>
internal struct ByteTally
{
    private long sure;
    private long thai;
    private long odd;
    private long other;
    private long broken;
    private long beside;
    private long alone;

    /// <summary>Where it is not UTF-8: bytes above 127 side by side are Thai; in a western language they stand alone between letters.</summary>
    public readonly bool IsThai => beside >= alone;

    /// <summary>A text with four times as many whole sequences as broken ones is UTF-8 that was cut; what could be both is what was claimed.</summary>
    public readonly bool IsUtf8(bool isClaimed, bool isThaiClaimed)
    {
        var whole = sure + thai + odd + other;
        return whole > 0 && whole >= 4 * broken && (sure > 0 || (odd == 0 && (isClaimed || (thai > 0 && !isThaiClaimed))));
    }

    /// <summary>Counts the sequence that begins with a byte above 127.</summary>
    /// <returns>Its length.</returns>
    public int Add(ReadOnlySpan<byte> bytes, int at)
    {
        if ((at + 1 < bytes.Length && bytes[at + 1] >= 0x80) || (at > 0 && bytes[at - 1] >= 0x80))
            beside++;
        else
            alone++;
        if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var used) != OperationStatus.Done)
        {
            broken++;
            return 1;
        }
        if (used == 4 || bytes.Slice(at, used).IndexOfAnyInRange((byte)0x80, (byte)0xA0) >= 0)
            sure++;
        else if (rune.Value is >= 0x0E00 and < 0x0E80)
            thai++;
        else if (bytes[at] is >= 0xE0 and <= 0xE4) // เ แ โ ใ ไ and two consonants
            odd++;
        else
            other++;
        return used;
    }
}
