using Dla.Etl.Normalising;
using Dla.Etl.Reading;

namespace Dla.Etl.Reference.Authorities;

/// <summary>Where the columns of a registry stand: by the text of their headers, whatever their order and whatever stands beside them (DOMAIN §2.3).</summary>
internal sealed record RegistryColumns(int HeaderRow, int Code, int Type, int Name, int Province, int District, int? ProvinceCode)
{
    public const string CodeHeader = "รหัส อปท.", TypeHeader = "ประเภท อปท.", NameHeader = "อปท.", ProvinceHeader = "จังหวัด", DistrictHeader = "อำเภอ";

    private const string ProvinceCodeHeader = "รหัสจังหวัด";

    // A title may stand above the header, but not a page of them.
    private const int RowsLookedAt = 10;

    private static readonly string[] Required = [CodeHeader, TypeHeader, NameHeader, ProvinceHeader, DistrictHeader];

    /// <summary>The headers that a file needs, for messages.</summary>
    public static string Wanted => string.Join(", ", Required);

    /// <summary>The columns, or the headers that the likeliest row lacks.</summary>
    public static (RegistryColumns? Columns, IReadOnlyList<string> Missing) Find(RawSheet sheet)
    {
        var fewest = Required;
        for (var row = 0; row < Math.Min(sheet.Rows.Count, RowsLookedAt); row++)
        {
            string[] headers = [.. sheet.Rows[row].Select(cell => ThaiText.Fold(CellContent.TextOf(cell)))];
            int At(string header) => Array.IndexOf(headers, ThaiText.Fold(header));
            string[] missing = [.. Required.Where(header => At(header) < 0)];
            if (missing.Length == 0)
                return (new(row, At(CodeHeader), At(TypeHeader), At(NameHeader), At(ProvinceHeader), At(DistrictHeader), At(ProvinceCodeHeader) is var found and >= 0 ? found : null), []);
            if (missing.Length < fewest.Length)
                fewest = missing;
        }

        return (null, fewest);
    }
}
