using System.Globalization;
using Dla.Etl.Samples;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Benchmarks.Files;

/// <summary>A workbook of the form <c>benchmark-rows</c>: 12 columns, text, numbers, money and dates as an office types them.</summary>
internal static class RowsWorkbook
{
    private static readonly string[] Headers =
        ["ชื่อโครงการ", "อำเภอ", "หน่วยงาน", "เป้าหมาย", "หน่วยนับ", "ไตรมาสหนึ่ง", "ไตรมาสสอง", "ไตรมาสสาม", "ไตรมาสสี่", "งบประมาณ", "ร้อยละ", "วันลงนาม"];

    private static readonly string[] Units = ["แห่ง", "คน", "ครั้ง", "โครงการ", "รายการ"];

    /// <summary>Writes a file with so many rows; always the same figures.</summary>
    public static void Write(string path, int rows)
    {
        var workbook = new XSSFWorkbook();
        var sheet = workbook.CreateSheet("โครงการ");
        var date = workbook.CreateCellStyle();
        date.DataFormat = workbook.CreateDataFormat().GetFormat("dd/mm/yyyy");
        sheet.CreateRow(0).CreateCell(0).SetCellValue("ตารางรายการโครงการสำหรับวัดความเร็ว ประจำปีงบประมาณ พ.ศ. 2563");
        sheet.CreateRow(1).CreateCell(0).SetCellValue("ชื่อหน่วยงานหลัก สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพะเยา");
        var header = sheet.CreateRow(3);
        for (var column = 0; column < Headers.Length; column++)
            header.CreateCell(column).SetCellValue(Headers[column]);
        for (var row = 0; row < rows; row++)
            Fill(sheet.CreateRow(4 + row), row, date);
        sheet.CreateRow(5 + rows).CreateCell(0).SetCellValue(Circular.SyntheticNote);
        using var stream = File.Create(path);
        workbook.Write(stream);
    }

    private static void Fill(IRow line, int row, ICellStyle date)
    {
        var random = new SplitMix(row);
        var quarters = new[] { random.Between(0, 90), random.Between(0, 90), random.Between(0, 90), random.Between(0, 90) };
        line.CreateCell(0).SetCellValue(string.Create(CultureInfo.InvariantCulture, $"โครงการพัฒนาท้องถิ่น แห่งที่ {row + 1}"));
        line.CreateCell(1).SetCellValue(string.Create(CultureInfo.InvariantCulture, $"อำเภอที่ {random.Between(1, 25)}"));
        line.CreateCell(2).SetCellValue(string.Create(CultureInfo.InvariantCulture, $"อบต. แห่งที่ {random.Between(1, 240)}"));
        line.CreateCell(3).SetCellValue(quarters.Sum());
        line.CreateCell(4).SetCellValue(Units[random.Between(0, Units.Length - 1)]);
        for (var quarter = 0; quarter < 4; quarter++)
            line.CreateCell(5 + quarter).SetCellValue(quarters[quarter]);
        line.CreateCell(9).SetCellValue(random.Between(10_000, 9_000_000) + (random.Between(0, 3) * 0.25));
        line.CreateCell(10).SetCellValue(random.Between(0, 100));
        var signed = line.CreateCell(11);
        signed.SetCellValue(43739 + random.Between(0, 364)); // from 1 October 2019, the first day of fiscal year 2563
        signed.CellStyle = date;
    }
}
