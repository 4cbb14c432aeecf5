using System.Globalization;
using System.Text;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.Costs;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Samples.Writers;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.LocalGrants;

/// <summary>April and May 2566 of the three made-up provinces: compilations, own returns of authorities, corrections, and what is sent back.</summary>
public static class GrantSeason
{
    private const int Items = 4;

    private static readonly Period April = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 4), May = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5);

    /// <summary>Every file with the line of <c>arrivals.csv</c> of its form.</summary>
    internal static IReadOnlyList<GrantArrival> All { get; } = [.. General, .. Specific, .. Plans];

    private static IEnumerable<GrantArrival> General =>
    [
        new("general-2566-04-56.xlsx", "2023-05-04T09:20", 56, Compiled(April, 56), "accepted"),
        new("general-2566-04-57.csv", "2023-05-04T15:05", 57, Compiled(April, 57), "accepted", Container.CsvThai),
        new("general-2566-04-20.xls", "2023-05-08T10:40", 20, Compiled(April, 20), "accepted", Container.Xls) { Late = true },
        // One authority corrects itself after its province: from then on its own word counts.
        new("general-2566-04-05560103.xlsx", "2023-05-11T13:30", 56, Own("05560103", April, row => row with { Disbursed = Math.Round(row.Disbursed!.Value * 0.9, 2) }), "accepted") { Late = true },
        new("general-2566-05-05560103.xlsx", "2023-06-01T08:50", 56, Own("05560103", May), "accepted"),
        new("general-2566-05-06560304-nothing.xlsx", "2023-06-01T11:15", 56, GrantDrawing.General(May, 56, new SampleGrant(GrantDrawing.Authority("06560304"), SampleGrant.Nothing, null, null) { Note = "ยอดเดือนเมษายนเป็นของ อบต.ทุ่งทดลอง บันทึกผิดแห่ง" }), "accepted"),
        new("general-2566-05-57-shrunk.xlsx", "2023-06-02T14:10", 57, Compiled(May, 57, (row, index) => index == 5 ? row with { Disbursed = 1_000 } : row), "rejected"),
        new("general-2566-05-57.xlsx", "2023-06-05T16:25", 57, Compiled(May, 57, (row, index) => index == 5 ? row with { Disbursed = 1_000, Note = "เบิกเกินส่งคืน" } : row), "accepted"),
        // Two have entered nothing yet, and those that answered for themselves are not in it.
        new("general-2566-05-56.xlsx", "2023-06-05T10:00", 56, Compiled(May, 56, without: ["05560103", "06560304", "06560503", "06560505"]), "accepted"),
        new("general-2566-05-20-thousands.xlsx", "2023-06-03T09:35", 20, Compiled(May, 20, (row, _) => row with { Received = row.Received / 1_000, Disbursed = row.Disbursed / 1_000, CarriedOver = null }) with { Unit = null }, "rejected"),
        new("general-2566-05-20.xlsx", "2023-06-06T09:15", 20, Compiled(May, 20), "accepted") { Late = true },
        new("general-2566-05-06570106-other-province.xlsx", "2023-06-02T10:05", 57, GrantDrawing.General(May, 57, [.. GrantBook.General(GrantDrawing.Authority("05200401"), May, Items)]), "rejected"),
        new("general-2566-05-05560104-own.xlsx", "2023-06-07T15:45", 56, Own("05560104", May), "accepted") { Late = true },
    ];

    private static IEnumerable<GrantArrival> Specific =>
    [
        new("specific-2566-04-56.xlsx", "2023-05-03T10:30", 56, Projects(April, 56), "accepted"),
        new("specific-2566-04-57.xlsx", "2023-05-05T11:00", 57, Projects(April, 57), "accepted"),
        new("specific-2566-05-56-back.xlsx", "2023-06-01T13:20", 56, Projects(May, 56, Back), "rejected"),
        new("specific-2566-05-56.xlsx", "2023-06-05T09:40", 56, Projects(May, 56, row => Back(row) is var back && back != row ? back with { Note = "ยกเลิกผลการประกวดราคาและประกาศใหม่" } : row), "accepted"),
        new("specific-2566-05-57.csv", "2023-06-05T14:55", 57, Projects(May, 57), "accepted", Container.CsvUtf8),
    ];

    private static IEnumerable<GrantArrival> Plans =>
    [
        new("plans-2566-04-56.xlsx", "2023-05-04T16:00", 56, PlansOf(April, 56), "accepted"),
        new("plans-2566-05-56.xlsx", "2023-06-02T16:30", 56, PlansOf(May, 56), "accepted"),
        new("plans-2566-05-57.xlsx", "2023-06-05T13:10", 57, PlansOf(May, 57), "accepted"),
    ];

    /// <summary>The files and their plans, by path below <c>testdata</c>.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> Files()
    {
        foreach (var form in All.GroupBy(arrival => arrival.Form))
        {
            foreach (var arrival in form)
                yield return new($"samples/{form.Key}/2566/{arrival.File}", DraftWriting.Write(arrival.Table.Draw(), arrival.Container));
            yield return new($"samples/{form.Key}/arrivals.csv", Encoding.UTF8.GetBytes(GrantArrival.Head + string.Concat(form.OrderBy(arrival => arrival.Received, StringComparer.Ordinal).Select(arrival => arrival.Line))));
        }
    }

    private static IEnumerable<LocalAuthority> Of(int province) => MadeUpRegistry.Now.Of(ProvinceCode.From(province));

    private static SampleTable Compiled(Period month, int province, Func<SampleGrant, int, SampleGrant>? change = null, string[]? without = null) => GrantDrawing.General(
        month, province, [.. Of(province).Where(one => without?.Contains(one.Code.ToString()) != true).SelectMany(one => GrantBook.General(one, month, Items)).Select(change ?? ((row, _) => row))]);

    private static SampleTable Own(string code, Period month, Func<SampleGrant, SampleGrant>? change = null) => GrantDrawing.Authority(code) is var of
        ? GrantDrawing.General(month, int.Parse(code[2..4], CultureInfo.InvariantCulture), [.. GrantBook.General(of, month, Items).Select(change ?? (row => row))]) : throw new InvalidOperationException(code);

    private static SampleTable Projects(Period month, int province, Func<SampleProject, SampleProject>? change = null) =>
        GrantDrawing.Specific(month, province, [.. Of(province).SelectMany(one => GrantBook.Projects(one, month)).Select(change ?? (row => row))]);

    private static SampleTable PlansOf(Period month, int province) => GrantDrawing.Plans(month, province, [.. Of(province).Select(one => GrantBook.Plan(one, month))]);

    // One project falls back to the first step that needs no reason.
    private static SampleProject Back(SampleProject row) => row.Of.Code.ToString() != "05560302" || row.Project[^1] != '1'
        ? row : row with { Stage = SampleProject.Stages[1], Number = null, Signed = null, Committed = null, Disbursed = 0, Reason = null };
}
