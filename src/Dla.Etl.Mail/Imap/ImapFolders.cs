namespace Dla.Etl.Mail.Imap;

/// <summary>The folders of the account: their names as this server writes them, made when missing, and the one that is read.</summary>
internal sealed class ImapFolders
{
    private readonly ImapConnection _connection;
    private readonly string _prefix;
    private readonly char? _delimiter;

    private ImapFolders(ImapConnection connection, ImapSettings settings, string prefix, char? delimiter)
    {
        (_connection, _prefix, _delimiter) = (connection, prefix, delimiter);
        (Source, Received, Problem) = (OnServer(settings.Folder), OnServer(settings.ReceivedFolder), OnServer(settings.ProblemFolder));
        if (Received == Problem || Received == Source || Problem == Source)
            throw MailboxTrouble.Setting("ค่า Mail:Imap:Folder, ReceivedFolder และ ProblemFolder ต้องเป็นคนละโฟลเดอร์กัน", "the three folders must differ");
    }

    /// <summary>The folder that is read.</summary>
    public string Source { get; }

    private string Received { get; }

    private string Problem { get; }

    /// <summary>UIDVALIDITY of the folder that is read.</summary>
    public uint UidValidity { get; private set; }

    /// <summary>True when a keyword of ours can be laid on messages there.</summary>
    public bool TakesKeywords { get; private set; }

    /// <summary>Learns how the server names folders.</summary>
    public static async Task<ImapFolders> LearnAsync(ImapConnection connection, ImapSettings settings, CancellationToken cancellation)
    {
        var (prefix, delimiter) = connection.Can("NAMESPACE")
            ? await NamespaceAsync(connection, cancellation).ConfigureAwait(false)
            : ("", await DelimiterAsync(connection, cancellation).ConfigureAwait(false));
        return new ImapFolders(connection, settings, prefix, delimiter);
    }

    /// <summary>The name of one of the two on the server.</summary>
    public string Of(MailboxFolder folder) => folder == MailboxFolder.Received ? Received : Problem;

