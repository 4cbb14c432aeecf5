using System.Text;
using Dla.Etl.MailTests.Corpus;

namespace Dla.Etl.MailTests.Fuzzing;

/// <summary>A correct message of random build, and what was put into it.</summary>
internal sealed class MadeMessage
{
    private const string Letters = "กขคงจชซญณดตถทนบปผพมยรลวสหอะาิีุูเแโใไ่้ abcXYZ09-_";

    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly string lineEnd;
    private int boundaries;

    public MadeMessage(int seed)
    {
        random = new Random(seed);
        lineEnd = random.Next(4) == 0 ? "\n" : "\r\n";
        Subject = Words(random.Next(1, 60));
        Header("From", $"{Word(Words(10))} <Klang@chang.example.go.th>");
        Header("Subject", string.Join(lineEnd + " ", Chunks(Subject).Select(Word)));
        Multipart(random.Next(1, 4));
    }

    public string Subject { get; }

    /// <summary>Names and bytes, in order.</summary>
    public List<(string Name, byte[] Bytes)> Files { get; } = [];

    public byte[] Bytes() => Encoding.UTF8.GetBytes(text.ToString());

    private void Multipart(int depth)
    {
        var boundary = $"=_{++boundaries}_{random.Next()}";
        Header("Content-Type", $"multipart/mixed; boundary=\"{boundary}\"");
        Line("");
        Line(random.Next(2) == 0 ? "" : "preamble");
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            Line("--" + boundary);
            if (depth > 1 && random.Next(2) == 0)
                Multipart(depth - 1);
            else
                File();
        }
        Line("--" + boundary + "--");
        Line(random.Next(2) == 0 ? "" : "epilogue");
    }

    private void File()
    {
        var name = Words(random.Next(1, 90)) + ".csv";
        var bytes = new byte[random.Next(0, 4000)];
        random.NextBytes(bytes);
        if (random.Next(3) == 0)
            bytes = Encoding.UTF8.GetBytes(Words(random.Next(0, 2000)));
        Files.Add((name, bytes));
        Header("Content-Type", random.Next(2) == 0 ? "text/csv" : $"application/octet-stream; name=\"{string.Join(lineEnd + " ", Chunks(name).Select(Word))}\"");
        Header("Content-Disposition", "attachment; " + FileName(name));
        if (random.Next(2) == 0)
        {
            Header("Content-Transfer-Encoding", "base64");
            Line("");
            Line(CorpusMail.Base64(bytes).ReplaceLineEndings(lineEnd));
        }
        else
        {
            Header("Content-Transfer-Encoding", "quoted-printable");
            Line("");
            Line(string.Join("=" + lineEnd, bytes.Chunk(20).Select(chunk => string.Concat(chunk.Select(value => $"={value:X2}")))));
        }
    }

    /// <summary>In one of the ways that programs have.</summary>
    private string FileName(string name) => random.Next(4) switch
    {
        0 => $"filename*=UTF-8''{Escaped(Encoding.UTF8.GetBytes(name))}",
        1 => string.Join(";" + lineEnd + " ", Encoding.UTF8.GetBytes(name).Chunk(25).Select((chunk, number) => $"filename*{number}*={(number == 0 ? "utf-8''" : "")}{Escaped(chunk)}")),
        2 => $"filename=\"{string.Join(lineEnd + " ", Chunks(name).Select(Word))}\"",
        _ => $"filename=\"{name}\"",
    };

    /// <summary>Begins and ends with a letter: blanks at the ends are nobody's.</summary>
    private string Words(int length)
    {
        var words = new StringBuilder("ก");
        for (; length > 0; length--)
            words.Append(words[^1] == ' ' ? 'ข' : Letters[random.Next(Letters.Length)]);
        return words.Append('z').ToString();
    }

    /// <summary>Encoded words are cut anywhere between bytes.</summary>
    private IEnumerable<byte[]> Chunks(string value) => Encoding.UTF8.GetBytes(value).Chunk(random.Next(1, 45));

    private string Word(byte[] bytes) => random.Next(2) == 0
        ? $"=?utf-8?B?{Convert.ToBase64String(bytes)}?="
        : $"=?UTF-8?Q?{string.Concat(bytes.Select(value => $"={value:X2}"))}?=";

    private string Word(string value) => Word(Encoding.UTF8.GetBytes(value));

    private static string Escaped(byte[] bytes) => string.Concat(bytes.Select(value => $"%{value:X2}"));

    private void Header(string name, string value) => Line($"{name}: {value}");

    private void Line(string line) => text.Append(line).Append(lineEnd);
}
