using Dla.Etl.Samples.Drafts;

namespace Dla.Etl.Samples.Costs;

/// <summary>How a table of open rows is laid out: title, office, unit of money, header, rows, the file's own total, the note that it is made up.</summary>
public sealed record SampleTable
{
    /// <summary>Said at the foot of the cost forms.</summary>
    public const string SyntheticNote = "หมายเหตุ : ข้อมูลสังเคราะห์เพื่อการทดสอบ ศูนย์ต้นทุนและจำนวนเงินมิใช่ของจริง";

    /// <summary>Group of the form, for the places of its cells.</summary>
    public required string Group { get; init; }

    /// <summary>The first line.</summary>
    public required string Title { get; init; }

    /// <summary>The second line.</summary>
    public string Office { get; init; } = "หน่วยงาน กรมส่งเสริมการปกครองท้องถิ่น";

    /// <summary>Lines below it, for example that of the month.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Said at the foot.</summary>
    public string Note { get; init; } = SyntheticNote;

    /// <summary>The line of the unit of money, or null for none.</summary>
    public string? Unit { get; init; } = "หน่วย : บาท";

    /// <summary>Columns: field, header and width.</summary>
    public required IReadOnlyList<(string Field, string Header, int Width)> Columns { get; init; }

    /// <summary>A value a column: a text, a double for money, or null.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }

    /// <summary>Label of the control line, or null for none.</summary>
    public string? Control { get; init; } = "รวมทั้งสิ้น";

    /// <summary>What the control line states, where it is not the sum; NaN for a blank.</summary>
    public double? Total { get; init; }

    /// <summary>The table as a workbook of one sheet.</summary>
    public DraftWorkbook Draw()
    {
        var sheet = new DraftSheet("ข้อมูล") { Widths = [.. Columns.Select(column => column.Width)] };
        var draft = new DraftWorkbook { Sheets = { sheet } };
        foreach (var line in new[] { Title, Office }.Concat(More).Append(Unit).OfType<string>())
            sheet.Put(sheet.NextRow, 0, line, Look.Plain);
        var header = sheet.NextRow;
        for (var column = 0; column < Columns.Count; column++)
            sheet.Put(header, column, Columns[column].Header, Look.Header);
        for (var row = 0; row < Rows.Count; row++)
            for (var column = 0; column < Columns.Count; column++)
            {
                sheet.Put(header + 1 + row, column, Rows[row][column], Rows[row][column] is double ? Look.Money : Look.Text);
                draft.Places[new LineCell(Group, row + 1, Columns[column].Field)] = (sheet, new Values.CellAddress(header + 1 + row, column));
            }

        if (Control is not null)
            DrawControl(draft, sheet, header + 1 + Rows.Count);
        sheet.Put(sheet.NextRow, 0, Note, Look.Plain);
        return draft;
    }

    // Line 0 of the group is the control line, so that cases can name its cells.
    private void DrawControl(DraftWorkbook draft, DraftSheet sheet, int row)
    {
        sheet.Put(row, 0, Control, Look.Text);
        draft.Places[new LineCell(Group, 0, "label")] = (sheet, new Values.CellAddress(row, 0));
        for (var column = 0; column < Columns.Count; column++)
            if (Columns[column].Field == "amount")
            {
                var total = Total ?? (double)Rows.Sum(one => one[column] is double amount ? (decimal)amount : 0m);
                sheet.Put(row, column, double.IsNaN(total) ? null : total, Look.Money);
                draft.Places[new LineCell(Group, 0, "amount")] = (sheet, new Values.CellAddress(row, column));
            }
    }
}
