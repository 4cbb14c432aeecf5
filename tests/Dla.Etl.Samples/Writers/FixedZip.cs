using System.Text;
using ICSharpCode.SharpZipLib.Zip;

namespace Dla.Etl.Samples.Writers;

/// <summary>Packs a workbook again so that its bytes do not tell when or where it was made.</summary>
/// <remarks>SharpZipLib deflates in managed code, so the bytes do not depend on the machine's zlib either.</remarks>
public static class FixedZip
{
    private const string Core = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Dla.Etl.Samples</dc:creator><dc:description>ข้อมูลสังเคราะห์เพื่อการทดสอบ</dc:description><dcterms:created xsi:type="dcterms:W3CDTF">2021-04-01T02:00:00Z</dcterms:created></cp:coreProperties>
        """;

    private static readonly DateTime Epoch = new(2021, 4, 1, 9, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The same parts, sorted, dated alike, with fixed document properties.</summary>
    public static byte[] Rewrite(byte[] workbook, bool macroEnabled = false)
    {
        using var source = new ZipFile(new MemoryStream(workbook));
        using var target = new MemoryStream();
        using (var zip = new ZipOutputStream(target) { IsStreamOwner = false, UseZip64 = UseZip64.Off })
        {
            zip.SetLevel(9);
            foreach (var entry in source.Cast<ZipEntry>().OrderBy(entry => entry.Name, StringComparer.Ordinal))
                Put(zip, entry.Name, Content(source, entry, macroEnabled));
        }
        return target.ToArray();
    }

    private static byte[] Content(ZipFile source, ZipEntry entry, bool macroEnabled)
    {
        if (entry.Name == "docProps/core.xml")
            return Encoding.UTF8.GetBytes(Core);
        using var stream = source.GetInputStream(entry);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return macroEnabled && entry.Name == "[Content_Types].xml" ? MacroEnabled(bytes.ToArray()) : bytes.ToArray();
    }

    private static byte[] MacroEnabled(byte[] types) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(types).Replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        StringComparison.Ordinal));

    private static void Put(ZipOutputStream zip, string name, byte[] content)
    {
        zip.PutNextEntry(new ZipEntry(name) { DateTime = Epoch, Size = content.Length });
        zip.Write(content);
        zip.CloseEntry();
    }
}
