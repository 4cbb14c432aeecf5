using System.Text;

namespace Dla.Etl.Values;

/// <summary>Money in Thai words, as below the total of an official table: หนึ่งร้อยบาทถ้วน.</summary>
/// <remarks>A final one after any higher digit is เอ็ด, in 101 and 1,000,001 as well: Thai usage and Excel, where LibreOffice says หนึ่ง (DOMAIN §6.6).</remarks>
public static class BahtInWords
{
    private const ulong Million = 1_000_000;
    private static readonly string[] Digits = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
    private static readonly string[] Places = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];

    /// <summary>The words of any amount: whole baht end in บาทถ้วน, negative ones begin with ลบ.</summary>
    public static string Of(Baht amount)
    {
        var all = (ulong)Int128.Abs(amount.Satang);
        var (baht, satang) = (all / Baht.Scale, all % Baht.Scale);
        var words = new StringBuilder(amount.Satang < 0 ? "ลบ" : "");
        if (all == 0)
            words.Append("ศูนย์");
        if (baht > 0)
            Append(words, baht);
        if (baht > 0 || satang == 0)
            words.Append(satang == 0 ? "บาทถ้วน" : "บาท");
        if (satang > 0)
        {
            Append(words, satang);
            words.Append("สตางค์");
        }

        return words.ToString();
    }

    // Millions of millions read as ล้านล้าน: the part above the last six digits is a number of its own.
    private static void Append(StringBuilder words, ulong number)
    {
        var millions = number / Million;
        if (millions > 0)
        {
            Append(words, millions);
            words.Append("ล้าน");
        }

        var rest = (int)(number % Million);
        for (var (place, size) = (5, 100_000); place >= 0; place--, size /= 10)
            AppendDigit(words, rest / size % 10, place, hasHigher: millions > 0 || rest >= 10);
    }

    private static void AppendDigit(StringBuilder words, int digit, int place, bool hasHigher)
    {
        if (digit == 0)
            return;
        words.Append((place, digit) switch
        {
            (1, 1) => "",
            (1, 2) => "ยี่",
            (0, 1) when hasHigher => "เอ็ด",
            _ => Digits[digit],
        });
        words.Append(Places[place]);
    }
}
