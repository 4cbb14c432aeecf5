using static Dla.Etl.Samples.Costs.SampleCost;

namespace Dla.Etl.Samples.Costs;

/// <summary>The made-up costs of the whole department for a year: all categories, sources and kinds, the same on every machine.</summary>
/// <remarks>
/// A provincial office costs some 5–40 million baht. From 2563 to 2564 most lines move by less than a fifth; those of D08 fall and those of D09
/// rise by much more, so that the unit costs of some sub-activities pass the threshold of ±20 %.
/// </remarks>
public static class CostBook
{
    private const long Baht = 100;

    /// <summary>The lines of a year, centre by centre.</summary>
    public static IReadOnlyList<SampleCost> Of(int year) => [.. CostPlace.All.SelectMany(place => Own(year, place)), .. Shared(year)];

    // What a centre spends on itself.
    private static IEnumerable<SampleCost> Own(int year, CostPlace place)
    {
        var people = place.People * 1_000 * Baht;
        yield return Line(1, Personnel, Budget, Fixed, "5101010101", people * 390);
        yield return Line(2, Personnel, Central, Fixed, "5101030205", people * 28);
        yield return Line(3, Training, Budget, Variable, "5102010199", people * 14);
        yield return Line(4, Travel, Budget, Variable, "5103010199", people * 11);
        yield return Line(5, Operating, Budget, Variable, "5104010104", people * 46);
        yield return Line(6, Operating, Budget, Fixed, "5104020101", people * 13);
        yield return Line(7, Operating, OffBudget, Variable, "5104010112", people * 6);
        yield return Line(8, Depreciation, NoCash, Fixed, "5105010101", people * 17);
        if (place.Number % 3 == 0)
            yield return Line(9, Other, Budget, Variable, "5108010199", people * 3);
        if (place.Number % 13 == 4)
            yield return Line(10, Grants, Budget, Variable, PassThrough, people * 210, "เงินอุดหนุนที่ส่งผ่านให้ อปท.");
        if (place.Code is "D08" or "D09")
            yield return Line(11, Grants, Budget, Variable, "5107010199", people * 2_600);

        SampleCost Line(int number, string category, string source, string behaviour, string account, long about, string note = "") =>
            new(place, category, source, Direct, behaviour, account, Moved(year, place, number, about), note);
    }

    // What one division books for all: spread by headcount, floor area and computers. One credit, with its note.
    private static IEnumerable<SampleCost> Shared(int year)
    {
        yield return Line("D02", 21, Personnel, Budget, Fixed, "5101010109", 34_500_000);
        yield return Line("D02", 22, Training, Budget, Variable, "5102010106", 8_200_000);
        yield return Line("D04", 23, Operating, Budget, Fixed, "5104030299", 21_900_000);
        yield return Line("D07", 24, Operating, Budget, Fixed, "5104020101", 17_400_000);
        yield return Line("D07", 25, Depreciation, NoCash, Fixed, "5105010107", 26_300_000);
        yield return Line("D07", 26, Other, OffBudget, Variable, "5108010101", 1_150_000);
        yield return new(CostPlace.Of("D07"), Operating, Budget, Direct, Variable, "5104020101", -125_000 * Baht, "รับคืนค่าสาธารณูปโภคที่จ่ายเกินของปีก่อน");

        SampleCost Line(string code, int number, string category, string source, string behaviour, string account, long about) =>
            new(CostPlace.Of(code), category, source, Indirect, behaviour, account, Moved(year, CostPlace.Of(code), number, about * Baht));
    }

    // From one year to the next by −8 to +12 per cent; the two divisions that change much by more.
    private static long Moved(int year, CostPlace place, int line, long about)
    {
        var first = about * new SplitMix(place.Number, line).Between(82, 118) / 100;
        var satang = new SplitMix(year, place.Number, line, 7).Between(0, 99_999);
        var percent = year == 2563 ? 100 : place.Code switch
        {
            "D08" => 58,
            "D09" => 171,
            _ => new SplitMix(year, place.Number, line).Between(92, 112),
        };
        return (first * percent / 100) + satang;
    }
}
