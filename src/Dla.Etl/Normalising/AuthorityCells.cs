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

    private readonly Dictionary<(string Text, string? District), AuthorityMatch> _known = [];
    private readonly Dictionary<(string Text, string? District), (Finding Finding, string Field, int Rows)> _problems = [];
    private bool _asked;

    // A form with such a field is filed by a province or its authorities: its definition has been proof-read.
    private ProvinceCode Province => form.Unit.Province ?? throw new InvalidOperationException($"{form.Form.Path}: the department has no authorities.");

    private string OfProvince => $"จังหวัด{Provinces.Get(Province).NameThai}";

    /// <summary>The code of the authority that a cell names.</summary>
    /// <param name="row">Its row, in which the district stands.</param>
    /// <param name="field">Its field.</param>
    /// <param name="source">The cell, which is not missing.</param>
    /// <returns>The code with the tolerances of reading it; null when it cannot be told, of which <see cref="Findings"/> tells.</returns>
    public (string Code, IReadOnlyList<Tolerance> Tolerances)? Read(RecognisedRow row, FieldDefinition field, SourceCell source)
    {
        _asked = true;
        if (matching is null)
            return null;
        var written = DistrictCell(row, field);
        var asked = (Text: CellContent.TextOf(source.Raw), District: written is { } cell ? ThaiText.Clean(CellContent.TextOf(cell.Raw)).Value : null);
        if (!_known.TryGetValue(asked, out var match))
            _known[asked] = match = matching.Find(asked.Text, asked.District, Province);
        if (match.Outcome != AuthorityOutcome.Found || match.DistrictDiffers)
            Note(asked, match, field, source, written);
        return match.Authority is { } authority ? (authority.Code.ToString(), match.Written.Tolerances) : null;
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
        foreach (var (finding, field, rows) in _problems.Values)
            yield return finding with { Subject = rows == 1 ? field : string.Create(CultureInfo.InvariantCulture, $"{field} {rows:#,##0} แถว") };
    }

    private void Note((string Text, string? District) asked, AuthorityMatch match, FieldDefinition field, SourceCell source, SourceCell? district) =>
        _problems[asked] = _problems.TryGetValue(asked, out var before)
            ? before with { Rows = before.Rows + 1 }
            : ((NoDistrict(match, asked.District, source, district) ?? Said(match, asked.District, Place.At(source.Sheet, source.Address))) with { Found = match.Written.Text }, field.Label, 1);

    // A district that is none is the mistake, not the authority beside it.
    private Finding? NoDistrict(AuthorityMatch match, string? district, SourceCell authority, SourceCell? cell)
    {
        if (matching!.Districts is not { } districts || (match.Written.District ?? district) is not { Length: > 0 } named || districts.Find(named, Province) is not null)
            return null;
        var place = match.Written.District is null && cell is { } own ? Place.At(own.Sheet, own.Address) : Place.At(authority.Sheet, authority.Address);
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

    private Finding Said(AuthorityMatch match, string? district, Place at) => match.Outcome switch
    {
        AuthorityOutcome.Found => new(AuthorityFindings.DistrictDiffers, at) { Expected = match.Authority!.Described, Reason = district ?? "" },
        AuthorityOutcome.Unknown when Named(match) is { Count: > 0 } others =>
            new(AuthorityFindings.OtherDistrict, at) { Expected = match.Written.District ?? district ?? "", Reason = Listed(others, withProvince: false) },
        AuthorityOutcome.Unknown => new(AuthorityFindings.Unknown, at) { Expected = $"{OfProvince} ณ {ThaiDates.Long(matching!.Registry.Effective)}", Reason = SameName(match) },
        AuthorityOutcome.Former => new(AuthorityFindings.NoMore, at) { Expected = ThaiDates.Long(match.Former!.GoneSince), Reason = Now(match.Former) },
        AuthorityOutcome.OtherProvince => new(AuthorityFindings.OtherProvince, at) { Expected = OfProvince, Reason = Listed(match.Candidates, withProvince: true) },
        AuthorityOutcome.Ambiguous => new(AuthorityFindings.Ambiguous, at) { Expected = OfProvince, Reason = Listed(match.Candidates, withProvince: false) },
        AuthorityOutcome.NoType => new(AuthorityFindings.NoType, at) { Reason = SameName(match) },
        AuthorityOutcome.Contradiction => new(AuthorityFindings.Contradiction, at)
        {
            Reason = match.Candidates.Count > 0 ? $"รหัสนี้เป็นของ {Listed(match.Candidates, withProvince: false)}" : $"ชื่อระบุอำเภอ “{match.Written.District}” แต่ช่องอำเภอว่า “{district}”",
        },
        _ => throw new InvalidOperationException($"No finding for {match.Outcome}."),
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

    private static SourceCell? DistrictCell(RecognisedRow row, FieldDefinition field) =>
        field.DistrictField is { } code && row.Fields[row.Group.IndexOf(code)] is { } cell && !CellContent.IsMissing(cell.Raw) ? cell : null;
}
