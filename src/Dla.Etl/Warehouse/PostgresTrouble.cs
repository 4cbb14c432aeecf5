using System.Net.Sockets;
using Npgsql;

namespace Dla.Etl.Warehouse;

/// <summary>What an error of the server or of the way to it means: for the operator, and for who asks whether to try again.</summary>
internal static class PostgresTrouble
{
    // Npgsql's list of codes leaves out the one of a transaction that was idle for too long.
    private const string IdleInTransaction = "25P03";

    /// <summary>True when opening again in a moment may succeed; a server that does not answer at all has already been waited for.</summary>
    public static bool MayPass(NpgsqlException error) => error.IsTransient && error.InnerException is not TimeoutException;

    /// <summary>True when the connection is gone or the server is: what was under way is undone there, or its commit is in doubt.</summary>
    public static bool IsLost(NpgsqlException error) => error is PostgresException { SqlState: var state }
        ? state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or IdleInTransaction or PostgresErrorCodes.DatabaseDropped
            || state.StartsWith("08", StringComparison.Ordinal)
        : error.InnerException is IOException or SocketException or TimeoutException or NpgsqlException { IsTransient: true };

    /// <summary>True when the server says that what lies on its disk is damaged.</summary>
    public static bool IsDamage(NpgsqlException error) =>
        error.SqlState is PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted;

    /// <summary>The cause and what to do, Thai first, with the server's own words.</summary>
    public static string Words(NpgsqlException error) => $"{Cause(error)} ({(error as PostgresException)?.MessageText ?? error.Message})";

    private static string Cause(NpgsqlException error) => error.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "เซิร์ฟเวอร์ไม่ยอมรับชื่อผู้ใช้หรือรหัสผ่าน กรุณาตรวจ Username และรหัสผ่าน (PGPASSWORD หรือ Passfile) · wrong role or password",
        PostgresErrorCodes.InvalidCatalogName => "ไม่มีฐานข้อมูลชื่อนี้ กรุณาตรวจ Database · no such database",
        PostgresErrorCodes.InsufficientPrivilege => "ผู้ใช้นี้ไม่มีสิทธิ์เข้าฐานข้อมูล กรุณาแจ้งผู้ดูแลฐานข้อมูล · the role may not connect",
        PostgresErrorCodes.TooManyConnections => "การเชื่อมต่อของเซิร์ฟเวอร์เต็ม กรุณาลองใหม่ภายหลัง · the server has no connection left",
        PostgresErrorCodes.CannotConnectNow => "เซิร์ฟเวอร์ฐานข้อมูลกำลังเริ่มหรือกำลังปิด กรุณาลองใหม่ภายหลัง · the server is starting or stopping",
        PostgresErrorCodes.LockNotAvailable => "มีโปรแกรมอื่นเขียนคลังข้อมูลค้างอยู่ กรุณาลองใหม่ภายหลัง · another program keeps the warehouse",
        PostgresErrorCodes.ReadOnlySqlTransaction => "เซิร์ฟเวอร์นี้อ่านได้อย่างเดียว กรุณาชี้ไปที่เซิร์ฟเวอร์หลัก · this server is read-only; name the primary",
        _ when IsLost(error) => "ติดต่อเซิร์ฟเวอร์ฐานข้อมูลไม่ได้ กรุณาตรวจว่าเซิร์ฟเวอร์ทำงานอยู่ และตรวจ Host กับ Port · the server cannot be reached",
        _ => "เชื่อมต่อฐานข้อมูลไม่ได้ · the connection was refused",
    };
}
