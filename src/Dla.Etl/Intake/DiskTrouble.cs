using System.Runtime.InteropServices;

namespace Dla.Etl.Intake;

/// <summary>What a disk answers when it will not do as asked: circumstances of the operator, not mistakes of the program.</summary>
public static class DiskTrouble
{
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsWriteProtected = unchecked((int)0x80070013);

    /// <summary>True for what a disk or its permissions cause.</summary>
    public static bool Is(Exception problem) => problem is IOException or UnauthorizedAccessException;

    /// <summary>True when there is no room left, on the disk or in the user's share of it.</summary>
    internal static bool IsFull(Exception problem) =>
        problem.HResult is WindowsDiskFull or WindowsHandleDiskFull or LinuxCalls.NoSpace or LinuxCalls.QuotaExceeded;

    /// <summary>The cause as a Thai phrase that fits after "เพราะ".</summary>
    public static string Cause(Exception problem) => problem switch
    {
        null => throw new ArgumentNullException(nameof(problem)),
        _ when IsFull(problem) => "พื้นที่ดิสก์เต็ม",
        _ when problem.HResult is LinuxCalls.ReadOnlyDisk or WindowsWriteProtected => "ดิสก์เปิดให้อ่านได้อย่างเดียว",
        IOException held when WriterCheck.IsHeldByAnother(held) => "ไฟล์เปิดค้างอยู่ในโปรแกรมอื่น",
        UnauthorizedAccessException => "บัญชีผู้ใช้ของระบบไม่มีสิทธิ์",
        System.Data.Common.DbException database when Warehouse.Database.IsDisk(database) => "ดิสก์ของคลังข้อมูลเต็มหรือเขียนไม่ได้",
        PathTooLongException => "ชื่อยาวเกินไป",
        FileNotFoundException or DirectoryNotFoundException => "ไม่พบไฟล์หรือโฟลเดอร์",
        _ => $"ระบบปฏิบัติการแจ้งว่า “{FileNames.Display(problem.Message)}”",
    };

    /// <summary>The exception that .NET would throw for an error number of Linux.</summary>
    internal static Exception FromLinux(int error, string path)
    {
        string message = $"{Marshal.GetPInvokeErrorMessage(error)}: {path}";
        return error switch
        {
            LinuxCalls.NoAccess or LinuxCalls.NotPermitted => new UnauthorizedAccessException(message),
            LinuxCalls.NoEntry => new FileNotFoundException(message, path),
            _ => new IOException(message, error),
        };
    }
}
