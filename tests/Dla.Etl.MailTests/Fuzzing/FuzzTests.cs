using System.Text;
using Dla.Etl.Mail;
using Dla.Etl.MailTests.Corpus;
using Dla.Etl.MailTests.Mime;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.MailTests.Fuzzing;

/// <summary>Correct messages come out as they went in; of others nothing but that they do no harm. Seeds are fixed; <c>DLA_TEST_LONG=1</c> takes more.</summary>
public sealed class FuzzTests : IDisposable
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("DLA_TEST_LONG") == "1";

    private readonly ReadingFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_put_into_a_message_comes_out_of_it() =>
        Prop.ForAll((int seed) =>
        {
            var made = new MadeMessage(seed);
            using var own = new ReadingFolder();
            var mail = own.Read(made.Bytes(), new MailLimits());
            mail.Header.Subject.ShouldBe(made.Subject);
            mail.Attachments.Select(one => one.Name).ShouldBe(made.Files.Select(file => file.Name));
            mail.Attachments.Select(one => Convert.ToHexString(System.IO.File.ReadAllBytes(one.File))).ShouldBe(made.Files.Select(file => Convert.ToHexString(file.Bytes)));
            mail.Notes.ShouldBeEmpty();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(IsLong ? 2000 : 100).WithReplay(new Replay(new Rnd(4, 1), null)));

    [Fact]
    public void A_spoilt_message_does_no_harm()
    {
        var corpus = CorpusTests.All.Select(mail => mail.Bytes()).Where(bytes => bytes.Length < 40_000).ToArray();
        for (var seed = 0; seed < (IsLong ? 20_000 : 2000); seed++)
        {
            var random = new Random(seed);
            Harmless(Mutation.Of(corpus[random.Next(corpus.Length)], corpus, random), $"mutation {seed}", random);
        }
    }

    [Fact]
    public void A_spoilt_zip_does_no_harm()
    {
        byte[][] zips = [Zips.Of(("a.csv", Content.Csv), ("b.zip", Zips.Of(("c.csv", Content.Csv)))), Content.Workbook, new Zips().Add("a"u8.ToArray(), [], flags: 1, extra: Zips.UnicodePath("a"u8.ToArray(), "ก")).Bytes()];
        for (var seed = 0; seed < (IsLong ? 10_000 : 600); seed++)
        {
            var random = new Random(seed);
            var zip = Mutation.Of(zips[random.Next(zips.Length)], zips, random);
            Harmless(Encoding.ASCII.GetBytes($"Content-Type: application/zip; name=x.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n{CorpusMail.Base64(zip)}"), $"zip {seed}", random);
        }
    }

    [Fact]
    public void Bytes_of_no_meaning_do_no_harm()
    {
        for (var seed = 0; seed < (IsLong ? 5000 : 200); seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(20_000)];
            random.NextBytes(bytes);
            Harmless(bytes, $"random {seed}", random);
        }
    }

    /// <summary>Ends in time, throws nothing, writes only where it may, names nothing that could be a place, and stays within its limits.</summary>
    private void Harmless(byte[] message, string seed, Random random)
    {
        var limits = new MailLimits(random.Next(30), random.Next(6), random.Next(50_000), random.Next(5000), random.Next(3), random.Next(20), random.Next(100));
        var before = Directory.GetFileSystemEntries(folder.Root);
        ReadMail mail;
        try
        {
            mail = folder.Read(message, limits, TimeSpan.FromSeconds(30));
        }
        catch (Exception inner)
        {
            throw new InvalidOperationException($"{seed}: {inner.Message}", inner);
        }
        _ = AuthenticationResults.Of(mail.Header, "mx.example.go.th");
        var made = Directory.GetFileSystemEntries(folder.Root).Except(before).ToArray();
        made.Length.ShouldBe(2, seed); // the message and the folder of its attachments
        var parts = made.Single(Directory.Exists);
        var files = Directory.GetFileSystemEntries(parts, "*", SearchOption.AllDirectories);
        files.ShouldBe(mail.Attachments.Select(one => one.File), ignoreOrder: true, seed);
        files.All(file => IsOurs(Path.GetFileName(file))).ShouldBeTrue(seed);
        files.Sum(file => new FileInfo(file).Length).ShouldBeLessThanOrEqualTo(limits.Bytes, seed);
        mail.Attachments.Count.ShouldBeLessThanOrEqualTo(limits.Parts + limits.ZipEntries, seed);
        mail.Text.Length.ShouldBeLessThanOrEqualTo(limits.TextCharacters, seed);
        mail.Attachments.All(one => one.Size == new FileInfo(one.File).Length && IsName(one.Name) && one.Path.Split('/').All(IsName)).ShouldBeTrue(seed);
        foreach (var shown in (string?[])[mail.Header.Subject, mail.Header.From, mail.Header.ReplyTo, mail.Header.MessageId, .. mail.Header.References])
            (shown ?? "").Any(char.IsControl).ShouldBeFalse(seed);
        mail.Text.Any(letter => char.IsControl(letter) && letter != '\n').ShouldBeFalse(seed);
        foreach (var entry in made)
            Remove(entry);
    }

    /// <summary>Also none that Windows reserves for a device, whatever a sender calls his.</summary>
    private static bool IsOurs(string name) => name.Length == 9 && name.EndsWith(".part", StringComparison.Ordinal) && name.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name is not ("." or "..") && !name.Any(letter => char.IsControl(letter) || letter is '/' or '\\');

    private static void Remove(string entry)
    {
        if (Directory.Exists(entry))
            Directory.Delete(entry, recursive: true);
        else
            File.Delete(entry);
    }
}
