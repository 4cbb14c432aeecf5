using System.IO.Compression;
using System.Text;
using Dla.Etl.Mail;
using Dla.Etl.Mail.Zip;
using Dla.Etl.MailTests.Corpus;

namespace Dla.Etl.MailTests.Mime;

/// <summary>Both edges of every limit; what is above is left away, noted, and leaves no file behind.</summary>
public sealed class LimitTests : IDisposable
{
    private readonly ReadingFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(4, 3, false)]
    [InlineData(3, 2, true)]
    public void Parts(int limit, int files, bool isNoted) =>
        Check(folder.Read(Files(3), new MailLimits(Parts: limit)), files, isNoted, MailNoteKind.TooManyParts);

    [Theory]
    [InlineData(3, 1, false)]
    [InlineData(2, 0, true)]
    public void Depth(int limit, int files, bool isNoted) =>
        Check(folder.Read(Nested(3), new MailLimits(Depth: limit)), files, isNoted, MailNoteKind.TooDeep);

    [Theory]
    [InlineData(9, 3, false)]
    [InlineData(8, 2, true)]
    public void Bytes(int limit, int files, bool isNoted) =>
        Check(folder.Read(Files(3), new MailLimits(Bytes: limit)), files, isNoted, MailNoteKind.TooLarge);

    [Theory]
    [InlineData(12, 12)]
    [InlineData(9, 6)]
    public void Text(int limit, int kept) =>
        folder.Read("\n" + "word\nword\nab", new MailLimits(TextCharacters: limit)).Text.Length.ShouldBeInRange(kept - 3, limit);

    [Theory]
    [InlineData(2, 2, false)]
    [InlineData(1, 1, true)]
    public void Files_in_zips(int limit, int files, bool isNoted) =>
        Check(Zip(Zips.Of(("a", "a"u8.ToArray()), ("b", "b"u8.ToArray())), new MailLimits(ZipEntries: limit)), files, isNoted, MailNoteKind.ZipTooManyEntries);

    [Fact]
    public void A_zip_of_folders_alone_ends_as_well()
    {
        var zip = Zips.Of([.. Enumerable.Range(0, 50).Select(number => ($"{number}/", Array.Empty<byte>()))]);

        Zip(zip, new MailLimits(ZipEntries: 5)).Notes.ShouldNotContain(note => note.Kind == MailNoteKind.ZipTooManyEntries);
        Zip(zip, new MailLimits(ZipEntries: 4)).Notes.ShouldContain(note => note.Kind == MailNoteKind.ZipTooManyEntries);
    }

    [Theory]
    [InlineData(0x1000000, 1, false, "a small zip may always unpack to 16 MiB")]
    [InlineData(0x1000001, 0, true, "one byte more, and its ratio is asked for")]
    public void What_a_zip_unpacks_to(int size, int unpacked, bool isNoted, string why)
    {
        var zip = new Zips().Add("a.csv"u8.ToArray(), new byte[size], packed: Deflated(new byte[size]), declaredSize: 10).Bytes();

        var mail = Zip(zip, new MailLimits());

        mail.Attachments.Count(one => one.Path.EndsWith("a.csv", StringComparison.Ordinal)).ShouldBe(unpacked, why);
        mail.Notes.Any(note => note.Kind == MailNoteKind.ZipTooLarge).ShouldBe(isNoted, why);
        mail.Attachments.ShouldHaveSingleItem("what could not be unpacked is itself an attachment");
    }

    [Fact]
    public void The_limit_of_all_bytes_holds_within_a_zip_too()
    {
        var zip = new Zips().Add("a.csv"u8.ToArray(), new byte[5_000_000], packed: Deflated(new byte[5_000_000])).Bytes();

        var mail = Zip(zip, new MailLimits(Bytes: 4_000_000));

        mail.Notes.ShouldContain(note => note.Kind == MailNoteKind.ZipTooLarge);
        mail.Attachments.ShouldHaveSingleItem().Size.ShouldBe(zip.Length);
    }

    [Fact]
    public void Entries_that_share_their_bytes_are_counted_each_time()
    {
        // The zip of David Fifield: many names for one kernel. What comes out counts, not what the file holds.
        var zeros = new byte[1_000_000];
        var kernel = Deflated(zeros);
        var sum = Crc32.Of(zeros);
        var zips = new Zips();
        for (var number = 0; number < 300; number++)
            zips.Add(Encoding.ASCII.GetBytes($"{number}.csv"), zeros, packed: kernel, crc: sum);

        var mail = Zip(zips.Bytes(), new MailLimits(Bytes: 5_000_000));

        mail.Attachments.Sum(one => one.Size).ShouldBeInRange(1, 5_000_000);
        mail.Notes.ShouldContain(note => note.Kind == MailNoteKind.ZipTooLarge);
    }

    [Theory]
    [InlineData(0, "claims no bytes")]
    [InlineData(uint.MaxValue, "claims four gigabytes")]
    public void What_a_zip_says_of_a_size_is_not_believed(uint declared, string why)
    {
        var mail = Zip(new Zips().Add("a.csv"u8.ToArray(), Content.Csv, packed: Deflated(Content.Csv), declaredSize: declared).Bytes(), new MailLimits());

        mail.Attachments.ShouldHaveSingleItem(why).Size.ShouldBe(Content.Csv.Length);
        mail.Notes.ShouldBeEmpty(why);
    }

    [Theory]
    [InlineData(9, "Deflate64")]
    [InlineData(14, "LZMA")]
    public void A_packing_that_we_do_not_know_is_noted(int method, string why) =>
        Zip(new Zips().Add("a.csv"u8.ToArray(), Content.Csv, method: method).Bytes(), new MailLimits()).Notes.ShouldContain(note => note.Kind == MailNoteKind.ZipBroken, why);

    [Fact]
    public void A_program_before_the_zip_shifts_it() =>
        Zip([.. "PK\u0003\u0004 and whatever else"u8, .. Zips.Of(("a.csv", Content.Csv))], new MailLimits()).Attachments.ShouldHaveSingleItem().Path.ShouldBe("x.zip/a.csv");

    private ReadMail Zip(byte[] zip, MailLimits limits) =>
        folder.Read($"Content-Type: application/zip; name=x.zip\nContent-Transfer-Encoding: base64\n\n{CorpusMail.Base64(zip)}", limits);

    private void Check(ReadMail mail, int files, bool isNoted, MailNoteKind kind)
    {
        mail.Attachments.Count.ShouldBe(files);
        mail.Notes.Any(note => note.Kind == kind).ShouldBe(isNoted);
        mail.Notes.ShouldNotContain(note => note.Kind == MailNoteKind.NothingAttached);
        Directory.GetFiles(folder.Root, "*.part", SearchOption.AllDirectories).Length.ShouldBe(files == 0 ? 0 : mail.Attachments.Count);
    }

    private static string Files(int count) =>
        "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Range(0, count).Select(number => $"--b\nContent-Type: text/csv; name={number}\n\nabc\n")) + "--b--\n";

    private static string Nested(int depth) => depth == 0
        ? "Content-Type: text/csv; name=a\n\nabc\n"
        : $"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n{Nested(depth - 1)}--b{depth}--\n";

    private static byte[] Deflated(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var stream = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write(bytes);
        return packed.ToArray();
    }
}
