using System.Globalization;
using Dla.Etl.Samples.Drafts;

namespace Dla.Etl.Samples.Layouts;

/// <summary>Draws a return in the manner of an office.</summary>
public static class ReturnDrawing
{
    /// <summary>The workbook, not yet misspelt and not yet written.</summary>
    public static DraftWorkbook Draw(SampleReturn from, Manner manner)
    {
        var workbook = new DraftWorkbook { From = from };
        if (manner.Pages == Pages.OneTable)
            OneTable(workbook, from, manner);
        else
            ThreePages(workbook, from, manner);
        Below(workbook.Sheets[^1], from, manner);
        if (manner.Numbers == Numbers.ThaiDigits)
            workbook.Respell(Amounts.ThaiDigits);
        return workbook;
    }

    private static void OneTable(DraftWorkbook workbook, SampleReturn from, Manner manner)
    {
        var sheet = Add(workbook, "ปริมาณ");
        var row = Title(sheet, from, manner);
        new PageTable(workbook, sheet, from, manner).Draw(row, PageColumns.Usual, from.SubActivities, continued: false);
    }

    private static void ThreePages(DraftWorkbook workbook, SampleReturn from, Manner manner)
    {
        var each = manner.Pages == Pages.SheetEach;
        var sheet = each ? null : Add(workbook, "ตาราง");
        var row = 0;
        foreach (var page in from.SubActivities.GroupBy(line => Circular.PageOf(line.Number)))
        {
            if (each)
                sheet = Add(workbook, string.Create(CultureInfo.InvariantCulture, $"หน้า {page.Key}"));
            if (each || page.Key == 1)
                row = Title(sheet!, from, manner);
            var columns = page.Key == 3 ? PageColumns.Third(manner.ThirdPage) : PageColumns.Usual;
            row = 1 + new PageTable(workbook, sheet!, from, manner).Draw(row, columns, [.. page], continued: page.Key > 1);
        }
    }

    private static int Title(DraftSheet sheet, SampleReturn from, Manner manner)
    {
        sheet.Put(0, 0, Circular.Title.Replace("{0}", from.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), Look.Title);
        sheet.Merge(0, 0, 0, PageColumns.Count - 1);
        sheet.Put(1, 0, manner.OfficeLine.Replace("{0}", manner.ProvinceAsWritten ?? from.Province.Thai, StringComparison.Ordinal), Look.Title);
        sheet.Merge(1, 0, 1, PageColumns.Count - 1);
        return 3;
    }

    private static void Below(DraftSheet sheet, SampleReturn from, Manner manner)
    {
        if (manner.Extras.HasFlag(Extras.Subtotal))
            Subtotal(sheet, from, manner, 8, "รวม");
        if (manner.Extras.HasFlag(Extras.SubtotalInFirstColumn))
            Subtotal(sheet, from, manner, 0, "รวมทั้งสิ้น");
        var row = sheet.NextRow + 1;
        sheet.Put(row++, 0, Circular.SyntheticNote, Look.Plain);
        if (manner.Extras.HasFlag(Extras.Notes))
            foreach (var note in new[]
            {
                "1. ปริมาณนับตั้งแต่เดือนตุลาคมถึงเดือนกันยายนของปีงบประมาณ",
                "ที่มา : กลุ่มงานการเงินบัญชีและการตรวจสอบ",
                "ลงชื่อ ........................................ ผู้รายงาน",
            })
                sheet.Put(row++, 0, note, Look.Plain);
        if (manner.Extras.HasFlag(Extras.HiddenRow))
            HiddenUnits(sheet, row + 1);
    }

    private static void Subtotal(DraftSheet sheet, SampleReturn from, Manner manner, int column, string word)
    {
        var row = sheet.NextRow;
        var third = manner.Pages == Pages.OneTable ? PageColumns.Usual : PageColumns.Third(manner.ThirdPage);
        sheet.Put(row, column == 0 ? 0 : third.SubActivity.Name, word, Look.Header);
        sheet.Put(row, third.SubActivity.Quantity!.Value, (double)from.SubActivities.Sum(line => line.Quantity ?? 0), Look.Number);
    }

    private static void HiddenUnits(DraftSheet sheet, int row)
    {
        foreach (var (column, unit) in new[] { "เรื่อง", "ครั้ง", "คน", "รายการ", "แห่ง" }.Index())
            sheet.Put(row, column, unit, Look.Plain);
        sheet.HiddenRows.Add(row);
    }

    private static DraftSheet Add(DraftWorkbook workbook, string name)
    {
        var sheet = new DraftSheet(name);
        workbook.Sheets.Add(sheet);
        return sheet;
    }
}
