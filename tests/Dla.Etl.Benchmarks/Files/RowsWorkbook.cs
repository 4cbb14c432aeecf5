using System.Globalization;
using Dla.Etl.Samples;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Benchmarks.Files;

/// <summary>A workbook of the form <c>benchmark-rows</c>: 12 columns, text, numbers, money and dates as an office types them.</summary>
internal static class RowsWorkbook
{
    private static readonly string[] Headers =
        ["ชื่อรายการ", "อำเภอ", "ปริมาณ", "หน่วยนับ", "อัตราส่วน", "เป้าหมาย", "งบประมาณ", "วงเงินตามสัญญา", "เบิกจ่าย", "วันที่เริ่ม", "ผู้รับผิดชอบ", "คำอธิบาย"];

    private static readonly string[] Units = ["แห่ง", "คน", "ครั้ง", "โครงการ", "รายการ"];

    /// <summary>Writes a file with so many rows; always the same figures.</summary>
    public static void Write(string path, int rows)
    {
        var workbook = new XSSFWorkbook();
        var sheet = workbook.CreateSheet("ทะเบียน");
        var date = workbook.CreateCellStyle();
        date.DataFormat = workbook.CreateDataFormat().GetFormat("dd/mm/yyyy");
        sheet.CreateRow(0).CreateCell(0).SetCellValue("ทะเบียนรายการสำหรับทดสอบความเร็วของระบบ ประจำปีงบประมาณ พ.ศ. 2564");
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
        var budget = random.Between(10_000, 9_000_000) + (random.Between(0, 3) * 0.25);
        line.CreateCell(0).SetCellValue(string.Create(CultureInfo.InvariantCulture, $"โครงการพัฒนาท้องถิ่น แห่งที่ {row + 1}"));
        line.CreateCell(1).SetCellValue(string.Create(CultureInfo.InvariantCulture, $"อำเภอที่ {random.Between(1, 25)}"));
        line.CreateCell(2).SetCellValue(random.Between(0, 400));
        line.CreateCell(3).SetCellValue(Units[random.Between(0, Units.Length - 1)]);
        line.CreateCell(4).SetCellValue(random.Between(2, 100));
        line.CreateCell(5).SetCellValue(random.Between(0, 400));
        line.CreateCell(6).SetCellValue(budget);
        line.CreateCell(7).SetCellValue(budget);
        line.CreateCell(8).SetCellValue(Math.Round(budget / 2, 2));
        var started = line.CreateCell(9);
        started.SetCellValue(44105 + random.Between(0, 364)); // from 1 October 2020, the first day of fiscal year 2564
        started.CellStyle = date;
        line.CreateCell(10).SetCellValue(string.Create(CultureInfo.InvariantCulture, $"กลุ่มงานที่ {random.Between(1, 9)}"));
        line.CreateCell(11).SetCellValue(string.Create(CultureInfo.InvariantCulture, $"รายการสังเคราะห์ชุดที่ {random.Between(1, 400)}"));
    }
}
