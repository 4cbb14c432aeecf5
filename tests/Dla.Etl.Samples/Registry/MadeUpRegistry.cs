using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.Registry;

/// <summary>
/// A small made-up registry of three provinces with everything that is hard in the real one: one name in several districts and kinds, kinds that the code
/// denies, เมืองพัทยา, punctuation in names, and from the first edition to the second one that vanished, appeared, was renamed, or became a ทต.
/// </summary>
/// <remarks>Synthetic: provinces and codes of types are real, names of authorities and districts (but those of the capitals) are made up.</remarks>
public static class MadeUpRegistry
{
    /// <summary>The days of the two editions: 1 October 2562 and 1 October 2565 (B.E.), the first days of fiscal years 2563 and 2566.</summary>
    public static readonly DateOnly First = new(2019, 10, 1), Second = new(2022, 10, 1);

    // code, type, name, district; + only the second edition has it so, - only the first.
    private const string Table =
        """
          02200101 อบจ. ชลบุรี                     เมืองชลบุรี
          03200103 ทน.  เจ้าทดลอง                   เมืองชลบุรี
          04200102 ทม.  แสนสมมติ                   เมืองชลบุรี
          05200104 ทต.  บางตัวอย่าง                  เมืองชลบุรี
          05200105 ทต.  บ้านใหม่                    เมืองชลบุรี
          06200106 อบต. บางตัวอย่าง                  เมืองชลบุรี
          03200408 พิเศษ เมืองพัทยา                  อ่าวสมมติ
          05200401 ทต.  อ่าวสมมติ                   อ่าวสมมติ
          06200402 อบต. อ่าวสมมติ                   อ่าวสมมติ
          06200403 อบต. ตลิ่งสมมติ-คุ้งทดลอง           อ่าวสมมติ
        + 06200404 อบต. เกาะทดลอง                  อ่าวสมมติ
          02560101 อบจ. พะเยา                     เมืองพะเยา
          04560102 ทม.  ตัวอย่าง                    เมืองพะเยา
          05560103 ทต.  บ้านใหม่                    เมืองพะเยา
          05560104 ทต.  แม่สมมติ                    เมืองพะเยา
          06560105 อบต. บ้านใหม่                    เมืองพะเยา
          06560106 อบต. บ้านตัวอย่าง                 เมืองพะเยา
          06560107 อบต. ท่าทดลอง                   เมืองพะเยา
          05560301 ทต.  บ้านใหม่                    ทุ่งทดลอง
          05560302 ทต.  โนนตัวอย่าง-น้ำทดลอง          ทุ่งทดลอง
          06560303 อบต. บ้านตัวอย่าง                 ทุ่งทดลอง
          06560304 อบต. กม.9                      ทุ่งทดลอง
        - 06560305 อบต. หนองสมมติ                  ทุ่งทดลอง
        + 06560305 ทต.  หนองสมมติ                  ทุ่งทดลอง
          06560306 อบต. ทุ่งทดลอง                   ทุ่งทดลอง
          05560501 ทต.  ดอนสมมติ                   ดอนสมมติ
          06560502 อบต. ดอนสมมติ                   ดอนสมมติ
          06560503 อบต. ทมสมมติ                    ดอนสมมติ
        - 06560504 อบต. ห้วยเก่า                    ดอนสมมติ
        - 06560505 อบต. ห้วยเดิม                    ดอนสมมติ
        + 06560505 อบต. ห้วยใหม่                    ดอนสมมติ
          02570101 อบจ. เชียงราย                   เมืองเชียงราย
          03570102 ทน.  นครสมมติ                   เมืองเชียงราย
          05570103 ทต.  บ้านใหม่                    เมืองเชียงราย
          05570104 ทต.  แม่ทดลอง                   เมืองเชียงราย
          06570105 อบต. แม่ทดลอง                   เมืองเชียงราย
          06570106 อบต. ดอยตัวอย่าง                 เมืองเชียงราย
          05570201 ทต.  เวียงสมมติ                  เวียงสมมติ
          06570202 อบต. เวียงสมมติ                  เวียงสมมติ
          06570203 อบต. น้ำคำสมมติ                  เวียงสมมติ
          06570204 อบต. บ้านตัวอย่าง                 เวียงสมมติ
          05570401 ทต.  ป่าตัวอย่าง                   ป่าตัวอย่าง
          06570402 อบต. ป่าตัวอย่าง                   ป่าตัวอย่าง
        - 06570403 อบต. ป่าสมมติ                    ป่าตัวอย่าง
        + 05570403 ทต.  ป่าสมมติ                    ป่าตัวอย่าง
          06570404 อบต. จ.ท.ส.                    ป่าตัวอย่าง
        """;

    /// <summary>The first edition, by code.</summary>
    public static AuthorityRegistry Before { get; } = new(First, Lines('-'));

    /// <summary>The second edition, by code.</summary>
    public static AuthorityRegistry Now { get; } = new(Second, Lines('+'));

    private static IEnumerable<LocalAuthority> Lines(char edition) =>
        Table.ReplaceLineEndings("\n").Split('\n').Where(line => line[0] == ' ' || line[0] == edition).Select(line => Authority(line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static LocalAuthority Authority(string[] cells)
    {
        var code = AuthorityCode.Parse(cells[0]).Value;
        return new LocalAuthority(code, AuthorityTypes.Find(cells[1])!.Value, cells[2], Provinces.Get(code.Province).Code, cells[3]);
    }
}
