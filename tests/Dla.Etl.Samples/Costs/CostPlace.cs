using System.Globalization;

namespace Dla.Etl.Samples.Costs;

/// <summary>A made-up cost centre: the codes are those of the made-up allocation rules in <c>testdata/unit-cost/made-up</c>.</summary>
/// <param name="Number">Seed of its figures.</param>
/// <param name="Code">P and the code of the province, or D and a number for a division.</param>
/// <param name="Name">As the export prints it.</param>
/// <param name="People">How many are paid there, which gives its costs their size.</param>
public sealed record CostPlace(int Number, string Code, string Name, int People)
{
    private static readonly string[] Divisions =
    [
        "กองคลัง", "กองการเจ้าหน้าที่", "กองยุทธศาสตร์และแผนงาน", "ศูนย์เทคโนโลยีสารสนเทศ", "กลุ่มตรวจสอบภายใน",
        "กลุ่มพัฒนาระบบบริหาร", "สำนักงานเลขานุการกรม", "กองพัฒนาและส่งเสริม", "สำนักบริหารการคลังท้องถิ่น",
    ];

    /// <summary>The 76 offices and nine divisions, by code.</summary>
    public static IReadOnlyList<CostPlace> All { get; } =
    [
        .. SampleProvince.All.Select(province => new CostPlace(province.Code, $"P{province.Code}", $"สถจ.{province.Thai}", 12 + (province.LocalAuthorities / 8))),
        .. Divisions.Select((name, index) => new CostPlace(
            101 + index, string.Create(CultureInfo.InvariantCulture, $"D{index + 1:00}"), $"{name} (สมมติ)", 24 + (index * 7 % 40))),
    ];

    /// <summary>True for an office of a province.</summary>
    public bool IsOffice => Number < 100;

    /// <summary>The centre with this code.</summary>
    public static CostPlace Of(string code) => All.First(place => place.Code == code);
}
