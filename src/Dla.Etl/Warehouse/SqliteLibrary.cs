using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Dla.Etl.Warehouse;

/// <summary>Which native SQLite the program runs on: the system's, which the system patches, or else the bundled 3.35.5.</summary>
/// <remarks>
/// The variable <c>DLA_SQLITE</c> set to <c>bundled</c> or <c>system</c> settles it; without it the system's is taken where it is there,
/// is built for threads and is not older than the bundled one (which has <c>RETURNING</c>, since 3.35.0). Windows carries
/// <c>winsqlite3.dll</c> for itself and of any age, so there the bundled one is used. Source: PACKAGES.md, row SQLite.
/// </remarks>
public static class SqliteLibrary
{
    private const string Variable = "DLA_SQLITE";
    private const int OldestVersion = 3_035_005;

    private static readonly Lazy<string> Choice = new(Choose);

    /// <summary>Which library is in use and its version, for <c>doctor</c>: <c>system libsqlite3.so.0, SQLite 3.40.1</c>.</summary>
    public static string Describe() => $"{Choice.Value}, SQLite {raw.sqlite3_libversion().utf8_to_string()}";

    /// <summary>Settles the library before the first connection is made. Doing it again changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The variable asks for something that is not there.</exception>
    public static void Use() => _ = Choice.Value;

    private static string Choose()
    {
        var asked = Environment.GetEnvironmentVariable(Variable);
        if (asked is not (null or "" or "bundled" or "system"))
            throw new InvalidOperationException($"{Variable} is '{asked}'; it may be 'bundled' or 'system'.");
        var found = asked == "bundled" ? null : FindInSystem();
        if (asked == "system" && found is null)
            throw new InvalidOperationException($"{Variable} asks for the system's SQLite, but there is none of version 3.35.5 or later.");
        if (IsInUse())
            throw new InvalidOperationException("SQLite was used before its library was settled: call SqliteLibrary.Use() first, or open connections by Database only.");
        if (found is { } system)
            NativeLibrary.SetDllImportResolver(
                typeof(SQLite3Provider_e_sqlite3).Assembly,
                (name, _, _) => name == "e_sqlite3" ? system.Handle : IntPtr.Zero);
        Batteries_V2.Init();
        return found is null ? "bundled e_sqlite3" : $"system {found.Value.Name}";
    }

    // Functions that are bound already stay with their library, the others would go to the other one: two copies on one file crash the process.
    private static bool IsInUse()
    {
        try
        {
            return raw.GetNativeLibraryName() is not null;
        }
        catch (Exception error) when (error.GetType() == typeof(Exception))
        {
            // What SQLitePCLRaw throws, a bare Exception, while nobody has set a provider.
            return false;
        }
    }

    private static (string Name, IntPtr Handle)? FindInSystem()
    {
        if (OperatingSystem.IsWindows())
            return null;
        var name = OperatingSystem.IsMacOS() ? "libsqlite3.dylib" : "libsqlite3.so.0";
        if (!NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), DllImportSearchPath.SafeDirectories, out var handle))
            return null;
        if (Number(handle, "sqlite3_threadsafe") != 0 && Number(handle, "sqlite3_libversion_number") >= OldestVersion)
            return (name, handle);
        NativeLibrary.Free(handle);
        return null;
    }

    private static int Number(IntPtr library, string function) =>
        Marshal.GetDelegateForFunctionPointer<NumberFunction>(NativeLibrary.GetExport(library, function))();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int NumberFunction();
}
