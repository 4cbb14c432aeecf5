using System.Globalization;
using System.Security.Cryptography;

namespace Dla.Etl.Mail.Imap;

/// <summary>Reads messages of the open folder.</summary>
internal sealed class ImapMessages(ImapConnection connection)
{
    /// <summary>More messages than this in one folder are not listed.</summary>
    public const int MostMessages = 1_000_000;

    /// <summary>Everything in the folder, by UID upwards.</summary>
    public async Task<IReadOnlyList<ListedMail>> ListAsync(CancellationToken cancellation)
    {
        // The server tells of what came since; some refuse 1:* in an empty folder.
        await connection.DoAsync(ImapCommand.Of("NOOP"), cancellation).ConfigureAwait(false);
        var listed = new SortedDictionary<uint, ListedMail>();
        if (connection.Exists == 0)
            return [];
        await connection.DoAsync(ImapCommand.Of("UID FETCH 1:* (UID RFC822.SIZE INTERNALDATE)"), cancellation, response =>
        {
            if (Listed(response) is not { } mail)
                return false;
            listed[mail.Uid] = mail;
            return listed.Count <= MostMessages ? true : throw MailboxTrouble.Setting(
                $"กล่องจดหมายมีเกิน {MostMessages.ToString("N0", CultureInfo.InvariantCulture)} ฉบับ กรุณาย้ายจดหมายเก่าออก", "too many messages in the folder");
        }).ConfigureAwait(false);
        return [.. listed.Values];
    }

    /// <summary>Hands on a section of a message.</summary>
    /// <param name="asked">Of the section, as FETCH takes it: <c>BODY.PEEK[]</c>.</param>
    /// <returns>False when the message is no longer there.</returns>
    public async Task<bool> FetchAsync(uint uid, string asked, BodySink sink, CancellationToken cancellation)
    {
        var isThere = false;
        byte[]? quoted = null;
        var answer = await connection.RunAsync(ImapCommand.Of(Of("FETCH", uid, $"(UID {asked})")), cancellation, response =>
        {
            if (response.Fetched?.After(sink.Section) is not { } section)
                return false;
            if (UidOf(response) != uid)
                throw MailboxTrouble.NotImap(connection.Server, "another message than the one asked for");
            isThere = section is ImapStreamed or ImapString;
            // Allowed in quotes, too.
            if (section is ImapString text)
                quoted = text.Bytes;
            return true;
        }, sink).ConfigureAwait(false);
        if (quoted is not null && !sink.IsUsed)
            await sink.Target.WriteAsync(quoted, cancellation).ConfigureAwait(false);
        if (sink.IsUsed && !isThere)
            throw MailboxTrouble.NotImap(connection.Server, "a message without its number");
        return answer.IsOk || answer.Code == "EXPUNGEISSUED" && !sink.IsUsed
            ? isThere
            : throw connection.Refusal(answer, $"ดาวน์โหลดจดหมายฉบับที่ {uid} ไม่ได้");
    }

    /// <summary>Size and flags of a message; null when it is no longer there.</summary>
    public async Task<(long Size, IReadOnlyList<string> Flags)?> LookAsync(uint uid, CancellationToken cancellation)
    {
        (long, IReadOnlyList<string>)? seen = null;
        await connection.DoAsync(ImapCommand.Of(Of("FETCH", uid, "(UID RFC822.SIZE FLAGS)")), cancellation, response =>
        {
            if (UidOf(response) != uid || response.Fetched?.After("RFC822.SIZE")?.AsNumber is not { } size || response.Fetched.After("FLAGS") is not ImapList flags)
                return false;
            seen = (size, [.. flags.Items.Select(flag => flag.AsText).OfType<string>()]);
            return true;
        }).ConfigureAwait(false);
        return seen;
    }

    /// <summary>The messages of exactly this size.</summary>
    public async Task<IReadOnlyList<uint>> OfSizeAsync(long size, CancellationToken cancellation)
    {
        var found = new SortedSet<uint>();
        var words = string.Create(CultureInfo.InvariantCulture, $"UID SEARCH LARGER {Math.Max(0, size - 1)} SMALLER {size + 1}");
        await connection.DoAsync(ImapCommand.Of(words), cancellation, response =>
        {
            if (response.Name != "SEARCH")
                return false;
            found.UnionWith(response.Values.Select(value => ImapNumber.ReadUid(value.AsText)).OfType<uint>());
            return true;
        }).ConfigureAwait(false);
        return [.. found];
    }

    /// <summary>SHA-256 of a message; null when it is no longer there.</summary>
    public async Task<string?> HashAsync(uint uid, CancellationToken cancellation)
    {
        using var hash = SHA256.Create();
        await using var target = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        if (!await FetchAsync(uid, "BODY.PEEK[]", new BodySink("BODY[]", target, long.MaxValue), cancellation).ConfigureAwait(false))
            return null;
        await target.FlushFinalBlockAsync(cancellation).ConfigureAwait(false);
        return Convert.ToHexString(hash.Hash!);
    }

    /// <summary>A command about one message by its UID.</summary>
    public static string Of(string command, uint uid, string rest) => string.Create(CultureInfo.InvariantCulture, $"UID {command} {uid} {rest}");

    private static uint? UidOf(ImapResponse response) => ImapNumber.ReadUid(response.Fetched?.After("UID")?.AsText);

    // Responses without all three are news about flags, which nobody asked for.
    private ListedMail? Listed(ImapResponse response)
    {
        if (UidOf(response) is not { } uid || response.Fetched?.After("RFC822.SIZE")?.AsNumber is not { } size || response.Fetched.After("INTERNALDATE")?.AsText is not { } date)
            return null;
        // "17-Jul-1996 02:44:25 -0700", the day with a space before one digit (RFC 3501, 9: date-time).
        return DateTimeOffset.TryParseExact(date.Trim(), "d-MMM-yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new ListedMail(uid, size, at)
            : throw MailboxTrouble.NotImap(connection.Server, $"a date like “{date}”");
    }
}
