using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Reference.Districts;
using Dla.Etl.Values;

namespace Dla.Etl.Reference.Authorities;

/// <summary>The authorities that a file with the registry names: the department's open-data file with a row for each subdistrict covered, or one with a row for each authority.</summary>
/// <param name="Authorities">Each once, by code.</param>
/// <param name="Rows">Rows that the file has for them.</param>
public sealed record RegistryFile(IReadOnlyList<LocalAuthority> Authorities, int Rows)
{
    /// <summary>True when a sheet has the headers of a registry.</summary>
    internal static bool IsOn(RawSheet sheet) => RegistryColumns.Find(sheet).Columns is not null;

    /// <summary>Reads a registry from a grid. All errors are told at once, and there is an artefact only when there are none.</summary>
    /// <param name="workbook">The grid.</param>
    /// <param name="districts">The districts that hold for its day, by which its own are compared; null for none.</param>
    public static Step<RegistryFile> Read(RawWorkbook workbook, DistrictRegistry? districts = null)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        IReadOnlyList<string> missing = [];
        foreach (var sheet in workbook.Sheets)
        {
            (var columns, missing) = RegistryColumns.Find(sheet);
            if (columns is not null)
                return Read(sheet, columns, districts);
        }

        return new Step<RegistryFile>(null, [new Finding(RegistryFindings.NoHeader) { Found = string.Join(", ", missing), Expected = RegistryColumns.Wanted }]);
    }

    private static Step<RegistryFile> Read(RawSheet sheet, RegistryColumns columns, DistrictRegistry? districts)
    {
        var findings = new List<Finding>();
        var lines = new RegistryLines(sheet, columns, findings);
        var read = Enumerable.Range(columns.HeaderRow + 1, sheet.Rows.Count - columns.HeaderRow - 1).Select(lines.Read).OfType<RegistryLine>().ToList();
        if (read.Count == 0 && findings.Count == 0)
            findings.Add(new Finding(RegistryFindings.NoAuthorities));
        var authorities = new RegistryMerging(read, lines.At, columns, findings).Merge();
        if (findings.Any(finding => finding.Severity >= Severity.Error))
            return new Step<RegistryFile>(null, findings);
        findings.AddRange(RegistryDoubts.Of(authorities, lines.At, columns));
        if (districts is not null)
            findings.AddRange(RegistryDoubts.UnknownDistricts(authorities, lines.At, columns, districts));
        return new Step<RegistryFile>(new RegistryFile([.. authorities.Select(line => line.Authority)], read.Count), findings);
    }
}

/// <summary>Makes one authority of all rows that have its code.</summary>
internal sealed class RegistryMerging(IReadOnlyList<RegistryLine> lines, Func<int, int, Place> at, RegistryColumns columns, List<Finding> findings)
{
    private readonly List<LocalAuthority> _wide = [];

    /// <summary>The first row of each code, by code, with its district decided.</summary>
    public IReadOnlyList<RegistryLine> Merge()
    {
        var groups = lines.GroupBy(line => line.Authority.Code).OrderBy(group => group.Key).Select(group => group.ToList()).ToList();
        var named = Districts(groups);
        List<RegistryLine> merged = [.. groups.Select(group => One(group, named))];
        if (_wide.Count > 0)
            findings.Add(new Finding(RegistryFindings.SeveralDistricts)
            {
                Found = string.Create(CultureInfo.InvariantCulture, $"อปท. {_wide.Count} แห่ง"), Subject = _wide[0].Described,
            });
        return merged;
    }

    // Which district four digits of a code mean, as the authorities say whose rows all lie in one: an อบจ. has rows in every district of its province.
    private static Dictionary<string, string> Districts(List<List<RegistryLine>> groups) => groups
        .Where(group => group.TrueForAll(line => line.Authority.District == group[0].Authority.District))
        .GroupBy(group => group[0].Authority.Code.District, group => group[0].Authority.District, StringComparer.Ordinal)
        .ToDictionary(district => district.Key, names => names.GroupBy(name => name, StringComparer.Ordinal).MaxBy(name => name.Count())!.Key, StringComparer.Ordinal);

