using System.Text;
using Dla.Etl.Mail;
using Dla.Etl.MailTests.Mime;

namespace Dla.Etl.MailTests.Corpus;

/// <summary>The messages of <c>testdata/mail</c>: written from this folder, read by the reader, compared with <c>corpus.tsv</c>.</summary>
public sealed class CorpusTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Content.Root, "testdata/mail");

    private readonly ReadingFolder folder = new();

    internal static IReadOnlyList<CorpusMail> All { get; } = [.. Programs.All, .. Names.All, .. Structures.All, .. Packed.All, .. Letters.All];

    public static TheoryData<string> Files() => [.. File.ReadAllLines(Path.Combine(Folder, "corpus.tsv")).Skip(1)];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_folder_holds_what_is_written_down_here()
    {
        var readme = new StringBuilder("""
            # Messages

            Every message here is synthetic: people, offices and addresses are made up. They are written by `tests/Dla.Etl.MailTests/Corpus`:

                DLA_WRITE_MAIL_CORPUS=1 dotnet test tests/Dla.Etl.MailTests --filter CorpusTests

            `corpus.tsv` says what must come out of each (columns: file, From, Subject, kind of automatic mail, a piece of the text,
            attachments as path, bytes, SHA-256 and `inline`, links, notes as kind and place); it is written down with the message and not taken from the reader.

            | file | what it is for |
            | --- | --- |

            """.ReplaceLineEndings("\n"));
        var table = new StringBuilder("file\tfrom\tsubject\tautomatic\tsays\tattachments\tlinks\tnotes\n");
        foreach (var mail in All)
        {
            readme.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{mail.File}.eml` | {mail.For} |\n");
            table.Append(mail.Line()).Append('\n');
            Same(mail.File + ".eml", mail.Bytes());
        }
        Same("README.md", Encoding.UTF8.GetBytes(readme.ToString()));
        Same("corpus.tsv", Encoding.UTF8.GetBytes(table.ToString()));
        Directory.GetFiles(Folder, "*.eml").Length.ShouldBe(All.Count);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_in_a_message(string line)
    {
        var columns = line.Split('\t');
        var mail = folder.Read(File.ReadAllBytes(Path.Combine(Folder, columns[0])));

        (mail.Header.From ?? "").ShouldBe(columns[1]);
        mail.Header.Subject.ShouldBe(columns[2]);
        (mail.Header.Automatic?.ToString() ?? "").ShouldBe(columns[3]);
        mail.Text.ShouldContain(columns[4]);
        mail.Attachments.Select(Described).ShouldBe(Split(columns[5]));
        mail.Links.ShouldBe(Split(columns[6]));
        mail.Notes.Select(note => $"{note.Kind}:{note.Where}").ShouldBe(Split(columns[7]));
        mail.Attachments.ShouldAllBe(one => one.Path.Replace(" (2)", "", StringComparison.Ordinal).EndsWith(one.Name, StringComparison.Ordinal));
    }

    private static string Described(MailAttachment one) => new Expected(one.Path, File.ReadAllBytes(one.File), one.IsInline).ToString();

    private static string[] Split(string column) => column.Split(" | ", StringSplitOptions.RemoveEmptyEntries);

    private static void Same(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("DLA_WRITE_MAIL_CORPUS") == "1")
            File.WriteAllBytes(path, bytes);
        File.Exists(path).ShouldBeTrue(name);
        File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes).ShouldBeTrue($"{name} is not what tests/Dla.Etl.MailTests/Corpus writes; write it anew and look at the difference.");
    }
}
