using System.Globalization;
using System.IO.Compression;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Reading.Xlsx;

/// <summary>Looks at the directory of a zip before anything in it is unpacked.</summary>
internal static class PackageGate
{
    /// <summary>Why the zip must not be unpacked, or null.</summary>
    public static Finding? Check(ZipArchive zip, ReadingLimits limits)
    {
        if (zip.Entries.Count > limits.MaxEntries)
            return TooLarge("จำนวนรายการ", zip.Entries.Count, limits.MaxEntries);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var unpacked = 0L;
        foreach (var entry in zip.Entries)
        {
            if (IsUnsafe(entry.FullName) || !names.Add(entry.FullName.Replace('\\', '/')))
                return new Finding(ReadingFindings.UnsafeEntryName) { Found = Printable(entry.FullName) };
            if (entry.IsEncrypted)
                return new Finding(ReadingFindings.PasswordProtected);
            unpacked += entry.Length;
            if (unpacked > limits.MaxUnpackedBytes || unpacked < 0)
                return TooLarge("ขนาดเมื่อขยาย (ไบต์)", unpacked, limits.MaxUnpackedBytes);
            if (entry.Length > limits.RatioCountsFromBytes && Ratio(entry) > limits.MaxUnpackRatio)
                return TooLarge("อัตราการขยาย (เท่า)", Ratio(entry), limits.MaxUnpackRatio);
        }
        return null;
    }

    /// <summary>A finding that a package unpacks to more than it may.</summary>
    public static Finding TooLarge(string what, long found, long expected) => new(ReadingFindings.UnpacksTooLarge)
    {
        Subject = what,
        Found = found.ToString("N0", CultureInfo.InvariantCulture),
        Expected = expected.ToString("N0", CultureInfo.InvariantCulture),
    };

    private static long Ratio(ZipArchiveEntry entry) => entry.Length / Math.Max(1, entry.CompressedLength);

    private static bool IsUnsafe(string name) => name.Length == 0 || name[0] is '/' or '\\' || name.Contains(':', StringComparison.Ordinal)
        || name.Any(char.IsControl) || name.Split('/', '\\').Contains("..", StringComparer.Ordinal);

    private static string Printable(string name) => new([.. name.Take(80).Select(letter => char.IsControl(letter) ? '?' : letter)]);
}