    private RegistryLine One(List<RegistryLine> group, Dictionary<string, string> named)
    {
        var first = group[0];
        foreach (var line in group.Skip(1))
        {
            Compare(first, line, columns.Type, one => one.Type.NameThai());
            Compare(first, line, columns.Name, one => one.Name);
        }

        string[] districts = [.. group.Select(line => line.Authority.District).Distinct(StringComparer.Ordinal)];
        if (districts.Length == 1)
            return first;
        if (!named.TryGetValue(first.Authority.Code.District, out var district) || !districts.Contains(district))
        {
            findings.Add(new Finding(RegistryFindings.DistrictUndecided, at(first.Row, columns.District))
            {
                Subject = Named(first), Found = string.Join(", ", districts), Expected = first.Authority.Code.District,
            });
            return first;
        }

        var decided = first with { Authority = first.Authority with { District = district } };
        _wide.Add(decided.Authority);
        return decided;
    }

    private void Compare(RegistryLine first, RegistryLine line, int column, Func<LocalAuthority, string> said)
    {
        if (said(first.Authority) != said(line.Authority))
            findings.Add(new Finding(RegistryFindings.RowsContradict, at(line.Row, column))
            {
                Subject = Named(first), Found = said(line.Authority), Expected = said(first.Authority),
                Reason = string.Create(CultureInfo.InvariantCulture, $"แถวที่ {first.Row + 1} "),
            });
    }

    private static string Named(RegistryLine line) => $"{line.Authority.FullName} รหัส {line.Authority.Code}";
}

/// <summary>What looks odd in a registry that can be read, and may be right all the same.</summary>
internal static class RegistryDoubts
{
    public static IEnumerable<Finding> Of(IReadOnlyList<RegistryLine> lines, Func<int, int, Place> at, RegistryColumns columns)
    {
        foreach (var line in lines)
            if (OfCode(line.Authority.Code) is var type && type != line.Authority.Type)
                yield return new Finding(RegistryFindings.TypeUnlikeCode, at(line.Row, columns.Type))
                {
                    Subject = line.Authority.Described, Found = line.Authority.Type.NameThai(), Expected = type.NameThai(),
                };
        foreach (var district in lines.GroupBy(line => line.Authority.Code.District, StringComparer.Ordinal))
            foreach (var finding in Districts([.. district], at, columns))
                yield return finding;
        foreach (var same in lines.GroupBy(line => (line.Authority.Province, line.Authority.District, line.Authority.Type, line.Authority.Name)))
            foreach (var again in same.Skip(1))
                yield return new Finding(RegistryFindings.SameName, at(again.Row, columns.Name)) { Subject = again.Authority.Described, Expected = same.First().Authority.Described };
        Province[] without = [.. Provinces.All.Where(province => !lines.Any(line => line.Authority.Province == province.Code))];
        if (without.Length > 0)
            yield return new Finding(RegistryFindings.ProvincesWithout)
            {
                Found = string.Create(CultureInfo.InvariantCulture, $"{without.Length} จังหวัด"), Subject = string.Join(", ", without.Select(province => province.NameThai)),
            };
    }

    /// <summary>The authorities whose district the list of districts does not have in their province.</summary>
    public static IEnumerable<Finding> UnknownDistricts(IReadOnlyList<RegistryLine> lines, Func<int, int, Place> at, RegistryColumns columns, DistrictRegistry districts) =>
        from line in lines
        let authority = line.Authority
        where districts.Find(authority.District, authority.Province) is null
        select new Finding(RegistryFindings.UnknownDistrict, at(line.Row, columns.District))
        {
            Subject = $"{authority.FullName} รหัส {authority.Code}", Found = authority.District,
            Expected = $"จังหวัด{Provinces.Get(authority.Province).NameThai} ตามรายชื่ออำเภอ ณ {ThaiDates.Long(districts.Effective)}",
            Reason = districts.Nearest(authority.District, authority.Province) is { } near ? $"(สะกดใกล้เคียงกับ “{near.Name}”)" : "",
        };

    private static IEnumerable<Finding> Districts(RegistryLine[] lines, Func<int, int, Place> at, RegistryColumns columns)
    {
        var names = lines.GroupBy(line => line.Authority.District, StringComparer.Ordinal).OrderByDescending(name => name.Count()).ToList();
        return names.Skip(1).SelectMany(name => name).Select(line => new Finding(RegistryFindings.DistrictUnlikeCode, at(line.Row, columns.District))
        {
            Subject = $"{line.Authority.FullName} รหัส {line.Authority.Code}", Found = line.Authority.District, Expected = names[0].Key,
        });
    }

    private static AuthorityType OfCode(AuthorityCode code) => (AuthorityType)(code.ToString()[1] - '1');
}
