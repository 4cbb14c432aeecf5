using System.Data.Common;
using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tracing;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>Tells a figure that is made of what the units reported: each return with file, sheet and cell.</summary>
internal sealed class FigureStory(DbConnection connection, FormCatalogue forms, long sequence)
{
    private const int MostNamed = 5;

    /// <summary>The tree.</summary>
    public Explained Of(ReportedFigures of)
    {
        var all = SourceFact.Of(connection, of, sequence);
        var stated = all.Where(fact => fact.IsStated).ToList();
        var counted = Both(of, stated.Where(fact => of.UnitOfMeasure is null || fact.UnitOfMeasure == of.UnitOfMeasure).ToList());
        var chosen = Chosen(of.Shows, counted);
        var exact = of.Shows == FigureChoice.Count ? counted.Select(fact => fact.Unit).Distinct(StringComparer.Ordinal).Count() : Rational.Sum(chosen.Take(Single(of) ? 1 : chosen.Count).Select(fact => fact.Value));
        var isMoney = of.Shows != FigureChoice.Count && counted.Count > 0 && counted[0].Type == "baht";
        var mixed = of.Shows == FigureChoice.Sum ? Mixed(counted) : [];
        var known = of.Shows == FigureChoice.Count || (counted.Count > 0 && mixed.Count == 0);
        return new Explained($"{Words(of)}{(mixed.Count > 0 ? Apart(mixed) : Result(of, exact, isMoney, known, counted))}{Others(stated, counted)}")
        {
            Exact = known ? exact : null, IsMoney = isMoney,
            UnitOfMeasure = isMoney || of.Shows == FigureChoice.Count ? "" : of.UnitOfMeasure ?? counted.Select(fact => fact.UnitOfMeasure).FirstOrDefault() ?? "",
            Below = [.. mixed.Count > 0 ? mixed.SelectMany(unit => unit.Select(fact => Leaf(fact) with { Weight = null })) : chosen.Select(Leaf), .. LeftOut(of, stated, counted), .. Without(of, all)],
        };
    }

    // Figures in different units of measure are not added. The unit of fewest offices comes first: there is most likely what has to be mended.
    private static List<List<SourceFact>> Mixed(List<SourceFact> counted) =>
        counted.GroupBy(fact => fact.UnitOfMeasure ?? "", StringComparer.Ordinal).Select(unit => unit.ToList()).OrderBy(unit => unit.Count).ToList() is { Count: > 1 } units ? units : [];

    private string Apart(List<List<SourceFact>> units) =>
        $" รวมไม่ได้ เพราะใช้หน่วยนับต่างกัน: {string.Join("; ", units.Select(unit => $"“{(unit[0].UnitOfMeasure is { Length: > 0 } name ? name : "ไม่ระบุ")}” {Offices(unit)}"))}";

    private string Offices(List<SourceFact> unit)
    {
        List<string> names = [.. unit.Select(fact => NameOf(fact.Unit, Period.FromNumber(fact.FiscalYear))).Distinct(StringComparer.Ordinal)];
        var count = names.Count.ToString(CultureInfo.InvariantCulture);
        return names.Count <= MostNamed ? $"{count} หน่วยงาน ({string.Join(", ", names)})" : $"{count} หน่วยงาน";
    }

    // They come last, whatever they amount to: their weight is in another unit of measure.
    private IEnumerable<Explained> LeftOut(ReportedFigures of, List<SourceFact> stated, List<SourceFact> counted) => of.Shows == FigureChoice.Sum && of.Unit is null
        ? stated.Except(counted).Select(Leaf).Select(leaf => leaf with { Text = $"ไม่นับรวม: {leaf.Text}", Weight = Rational.Zero, Source = null })
        : [];

    /// <summary>One field of a return with its cell.</summary>
    public Explained Leaf(SourceFact fact)
    {
        var amount = !fact.IsStated ? (fact.Text is { Length: > 0 } ? $"“{TextOf(fact)}”" : "ไม่ได้ระบุ")
            : fact.Type == "baht" ? CostStory.Baht(fact.Value)
            : fact.Type == "text" ? $"“{TextOf(fact)}”"
            : fact.Type == "date" ? ThaiDates.Long(DateOnly.FromDayNumber((int)fact.Amount!.Value))
            : $"{FigureText.Decimal(fact.Value, 4)} {fact.UnitOfMeasure}".TrimEnd();
        return new Explained($"{NameOf(fact.Unit, Period.FromNumber(fact.FiscalYear))} {LabelOf(fact)}{amount} {fact.Where()}", fact.IsStated ? fact.Value.Abs() : Rational.Zero)
        {
            Exact = fact.IsStated && fact.Type != "date" ? fact.Value : null, IsMoney = fact.Type == "baht", AddsUp = fact.Type == "baht", Source = fact,
        };
    }

    /// <summary>One field of a row with the row's other cells below it, which are no parts of it and are headed as what they are.</summary>
    /// <param name="shown">The field.</param>
    /// <param name="row">All fields of its row.</param>
    public Explained LeafOfRow(SourceFact shown, IEnumerable<SourceFact> row)
    {
        List<SourceFact> others = [.. row.Where(fact => fact != shown && fact.Cell is not null)];
        return Leaf(shown) with { Below = others.Count == 0 ? [] : [new Explained("เซลล์อื่นของแถวเดียวกัน:") { Below = others.Select(Leaf) }] };
    }

    // Words of closed lists are stored as codes.
    private string? TextOf(SourceFact fact) => fact.Text is { } code ? CostKinds.ThaiOf(fact.FieldCode, code) ?? LabelOfCode(fact, code) ?? code : null;

