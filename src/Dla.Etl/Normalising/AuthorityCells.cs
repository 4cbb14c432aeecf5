using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Recognition;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>Resolves the cells of one return that name local authorities. What is wrong with a name is told once, at its first cell, however many rows have it.</summary>
/// <param name="form">The recognised return.</param>
/// <param name="matching">The edition of the registry for the period; null when none was imported.</param>
internal sealed class AuthorityCells(RecognisedForm form, AuthorityMatching? matching)
{
    private const int MostNamed = 4;

    private readonly Dictionary<Asked, Answer> _known = [];
    private bool _asked;

    // A form with such a field is filed by a province or its authorities: its definition has been proof-read.
    private ProvinceCode Province => form.Unit.Province ?? throw new InvalidOperationException($"{form.Form.Path}: the department has no authorities.");

    private string OfProvince => $"จังหวัด{Provinces.Get(Province).NameThai}";

    /// <summary>The cells of a row that concern one of its fields, of which some may be blank.</summary>
    public static AuthorityCellsOfRow Of(RecognisedRow row, int index)
    {
        var field = row.Group.Fields[index];
        return new AuthorityCellsOfRow(
            row.Fields[index] is { } name && !CellContent.IsMissing(name.Raw) ? name : null, Beside(row, field.DistrictField), Beside(row, field.CodeField), Beside(row, field.ProvinceField));
    }

    /// <summary>The code of the authority that a row is of.</summary>
    /// <param name="cells">Its cells, of which one at least names it.</param>
    /// <param name="field">Its field.</param>
    /// <returns>The code with the tolerances of reading it; null when it cannot be told, of which <see cref="Findings"/> tells.</returns>
    public (string Code, IReadOnlyList<Tolerance> Tolerances)? Read(AuthorityCellsOfRow cells, FieldDefinition field)
    {
        _asked = true;
        if (matching is null)
            return null;
        var asked = new Asked(Text(cells.Name), Text(cells.District), Text(cells.Code), Text(cells.Province));
        if (!_known.TryGetValue(asked, out var answer))
            _known[asked] = answer = Look(asked, cells, field.Label);
        answer.Rows++;
        return answer.Code is { } code ? (code, answer.Tolerances) : null;
    }

    /// <summary>What there is to say, in the order of the rows; first what concerns them all.</summary>
    public IEnumerable<Finding> Findings()
    {
        if (!_asked)
            yield break;
        if (matching is null)
            yield return new Finding(AuthorityFindings.NoRegistry);
        else if (matching.Registry.IsLaterThanAsked)
            yield return new Finding(AuthorityFindings.LaterRegistry)
            {
                Found = ThaiDates.Long(matching.Registry.Effective), Expected = ThaiDates.Long(form.Period.LastDay),
            };
        foreach (var answer in _known.Values)
            foreach (var finding in answer.Findings)
                yield return finding with { Subject = answer.Rows == 1 ? answer.Field : string.Create(CultureInfo.InvariantCulture, $"{answer.Field} {answer.Rows:#,##0} แถว") };
    }

    private Answer Look(Asked asked, AuthorityCellsOfRow cells, string field)
    {
        var findings = new List<Finding>();
        if (asked.Province is { } written && ProvinceNames.ParseWithAbbreviations(written) is var province && (!province.Succeeded || province.Value.Code != Province))
            findings.Add(new Finding(province.Succeeded ? AuthorityFindings.RowOfOtherProvince : AuthorityFindings.ProvinceUnreadable, At(cells.Province!.Value))
            {
                Found = written, Expected = OfProvince, Reason = province.Reason ?? "",
            });
        var code = asked.Code is null ? null : WrittenAuthority.Parse(asked.Code).Code;
        if (asked.Code is not null && code is null)
            findings.Add(new Finding(AuthorityFindings.NotACode, At(cells.Code!.Value)) { Found = asked.Code });
        // What stands in another province, or has a code that cannot be read, is not looked for as well.
        if (findings.Exists(finding => finding.Severity == Severity.Error))
            return new Answer(field, null, [], findings);
        var match = matching!.Find(asked.Name ?? asked.Code!, asked.District, Province, code);
        if (match.Outcome != AuthorityOutcome.Found || match.DistrictDiffers)
            findings.Add(NoDistrict(match, asked, cells) is { } none ? none with { Found = match.Written.Text } : Said(match, asked, cells));
        return new Answer(field, match.Authority?.Code.ToString(), match.Written.Tolerances, findings);
    }

    // A district that is none is the mistake, not the authority beside it.
    private Finding? NoDistrict(AuthorityMatch match, Asked asked, AuthorityCellsOfRow cells)
    {
        if (matching!.Districts is not { } districts || (match.Written.District ?? asked.District) is not { Length: > 0 } named || districts.Find(named, Province) is not null)
            return null;
        var place = At(match.Written.District is null && cells.District is { } own ? own : cells.Source);
        var near = districts.Nearest(named, Province) is { } one ? $" สะกดใกล้เคียงกับ “{one.Name}”" : "";
        return match.Outcome switch
        {
            AuthorityOutcome.Found => new(AuthorityFindings.NoDistrictBesideCode, place) { Expected = named, Reason = $"{OfProvince}{near} ระบบบันทึกเป็น {match.Authority!.Described}" },
            AuthorityOutcome.Unknown when Named(match) is { Count: > 0 } others =>
                new(AuthorityFindings.NoDistrict, place) { Expected = named, Reason = $"{OfProvince}{near} ตามทะเบียนชื่อนี้คือ {Listed(others, withProvince: false)}" },
            _ => null,
        };
    }

