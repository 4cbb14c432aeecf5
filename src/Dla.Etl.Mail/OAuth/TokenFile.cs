using Dla.Etl.Mail.Imap;
using Microsoft.Identity.Client;

namespace Dla.Etl.Mail.OAuth;

/// <summary>The file that keeps what renews tokens; only the account of the program may read it (mode 0600; on Windows, the folder's rights decide).</summary>
internal sealed class TokenFile(string path)
{
    private readonly string _path = Path.GetFullPath(path);

    /// <summary>Has the cache read from the file before each use, and writes it back when it has changed.</summary>
    public void Keep(ITokenCache cache)
    {
        cache.SetBeforeAccess(access => Load(access.TokenCache));
        cache.SetAfterAccess(access =>
        {
            if (access.HasStateChanged)
                Save(access.TokenCache.SerializeMsalV3());
        });
    }

    private void Load(ITokenCacheSerializer cache)
    {
        try
        {
            cache.DeserializeMsalV3(File.Exists(_path) ? File.ReadAllBytes(_path) : [], shouldClearExistingCache: true);
        }
        catch (Exception broken) when (broken is MsalClientException or System.Text.Json.JsonException or IOException or UnauthorizedAccessException)
        {
            throw MailboxTrouble.Setting(
                $"อ่านไฟล์โทเคน {_path} ไม่ได้ กรุณาตรวจสิทธิ์ หรือลบไฟล์แล้วสั่ง dla-etl mail login", "cannot read the file of tokens", broken);
        }
    }

    // Beside it first and then over it: who reads meanwhile, and a kill, find the old one or the new one whole.
    private void Save(byte[] content)
    {
        var beside = $"{_path}.{Guid.NewGuid():N}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(beside, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, _path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside))
                File.Delete(beside);
            throw MailboxTrouble.Setting($"เขียนไฟล์โทเคน {_path} ไม่ได้ กรุณาตรวจสิทธิ์และเนื้อที่ดิสก์", "cannot write the file of tokens", refused);
        }
    }
}
