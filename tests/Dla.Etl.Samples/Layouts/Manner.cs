namespace Dla.Etl.Samples.Layouts;

/// <summary>Where the three printed pages of the circular went.</summary>
public enum Pages
{
    /// <summary>One table, as a blank workbook has it.</summary>
    OneTable,

    /// <summary>One long sheet, the headings repeated for every page, the third page with its own order of columns.</summary>
    RepeatedHeadings,

    /// <summary>A sheet for every page.</summary>
    SheetEach,
}

/// <summary>How the items of a page stand.</summary>
public enum Items
{
    /// <summary>A row for each.</summary>
    RowEach,

    /// <summary>All items of a page in one cell, as the circular prints them; their values on the rows from there on.</summary>
    SharedCell,
}

/// <summary>The order of columns on page 3.</summary>
public enum ThirdPage
{
    /// <summary>อัตราส่วน and ปริมาณ before ชื่อ.</summary>
    NameAfterQuantity,

    /// <summary>As the scan: หน่วยนับ of the sub-activities stands a row higher, beside the group headings.</summary>
    UnitRaised,
}

/// <summary>How quantities are typed.</summary>
public enum Numbers
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>Text of digits.</summary>
    Text,

    /// <summary>Text with grouping commas.</summary>
    Grouped,

    /// <summary>Thai digits, as all digits of the workbook.</summary>
    ThaiDigits,

    /// <summary>The unit in the same cell: <c>7,850 แห่ง</c>.</summary>
    WithUnit,
}

/// <summary>How nothing is stated.</summary>
public enum Nothing
{
    /// <summary>0.</summary>
    Zero,

    /// <summary>A dash.</summary>
    Dash,

    /// <summary>ไม่มี.</summary>
    None,
}

/// <summary>What else stands on the sheet.</summary>
[Flags]
public enum Extras
{
    /// <summary>Only the note that the figures are synthetic.</summary>
    None = 0,

    /// <summary>A รวม row under the table, its word in the column of the sub-activities.</summary>
    Subtotal = 1,

    /// <summary>A รวมทั้งสิ้น row, its words in the first column.</summary>
    SubtotalInFirstColumn = 2,

    /// <summary>Notes and an empty signature line.</summary>
    Notes = 4,

    /// <summary>A hidden row with the units for a drop-down list.</summary>
    HiddenRow = 8,

    /// <summary>A row of column numbers (1) (2) … under the headings.</summary>
    ColumnNumbers = 16,
}

/// <summary>How an office makes its workbook.</summary>
public sealed record Manner
{
    /// <summary>Pages.</summary>
    public Pages Pages { get; init; }

    /// <summary>Items.</summary>
    public Items Items { get; init; }

    /// <summary>Order of columns on page 3 where headings are repeated.</summary>
    public ThirdPage ThirdPage { get; init; }

    /// <summary>Numbers.</summary>
    public Numbers Numbers { get; init; }

    /// <summary>Zero.</summary>
    public Nothing Nothing { get; init; }

    /// <summary>What else.</summary>
    public Extras Extras { get; init; }

    /// <summary>Ratios filled in beyond those that the circular gives legibly (synthetic, as the printed ones 3 and 5).</summary>
    public bool AllRatios { get; init; }

    /// <summary>The line of the office; <c>{0}</c> is the province.</summary>
    public string OfficeLine { get; init; } = Circular.Office + "{0}";

    /// <summary>The province as this office writes it, or null for its name.</summary>
    public string? ProvinceAsWritten { get; init; }
}
