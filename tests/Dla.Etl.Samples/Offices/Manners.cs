using Dla.Etl.Samples.Layouts;

namespace Dla.Etl.Samples.Offices;

/// <summary>The manners that the table of offices names.</summary>
public static class Manners
{
    /// <summary>One table, a row for each sub-activity, numbers.</summary>
    public static Manner Form { get; } = new();

    /// <summary>The same with notes, and ผู้รายงาน to sign.</summary>
    public static Manner FormWithNotes { get; } = new() { Extras = Extras.Notes };

    /// <summary>The same with a รวม row.</summary>
    public static Manner FormWithSum { get; } = new() { Extras = Extras.Subtotal | Extras.Notes };

    /// <summary>The same with รวมทั้งสิ้น in the first column.</summary>
    public static Manner FormWithGrandTotal { get; } = new() { Extras = Extras.SubtotalInFirstColumn };

    /// <summary>The same with a row of column numbers and a hidden row of units.</summary>
    public static Manner FormWithNumberedColumns { get; } = new() { Extras = Extras.ColumnNumbers | Extras.HiddenRow };

    /// <summary>Numbers typed as text.</summary>
    public static Manner FormInText { get; } = new() { Numbers = Numbers.Text, Nothing = Nothing.Dash };

    /// <summary>Numbers typed as text with commas.</summary>
    public static Manner FormInGroupedText { get; } = new() { Numbers = Numbers.Grouped, Nothing = Nothing.None };

    /// <summary>Thai digits throughout.</summary>
    public static Manner FormInThaiDigits { get; } = new() { Numbers = Numbers.ThaiDigits, Nothing = Nothing.Dash };

    /// <summary>Quantities with their units.</summary>
    public static Manner FormWithUnits { get; } = new() { Numbers = Numbers.WithUnit, Nothing = Nothing.None };

    /// <summary>The circular's three pages as one long sheet.</summary>
    public static Manner Printed { get; } = new() { Pages = Pages.RepeatedHeadings, Items = Items.SharedCell, AllRatios = true };

    /// <summary>The same with the third page's unit heading raised, as in the scan.</summary>
    public static Manner PrintedAsScanned { get; } = Printed with { ThirdPage = ThirdPage.UnitRaised };

    /// <summary>The circular's pages, a sheet each.</summary>
    public static Manner PrintedSheets { get; } = Printed with { Pages = Pages.SheetEach };

    /// <summary>Three pages on one sheet, a row for each item.</summary>
    public static Manner Retyped { get; } = new() { Pages = Pages.RepeatedHeadings, AllRatios = true };

    /// <summary>Three sheets, a row for each item.</summary>
    public static Manner RetypedSheets { get; } = new() { Pages = Pages.SheetEach, Extras = Extras.Notes };

    /// <summary>The dotted line filled in by hand.</summary>
    public static Manner OnDots(this Manner manner) => manner with { OfficeLine = Circular.Office + ".....{0}....." };

    /// <summary>สถจ. instead of the long name.</summary>
    public static Manner AsSathoJo(this Manner manner) => manner with { OfficeLine = "ชื่อหน่วยงานหลัก สถจ.{0}" };

    /// <summary>จ. instead of จังหวัด.</summary>
    public static Manner WithShortPrefix(this Manner manner) =>
        manner with { OfficeLine = "ชื่อหน่วยงานหลัก สำนักงานส่งเสริมการปกครองท้องถิ่น จ.{0}" };

    /// <summary>The province written otherwise than in the reference.</summary>
    public static Manner Calling(this Manner manner, string province) => manner with { ProvinceAsWritten = province };
}
