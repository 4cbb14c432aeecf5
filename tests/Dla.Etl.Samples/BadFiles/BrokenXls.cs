using NPOI.HSSF.UserModel;
using NPOI.POIFS.FileSystem;

namespace Dla.Etl.Samples.BadFiles;

/// <summary>BIFF workbooks and OLE containers that are broken, closed or something else.</summary>
public static class BrokenXls
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<BadFile> All { get; } =
    [
        new("truncated.xls", "an xls cut off in the middle", "READ-038", path => File.WriteAllBytes(path, BrokenPackages.Half(Plain()))),
        new("truncated-stream.xls", "an xls whose records end early", "READ-038", path => Container(path, ("Workbook", Stream(Plain())[..600]))),
        new("agile.xlsx", "a container of an encrypted package", "READ-007", path => Container(path, ("EncryptionInfo", [4, 0, 4, 0, 0x40, 0, 0, 0]), ("EncryptedPackage", new byte[64]))),
        new("letter-97.xls", "a Word 97 document named .xls", "READ-010", path => Container(path, ("WordDocument", new byte[64]))),
        new("slides-97.xls", "a PowerPoint 97 presentation named .xls", "READ-011", path => Container(path, ("PowerPoint Document", new byte[64]))),
        new("mail.xls", "an Outlook message named .xls", "READ-017", path => Container(path, ("__properties_version1.0", new byte[64]))),
        new("errors.xls", "an xls with error cells", null, path => File.WriteAllBytes(path, WithErrors())),
    ];

    /// <summary>A small xls of synthetic content.</summary>
    public static byte[] Plain()
    {
        var workbook = new HSSFWorkbook();
        var sheet = workbook.CreateSheet("ปริมาณ");
        for (var row = 0; row < 40; row++)
            sheet.CreateRow(row).CreateCell(0).SetCellValue("ข้อความที่ " + row.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Bytes(workbook);
    }

    /// <summary>An OLE container of these streams.</summary>
    public static void Container(string path, params (string Name, byte[] Bytes)[] streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var container = new POIFSFileSystem();
        foreach (var (name, bytes) in streams)
        {
            using var content = new MemoryStream(bytes);
            container.CreateDocument(content, name);
        }
        using var file = File.Create(path);
        container.WriteFileSystem(file);
    }

    private static byte[] WithErrors()
    {
        var workbook = new HSSFWorkbook();
        var row = workbook.CreateSheet("ปริมาณ").CreateRow(0);
        row.CreateCell(0).SetCellErrorValue(NPOI.SS.UserModel.FormulaError.REF.Code);
        row.CreateCell(1).SetCellValue(1);
        return Bytes(workbook);
    }

    private static byte[] Stream(byte[] xls)
    {
        using var memory = new MemoryStream(xls);
        using var document = new NPOIFSFileSystem(memory).Root.CreateDocumentInputStream("Workbook");
        var bytes = new byte[document.Length];
        document.ReadFully(bytes);
        return bytes;
    }

    private static byte[] Bytes(HSSFWorkbook workbook)
    {
        using var memory = new MemoryStream();
        workbook.Write(memory);
        return memory.ToArray();
    }
}
