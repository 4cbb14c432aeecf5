using System.Text;
using Dla.Etl.Correspondence;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests.Mails;

/// <summary>Who may send the return of a local authority: itself, its district's and its province's office.</summary>
public sealed class AuthorityPermissionTests
{
    private const string BanMai = "banmai@example.go.th", Neighbour = "km9@example.go.th", ThungThotLong = "thungthotlong@example.go.th";

    private const string Own = "ทุ่งทดลอง,05560301,อาหารกลางวัน,100,50\n";

    public static IEnumerable<object?[]> Rules() => StorageUnderTest.OnEach(
    [
        [BanMai, Own, "05560301 loaded", "an authority for itself"],
        [Neighbour, Own, "05560301 needs_permission", "an authority never for another"],
        [MailOffice.Phayao, Own, "05560301 loaded", "a province for its authorities"],
        [MailOffice.ChiangRai, Own, "05560301 needs_permission", "not for another province's"],
        [ThungThotLong, Own, "05560301 loaded", "a district for its authorities"],
        [MailOffice.District, Own, "05560301 needs_permission", "not for another district's"],
        [BanMai, Own + ",อบต.กม.9,อาหารกลางวัน,1,1\n", "56 needs_permission", "several authorities are the province's compilation"],
        [MailOffice.Phayao, Own + ",อบต.กม.9,อาหารกลางวัน,1,1\n", "56 loaded", "which the province sends"],
        [BanMai, "ทุ่งทดลอง,ทต.บ้านไหม่,อาหารกลางวัน,100,50\n", "56 rejected", "a slip of the pen in its own name is told, and asks for no permission"],
        [MailOffice.ChiangRai, "ทุ่งทดลอง,ทต.บ้านไหม่,อาหารกลางวัน,100,50\n", "56 needs_permission", "a stranger to the province needs it all the same"],
    ]);

    [SkippableTheory]
    [MemberData(nameof(Rules))]
    public async Task Who_may_send_for_an_authority(string engine, string sender, string rows, string decided, string because)
    {
        await using var office = new MailOffice(engine);
        office.Book = office.Book with { Units = [.. office.Book.Units, new UnitContact("05560301", [BanMai]), new UnitContact("06560304", [Neighbour]), new UnitContact("5603", [ThungThotLong])] };
        office.Database.Write(lane => AuthorityEditions.Import(lane, new RegistryImport(MadeUpRegistry.Second, "made-up.csv", ContentHash.Of("made-up"u8), MadeUpRegistry.Now.All), "test"));
        office.Deliver(new Letter(sender).With("a.csv", Encoding.UTF8.GetBytes(
            "รายงานผลการดำเนินงานและการเบิกจ่ายเงินอุดหนุนทั่วไป ปีงบประมาณ พ.ศ. 2566\nประจำเดือน พฤษภาคม 2566\nองค์กรปกครองส่วนท้องถิ่นในจังหวัดพะเยา\nอำเภอ,ชื่อ อปท.,รายการเงินอุดหนุน,ได้รับจัดสรร (โอน),เบิกจ่าย\n" + rows)));
        await office.PollAsync();
        await office.DecideAsync();
        var findings = string.Join('\n', office.Query<string>("SELECT kind || ' ' || message FROM finding ORDER BY position"));
        office.Query<string>("SELECT coalesce(unit, '-') || ' ' || verdict FROM outcome").Single().Replace("loaded_with_warnings", "loaded", StringComparison.Ordinal).ShouldBe(decided, $"{because}\n{findings}");
        if (decided == "05560301 needs_permission")
        {
            findings.ShouldContain("แบบรายงานนี้เป็นของ ทต.บ้านใหม่ จังหวัดพะเยา");
            office.Allow(1, "05560301").ShouldBe((MailAllowed.Done, 1), "an operator lets it in");
        }
    }
}
