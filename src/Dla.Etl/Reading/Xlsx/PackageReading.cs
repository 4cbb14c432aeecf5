using System.IO.Compression;
using System.Xml;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using ExcelDataReader;

namespace Dla.Etl.Reading.Xlsx;

/// <summary>Reads xlsx and xlsm: first the zip and its XML are looked over, then ExcelDataReader reads the values.</summary>
internal sealed class PackageReading(ReadingLimits limits, ReadingTime time)
{
    private const int MostNumberFormats = 5_000;

    /// <summary>The workbook in these bytes, or the finding that says why there is none.</summary>
    public Step<RawWorkbook> Read(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            var (workbook, refusal) = LookOver(zip, file);
            return workbook is null ? WorkbookReader.Refused(refusal!) : workbook.Read(limits, time);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException)
        {
            return WorkbookReader.Refused(EndsEarly(file) ? new Finding(ReadingFindings.TruncatedZip) : ForeignReader.Corrupt(exception));
        }
    }

    private (ExcelWorkbook? Workbook, Finding? Refusal) LookOver(ZipArchive zip, byte[] file)
    {
        if (PackageGate.Check(zip, limits) is { } closed)
            return (null, closed);
        var (kind, other) = PackageKind.Tell(zip, limits);
        if (other is not null)
            return (null, other);
        var (part, refused) = WorkbookPart.Read(zip, limits);
        if (part is null)
            return (null, refused);
        var (strings, unpacked, tooLong) = SharedStrings.Glance(zip, limits);
        if ((tooLong ?? Styles(zip)) is { } unreadable)
            return (null, unreadable);
        var (sheets, problem) = Sheets(part, strings, unpacked);
        return sheets is null ? (null, problem) : (new ExcelWorkbook(
            kind, () => ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file, writable: false)), SheetBounds.Xlsx, part.Dates, strings, sheets), null);
    }

    private (List<SheetSource>? Sheets, Finding? Problem) Sheets(WorkbookPart workbook, int strings, long unpacked)
    {
        var sheets = new List<SheetSource>();
        foreach (var (name, part) in workbook.Sheets)
        {
            if (part is null)
                return (null, ExcelWorkbook.Corrupt("ไม่พบเนื้อหาของแผ่นงาน", Place.On(name)));
            var glance = new SheetGlance();
            using (var stream = part.Open())
                unpacked += TagChunks.Walk(stream, limits.MaxUnpackedBytes, glance.Look);
            if (unpacked > limits.MaxUnpackedBytes)
                return (null, PackageGate.TooLarge("ขนาดเมื่อขยาย (ไบต์)", unpacked, limits.MaxUnpackedBytes));
            if (glance.IsStrict)
                return (null, new Finding(ReadingFindings.StrictOpenXml));
            if (time.IsUp())
                return (null, time.TooSlow());
            var source = Source(name, part, glance, strings);
            if (source.Marks.Problem is { } problem)
                return (null, problem);
            sheets.Add(source);
        }
        return (sheets, null);
    }

    private SheetSource Source(string name, ZipArchiveEntry part, SheetGlance glance, int strings)
    {
        SheetMarks Scan() => SheetPrescan.Scan(part.Open(), name, limits, time, strings);
        return glance.NeedsPrescan ? new SheetSource(Scan(), null) : new SheetSource(new SheetMarks(), Scan);
    }

    /// <summary>ExcelDataReader compares each number format with all before it; Excel itself stops far below this count.</summary>
    private Finding? Styles(ZipArchive zip)
    {
        if (PackageKind.Find(zip, "xl/styles.xml") is not { } part)
            return null;
        var formats = 0;
        using var stream = part.Open();
        TagChunks.Walk(stream, limits.MaxUnpackedBytes, (piece, _) => formats += piece.Count("<numFmt "u8) + piece.Count(":numFmt "u8));
        return formats > MostNumberFormats ? ExcelWorkbook.Corrupt("รูปแบบตัวเลขมากผิดปกติ") : null;
    }

    /// <summary>True when the end record of the zip is missing: the file was cut off.</summary>
    private static bool EndsEarly(byte[] file) =>
        file.AsSpan(Math.Max(0, file.Length - 66_000)).IndexOf("PK\u0005\u0006"u8) < 0;
}
