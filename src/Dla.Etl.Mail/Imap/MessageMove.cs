namespace Dla.Etl.Mail.Imap;

/// <summary>Moves one message, and does not double it when an earlier move was cut off.</summary>
/// <remarks>
/// MOVE (RFC 6851) does it in one step. Without it: mark with a keyword, COPY, \Deleted, UID EXPUNGE (RFC 4315) of this UID alone; a bare EXPUNGE would
/// remove what people have marked. A message that bears the keyword already may lie in the target: there a message of the same size and the same bytes is
/// looked for, and only when there is none it is copied. Comparing bytes and not Message-IDs: the same id may well come twice (a second delivery has other
/// Received lines), and what is equal byte for byte can be removed without losing anything. Where the server takes no keywords, it is looked for always.
/// </remarks>
internal sealed class MessageMove(ImapConnection connection, ImapFolders folders)
{
    /// <summary>Laid on a message before it is copied.</summary>
    public const string Mark = "$DlaEtlMoving";

    private const int MostCompared = 20;

    private readonly ImapMessages _messages = new(connection);

    /// <summary>Moves it; a message that is no longer there counts as moved.</summary>
    public async Task MoveAsync(uint uid, MailboxFolder folder, CancellationToken cancellation)
    {
        var target = folders.Of(folder);
        if (connection.Can("MOVE"))
            await ToTargetAsync("MOVE", uid, target, cancellation).ConfigureAwait(false);
        else if (connection.Can("UIDPLUS"))
            await CopyAndRemoveAsync(uid, target, cancellation).ConfigureAwait(false);
        else
            throw MailboxTrouble.Setting(
                $"เซิร์ฟเวอร์จดหมาย {connection.Server} ไม่มีทั้ง MOVE และ UIDPLUS จึงย้ายจดหมายโดยไม่เสี่ยงลบฉบับอื่นไม่ได้ กรุณาติดต่อผู้ดูแลเซิร์ฟเวอร์",
                "the server offers neither MOVE nor UIDPLUS");
    }

    private async Task CopyAndRemoveAsync(uint uid, string target, CancellationToken cancellation)
    {
        if (await _messages.LookAsync(uid, cancellation).ConfigureAwait(false) is not var (size, flags))
            return;
        var mayBeThere = !folders.TakesKeywords || flags.Contains(Mark, StringComparer.OrdinalIgnoreCase);
        if (!mayBeThere || !await LiesInAsync(target, uid, size, cancellation).ConfigureAwait(false))
        {
            if (folders.TakesKeywords)
                await StoreAsync(uid, Mark, cancellation).ConfigureAwait(false);
            await ToTargetAsync("COPY", uid, target, cancellation).ConfigureAwait(false);
        }
        await StoreAsync(uid, "\\Deleted", cancellation).ConfigureAwait(false);
        await connection.DoAsync(ImapCommand.Of(ImapMessages.Of("EXPUNGE", uid, "").TrimEnd()), cancellation).ConfigureAwait(false);
    }

    private async Task StoreAsync(uint uid, string flag, CancellationToken cancellation) =>
        await connection.DoAsync(ImapCommand.Of(ImapMessages.Of("STORE", uid, $"+FLAGS.SILENT ({flag})")), cancellation).ConfigureAwait(false);

    // The folder may have been removed since it was made.
    private async Task ToTargetAsync(string command, uint uid, string target, CancellationToken cancellation)
    {
        var words = ImapMessages.Of(command, uid, "").TrimEnd();
        var answer = await connection.RunAsync(ImapCommand.Of(words).Folder(target), cancellation).ConfigureAwait(false);
        if (answer.Code == "TRYCREATE")
        {
            await folders.MakeAsync(target, cancellation).ConfigureAwait(false);
            answer = await connection.RunAsync(ImapCommand.Of(words).Folder(target), cancellation).ConfigureAwait(false);
        }
        if (!answer.IsOk && await _messages.LookAsync(uid, cancellation).ConfigureAwait(false) is not null)
            throw connection.Refusal(answer, $"ย้ายจดหมายฉบับที่ {uid} ไปโฟลเดอร์ “{target}” ไม่ได้");
    }

    private async Task<bool> LiesInAsync(string target, uint uid, long size, CancellationToken cancellation)
    {
        var opened = await connection.RunAsync(ImapCommand.Of("EXAMINE").Folder(target), cancellation).ConfigureAwait(false);
        var there = opened.IsOk ? await HashesAsync(size, cancellation).ConfigureAwait(false) : [];
        await ReturnAsync(cancellation).ConfigureAwait(false);
        return there.Count > 0 && await _messages.HashAsync(uid, cancellation).ConfigureAwait(false) is { } own && there.Contains(own);
    }

    // The newest ones: a copy of an unfinished move was made a short while ago.
    private async Task<HashSet<string>> HashesAsync(long size, CancellationToken cancellation)
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var uid in (await _messages.OfSizeAsync(size, cancellation).ConfigureAwait(false)).TakeLast(MostCompared))
            if (await _messages.HashAsync(uid, cancellation).ConfigureAwait(false) is { } hash)
                hashes.Add(hash);
        return hashes;
    }

    private async Task ReturnAsync(CancellationToken cancellation)
    {
        var before = folders.UidValidity;
        await folders.OpenSourceAsync(cancellation).ConfigureAwait(false);
        if (folders.UidValidity != before)
            throw new MailboxException(
                "กล่องจดหมายถูกสร้างใหม่ระหว่างทำงาน จะเริ่มใหม่ในรอบหน้า · UIDVALIDITY changed in between", isTransient: true);
    }
}
