using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>Says in words how the exact amount became the printed one.</summary>
internal static class RoundingStory
{
    // A fraction of a whole department's ratios may have a hundred digits, which nobody reads.
    private const int LongestFraction = 60;

    /// <summary>The sentence; none where the cell prints the exact amount, or no number.</summary>
    /// <param name="origin">Where the cell comes from.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="printed">The number that the cell prints, in baht or units of measure.</param>
    public static IEnumerable<string> Of(CellOrigin origin, Explained tree, Rational? printed)
    {
        if (tree.Exact is not { } exact || printed is not { } shown)
            yield break;
        var amount = tree.IsMoney ? exact / 100 : exact;
        var apart = (shown - amount).Abs();
        if (apart.Sign == 0)
            yield break;
        yield return $"ค่าที่คำนวณได้ก่อนปัดเศษ {FigureText.Decimal(amount, 6)}{(tree.IsMoney ? " บาท" : "")}{Fraction(exact, tree.IsMoney)} {Why(origin, tree, apart)}";
    }

    private static string Fraction(Rational exact, bool isMoney) => exact.ToString() is { Length: <= LongestFraction } text && !exact.IsWhole
        ? $" (เศษส่วน {text}{(isMoney ? " สตางค์" : "")})"
        : "";

    private static string Why(CellOrigin origin, Explained tree, Rational apart) => origin switch
    {
        CostPlaces { OnlyFromCentre: null } when apart < Rational.Of(1, 100) => "ตารางนี้ปัดเศษพร้อมกันทั้งตาราง ให้ผลรวมทุกแถวและทุกคอลัมน์ตรงกันถึงสตางค์ ค่าที่พิมพ์จึงต่างจากค่านี้ไม่ถึงหนึ่งสตางค์",
        ComputedOf { IsSum: true } or ComputedOf { Times: not null } when apart > Rational.Of(1, 200) && apart < Rational.Of(1, 100) =>
            "ตารางนี้ปัดเศษให้ผลรวมตรงกันถึงสตางค์ ค่าที่พิมพ์จึงต่างจากค่านี้ไม่ถึงหนึ่งสตางค์",
        CostPlaces or PerUnitOf or ChangeOf or ShareOf or ComputedOf when apart <= Rational.Of(1, 200) => "พิมพ์โดยปัดครึ่งขึ้นเป็นทศนิยมสองตำแหน่ง",
        CostPlaces cost when apart <= Rational.Of(cost.Point.Nodes.Count + cost.Point.Less.Count, 100) =>
            $"ค่าที่พิมพ์เป็นผลรวมของค่าที่ปัดเศษแล้วในตาราง จึงต่างไป {FigureText.Decimal(apart, 6)} บาท",
        _ => $"ค่าที่พิมพ์ไม่ตรงกับค่าที่บันทึกไว้ ต่างกัน {FigureText.Decimal(apart, 6)}{(tree.IsMoney ? " บาท" : "")}",
    };
}
