using System.Text;
using ExcelDataReader;

namespace Dla.Etl.Reading;

/// <summary>The number formats of one workbook, one string each, and which of them are dates that ExcelDataReader takes for numbers.</summary>
internal sealed class NumberFormats
{
    private readonly Dictionary<int, (string? Code, bool IsThaiDate)> _known = [];

    /// <summary>The format of a cell of the current row.</summary>
    public (string? Code, bool IsThaiDate) Of(IExcelDataReader reader, int column)
    {
        var index = reader.GetNumberFormatIndex(column);
        if (_known.TryGetValue(index, out var format))
            return format;
        var code = reader.GetNumberFormatString(column);
        return _known[index] = (code, code is not null && IsThaiDate(code));
    }

    /// <summary>True for a date format of the Buddhist year (<c>bbbb</c>) or of the Thai letters (<c>ว/ด/ปปปป</c>), which ExcelDataReader 3.6.0 reads as a number (DOMAIN §6.5).</summary>
    public static bool IsThaiDate(string code)
    {
        var bare = WithoutLiterals(code);
        return bare.AsSpan().IndexOfAny('0', '#', '?') < 0
            && (bare.Contains("bb", StringComparison.OrdinalIgnoreCase) || bare.Contains("ปป", StringComparison.Ordinal));
    }

    private static string WithoutLiterals(string code)
    {
        var bare = new StringBuilder(code.Length);
        for (var at = 0; at < code.Length; at++)
        {
            var close = code[at] switch { '"' => '"', '[' => ']', _ => '\0' };
            if (code[at] == '\\')
                at++;
            else if (close == '\0')
                bare.Append(code[at]);
            else
                at = code.IndexOf(close, at + 1) is var end and >= 0 ? end : code.Length;
        }
        return bare.ToString();
    }
}
