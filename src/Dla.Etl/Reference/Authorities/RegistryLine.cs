using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Reference.Authorities;

/// <summary>One row of a registry that could be read.</summary>
internal sealed record RegistryLine(int Row, LocalAuthority Authority);

/// <summary>Reads the rows of a registry one by one.</summary>
internal sealed class RegistryLines(RawSheet sheet, RegistryColumns columns, List<Finding> findings)
{
    // 82,641 rows name 76 provinces and 6 types.
    private readonly Dictionary<string, Province?> _provinces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuthorityType?> _types = new(StringComparer.Ordinal);

    private static string Types { get; } = string.Join(", ", Enum.GetValues<AuthorityType>().Select(type => type.Abbreviation()));

    /// <summary>The row; null for a blank one and for one of which something is wrong, which is told.</summary>
    public RegistryLine? Read(int row)
    {
        if (sheet.Rows[row].All(CellContent.IsMissing))
            return null;
        var before = findings.Count;
        var code = Code(row);
        var name = Required(row, columns.Name, "ชื่อ อปท.");
        var subject = $"{name ?? "อปท."} รหัส {code}";
        var type = Type(row, subject);
        var province = Province(row, code, subject);
        var district = Required(row, columns.District, "อำเภอ");
        return findings.Count == before ? new RegistryLine(row, new LocalAuthority(code!.Value, type!.Value, name!, province!.Code, district!)) : null;
    }

    public Place At(int row, int column) => Place.At(sheet.Name, new CellAddress(row, column));

    private AuthorityCode? Code(int row)
    {
        if (Required(row, columns.Code, "รหัส อปท.") is not { } text)
            return null;
        var code = AuthorityCode.Parse(text);
        if (code.Succeeded)
            return code.Value;
        findings.Add(new Finding(RegistryFindings.BadCode, At(row, columns.Code)) { Found = text });
        return null;
    }

    private AuthorityType? Type(int row, string subject)
    {
        if (Required(row, columns.Type, "ประเภท อปท.") is not { } text)
            return null;
        if (!_types.TryGetValue(text, out var type))
            _types[text] = type = AuthorityTypes.Find(text);
        if (type is null)
            findings.Add(new Finding(RegistryFindings.UnknownType, At(row, columns.Type)) { Subject = subject, Found = text, Expected = Types });
        return type;
    }

    private Province? Province(int row, AuthorityCode? code, string subject)
    {
        if (Required(row, columns.Province, "จังหวัด") is not { } text)
            return null;
        if (!_provinces.TryGetValue(text, out var province))
            _provinces[text] = province = ProvinceNames.Parse(text) is { Succeeded: true, Value: var named } ? named : null;
        if (province is null)
            findings.Add(new Finding(RegistryFindings.UnknownProvince, At(row, columns.Province)) { Subject = subject, Found = text });
        else if (code is { } known && known.Province != province.Code)
            Contradicts(row, columns.Province, text, known, subject);
        else if (code is { } other && columns.ProvinceCode is { } column && Text(row, column) is { Length: > 0 } written && ThaiDigits.ToArabic(written) != other.Province.ToString())
            Contradicts(row, column, written, other, subject);
        return province;
    }

    private void Contradicts(int row, int column, string found, AuthorityCode code, string subject) =>
        findings.Add(new Finding(RegistryFindings.ProvinceContradictsCode, At(row, column))
        {
            Subject = subject, Found = found, Expected = Provinces.TryGet(code.Province, out var province) ? $"จังหวัด{province.NameThai}" : $"จังหวัดรหัส {code.Province} ซึ่งไม่มี",
        });

    private string? Required(int row, int column, string what)
    {
        if (Text(row, column) is { Length: > 0 } text)
            return text;
        findings.Add(new Finding(RegistryFindings.MissingValue, At(row, column)) { Subject = what });
        return null;
    }

    private string Text(int row, int column) => ThaiText.Clean(CellContent.TextOf(sheet[new CellAddress(row, column)])).Value;
}
