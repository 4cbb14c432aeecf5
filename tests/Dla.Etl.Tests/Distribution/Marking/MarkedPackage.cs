using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Distribution.Marking.Xlsx;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Distribution.Marking;

/// <summary>A workbook that was marked, opened as a package.</summary>
internal sealed class MarkedPackage
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private MarkedPackage(string path)
    {
        Path = path;
        using var zip = ZipFile.OpenRead(path);
        Parts = zip.Entries.ToDictionary(entry => entry.FullName, Read, StringComparer.Ordinal);
    }

    public string Path { get; }

    public IReadOnlyDictionary<string, byte[]> Parts { get; }

    /// <summary>Sheets in order.</summary>
    public IReadOnlyList<string> Sheets => [.. Xml("xl/workbook.xml").Descendants(Main + "sheet").Select(sheet => (string)sheet.Attribute("name")!)];

    public static MarkedPackage Of(string path) => new(path);

    /// <summary>Marks a workbook and expects that it can be marked.</summary>
    public static MarkedPackage Make(string path, string to, params IReadOnlyList<Finding> findings)
    {
        XlsxMarks.Attempt(Request(path, findings), to, default).ShouldBeNull();
        return new MarkedPackage(to);
    }

    public static MarkRequest Request(string path, params IReadOnlyList<Finding> findings) =>
        new(path, "ปริมาณ.xlsx", 12, "ไม่ผ่าน", findings, "โปรดส่งภายในวันที่ 30 กันยายน 2564");

    public static Finding Wrong(string sheet, string cell, FindingKind? kind = null) =>
        new(kind ?? ValidationFindings.Negative, Place.At(sheet, CellAddress.Parse(cell).Value)) { Subject = "จำนวน", Found = "-7", Expected = "ไม่ติดลบ" };

    public XElement Xml(string part) => XElement.Parse(Encoding.UTF8.GetString(Parts[part]));

    public string Text(string part) => Encoding.UTF8.GetString(Parts[part]);

    /// <summary>The rows of a worksheet as they stand in the file, byte for byte.</summary>
    public string Rows(string part) => Text(part) is var text && text.IndexOf("<sheetData", StringComparison.Ordinal) is var from and >= 0
        ? text[from..(text.IndexOf("</sheetData>", StringComparison.Ordinal) + 12)] : "";

    /// <summary>Cell and whole text of every comment of a part.</summary>
    public IReadOnlyList<(string Cell, string Text)> Comments(string part) => !Parts.ContainsKey(part) ? [] :
        [.. Xml(part).Descendants(Main + "comment").Select(comment => ((string)comment.Attribute("ref")!, string.Concat(comment.Descendants(Main + "t").Select(text => text.Value))))];

    /// <summary>Range and priority of our rules on a sheet.</summary>
    public IReadOnlyList<(string Range, int Priority)> Rules(string part) => [.. Xml(part).Descendants(Main + "cfRule")
        .Where(rule => rule.Value.Contains(MarkText.RuleWord, StringComparison.Ordinal)).Select(rule => ((string)rule.Parent!.Attribute("sqref")!, (int)rule.Attribute("priority")!))];

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var memory = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
