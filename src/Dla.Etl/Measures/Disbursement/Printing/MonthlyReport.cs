using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>What the monthly reports over local authorities share: the registry edition that is their denominator, and the provinces in printed order.</summary>
/// <param name="Registry">The edition; one without authorities when none was imported, and then <paramref name="Findings"/> hold the report back.</param>
/// <param name="Provinces">The provinces by region, within a region by the Thai alphabet.</param>
/// <param name="Findings">What holds the report back.</param>
internal sealed record MonthlyReport(AuthorityRegistry Registry, IReadOnlyList<Province> Provinces, IReadOnlyList<Finding> Findings)
{
    /// <summary>Of the input of a report.</summary>
    public static MonthlyReport Of(MeasureInput input) => input.Once("monthly_report", () => new MonthlyReport(
        input.Authorities ?? new AuthorityRegistry(DateOnly.MinValue, []),
        [.. input.ByRegion.SelectMany(region => region)],
        input.Authorities is null ? [new Finding(DisbursementFindings.NoRegistry) { Subject = ThaiPrint.Day(input.Period.LastDay) }] : []));

    /// <summary>Which edition is the denominator, and whether it is one of a later day for want of an earlier.</summary>
    public string RegistryLine => Registry.All.Count == 0
        ? "ยังไม่ได้นำเข้าทะเบียน อปท."
        : $"ตัวหาร :  อปท. {Cells.Told(Registry.All.Count)} แห่ง ตามทะเบียน อปท. ณ วันที่ {ThaiPrint.Day(Registry.Effective)}"
            + (Registry.IsLaterThanAsked ? " (ไม่มีทะเบียนที่ใช้ในเดือนของรายงาน จึงใช้ฉบับแรกที่มี)" : "");

    /// <summary>The name of an authority's province.</summary>
    public string ProvinceOf(LocalAuthority authority) => Provinces.FirstOrDefault(province => province.Code == authority.Province)?.NameThai ?? authority.Province.ToString();

    /// <summary>Numbered from 1 in one line, as a mail folds it; <c>ไม่มี</c> for none.</summary>
    public static string Numbered(IEnumerable<string> texts) =>
        string.Join("  ", texts.Select((text, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}) {text}"))) is { Length: > 0 } line ? line : "ไม่มี";

    /// <summary>A row of one text across all columns.</summary>
    public static MeasuredRow Across(string kind, int cells, string text)
    {
        var row = new CellContent[cells];
        row[0] = CellContent.Text(text);
        return new MeasuredRow(kind, row);
    }
}
