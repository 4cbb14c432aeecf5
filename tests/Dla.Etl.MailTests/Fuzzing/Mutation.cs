using System.Text;

namespace Dla.Etl.MailTests.Fuzzing;

/// <summary>Spoils a message, the same way for the same seed.</summary>
internal static class Mutation
{
    /// <summary>Words that the reader looks for.</summary>
    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "\r\n", "\n", "\r", "\r\n\r\n", "--", "--b", "--b--", "--a", "Content-Type: multipart/mixed; boundary=b\r\n", "Content-Type: message/rfc822\r\n",
            "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "=?utf-8?B?", "=?", "?=", "=", "\"", "\\", ";", "*0*=", "''", "%",
            "filename=", "filename*=utf-8''..%2F..%2F", "<", ">", "(", ")", "\0", "begin 644 ../../x\r\n#0V%T\r\n", "PK\u0003\u0004", "PK\u0005\u0006", "name=\"CON\"",
            "Content-Type: text/html\r\n", "<a href=", "<!--", "<script>", "&#", "Authentication-Results: mx.example.go.th; spf=pass (", "charset=utf-7", "charset=utf-16", "Content-ID: <", " ", "\t",
        }.Select(Encoding.UTF8.GetBytes),
        [0x80], [0xE0, 0xB8], [0xFF, 0xFE],
    ];

    public static byte[] Of(byte[] message, IReadOnlyList<byte[]> others, Random random)
    {
        var bytes = new List<byte>(message);
        for (var count = random.Next(1, 12); count > 0; count--)
            Once(bytes, others[random.Next(others.Count)], random);
        return [.. bytes];
    }

    private static void Once(List<byte> bytes, byte[] other, Random random)
    {
        int at = random.Next(bytes.Count + 1), length = Math.Min(random.Next(1, 200), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                var from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(2000))]);
                break;
            case 5:
                ShuffleHeader(bytes, random);
                break;
            default:
                bytes.InsertRange(at, Words[random.Next(Words.Length)]);
                break;
        }
    }

    private static void ShuffleHeader(List<byte> bytes, Random random)
    {
        var lines = Encoding.Latin1.GetString([.. bytes]).Split('\n');
        random.Shuffle(lines.AsSpan(0, Math.Min(lines.Length, random.Next(2, 30))));
        bytes.Clear();
        bytes.AddRange(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }
}
