using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using Dla.Etl.Mail;
using Dla.Etl.MailTests.Corpus;
using Xunit.Abstractions;

namespace Dla.Etl.MailTests.Mime;

/// <summary>Messages of many megabytes go through, they are not held; the disk's errors come out, and so does a cancellation.</summary>
public sealed class LargeMessageTests(ITestOutputHelper output) : IDisposable
{
    private readonly ReadingFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("base64", "in lines")]
    [InlineData("base64 on one line", "a line of megabytes")]
    [InlineData("8bit", "as it is")]
    public void A_file_of_thirty_megabytes_is_not_held_in_memory(string encoding, string why)
    {
        var bytes = new byte[30_000_000];
        new Random(1).NextBytes(bytes);
        var content = encoding == "8bit" ? bytes : System.Text.Encoding.ASCII.GetBytes(encoding == "base64" ? CorpusMail.Base64(bytes) : Convert.ToBase64String(bytes));
        var (path, parts) = Lay(content, encoding.Split(' ')[0]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var mail = MailReader.Read(path, parts, new MailLimits(), CancellationToken.None);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2_000_000, why);
        File.ReadAllBytes(mail.Attachments.ShouldHaveSingleItem().File).AsSpan().SequenceEqual(bytes).ShouldBeTrue(why);
        mail.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_cancellation_comes_out_in_the_middle_of_a_file()
    {
        var (path, parts) = Lay(new byte[1_000_000], "8bit");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => MailReader.Read(path, parts, new MailLimits(), cancelled.Token));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_the_callers_error()
    {
        var (path, parts) = Lay("abc"u8.ToArray(), "8bit");

        Should.Throw<IOException>(() => MailReader.Read(path, Path.Combine(parts, "gone"), new MailLimits(), CancellationToken.None));
        Should.Throw<IOException>(() => MailReader.Read(path + "x", parts, new MailLimits(), CancellationToken.None));
    }

    [Fact]
    public void No_file_is_written_over()
    {
        var (path, parts) = Lay("abc"u8.ToArray(), "8bit");
        File.WriteAllText(Path.Combine(parts, "0001.part"), "other");

        Should.Throw<IOException>(() => MailReader.Read(path, parts, new MailLimits(), CancellationToken.None));
        File.ReadAllText(Path.Combine(parts, "0001.part")).ShouldBe("other");
    }

    [SkippableFact]
    public void How_fast_it_is()
    {
        Skip.IfNot(Environment.GetEnvironmentVariable("DLA_TEST_LONG") == "1", "Measured in the long form, DLA_TEST_LONG=1.");
        var bytes = new byte[37_500_000];
        new Random(1).NextBytes(bytes);
        var text = System.Text.Encoding.ASCII.GetBytes(CorpusMail.Base64(bytes));
        var (path, parts) = Lay(text, "base64");
        Base64.DecodeFromUtf8(text, new byte[bytes.Length + 3], out _, out _);

        var begun = Stopwatch.GetTimestamp();
        Base64.DecodeFromUtf8(text, new byte[bytes.Length + 3], out _, out var written);
        var plain = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        begun = Stopwatch.GetTimestamp();
        var mail = MailReader.Read(path, parts, new MailLimits(), CancellationToken.None);
        var whole = Stopwatch.GetElapsedTime(begun).TotalSeconds;

        written.ShouldBe(bytes.Length);
        mail.Attachments.ShouldHaveSingleItem().Size.ShouldBe(bytes.Length);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{text.Length / 1e6:F0} MB of base64: the framework alone {text.Length / 1e6 / plain:F0} MB/s, the reader with its files {text.Length / 1e6 / whole:F0} MB/s"));
    }

    private (string Path, string Parts) Lay(byte[] content, string encoding)
    {
        var path = Path.Combine(folder.Root, "large.eml");
        File.WriteAllBytes(path, [.. ReadingFolder.Crlf($"Content-Type: application/octet-stream; name=a.csv\nContent-Transfer-Encoding: {encoding}\n\n"), .. content]);
        return (path, Directory.CreateDirectory(Path.Combine(folder.Root, "large")).FullName);
    }
}
