using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reporting;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>What the monthly reports over local authorities share: the registry edition that is their denominator, and the provinces in printed order.</summary>
/// <param name="Registry">The edition; one without authorities when none was imported, and then <paramref name="Findings"/> hold the report back.</param>
/// <param name="Provinces">The provinces by region, within a region by the Thai alphabet.</param>
/// <param name="Findings">What holds the report back.</param>
internal sealed record MonthlyReport(AuthorityRegistry Registry, IReadOnlyList<Province> Provinces, IReadOnlyList<Finding> Findings)
{
    /// <summary>Why a figure is missing of a place of which nobody has reported.</summary>
    public const string NobodyReported = "ยังไม่มี อปท. ใดรายงาน";

    /// <summary>The same of one authority.</summary>
    public const string NotReported = "ยังไม่รายงาน";

    /// <summary>Why a figure is missing of those who reported none.</summary>
    public const string NothingToReport = "รายงานว่าไม่มีรายการ";

    private const int MostNames = 5;

    private static readonly DateOnly NotImported = DateOnly.MinValue;

    /// <summary>Of the input of a report.</summary>
    public static MonthlyReport Of(MeasureInput input) => input.Once("monthly_report", () => new MonthlyReport(
        input.Authorities ?? new AuthorityRegistry(NotImported, []),
        [.. input.ByRegion.SelectMany(region => region)],
        input.Authorities is null ? [new Finding(DisbursementFindings.NoRegistry) { Subject = ThaiPrint.Day(input.Period.LastDay) }] : []));

    /// <summary>Which edition is the denominator, and whether it is one of a later day for want of an earlier.</summary>
    public string RegistryLine => NobodyInRegistry
        ?? $"ตัวหาร :  อปท. {Cells.Told(Registry.All.Count)} แห่ง ตามทะเบียน อปท. ณ วันที่ {ThaiPrint.Day(Registry.Effective)}"
            + (Registry.IsLaterThanAsked ? " (ไม่มีทะเบียนที่ใช้ในเดือนของรายงาน จึงใช้ฉบับแรกที่มี)" : "");

    /// <summary>That no edition was imported, or that it has no authority in the province, or in the country, that the report is of; null when it has.</summary>
    public string? NobodyInRegistry => Registry.All.Count > 0 ? null
        : Registry.Effective == NotImported ? "ยังไม่ได้นำเข้าทะเบียน อปท."
        : $"ทะเบียน อปท. ณ วันที่ {ThaiPrint.Day(Registry.Effective)} ไม่มี อปท. {(Provinces.Count == 1 ? "ในจังหวัดนี้" : "ใดเลย")} กรุณาตรวจสอบทะเบียน";

    /// <summary>The name of an authority's province.</summary>
    public string ProvinceOf(LocalAuthority authority) => Provinces.FirstOrDefault(province => province.Code == authority.Province)?.NameThai ?? authority.Province.ToString();

    /// <summary>How many have reported, as sums of provinces print it.</summary>
    public static string Told(Coverage coverage) => $"รายงาน {Cells.Told(coverage.Reported)}/{Cells.Told(coverage.Of)} แห่ง";

    /// <summary>Why there is no month before to compare with.</summary>
    /// <param name="before">The month before; null in October.</param>
    public static string NoComparison(Period? before) => before is { } month
        ? $"ไม่มีข้อมูลเดือน{Normalising.ThaiPeriods.Name(month)} ให้เปรียบเทียบ"
        : "เดือนตุลาคมเป็นเดือนแรกของปีงบประมาณ จึงไม่มีเดือนก่อนให้เปรียบเทียบ";

    /// <summary>The provinces of which nobody has reported.</summary>
    public static string WithoutReport(IEnumerable<(Province Province, Coverage Coverage)> provinces)
    {
        var names = provinces.Where(one => one.Coverage is { Reported: 0, Of: > 0 }).Select(one => one.Province.NameThai).ToList();
        return names.Count == 0 ? "ไม่มี" : $"{Cells.Told(names.Count)} จังหวัด ได้แก่ {string.Join(" ", names)}";
    }

    /// <summary>What a reader must know of who is in the sums and who is not.</summary>
    /// <param name="coverage">Of the country.</param>
    /// <param name="strangers">The authority of each row that the edition does not have.</param>
    /// <param name="own">What the report itself has to say.</param>
    public IEnumerable<string> Warnings(Coverage coverage, IReadOnlyCollection<string> strangers, IEnumerable<string> own)
    {
        if (coverage.Missing > 0)
            yield return $"ยอดรวมยังไม่ครบ: อปท. ยังไม่รายงาน {Cells.Told(coverage.Missing)} จาก {Cells.Told(coverage.Of)} แห่ง ยอดของ อปท. ที่ยังไม่รายงานไม่นับเป็นศูนย์";
        foreach (var warning in own)
            yield return warning;
        if (strangers.Count > 0)
            yield return $"มี {Cells.Told(strangers.Count)} แถวของ อปท. ที่ไม่มีในทะเบียนฉบับที่ใช้ จึงไม่อยู่ในยอดรวม ({string.Join(", ", strangers.Distinct(StringComparer.Ordinal).Take(MostNames))})";
        if (Registry.IsLaterThanAsked)
            yield return $"จำนวน อปท. มาจากทะเบียน ณ วันที่ {ThaiPrint.Day(Registry.Effective)} ซึ่งหลังเดือนของรายงาน เพราะไม่มีทะเบียนฉบับก่อนหน้า";
    }

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
