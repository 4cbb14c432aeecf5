using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Measures;
using Dla.Etl.Reference;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tests.Reporting;

/// <summary>A fixed set of figures for the report's tests, made by arithmetic on codes: synthetic, and the same for ever.</summary>
internal static class FixedFigures
{
    // Nothing came from 38, nothing passed from 44 and 96.
    private static readonly string[] NotSent = ["38"], Rejected = ["44", "96"], Late = ["27", "50", "84"];

    public static readonly DateTimeOffset AsOf = new(2021, 6, 15, 9, 30, 0, TimeSpan.FromHours(7));

    public static MeasureInput Input(FormDefinition form, IReadOnlyList<ReportSource> sources) => new()
    {
        Form = form,
        Forms = Definitions.Templates.Forms,
        Provinces = Provinces.All,
        Status = [.. Provinces.All.Select(StatusOf)],
        Sources = sources,
        Query = (name, _) => name switch
        {
            "figures" => Figures(form, lastYear: false),
            "figures_last_year" => Figures(form, lastYear: true),
            "returns" => Returns("returns"),
            "returns_last_year" => Returns("last"),
            _ => throw new KeyNotFoundException(name),
        },
    };

    private static UnitStatus StatusOf(Province province)
    {
        var code = province.Code.ToString();
        var received = new DateTimeOffset(2021, 5, (province.Code.Number % 28) + 1, 10, 0, 0, TimeSpan.FromHours(7));
        if (NotSent.Contains(code))
            return new(province.Code, Standing.Missing, null, null, null, 0);
        if (Rejected.Contains(code))
            return new(province.Code, Standing.Rejected, null, null, new LastFile(Verdict.Rejected, received, province.Code.Number), 2);
        var late = Late.Contains(code);
        var first = late ? received.AddMonths(1).AddDays(2) : received;
        var version = new StandingVersion("v" + code, code == "56" ? 2 : 1, code == "56" ? first.AddDays(4) : first, late ? Timeliness.Late : Timeliness.OnTime);
        var last = new LastFile(code == "34" ? Verdict.Rejected : Verdict.Loaded, code == "34" ? first.AddDays(9) : first, province.Code.Number);
        return new(province.Code, late ? Standing.Late : Standing.OnTime, version, first, last, code == "34" ? 1 : 0);
    }

    private static List<UnitFigure> Figures(FormDefinition form, bool lastYear) =>
    [
        .. from province in Provinces.All
           let code = province.Code.ToString()
           where !NotSent.Contains(code) && !Rejected.Contains(code) && !(lastYear && code == "95")
           from @group in (string[])["sub_output", "sub_activity"]
           from item in form.Group(@group).Items
           where !(code == "58" && item.Code == "SA05")
           where !(lastYear && item.Code == "SA20")
           select new UnitFigure
           {
               Unit = code,
               GroupCode = @group,
               ItemCode = item.Code,
               FieldCode = "quantity",
               UnitOfMeasure = UnitOf(province, item),
               Amount = AmountOf(province, @group, item, lastYear),
               VersionId = "v" + code,
           },
    ];

    private static string UnitOf(Province province, ItemDefinition item) =>
        item.Unit.IsKnown ? item.Unit.Value
        : item.Code == "SA03" && province.Code.Number % 9 == 0 ? "ครั้ง"
        : item.Number % 3 == 0 ? "แห่ง" : item.Number % 3 == 1 ? "เรื่อง" : "ครั้ง";

    private static long AmountOf(Province province, string group, ItemDefinition item, bool lastYear)
    {
        if (group == "sub_output")
            return province.Counts.LocalAuthorities * Quantity.Scale;
        if (item.Code == "SA11")
            return lastYear ? 0 : province.Code.Number % 4 == 0 ? 0 : Quantity.Scale;
        var whole = (province.Code.Number * 37 * item.Number % 211) + (item.Number is 6 or 7 or 9 ? 1200 : 12) - (lastYear ? item.Number % 5 : 0);
        return (whole * Quantity.Scale) + (item.Code == "SA18" && province.Code.Number == 50 ? 5000 : 0);
    }

    private static List<StandingReturn> Returns(string salt) =>
    [
        .. from province in Provinces.All
           let code = province.Code.ToString()
           where !NotSent.Contains(code) && !Rejected.Contains(code)
           select new StandingReturn
           {
               Unit = code,
               Version = code == "56" ? 2 : 1,
               Sha256 = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(salt + code)).Hex,
               Warnings = province.Code.Number % 5 == 0 ? 2 : 0,
           },
    ];
}
