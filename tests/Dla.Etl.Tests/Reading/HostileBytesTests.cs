using System.Text;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Samples.BadFiles;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Reading;

/// <summary>Whatever the bytes, Read answers with a workbook or a FATAL finding, and soon.</summary>
public sealed class HostileBytesTests
{
    private static readonly ReadingLimits Small = new() { MaxUnpackedBytes = 4 * 1024 * 1024, MaxSeconds = 20 };

    private static readonly byte[] Xlsx = (MinimalXlsx.OfRows("""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c></row><row r="2" hidden="1"><c r="A2" t="e"><v>#REF!</v></c></row>""")
        with { SharedStrings = ["<t>จังหวัด</t>"], NumberFormats = ["dd/mm/yyyy"] }).ToBytes();

    private static readonly byte[] Xls = BrokenXls.Plain();

    private static readonly byte[] Csv = Encoding.UTF8.GetBytes("ลำดับ,กิจกรรม,\"ปริมาณ\"\n1,จัดทำแผน,\"7,850\"\n");

    [Fact]
    public void RandomBytes() => Check(Gen.Choose(0, 255).ArrayOf().Select(values => values.Select(value => (byte)value).ToArray()), 300);

    [Theory]
    [InlineData("xlsx", 300)]
    [InlineData("xls", 300)]
    [InlineData("csv", 200)]
    public void MutatedFiles(string kind, int cases)
    {
        var file = kind switch { "xlsx" => Xlsx, "xls" => Xls, _ => Csv };
        Check(Mutations(file), cases);
    }

    [Fact]
    public void MutatedWorksheetsInSoundZips()
    {
        var xml = Encoding.UTF8.GetBytes("""<row r="1" hidden="1"><c r="A1" s="1"><v>44347</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>""");
        Check(Mutations(xml).Select(bytes => (MinimalXlsx.OfRows(Encoding.UTF8.GetString(bytes)) with { SharedStrings = ["<t>ก</t>"], NumberFormats = ["dd/mm/yyyy"] }).ToBytes()), 300);
    }

    [Fact]
    public void MutatedRecordsInSoundContainers() => Check(Mutations(Stream(Xls)).Select(Wrapped), 300);

    /// <summary>A few bytes changed, a piece cut out, or the end cut off.</summary>
    private static Gen<byte[]> Mutations(byte[] file) =>
        from changes in Gen.Choose(0, file.Length - 1).Zip(Gen.Choose(0, 255)).ListOf()
        from cut in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(1, 64)))
        from at in Gen.Choose(0, file.Length - 1)
        from end in Gen.Frequency((6, Gen.Constant(file.Length)), (1, Gen.Choose(0, file.Length)))
        select Mutated(file, [.. changes.Take(12)], cut, at, end);

    private static byte[] Mutated(byte[] file, (int At, int Value)[] changes, int cut, int at, int end)
    {
        var bytes = (byte[])file.Clone();
        foreach (var (place, value) in changes)
            bytes[place] = (byte)value;
        return [.. bytes[..Math.Min(at, end)], .. bytes[Math.Min(at + cut, end)..end]];
    }

    private static void Check(Gen<byte[]> files, int cases) => Prop.ForAll(files.ToArbitrary(), file =>
    {
        var step = Reads.Bytes(file, Small);
        return (step.Artefact is null) == step.Findings.Any(finding => finding.Severity == Severity.Fatal);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(cases));

    private static byte[] Wrapped(byte[] stream)
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "0f.xls");
        BrokenXls.Container(path, ("Workbook", stream));
        return File.ReadAllBytes(path);
    }

    private static byte[] Stream(byte[] xls)
    {
        using var memory = new MemoryStream(xls);
        using var document = new NPOI.POIFS.FileSystem.NPOIFSFileSystem(memory).Root.CreateDocumentInputStream("Workbook");
        var bytes = new byte[document.Length];
        document.ReadFully(bytes);
        return bytes;
    }
}
