using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Values;

namespace Dla.Etl.StorageTests;

/// <summary>A workbook for each province: made again for the province of which something was decided alone, and mailed to its own office, never the same twice.</summary>
public sealed class ProvinceReportTests
{
    private static readonly Period April = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 4), May = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5);

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Only_the_province_that_changed_is_written_again_and_each_office_gets_its_own(string engine)
    {
        await using var office = new NoticeOffice(engine, IsOfTheProvince, []);
        var phayao = MadeUpRegistry.Now.Of(ProvinceCode.From(56));
        GrantRows.Import(office.Database);
        Enter(office, "general-grant-disbursement", May, phayao[0]);
        (await Night(office, "2023-06-02")).ShouldBe(["20-ชลบุรี", "56-พะเยา", "57-เชียงราย"], "one return is enough for every province: who has entered nothing is to read so");
        Units(office).ShouldBe(["20", "56", "57"]);
        var told = await office.NotifyAsync();
        office.Occasions.Select(Short).ShouldBe(["before-2023-06-05 56 1", "before-2023-06-05 57 1", "before-2023-06-05 57 2"]);
        office.Mails[0].ShouldSatisfyAllConditions(mail => mail.Recipient.ShouldBe(NoticeOffice.Phayao), mail => mail.Attachments.ShouldBe(1), mail => mail.Text.ShouldContain($"ส่งแล้ว ๑ จาก {Thai(phayao.Count)} แห่ง"));
        told.Problems.ShouldHaveSingleItem().Finding.ShouldSatisfyAllConditions(one => one.Kind.ShouldBe(NoticeFindings.UnitsWithoutAddress), one => one.Found.ShouldBe("20-ชลบุรี"));

        (await Night(office, "2023-06-03")).ShouldBeEmpty("nothing was decided");
        Enter(office, "development-plan-progress", May, phayao[1]);
        (await Night(office, "2023-06-04")).ShouldBe(["56-พะเยา"], "another of the three forms, and one province");
        Enter(office, "specific-grant-status", April, phayao[2]);
        (await Night(office, "2023-06-05")).ShouldBe(["56-พะเยา"], "who reported a project in an earlier month has to go on");
        await office.NotifyAsync();
        office.Occasions.Skip(3).Select(Short).ShouldBe(["on-2023-06-05 56 1"], "of the others nothing changed, so they have what they need");
        (await Night(office, "2023-06-06")).ShouldBeEmpty();
        (await office.NotifyAsync()).Notices.ShouldBe(0);

        GrantRows.Import(office.Database, new DateOnly(2023, 10, 1));
        (await Night(office, "2023-06-07")).ShouldBeEmpty("that edition holds for later months");
        GrantRows.Import(office.Database, new DateOnly(2023, 4, 1));
        (await Night(office, "2023-06-08")).ShouldBe(["20-ชลบุรี", "56-พะเยา", "57-เชียงราย"], "the denominator of them all");
        File.Delete(Directory.GetFiles(Path.Combine(office.Folders.Reports, "57-เชียงราย")).ShouldHaveSingleItem());
        (await Night(office, "2023-06-09")).ShouldBe(["57-เชียงราย"], "its workbook is gone");
    }

    private static void Enter(NoticeOffice office, string form, Period period, LocalAuthority authority) =>
        GrantRows.Load(office.Database, form, period, authority.Code.ToString(), form == "specific-grant-status" ? "project" : form == "general-grant-disbursement" ? "grant" : "plan",
            form == "specific-grant-status" ? GrantRows.Project(authority, "ถนน", "3") : GrantRows.Grant(authority, "G14", 100, 40));

    private static async Task<IReadOnlyList<string?>> Night(NoticeOffice office, string day)
    {
        office.Go($"{day} 02:00");
        var run = await office.ReportAsync();
        run.Problems.ShouldBeEmpty();
        office.Go($"{day} 02:30");
        return [.. run.Reports.Select(path => Path.GetFileName(Path.GetDirectoryName(path)))];
    }

    private static List<string> Units(NoticeOffice office)
    {
        using var connection = office.Database.Read();
        return connection.Query<string>("SELECT unit FROM report_written WHERE report = 'grant-follow-up-province' AND fiscal_year = 256605 ORDER BY unit").AsList();
    }

    private static string Short(string occasion) => occasion.Replace("report grant-follow-up-office 256605 ", "", StringComparison.Ordinal);

    private static string Thai(int number) => Dla.Etl.Reporting.ThaiPrint.Digits(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static bool IsOfTheProvince(DefinitionFile file) => file.Path.Split('/') switch
    {
        ["reports", var report, ..] => report == "grant-follow-up-province",
        ["mail", "subscriptions", var subscription] => subscription == "grant-follow-up-office.yaml",
        _ => true,
    };
}
