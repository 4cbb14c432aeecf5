using System.Runtime.CompilerServices;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Some tests open SQLite by themselves, so the library is settled before any of them.</summary>
internal static class LibrarySettled
{
    [ModuleInitializer]
    internal static void Settle() => SqliteLibrary.Use();
}
