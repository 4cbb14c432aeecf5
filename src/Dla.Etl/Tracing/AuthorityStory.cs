using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>Tells what the rows that count for local authorities add up to: by province, then by authority, then row by row with the cell of its file.</summary>
internal sealed class AuthorityStory(DbConnection connection, FormCatalogue forms, long sequence, FigureStory figures)
{
    private readonly Dictionary<AuthorityFigures, List<CountedRow>> _rows = [];
    private readonly Dictionary<Period, AuthorityRegistry?> _registries = [];

    /// <summary>The tree.</summary>
    public Explained Of(AuthorityFigures of)
    {
        var rows = Rows(of);
        var isMoney = of.Shows == AuthorityChoice.Sum && rows.Exists(row => row.Type == "baht");
        var told = Told(of, rows, $"{Words(of)}{Whose(of)}");
        return told with { IsMoney = isMoney, Below = Below(of, rows) };
    }

    /// <summary>True when a field of a return is in a row that the origin adds up or counts.</summary>
    public bool Has(AuthorityFigures of, SourceFact fact) => of.Form == fact.Form && of.Period.Number == fact.FiscalYear && of.Group == fact.GroupCode
        && (of.Shows != AuthorityChoice.Sum || of.Field == fact.FieldCode)
        && Rows(of).Exists(row => row.VersionId == fact.VersionId && row.RowPosition == fact.RowPosition);

    private List<CountedRow> Rows(AuthorityFigures of)
    {
        if (_rows.TryGetValue(of, out var known))
            return known;
        var sql = SqlText.Beside(typeof(AuthorityStory), "authority-fields").Replace("FROM {authority_rows}", $"FROM ({AuthorityRows.OfAll})", StringComparison.Ordinal);
        var rows = connection.Query<CountedRow>(sql, new
        {
            form = of.Form, year = of.Period.Number, sequence, group = of.Group, field = of.Field, authority = of.Authority, province = of.Province,
            onlyField = of.Only?.Field, onlyText = of.Only?.Text,
        }).Where(row => of.District is null || DistrictOf(of.Period, row.Authority) == of.District)
            .OrderBy(row => row.Authority, StringComparer.Ordinal).ThenBy(row => row.VersionId, StringComparer.Ordinal).ThenBy(row => row.RowPosition).ToList();
        return _rows[of] = of.AlsoIn is { } also ? Both(rows, Rows(of with { Period = also, AlsoIn = null })) : rows;
    }

