using System.Globalization;

namespace Dla.Etl.Samples.Layouts;

/// <summary>How an office types its figures.</summary>
public static class Amounts
{
    /// <summary>A quantity as this office types it: a double or a text.</summary>
    public static object Quantity(SampleLine line, Manner manner)
    {
        var amount = line.Quantity ?? throw new ArgumentException($"Line {line.Number} has no quantity.", nameof(line));
        return amount == 0 ? Zero(manner) : manner.Numbers switch
        {
            Numbers.Number => (double)amount,
            Numbers.Text => amount.ToString(CultureInfo.InvariantCulture),
            Numbers.Grouped => Grouped(amount),
            Numbers.ThaiDigits => ThaiDigits(Grouped(amount)),
            _ => $"{Grouped(amount)} {Noun(line.Unit)}",
        };
    }

    /// <summary>A ratio: the number, or its text where the office types Thai digits.</summary>
    public static object? Ratio(int? ratio, Manner manner) => ratio is not { } known ? null
        : manner.Numbers == Numbers.ThaiDigits ? ThaiDigits(known.ToString(CultureInfo.InvariantCulture))
        : (double)known;

    /// <summary>A text with its digits in Thai.</summary>
    public static string ThaiDigits(string text) =>
        string.Create(text.Length, text, (span, source) =>
        {
            for (var at = 0; at < source.Length; at++)
                span[at] = char.IsAsciiDigit(source[at]) ? (char)('๐' + (source[at] - '0')) : source[at];
        });

    /// <summary>With grouping commas.</summary>
    public static string Grouped(long amount) => amount.ToString("#,##0", CultureInfo.InvariantCulture);

    private static object Zero(Manner manner) => manner.Nothing switch
    {
        Nothing.Dash => "-",
        Nothing.None => "ไม่มี",
        _ => manner.Numbers is Numbers.Number ? 0d : manner.Numbers is Numbers.ThaiDigits ? "๐" : "0",
    };

    /// <summary>Nobody repeats “จำนวน อปท. ในจังหวัด” behind a number: they write แห่ง.</summary>
    private static string Noun(string unit) => unit == Circular.SubOutputs[0].Unit ? "แห่ง" : unit;
}
