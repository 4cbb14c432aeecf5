using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;

namespace Dla.Etl.Distribution.Marking;

/// <summary>One line for everything that a sheet holds, to tell whether marking has changed anything: two workbooks of a million cells need not be in memory together.</summary>
public static class SheetDigest
{
    /// <summary>A line for each sheet that is not ours, in order: name, whether it shows, and the hash of cells, merges and hidden rows and columns.</summary>
    public static IReadOnlyList<string> Of(RawWorkbook workbook)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        return [.. workbook.Sheets.Where(sheet => !OwnSheet.Is(sheet)).Select(Of)];
    }

    private static string Of(RawSheet sheet)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        foreach (var row in sheet.Rows)
        {
            writer.Write(row.Length);
            foreach (var cell in row)
                Add(writer, cell);
            writer.Flush();
            hash.AppendData(bytes.GetBuffer(), 0, (int)bytes.Length);
            bytes.SetLength(0);
        }
        var frame = $"{string.Join(' ', sheet.Merged)}|{string.Join(' ', sheet.HiddenRows.Order())}|{string.Join(' ', sheet.HiddenColumns.Order())}";
        hash.AppendData(Encoding.UTF8.GetBytes(frame));
        return $"{sheet.Name} {sheet.Visibility} {Convert.ToHexStringLower(hash.GetCurrentHash())}";
    }

    private static void Add(BinaryWriter writer, RawCell cell)
    {
        writer.Write((byte)cell.Kind);
        switch (cell.Value)
        {
            case null: break;
            case double number: writer.Write(number); break;
            case DateTime date: writer.Write(date.Ticks); break;
            case string text: writer.Write(text); break;
            case bool truth: writer.Write(truth); break;
            default: writer.Write(Convert.ToString(cell.Value, CultureInfo.InvariantCulture) ?? ""); break;
        }
        writer.Write(cell.NumberFormat ?? "");
    }
}