    private static List<LocalAuthority> Named(AuthorityMatch match) => [.. match.Candidates.Where(one => one.Type == match.Written.Type)];

    // What is wrong with a code of a column of its own is told there.
    private Finding Said(AuthorityMatch match, Asked asked, AuthorityCellsOfRow cells) =>
        asked.Code is { } code && match.Written.Code is null && match.Outcome is AuthorityOutcome.Unknown or AuthorityOutcome.Former or AuthorityOutcome.OtherProvince
            ? Said(match, asked.District, At(cells.Code!.Value), cells) with { Found = code }
            : Said(match, asked.District, At(cells.Source), cells) with { Found = match.Written.Text };

    private Finding Said(AuthorityMatch match, string? district, Place at, AuthorityCellsOfRow cells) => match.Outcome switch
    {
        AuthorityOutcome.Found => new(AuthorityFindings.DistrictDiffers, at) { Expected = match.Authority!.Described, Reason = district ?? "" },
        AuthorityOutcome.Unknown when Named(match) is { Count: > 0 } others =>
            new(AuthorityFindings.OtherDistrict, at) { Expected = match.Written.District ?? district ?? "", Reason = Listed(others, withProvince: false) },
        AuthorityOutcome.Unknown => new(AuthorityFindings.Unknown, at) { Expected = $"{OfProvince} ณ {ThaiDates.Long(matching!.Registry.Effective)}", Reason = SameName(match) },
        AuthorityOutcome.Former => new(AuthorityFindings.NoMore, at) { Expected = ThaiDates.Long(match.Former!.GoneSince), Reason = Now(match.Former) },
        AuthorityOutcome.OtherProvince => new(AuthorityFindings.OtherProvince, at) { Expected = OfProvince, Reason = Listed(match.Candidates, withProvince: true) },
        AuthorityOutcome.Ambiguous => new(AuthorityFindings.Ambiguous, at) { Expected = OfProvince, Reason = Listed(match.Candidates, withProvince: false) },
        AuthorityOutcome.NoType => new(AuthorityFindings.NoType, at) { Reason = SameName(match) },
        AuthorityOutcome.Contradiction => new(AuthorityFindings.Contradiction, at) { Reason = Contradicted(match, district, cells) },
        _ => throw new InvalidOperationException($"No finding for {match.Outcome}."),
    };

    private string Contradicted(AuthorityMatch match, string? district, AuthorityCellsOfRow cells)
    {
        if (match.CodesDiffer)
            return $"มีรหัสมากกว่าหนึ่งรหัส ในทะเบียนมี {Listed(match.Candidates, withProvince: false)}";
        if (match.Candidates.Count == 0)
            return $"ชื่อระบุอำเภอ “{match.Written.District}” แต่ช่องอำเภอว่า “{district}”";
        var where = match.Written.Code is null && cells.Code is { } column ? $"รหัสในเซลล์ {column.Address} " : "รหัสนี้";
        return $"{where}เป็นของ {Listed(match.Candidates, withProvince: false)}{NameMeans(match.Named)}";
    }

    private string NameMeans(AuthorityMatch? named) => named?.Outcome switch
    {
        null => "",
        AuthorityOutcome.Found => $" ส่วนชื่อนี้คือ {named.Authority!.Described}",
        AuthorityOutcome.Ambiguous => $" ส่วนชื่อนี้มีหลายแห่ง คือ {Listed(named.Candidates, withProvince: false)}",
        _ => $" ส่วนชื่อนี้ไม่มีในทะเบียนของ{OfProvince}",
    };

    private static string SameName(AuthorityMatch match) =>
        match.Candidates.Count == 0 ? "ทั้งจังหวัดไม่มี อปท. ที่เขียนเช่นนี้ไม่ว่าประเภทใด" : $"ในจังหวัดนี้มีชื่อเดียวกันคือ {Listed(match.Candidates, withProvince: false)}";

    private static string Now(FormerAuthority former) => former.Now is { } now
        ? $"ปัจจุบันในทะเบียนเป็น {now.Described}"
        : $"ทะเบียนล่าสุดที่ยังมีคือ ณ {ThaiDates.Long(former.LastIn)}";

    private static string Listed(IReadOnlyList<LocalAuthority> authorities, bool withProvince)
    {
        var named = string.Join(", ", authorities.Take(MostNamed).Select(one => withProvince ? $"จังหวัด{Provinces.Get(one.Province).NameThai} ({one.Described})" : one.Described));
        return authorities.Count <= MostNamed ? named : string.Create(CultureInfo.InvariantCulture, $"{named} และอีก {authorities.Count - MostNamed} แห่ง");
    }

    private static SourceCell? Beside(RecognisedRow row, string? field) =>
        field is not null && row.Fields[row.Group.IndexOf(field)] is { } cell && !CellContent.IsMissing(cell.Raw) && StatedZero.In(CellContent.TextOf(cell.Raw)) is null ? cell : null;

    private static string? Text(SourceCell? cell) => cell is { } source ? ThaiText.Clean(CellContent.TextOf(source.Raw)).Value : null;

    private static Place At(SourceCell cell) => Place.At(cell.Sheet, cell.Address);

    private sealed record Asked(string? Name, string? District, string? Code, string? Province);

    private sealed record Answer(string Field, string? Code, IReadOnlyList<Tolerance> Tolerances, List<Finding> Findings)
    {
        public int Rows { get; set; }
    }
}
