namespace Dla.Etl.Reading;

/// <summary>How a workbook counts days, and how much of that ExcelDataReader has already minded.</summary>
/// <param name="Is1904">Days count from 1 January 1904, as Excel for Mac once did.</param>
/// <param name="ReaderKnows">ExcelDataReader 3.6.0 knows it: it understands <c>date1904="1"</c>, not <c>"true"</c> as LibreOffice writes it.</param>
internal readonly record struct DateSystem(bool Is1904, bool ReaderKnows)
{
    private const int DaysBetween = 1462;
    private const double LastSerial = 2_958_465;
    private static readonly DateTime LeapDayThatNeverWas = new(1900, 3, 1);

    /// <summary>A date as ExcelDataReader gave it, put right.</summary>
    public DateTime Correct(DateTime date)
    {
        if (!Is1904 || ReaderKnows)
            return date;
        var counted = date < LeapDayThatNeverWas ? date.AddDays(-1) : date;
        return counted < DateTime.MaxValue.AddDays(-DaysBetween) ? counted.AddDays(DaysBetween) : counted;
    }

    /// <summary>The date of a serial that ExcelDataReader left a number, or null outside 1900–9999.</summary>
    public DateTime? FromSerial(double serial)
    {
        var days = Is1904 ? serial + DaysBetween : serial < 60 ? serial + 1 : serial;
        return serial >= 0 && days <= LastSerial ? DateTime.FromOADate(days) : null;
    }
}
