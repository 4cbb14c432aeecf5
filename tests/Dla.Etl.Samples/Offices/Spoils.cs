using Dla.Etl.Samples.Drafts;

namespace Dla.Etl.Samples.Offices;

/// <summary>Mistakes that offices really make, put into a draft.</summary>
public static class Spoils
{
    /// <summary>The cell of a field of a sub-activity.</summary>
    public static LineCell SubActivity(int number, string field = "quantity") => new("sub_activity", number, field);

    /// <summary>A quantity left blank, a unit of another kind and a guess in words.</summary>
    public static void BlankUnitAndWords(DraftWorkbook draft)
    {
        draft.Replace(SubActivity(8), null);
        draft.Replace(SubActivity(9, "unit"), "เรื่อง");
        draft.Replace(SubActivity(13), "ประมาณ 900");
    }

    /// <summary>The circular's own first page: six items in the cell, five rows of values beside it.</summary>
    public static void SixItemsFiveValues(DraftWorkbook draft)
    {
        foreach (var field in new[] { "ratio", "quantity", "unit" })
        {
            var (sheet, address) = draft.Places[SubActivity(6, field)];
            draft.Replace(SubActivity(5, field), sheet.Cells[address].Value);
            draft.Replace(SubActivity(6, field), null);
        }
    }

    /// <summary>A unit of another kind than the form's.</summary>
    public static void OtherUnit(DraftWorkbook draft) => draft.Replace(SubActivity(7, "unit"), "ครั้ง");

    /// <summary>A negative number, as a correction to last year's figure.</summary>
    public static void Negative(DraftWorkbook draft) => draft.Replace(SubActivity(18), -12d);

    /// <summary>The blank form sent back.</summary>
    public static void Empty(DraftWorkbook draft)
    {
        foreach (var cell in draft.Places.Keys.Where(cell => cell.Field == "quantity").ToList())
            draft.Replace(cell, null);
    }
}
