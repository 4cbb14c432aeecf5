using System.IO.Compression;
using System.Text;

namespace Dla.Etl.Samples.BadFiles;

/// <summary>Files that are something else than their name says.</summary>
public static class OtherKinds
{
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BadFile> All { get; } =
    [
        new("empty.xlsx", "0 bytes", "READ-001", path => File.WriteAllBytes(path, [])),
        new("page.xlsx", "a web page named .xlsx", "READ-008", Text("<!DOCTYPE html>\n<html><body><table><tr><td>1</td></tr></table></body></html>\n")),
        new("table.xls", "an html table with a BOM named .xls, as web systems export it", "READ-008", Text("\uFEFF\r\n<table border=1><tr><td>พะเยา</td></tr></table>")),
        new("archive.xls", "a web archive (MHTML) named .xls", "READ-008", Text("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n")),
        new("scan.xlsx", "a PDF named .xlsx", "READ-009", Text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")),
        new("letter.xlsx", "a Word document named .xlsx", "READ-010", OfficePackage("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")),
        new("slides.xlsx", "a PowerPoint presentation named .xlsx", "READ-011", OfficePackage("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")),
        new("libre.xlsx", "an OpenDocument spreadsheet named .xlsx", "READ-012", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"))),
        new("photo.xlsx", "a JPEG photo named .xlsx", "READ-013", path => File.WriteAllBytes(path, [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9])),
        new("screen.xls", "a PNG picture named .xls", "READ-013", path => File.WriteAllBytes(path, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0])),
        new("files.xlsx", "a zip of other files named .xlsx", "READ-014", Zip(("แบบฟอร์ม.txt", "1"))),
        new("files-empty.xlsx", "a zip without entries", "READ-014", Zip()),
        new("packed.xlsx", "a 7z archive named .xlsx", "READ-014", path => File.WriteAllBytes(path, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4])),
        new("letter.xls", "an RTF letter named .xls", "READ-015", Text(@"{\rtf1\ansi test}")),
        new("sheet2003.xlsx", "an XML Spreadsheet 2003 named .xlsx", "READ-016", Text("""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>""")),
        new("data.xlsx", "some other XML", "READ-017", Text("""<?xml version="1.0"?><data/>""")),
        new("program.xlsx", "a program named .xlsx", "READ-017", path => File.WriteAllBytes(path, [.. "MZ"u8, .. Enumerable.Range(0, 400).Select(at => (byte)(at * 7 % 256))])),
        new("binary.xlsx", "a binary workbook (.xlsb) named .xlsx", "READ-018", OfficePackage("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main")),
        new("old.xls", "a BIFF2 worksheet", "READ-019", path => File.WriteAllBytes(path, [0x09, 0x00, 0x04, 0x00, 0x02, 0x00, 0x10, 0x00, 0x0A, 0x00, 0x00, 0x00])),
    ];

    private static Action<string> Text(string text) => path => File.WriteAllText(path, text, new UTF8Encoding(false));

    private static Action<string> OfficePackage(string part, string type) => Zip(
        ("[Content_Types].xml", $"""<Types xmlns="{Types}"><Override PartName="/{part}" ContentType="{type}"/></Types>"""),
        (part, "<x/>"));

    private static Action<string> Zip(params (string Name, string Text)[] entries) => path =>
    {
        using var file = File.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
            MinimalXlsx.Put(zip, name, text, bare: true);
    };
}
