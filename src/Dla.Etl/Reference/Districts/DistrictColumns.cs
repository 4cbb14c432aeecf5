using Dla.Etl.Normalising;
using Dla.Etl.Reading;

namespace Dla.Etl.Reference.Districts;

/// <summary>Where the columns of a list of districts stand: by the text of their headers, Thai or as open data writes them, whatever their order.</summary>
internal sealed record DistrictColumns(int HeaderRow, int Code, int Name, int Province, int? NameEnglish)
{
    // A title may stand above the header, but not a page of them.
    private const int RowsLookedAt = 10;

    // The first of each is the one that messages name; the English ones are those of the public lists of districts (DOMAIN §2.3).
    private static readonly string[] Codes = ["รหัสอำเภอ", "code", "district_code"], Names = ["ชื่ออำเภอ", "อำเภอ", "name_th", "district_name_th"],
        ProvinceCodes = ["รหัสจังหวัด", "province_code"], EnglishNames = ["ชื่ออำเภอภาษาอังกฤษ", "name_en", "district_name_en"];

    /// <summary>The headers that a file needs, for messages.</summary>
    public static string Wanted => string.Join(", ", [Codes[0], Names[0], ProvinceCodes[0]]);

    /// <summary>The columns, or the headers that a row with a district's code lacks; no columns and nothing missing where no row has one: the sheet is no list of districts.</summary>
    public static (DistrictColumns? Columns, IReadOnlyList<string> Missing) Find(RawSheet sheet)
    {
        for (var row = 0; row < Math.Min(sheet.Rows.Count, RowsLookedAt); row++)
        {
            string[] headers = [.. sheet.Rows[row].Select(cell => ThaiText.Fold(CellContent.TextOf(cell)))];
            if (At(headers, Codes) is not { } code)
                continue;
            return (At(headers, Names), At(headers, ProvinceCodes)) is ({ } name, { } province)
                ? (new(row, code, name, province, At(headers, EnglishNames)), [])
                : (null, [.. new[] { Names, ProvinceCodes }.Where(one => At(headers, one) is null).Select(one => one[0])]);
        }

        return (null, []);
    }

    private static int? At(string[] headers, string[] spellings)
    {
        string[] folded = [.. spellings.Select(ThaiText.Fold)];
        return Array.FindIndex(headers, folded.Contains) is var at and >= 0 ? at : null;
    }
}
