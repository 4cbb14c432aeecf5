using System.Globalization;
using Dla.Etl.Reporting;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>Figures as cells: rounded here, once, and nowhere before.</summary>
internal static class Cells
{
    /// <summary>Satang as baht; missing is not zero.</summary>
    public static CellContent Baht(long? satang) => satang is { } known ? CellContent.Number((decimal)known / Values.Baht.Scale) : CellContent.Missing;

    /// <summary>A percentage or difference of two, to two decimals, halves away from zero; <c>-</c> where there is nothing to divide by.</summary>
    public static CellContent Percent(Rational? percent) => percent is { } known ? CellContent.Number(Hundredths(known)) : CellContent.Text("-");

    /// <summary>The same, missing when it is not known.</summary>
    public static CellContent Percent(Declared<Rational> percent) => percent.IsKnown ? CellContent.Number(Hundredths(percent.Value)) : CellContent.Missing;

    /// <summary>A number of things.</summary>
    public static CellContent Count(int number) => CellContent.Number(number);

    /// <summary>A rank; <c>-</c> without one.</summary>
    public static CellContent Rank(int? rank) => rank is { } known ? CellContent.Number(known) : CellContent.Text("-");

    /// <summary>A text, or nothing.</summary>
    public static CellContent Text(string? text) => string.IsNullOrEmpty(text) ? CellContent.Nothing : CellContent.Text(text);

    /// <summary>A text that a sender wrote, without what looks like a person's name, telephone or address: a report must not carry them on.</summary>
    public static CellContent Sent(string? text) => string.IsNullOrEmpty(text) ? CellContent.Missing : CellContent.Text(PersonalData.Masked(text));

    /// <summary>A percentage in a sentence: <c>69.33</c>, or <c>-</c>.</summary>
    public static string Told(Rational? percent) => percent is { } known ? Hundredths(known).ToString("#,##0.00", CultureInfo.InvariantCulture) : "-";

    /// <summary>Baht in a sentence.</summary>
    public static string Told(long satang) => ((decimal)satang / Values.Baht.Scale).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>A whole number in a sentence.</summary>
    public static string Told(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static decimal Hundredths(Rational number) => (decimal)(number * 100).Round() / 100;
}
