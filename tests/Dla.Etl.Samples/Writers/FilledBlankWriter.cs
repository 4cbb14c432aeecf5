using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Forms;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Samples.Writers;

/// <summary>Fills the blank form of the program itself, as an office does that was sent it.</summary>
internal static class FilledBlankWriter
{
    private static readonly Lazy<FormCatalogue> Forms = new(() => FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates")));

    /// <summary>The filled form; the draft's places become those of the form's cells.</summary>
    public static byte[] Write(DraftWorkbook draft) => NpoiCulture.Invariant(() => Fill(draft));

    private static byte[] Fill(DraftWorkbook draft)
    {
        var from = draft.From ?? throw new ArgumentException("The draft is of no return.", nameof(draft));
        var form = Forms.Value.Get("unit-cost-quantity", FiscalYear.FromBuddhistEra(from.Year));
        using var blank = new MemoryStream();
        BlankForm.Write(form, Units.All.Single(unit => unit.Name == from.Province.Thai), blank);
        var workbook = new XSSFWorkbook(new MemoryStream(blank.ToArray()));
        var sheet = workbook.GetSheetAt(0);
        var filled = new DraftSheet(sheet.SheetName);
        foreach (var (cell, (source, address)) in draft.Places.ToList())
        {
            var target = Find(sheet, form, cell);
            draft.Places[cell] = (filled, target);
            if (source.Cells.TryGetValue(address, out var value) && cell.Field is "quantity" or "unit")
                Put(sheet.GetRow(target.Row).GetCell(target.Column), value.Value);
        }
        sheet.CreateRow(sheet.LastRowNum + 1).CreateCell(0).SetCellValue(Circular.SyntheticNote);
        using var stream = new MemoryStream();
        workbook.Write(stream);
        return FixedZip.Rewrite(stream.ToArray());
    }

    /// <summary>The cell of a field: the row of its label, as many columns further as the form has the field.</summary>
    private static CellAddress Find(ISheet sheet, FormDefinition form, LineCell cell)
    {
        var group = form.Group(cell.Group);
        var item = group.Items.Single(item => item.Number == cell.Number);
        var label = string.Create(CultureInfo.InvariantCulture, $"{item.Number}. {item.Label}");
        var key = Enumerable.Range(0, sheet.LastRowNum + 1)
            .SelectMany(row => sheet.GetRow(row)?.Cells ?? [])
            .First(candidate => candidate.CellType == CellType.String && candidate.StringCellValue == label);
        // The main activities have one column for number and unit, which the form calls quantity.
        var field = cell.Group == "main_activity" && cell.Field == "unit" ? "quantity" : cell.Field;
        return new CellAddress(key.RowIndex, key.ColumnIndex + group.Fields.Select(known => known.Code).ToList().IndexOf(field));
    }

    private static void Put(ICell cell, object value)
    {
        if (value is double number)
            cell.SetCellValue(number);
        else
            cell.SetCellValue((string)value);
    }
}