    private string? LabelOfCode(SourceFact fact, string code) => FormOf(fact.Form, Period.FromNumber(fact.FiscalYear))?.Groups.FirstOrDefault(group => group.Code == fact.GroupCode)?
        .Fields.FirstOrDefault(field => field.Code == fact.FieldCode)?.Codes?.All.FirstOrDefault(one => one.Code == code)?.Label;

    /// <summary>A unit by its code; a local authority without its name.</summary>
    public static string UnitName(string code) => Units.Find(code)?.Called ?? code;

    // As it was called at the end of the period.
    private string NameOf(string code, Period period) => Units.Find(code) is { } unit ? UnitNames.Of(connection, unit.Code, period.LastDay, sequence).Called : code;

    // Figures are told as such; a text needs to say which field it is.
    private string LabelOf(SourceFact fact) => fact.Role == "figure" ? "" :
        FormOf(fact.Form, Period.FromNumber(fact.FiscalYear))?.Groups.FirstOrDefault(group => group.Code == fact.GroupCode)?.Fields.FirstOrDefault(field => field.Code == fact.FieldCode)?.Label is { } label ? $"{label}: " : "";

    // Of a year that has no definition, the names of the nearest year tell more than codes.
    private FormDefinition? FormOf(string form, Period period) => forms.All.Where(one => one.Id == form).MinBy(one => Math.Abs(one.Year.BuddhistEra - period.Year.BuddhistEra));

    private static bool Single(ReportedFigures of) => of.Shows is FigureChoice.Smallest or FigureChoice.Largest;

    private string Words(ReportedFigures of)
    {
        var form = FormOf(of.Form, of.Period);
        var group = form?.Groups.FirstOrDefault(one => one.Code == of.Group);
        var item = group?.Items.FirstOrDefault(one => one.Code == of.Item);
        var field = group?.Fields.FirstOrDefault(one => one.Code == of.Field) is { } known ? known.Type == FieldType.Quantity ? "ปริมาณ" : known.Label : of.Field == "quantity" ? "ปริมาณ" : of.Field;
        var what = item is null ? $"{group?.Label ?? of.Group} {of.Item}" : $"{group!.Label}ที่ {item.Number.ToString(CultureInfo.InvariantCulture)} {item.Label}";
        var how = of.Shows switch
        {
            FigureChoice.Smallest => "ค่าน้อยที่สุดของ",
            FigureChoice.Largest => "ค่ามากที่สุดของ",
            FigureChoice.Count => "จำนวนหน่วยงานที่รายงาน",
            _ => of.Unit is null ? "ผลรวมของ" : "",
        };
        var who = of.Unit is { } unit ? $" ของ{NameOf(unit, of.Period)}" : "";
        var both = of.AlsoIn is { } also ? $" เฉพาะหน่วยงานที่รายงานทั้ง{ThaiPeriods.Called(of.Period)} และ {(also.Month is null ? also.ToString() : ThaiPeriods.Value(also))} ในหน่วยนับเดียวกัน" : "";
        return $"{how}{field} “{what}”{who} จากแบบรายงาน “{form?.ShortName ?? of.Form}” {ThaiPeriods.Called(of.Period)}{both}";
    }

    private static string Result(ReportedFigures of, Rational exact, bool isMoney, bool known, List<SourceFact> counted)
    {
        if (!known)
            return " ไม่มีหน่วยงานใดรายงาน จึงไม่มีค่า (ไม่ใช่ศูนย์)";
        var unit = isMoney || of.Shows == FigureChoice.Count ? "" : $" {of.UnitOfMeasure ?? counted.Select(fact => fact.UnitOfMeasure).FirstOrDefault()}".TrimEnd();
        var from = of.Unit is null && of.Shows != FigureChoice.Count ? string.Create(CultureInfo.InvariantCulture, $" จาก {counted.Select(fact => fact.Unit).Distinct(StringComparer.Ordinal).Count()} หน่วยงาน") : "";
        return $" = {FigureText.Told(exact, isMoney)}{unit}{from}";
    }

    private static string Others(List<SourceFact> stated, List<SourceFact> counted) => stated.Count == counted.Count
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" (อีก {stated.Count - counted.Count} ค่าไม่นับรวม เพราะต่างหน่วยนับหรือไม่มีในอีกปี)");

    private static List<SourceFact> Chosen(FigureChoice shows, List<SourceFact> counted) => (shows, counted.Count) switch
    {
        (_, 0) => [],
        (FigureChoice.Smallest, _) => [.. counted.Where(fact => fact.Amount == counted.Min(one => one.Amount))],
        (FigureChoice.Largest, _) => [.. counted.Where(fact => fact.Amount == counted.Max(one => one.Amount))],
        _ => counted,
    };

    private List<SourceFact> Both(ReportedFigures of, List<SourceFact> counted)
    {
        if (of.AlsoIn is not { } also)
            return counted;
        var there = SourceFact.Of(connection, of with { Period = also }, sequence).Where(fact => fact.IsStated).Select(fact => (fact.Unit, fact.UnitOfMeasure)).ToHashSet();
        return [.. counted.Where(fact => there.Contains((fact.Unit, fact.UnitOfMeasure)))];
    }

    // Of one unit the empty cell itself is the answer.
    private IEnumerable<Explained> Without(ReportedFigures of, IReadOnlyList<SourceFact> all)
    {
        if (of.Unit is null)
            return [];
        if (all.Count == 0)
            return [new Explained($"ณ เวลานั้น{NameOf(of.Unit, of.Period)}ยังไม่มีแบบรายงานที่ผ่านการตรวจสอบ")];
        return all.Where(fact => !fact.IsStated).Select(Leaf);
    }
}
