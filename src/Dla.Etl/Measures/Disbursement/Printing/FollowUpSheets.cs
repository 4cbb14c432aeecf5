using Dla.Etl.Measures.Disbursement.FollowUp;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The sheets of the monthly follow-up: by province, by district, by authority.</summary>
internal static class FollowUpSheets
{
    private const int CountCells = 5;

    internal static readonly MeasuredColumn[] CountColumns =
        ["number", "name", "authorities", .. FollowUpAccounts.Forms.Select(form => new MeasuredColumn(form.Name, CountCells))];

    private static readonly MeasuredColumn[] AuthorityColumns =
        ["number", "district", "name", .. FollowUpAccounts.Forms.SelectMany(form => (MeasuredColumn[])[$"{form.Name}_state", $"{form.Name}_day"]), "remark"];

    /// <summary>The sheet รายจังหวัด. Rows: item, total.</summary>
    [Measure("follow_up_provinces")]
    public static MeasureResult Provinces(MeasureInput input)
    {
        var accounts = FollowUpAccounts.Of(input);
        var rows = accounts.Provinces.Select((one, index) => Counted(accounts, "item", index + 1, one.Province.NameThai, one.Authorities, new(one.Province.Code.ToString())))
            .Append(Counted(accounts, "total", null, "รวมทั้งประเทศ", accounts.Report.Registry.All, default));
        return FollowUpValues.Result(accounts, new MeasuredTable(CountColumns, [.. rows]));
    }

    /// <summary>The sheet รายอำเภอ. Rows: province, item, total.</summary>
    [Measure("follow_up_districts")]
    public static MeasureResult Districts(MeasureInput input)
    {
        var accounts = FollowUpAccounts.Of(input);
        var rows = accounts.Provinces.SelectMany(one => one.Authorities.GroupBy(authority => authority.District)
            .OrderBy(district => district.Key, ThaiPrint.Names)
            .Select((district, index) => Counted(accounts, "item", index + 1, district.Key, [.. district], new(one.Province.Code.ToString(), district.Key)))
            .Prepend(Counted(accounts, "province", null, $"จังหวัด{one.Province.NameThai}", one.Authorities, new(one.Province.Code.ToString()))))
            .Append(Counted(accounts, "total", null, "รวมทั้งประเทศ", accounts.Report.Registry.All, default));
        return FollowUpValues.Result(accounts, new MeasuredTable(CountColumns, [.. rows]));
    }

    /// <summary>A row that counts the authorities of a place.</summary>
    internal static MeasuredRow Counted(FollowUpAccounts accounts, string kind, int? number, string name, IReadOnlyList<LocalAuthority> authorities, FollowUpPlace of) => new(kind,
    [
        number is { } place ? Cells.Count(place) : CellContent.Nothing, CellContent.Text(name),
        Cells.Count(authorities.Count).From(new ComputedOf($"นับ อปท. ตามทะเบียน อปท. ณ วันที่ {ThaiPrint.Day(accounts.Report.Registry.Effective)}", [])),
        .. Enumerable.Range(0, FollowUpAccounts.Forms.Count).SelectMany(form => Counts(accounts, form, authorities, accounts.Origin(form, of))),
    ]);

    private static CellContent[] Counts(FollowUpAccounts accounts, int form, IReadOnlyList<LocalAuthority> authorities, AuthorityFigures of)
    {
        var counts = accounts.Counts(form, authorities);
        CellContent Cell(int count, string words) => Cells.Count(count).From(new ComputedOf(words, [of]));
        return
        [
            Cell(counts.OnTime, "นับ อปท. ที่ส่งภายในกำหนด รวมที่ส่งว่าไม่มีรายการ"), Cell(counts.Late, "นับ อปท. ที่ส่งหลังกำหนด รวมที่ส่งว่าไม่มีรายการ"),
            Cell(counts.Refused, "นับ อปท. ที่ส่งแล้วไม่ผ่านการตรวจสอบและไม่มีฉบับที่ใช้อยู่"), Cell(counts.NotSent, "นับ อปท. ที่ต้องรายงานแต่ยังไม่ส่ง"),
            Cells.Percent(counts.Coverage.Percent).From(new ComputedOf($"ร้อยละที่ส่ง = {Cells.Told(counts.Coverage.Reported)} ÷ {Cells.Told(counts.Coverage.Of)} × 100 ของ อปท. ที่ต้องรายงาน", [of])),
        ];
    }

