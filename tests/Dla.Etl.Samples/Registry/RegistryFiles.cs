using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;

namespace Dla.Etl.Samples.Registry;

/// <summary>The made-up registry in the two shapes that the program reads.</summary>
public static class RegistryFiles
{
    private static readonly string[] ReducedHeader = ["รหัส อปท.", "ประเภท อปท.", "อปท.", "รหัสจังหวัด", "จังหวัด", "อำเภอ"];

    // As the department's open data has them, misspelling of the last included (DOMAIN §2.3).
    private static readonly string[] CoverageHeader =
        ["จังหวัด", "อำเภอ", "ตำบล", "รหัส อปท.", "ประเภท อปท.", "อปท.", "ที่ตั้งสำนักงานเลขที่", "หมู่ที่", "รหัสไปรษณีย์", "ขนาดพื้นที่", "LAT", "LONG", "เว็ปไซต์ของอปท"];

    /// <summary>The files: relative path and bytes.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> All()
    {
        yield return new("reference/made-up-authorities-2562-10-01.csv", Csv(ReducedHeader, MadeUpRegistry.Before.All.Select(Reduced)));
        yield return new("reference/made-up-authorities-2565-10-01.csv", Csv(ReducedHeader, MadeUpRegistry.Now.All.Select(Reduced)));
        yield return new("reference/made-up-tambon-2565-10-01.csv", Csv(CoverageHeader, MadeUpRegistry.Now.All.SelectMany(Covered)));
    }

    /// <summary>Delimited text as the department publishes it: UTF-8 with byte order mark, CR LF.</summary>
    public static byte[] Csv(IEnumerable<string> header, IEnumerable<string[]> rows)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
            foreach (var row in rows.Prepend([.. header]))
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.NextRecord();
            }

        return stream.ToArray();
    }

    private static string[] Reduced(LocalAuthority authority) =>
        [authority.Code.ToString(), authority.Type.Abbreviation(), authority.Name, authority.Province.ToString(), Provinces.Get(authority.Province).NameThai, authority.District];

    // An อบจ. covers every district of its province; the others one to three subdistricts of their own. The file has lost the leading zero of the codes.
    private static IEnumerable<string[]> Covered(LocalAuthority authority)
    {
        var districts = authority.Type == AuthorityType.ProvincialOrganization
            ? MadeUpRegistry.Now.Of(authority.Province).Select(other => other.District).Distinct().ToArray()
            : [.. Enumerable.Repeat(authority.District, 1 + ((authority.Code.ToString()[^1] - '0') % 3))];
        return districts.Select((district, index) => new[]
        {
            Provinces.Get(authority.Province).NameThai, district, string.Create(CultureInfo.InvariantCulture, $"ตำบลสมมติ {index + 1}"), authority.Code.ToString()[1..],
            authority.Type.NameThai(), authority.Name, "1", "", "00000", "10.5", "", "", "https://www.example.go.th",
        });
    }
}