    /// <summary>Makes the two folders when they are missing.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await MakeAsync(Received, cancellation).ConfigureAwait(false);
        await MakeAsync(Problem, cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes a folder when it is missing.</summary>
    public async Task MakeAsync(string name, CancellationToken cancellation)
    {
        if (!await IsThereAsync(name, cancellation).ConfigureAwait(false))
        {
            var made = await _connection.RunAsync(ImapCommand.Of("CREATE").Folder(name), cancellation).ConfigureAwait(false);
            if (!made.IsOk && made.Code != "ALREADYEXISTS")
                throw _connection.Refusal(made, $"สร้างโฟลเดอร์ “{name}” ในกล่องจดหมายไม่ได้");
        }
        // Whether people see it in their program. A server may refuse that; the folder is used all the same, so the answer does not matter.
        await _connection.RunAsync(ImapCommand.Of("SUBSCRIBE").Folder(name), cancellation).ConfigureAwait(false);
    }

    /// <summary>Opens the folder that is read, for writing.</summary>
    /// <exception cref="MailboxException">It is not there, or may not be written, or has no lasting UIDs.</exception>
    public async Task OpenSourceAsync(CancellationToken cancellation)
    {
        var (validity, isLasting, takesKeywords) = (default(uint?), true, false);
        var opened = await _connection.RunAsync(ImapCommand.Of("SELECT").Folder(Source), cancellation, response =>
        {
            if (response.Code == "UIDVALIDITY")
                validity = ImapNumber.ReadUid(response.CodeValue);
            isLasting &= response.Code != "UIDNOTSTICKY";
            if (response.Code == "PERMANENTFLAGS")
                takesKeywords = response.CodeValue.Contains("\\*", StringComparison.Ordinal) || response.CodeValue.Contains(MessageMove.Mark, StringComparison.OrdinalIgnoreCase);
            return true;
        }).ConfigureAwait(false);
        if (!opened.IsOk)
            throw NotOpened(opened);
        if (opened.Code == "READ-ONLY")
            throw MailboxTrouble.Setting($"โฟลเดอร์ “{Source}” เปิดได้แบบอ่านอย่างเดียว จึงย้ายจดหมายไม่ได้ กรุณาขอสิทธิ์จากผู้ดูแลเซิร์ฟเวอร์", "the folder is read-only");
        if (validity is not { } value || !isLasting)
            throw MailboxTrouble.NotImap(_connection.Server, "the folder has no lasting UIDs (UIDVALIDITY)");
        (UidValidity, TakesKeywords) = (value, takesKeywords);
    }

    private MailboxException NotOpened(ImapResponse answer)
    {
        var refusal = _connection.Refusal(answer, $"เปิดโฟลเดอร์ “{Source}” ของกล่องจดหมายไม่ได้ กรุณาตรวจค่า Mail:Imap:Folder");
        return new(refusal.Message, refusal.IsTransient && answer.Code.Length > 0);
    }

    private async Task<bool> IsThereAsync(string name, CancellationToken cancellation)
    {
        var isThere = false;
        await _connection.DoAsync(ImapCommand.Of("LIST \"\"").Folder(name), cancellation, response =>
        {
            if (response is not { Name: "LIST", Values: [ImapList flags, _, { AsText: { } listed }] } || ModifiedUtf7.Decode(listed) != name)
                return false;
            isThere = !flags.Items.OfType<ImapAtom>().Any(flag => flag.Is("\\NonExistent") || flag.Is("\\Noselect"));
            return true;
        }).ConfigureAwait(false);
        return isThere;
    }

    // In the settings a slash stands between levels, whatever this server has there.
    private string OnServer(string name)
    {
        if (name.Equals("INBOX", StringComparison.OrdinalIgnoreCase))
            return "INBOX";
        if (name.Length == 0 || name.AsSpan().ContainsAny('%', '*') || name.Any(char.IsControl))
            throw MailboxTrouble.Setting($"ชื่อโฟลเดอร์ “{MailboxTrouble.Cleaned(name)}” ว่าง หรือมีเครื่องหมาย % * หรืออักขระควบคุม", "not a name for a folder");
        if (_prefix.Length > 0 && name.StartsWith(_prefix, StringComparison.Ordinal))
            return name;
        if (_delimiter is not '/' and { } other && name.Contains(other, StringComparison.Ordinal))
            throw MailboxTrouble.Setting($"ชื่อโฟลเดอร์ “{name}” มีเครื่องหมาย “{other}” ซึ่งเซิร์ฟเวอร์ใช้คั่นชั้นของโฟลเดอร์ กรุณาใช้ชื่ออื่น (คั่นชั้นด้วย /)", "the server's own delimiter in a name");
        if (_delimiter is null && name.Contains('/', StringComparison.Ordinal))
            throw MailboxTrouble.Setting($"เซิร์ฟเวอร์ไม่มีโฟลเดอร์ซ้อนชั้น จึงใช้ชื่อ “{name}” ไม่ได้", "this server has no folders in folders");
        return _prefix + name.Replace('/', _delimiter ?? '/');
    }

    private static async Task<(string Prefix, char? Delimiter)> NamespaceAsync(ImapConnection connection, CancellationToken cancellation)
    {
        (string, char?)? personal = null;
        await connection.DoAsync(ImapCommand.Of("NAMESPACE"), cancellation, response =>
        {
            if (response is not { Name: "NAMESPACE", Values: [var first, ..] })
                return false;
            if (first is ImapList { Items: [ImapList { Items: [{ AsText: { } prefix }, var delimiter, ..] }, ..] })
                personal = (ModifiedUtf7.Decode(prefix) ?? prefix, Delimiter(delimiter));
            return true;
        }).ConfigureAwait(false);
        return personal ?? ("", await DelimiterAsync(connection, cancellation).ConfigureAwait(false));
    }

    private static async Task<char?> DelimiterAsync(ImapConnection connection, CancellationToken cancellation)
    {
        char? delimiter = null;
        await connection.DoAsync(ImapCommand.Of("LIST \"\" \"\""), cancellation, response =>
        {
            if (response is not { Name: "LIST", Values: [ImapList, var found, _] })
                return false;
            delimiter = Delimiter(found);
            return true;
        }).ConfigureAwait(false);
        return delimiter;
    }

    private static char? Delimiter(ImapValue value) => value.AsText is [var letter] ? letter : null;
}