    /// <summary>The sheet ราย อปท.: a list for each province, which begins on a page of its own. Rows: province, complete, incomplete.</summary>
    [Measure("follow_up_authorities")]
    public static MeasureResult Authorities(MeasureInput input)
    {
        var accounts = FollowUpAccounts.Of(input);
        var rows = accounts.Provinces.Where(one => one.Authorities.Count > 0).SelectMany(one => one.Authorities.Select((authority, index) => Row(accounts, index + 1, authority))
            .Prepend(MonthlyReport.Across("province", AuthorityColumns.Length, Heading(accounts, one.Province.NameThai, one.Authorities)))).ToList();
        return FollowUpValues.Result(accounts, new MeasuredTable(AuthorityColumns, rows));
    }

    private static string Heading(FollowUpAccounts accounts, string province, IReadOnlyList<LocalAuthority> authorities) =>
        $"จังหวัด{province}  อปท. {Cells.Told(authorities.Count)} แห่ง      " + string.Join("      ", FollowUpAccounts.Forms.Select((form, index) =>
        {
            var counts = accounts.Counts(index, authorities);
            return $"{form.Label} ส่งแล้ว {Cells.Told(counts.Coverage.Reported)}/{Cells.Told(counts.Coverage.Of)} (ในกำหนด {Cells.Told(counts.OnTime)})";
        }));

    private static MeasuredRow Row(FollowUpAccounts accounts, int number, LocalAuthority authority)
    {
        var code = authority.Code.ToString();
        var entries = accounts.EntriesOf(authority);
        return new MeasuredRow(entries.All(entry => entry.HasEntered || !entry.IsConcerned) ? "complete" : "incomplete",
        [
            Cells.Count(number), CellContent.Text(authority.District), CellContent.Text(authority.FullName),
            .. entries.SelectMany((entry, form) => Cell(accounts, form, code, entry)), Cells.Text(Remark(entries)),
        ]);
    }

    internal static CellContent[] Cell(FollowUpAccounts accounts, int form, string authority, FollowUpEntry entry)
    {
        var origin = accounts.Origin(form, authority, entry);
        return [CellContent.Text(entry.State.Thai()).From(origin), (entry.Day is { } day ? CellContent.Day(day) : CellContent.Nothing).From(origin)];
    }

    internal static string Remark(IReadOnlyList<FollowUpEntry> entries)
    {
        var parts = new List<string>();
        if (Named(entries, entry => entry is { ByProvince: true, HasEntered: true }) is { } compiled)
            parts.Add($"จังหวัดรวบรวมส่ง ({compiled})");
        if (Named(entries, entry => entry is { ByProvince: true, State: FollowUpState.Refused }) is { } refused)
            parts.Add($"ฉบับรวมของจังหวัดไม่ผ่าน ({refused})");
        if (entries.Any(entry => entry is { State: FollowUpState.Nothing, IsOnTime: false }))
            parts.Add("ส่งว่าไม่มีรายการหลังกำหนด");
        return string.Join("  ", parts);
    }

    // The forms that something is true of, all of them in a word so that the row stays one line high; null for none.
    private static string? Named(IReadOnlyList<FollowUpEntry> entries, Func<FollowUpEntry, bool> which)
    {
        var names = entries.Zip(FollowUpAccounts.Forms).Where(one => which(one.First)).Select(one => one.Second.Short).ToList();
        return names.Count == 0 ? null : names.Count == FollowUpAccounts.Forms.Count ? "ทุกแบบ" : string.Join(" ", names);
    }
}
