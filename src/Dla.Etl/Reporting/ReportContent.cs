using System.Security.Cryptography;
using System.Text;
using Dla.Etl.Values;

namespace Dla.Etl.Reporting;

/// <summary>The content hash of a report: SHA-256 over sheets, addresses, values and number formats, without the sheets that hold the hash itself.</summary>
/// <remarks>Computed from the workbook's own bytes, so that anyone who has the file can repeat it. Fonts, widths and document properties do not count.</remarks>
public static class ReportContent
{
    /// <summary>The hash of a written workbook.</summary>
    /// <param name="xlsx">The workbook, at its beginning.</param>
    /// <param name="without">Names of the sheets that hold the evidence (<c>manifest: true</c> in report.yaml).</param>
    /// <exception cref="InvalidDataException">Not a workbook.</exception>
    public static ContentHash HashOf(Stream xlsx, IReadOnlySet<string> without) => HashOf(WrittenWorkbook.Read(xlsx), without);

    internal static ContentHash HashOf(WrittenWorkbook workbook, IReadOnlySet<string> without)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sheet in workbook.Sheets.Where(sheet => !without.Contains(sheet.Name)))
        {
            Add(hash, "sheet", sheet.Name);
            foreach (var cell in sheet.Cells)
                Add(hash, cell.Address, cell.Kind, cell.Value, cell.Format, cell.Formula ?? "");
        }
        return ContentHash.FromDigest(hash.GetHashAndReset());
    }

    // Each text with its length before it, so that no two contents run together into the same bytes.
    private static void Add(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        Span<byte> length = stackalloc byte[4];
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
    }
}
