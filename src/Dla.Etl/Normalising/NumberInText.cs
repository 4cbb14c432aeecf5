using System.Buffers;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>A number with the words around it.</summary>
internal readonly record struct NumberAndWords(string Before, decimal Number, string After);

/// <summary>Splits {qualifier, number, unit}; a text with several numbers is refused, since nobody knows which one is meant. Source: DOMAIN §6.3.</summary>
internal static class NumberInText
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> OneNumber =
        SearchValues.Create("0123456789., +%ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static Parsed<NumberAndWords> Split(string raw)
    {
        var noted = default(Noted);
        var text = NumberText.Prepare(raw, ref noted);
        var first = text.AsSpan().IndexOfAny(Digits);
        if (first < 0)
            return Failed($"“{text}” ไม่ใช่ตัวเลข");
        var last = text.AsSpan().LastIndexOfAny(Digits);
        if (text.AsSpan(first, last - first + 1).ContainsAnyExcept(OneNumber))
            return Failed("มีตัวเลขมากกว่าหนึ่งจำนวน");
        var (start, end) = WithSign(text, first, last + 1);
        var number = NumberText.ParsePrepared(text[start..end], ref noted);
        return number.Succeeded
            ? Parsed<NumberAndWords>.Ok(new NumberAndWords(text[..start].TrimEnd(' '), number.Value, text[end..].TrimStart(' ')), number.Tolerances)
            : Failed(number.Reason);
    }

    // Separators at the edge belong to the number (they make it wrong); a sign does when nothing but the number stands beside it.
    private static (int Start, int End) WithSign(string text, int start, int end)
    {
        while (start > 0 && text[start - 1] is '.' or ',')
            start--;
        while (end < text.Length && text[end] is '.' or ',')
            end++;
        var before = text.AsSpan(0, start).Trim(' ');
        var after = text.AsSpan(end).Trim(' ');
        if (before is "(" && after is ")")
            return (0, text.Length);
        if (before is [var dash] && NumberText.IsDash(dash))
            start = 0;
        else if (before.IsEmpty && after is [var minus] && NumberText.IsDash(minus))
            end = text.Length;
        return (start, end);
    }

    private static Parsed<NumberAndWords> Failed(string reason) => Parsed<NumberAndWords>.Failed(reason);
}
