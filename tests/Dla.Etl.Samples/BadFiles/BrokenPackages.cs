using System.IO.Compression;
using System.Reflection;

namespace Dla.Etl.Samples.BadFiles;

/// <summary>Office Open XML packages that are broken, hostile or closed.</summary>
public static class BrokenPackages
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<BadFile> All { get; } =
    [
        new("truncated.xlsx", "a workbook cut off in the middle", "READ-003", path => File.WriteAllBytes(path, Half(new MinimalXlsx().ToBytes()))),
        new("broken-xml.xlsx", "a worksheet that is not well formed", "READ-004", MinimalXlsx.OfRows("""<row r="1"><c r="A1"><f>1</v></c></row>""").Write),
        new("broken-plain-xml.xlsx", "a worksheet without formulas that is not well formed", "READ-004", MinimalXlsx.OfRows("""<row r="1"><c r="A1"><v>1</v></row>""").Write),
        new("dtd.xlsx", "a worksheet with a document type and entities", "READ-004", path => Spoil(path, "xl/worksheets/sheet1.xml", $"""<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet xmlns="{MinimalXlsx.Main}"><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>""")),
        new("no-sheet-part.xlsx", "a sheet whose part is missing", "READ-004", path => Spoil(path, "xl/worksheets/sheet1.xml", null)),
        new("rows-out-of-order.xlsx", "rows 3, 2, which a lenient reader misplaces", "READ-004", MinimalXlsx.OfRows("""<row r="3"><c r="A3"><v>3</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>""").Write),
        new("row-beyond.xlsx", "row 2000000000", "READ-004", MinimalXlsx.OfRows("""<row r="2000000000"><c r="A2000000000"><v>3</v></c></row>""").Write),
        new("column-beyond.xlsx", "a cell in column ZZZZZZ", "READ-004", MinimalXlsx.OfRows("""<row r="1"><c r="ZZZZZZ1"><v>3</v></c></row>""").Write),
        new("bomb.xlsx", "a worksheet of 32 MB of blanks in 32 kB", "READ-005", MinimalXlsx.OfRows(new string(' ', 32 * 1024 * 1024)).Write),
        new("many-entries.xlsx", "a zip of 2,001 and more entries", "READ-005", (new MinimalXlsx { More = [.. Enumerable.Range(0, 2_001).Select(at => ($"xl/media/{at}.txt", ""))] }).Write),
        new("climbs.xlsx", "a zip entry named ../../evil", "READ-006", (new MinimalXlsx { More = [("../../evil.txt", "1")] }).Write),
        new("absolute.xlsx", "a zip entry with an absolute path", "READ-006", (new MinimalXlsx { More = [("/etc/evil.txt", "1")] }).Write),
        new("twice.xlsx", "two zip entries of one name", "READ-006", (new MinimalXlsx { More = [("xl/worksheets/sheet1.xml", "<x/>")] }).Write),
        new("password.xlsx", "a workbook with a password, saved by LibreOffice", "READ-007", Resource("password-libreoffice.xlsx")),
        new("password.xls", "an xls with a password (FILEPASS), saved by LibreOffice", "READ-007", Resource("password-libreoffice.xls")),
        new("strict.xlsx", "strict Open XML", "READ-020", (new MinimalXlsx { Namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main" }).Write),
        new("strict-sheet.xlsx", "one worksheet in strict Open XML", "READ-020", path => Spoil(path, "xl/worksheets/sheet1.xml", """<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData/></worksheet>""")),
        new("lost-text.xlsx", "a cell that refers to shared string 9 of 1", "READ-027", (MinimalXlsx.OfRows("""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>9</v></c></row>""") with { SharedStrings = ["<t>จังหวัด</t>"] }).Write),
    ];

    /// <summary>The first half of some bytes.</summary>
    public static byte[] Half(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return bytes[..(bytes.Length / 2)];
    }

    private static void Spoil(string path, string part, string? text)
    {
        new MinimalXlsx().Write(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        zip.GetEntry(part)!.Delete();
        if (text is not null)
            MinimalXlsx.Put(zip, part, text, bare: true);
    }

    private static Action<string> Resource(string name) => path =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("bad-input/" + name)!;
        using var file = File.Create(path);
        stream.CopyTo(file);
    };
}