    private static List<CountedRow> Both(List<CountedRow> rows, List<CountedRow> there)
    {
        var stated = there.Where(row => row.Amount is not null).Select(row => row.Authority).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(row => row.Amount is not null && stated.Contains(row.Authority))];
    }

    private IEnumerable<Explained> Below(AuthorityFigures of, List<CountedRow> rows)
    {
        if (rows.Count == 0)
            return [new Explained("ณ เวลานั้นยังไม่มีแถวใดของแบบรายงานที่ผ่านการตรวจสอบ")];
        if (of.Authority is not null)
            return rows.Select(row => Leaf(of, row));
        if (of.Province is not null)
            return rows.GroupBy(row => row.Authority, StringComparer.Ordinal)
                .Select(one => Told(of, [.. one], NameOf(of.Period, one.Key)) with { Below = one.Select(row => Leaf(of, row)) });
        return rows.GroupBy(row => row.Authority[2..4], StringComparer.Ordinal)
            .Select(one => Told(of, [.. one], (Units.Find(one.Key)?.Called ?? one.Key)) with { Below = Below(of with { Province = one.Key }, [.. one]) });
    }

    private Explained Leaf(AuthorityFigures of, CountedRow row)
    {
        var facts = SourceFact.OfRow(connection, row.VersionId, row.RowPosition);
        var shown = facts.FirstOrDefault(fact => fact.FieldCode == of.Field) ?? facts.FirstOrDefault(fact => fact.FieldCode == AuthorityRows.Field);
        return shown is null
            ? new Explained("แถวของแบบรายงานที่ไม่มีค่านี้")
            : figures.LeafOfRow(shown, facts);
    }

    private static Explained Told(AuthorityFigures of, List<CountedRow> rows, string who)
    {
        Rational exact = of.Shows switch
        {
            AuthorityChoice.Rows => rows.Count,
            AuthorityChoice.Authorities => rows.Select(row => row.Authority).Distinct(StringComparer.Ordinal).Count(),
            _ => Rational.Sum(rows.Select(row => row.Value)),
        };
        var isMoney = of.Shows == AuthorityChoice.Sum && rows.Exists(row => row.Type == "baht");
        var unit = of.Shows switch { AuthorityChoice.Rows => " แถว", AuthorityChoice.Authorities => " แห่ง", _ => "" };
        var result = rows.Count == 0 && of.Shows == AuthorityChoice.Sum ? " ไม่มีใครรายงาน จึงไม่มีค่า (ไม่ใช่ศูนย์)" : $" = {FigureText.Told(exact, isMoney)}{unit}";
        return new Explained($"{who}{result}", exact.Abs()) { Exact = rows.Count == 0 && of.Shows == AuthorityChoice.Sum ? null : exact, IsMoney = isMoney, AddsUp = isMoney };
    }

    private string Words(AuthorityFigures of)
    {
        var group = FormOf(of)?.Groups.FirstOrDefault(one => one.Code == of.Group);
        var field = group?.Fields.FirstOrDefault(one => one.Code == of.Field)?.Label ?? of.Field;
        var only = of.Only is { } choice ? $" เฉพาะแถวที่ “{Label(group, choice.Field)}” เป็น “{Code(group, choice)}”" : "";
        var what = of.Shows switch { AuthorityChoice.Rows => "จำนวนแถว", AuthorityChoice.Authorities => "จำนวน อปท. ที่มีแถว", _ => $"ผลรวมของ “{field}”" };
        var both = of.AlsoIn is { } also ? $" เฉพาะ อปท. ที่รายงานค่านี้ใน{ThaiPeriods.Called(also)}ด้วย" : "";
        return $"{what} ในแบบรายงาน “{FormOf(of)?.ShortName ?? of.Form}” {ThaiPeriods.Called(of.Period)}{only}{both}";
    }

    private static string Label(GroupDefinition? group, string field) => group?.Fields.FirstOrDefault(one => one.Code == field)?.Label ?? field;

    private static string Code(GroupDefinition? group, RowChoice choice) =>
        group?.Fields.FirstOrDefault(one => one.Code == choice.Field)?.Codes?.All.FirstOrDefault(code => code.Code == choice.Text)?.Label ?? choice.Text;

    private FormDefinition? FormOf(AuthorityFigures of) => forms.All.FirstOrDefault(form => form.Id == of.Form && form.Year == of.Period.Year);

    private string Whose(AuthorityFigures of) => of.Authority is { } authority ? $" ของ{NameOf(of.Period, authority)}" : of.Province is { } province ? $" ของ อปท. ใน{(of.District is { } district ? $"อำเภอ{district} " : "")}{Units.Find(province)?.Called ?? province}" : " ของ อปท. ทั้งประเทศ";

    // As the registry had it on the last day of the period: a name that changed since was right then.
    private string NameOf(Period period, string code) => Find(period, code) is { } found
        ? string.Create(CultureInfo.InvariantCulture, $"{found.Described}{(Units.Find(found.Province.ToString()) is { } unit ? $" {unit.Called}" : "")}")
        : $"อปท. รหัส {code}";

    private string? DistrictOf(Period period, string code) => Find(period, code)?.District;

    private LocalAuthority? Find(Period period, string code)
    {
        if (!_registries.TryGetValue(period, out var registry))
            _registries[period] = registry = AuthorityEditions.AsOf(connection, period.LastDay, sequence);
        return AuthorityCode.Parse(code) is { Succeeded: true, Value: var parsed } ? registry?.Find(parsed) : null;
    }

    /// <summary>A row that counts, with the field that is shown.</summary>
    private sealed record CountedRow
    {
        public string Authority { get; init; } = "";

        public string VersionId { get; init; } = "";

        public int RowPosition { get; init; }

        public string? Type { get; init; }

        public long? Amount { get; init; }

        public Rational Value => Type == "baht" ? Amount ?? 0 : Rational.Of(Amount ?? 0, Quantity.Scale);
    }
}
