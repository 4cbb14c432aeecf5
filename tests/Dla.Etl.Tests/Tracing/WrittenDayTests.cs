using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Tests.Tracing;

public class WrittenDayTests
{
    public static TheoryData<string, string, string, string, string?> Cases => new()
    {
        { "the reports' own format, with the Thai calendar", "n", "45082", "[$-107041E]d mmm yyyy", "2023-06-05" },
        { "Excel's own short date", "n", "45082", "mm-dd-yy", "2023-06-05" },
        { "capital letters", "n", "45082", "DD/MM/YYYY", "2023-06-05" },
        { "a month alone", "n", "45047", "mmm yyyy", "2023-05-01" },
        { "an hour of the day", "n", "45082.99", "d mmm yyyy hh:mm", "2023-06-05" },
        { "the first day that Excel counts rightly", "n", "61", "d mmm yyyy", "1900-03-01" },
        { "the day before is wrong in Excel", "n", "60", "d mmm yyyy", null },
        { "the last day", "n", "2958465", "d mmm yyyy", "9999-12-31" },
        { "beyond the last day", "n", "2958466", "d mmm yyyy", null },
        { "no format", "n", "45082", "General", null },
        { "a count", "n", "45082", "#,##0_);(#,##0);\"-\"_);@_)", null },
        { "a colour is no day", "n", "45082", "0;[Red]-0", null },
        { "a letter behind a number is no day", "n", "45082", "0\\d", null },
        { "a word behind a number is no day", "n", "45082", "0\" days\"", null },
        { "text stays text", "s", "45082", "d mmm yyyy", null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_cell_that_prints_a_day_is_known_by_its_format(string why, string kind, string value, string format, string? day) =>
        WrittenDay.Of(new WrittenCell("D12", kind, value, format, null))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(day, why);
}
