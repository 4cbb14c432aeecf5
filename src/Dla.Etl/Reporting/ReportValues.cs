using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Measures;
using Dla.Etl.Normalising;
using Dla.Etl.Tracing;

namespace Dla.Etl.Reporting;

/// <summary>The values that the texts of every sheet may print.</summary>
internal static class ReportValues
{
    /// <summary>Values by name; each is there once more with Thai digits as <c>name_thai</c>, for titles.</summary>
    public static IReadOnlyDictionary<string, CellContent> Of(ReportDefinition report, ReportRequest request, MeasureInput input)
    {
        var missing = input.Provinces.Count(province => !input.HasReported(province.Code));
        return OfUnit(input).Concat(new Dictionary<string, string>
        {
            ["report_id"] = report.Id,
            ["report_title"] = report.Title,
            ["fiscal_year"] = request.Period.Year.ToString(),
            ["last_year"] = request.Period.Year.Previous.ToString(),
            ["period"] = request.Period.ToString(),
            ["period_name"] = ThaiPeriods.Name(request.Period),
            ["as_of_day"] = ThaiPrint.Day(ThaiPrint.DayOf(request.AsOf)),
            ["as_of_short"] = ThaiPrint.ShortDay(ThaiPrint.DayOf(request.AsOf)),
            ["as_of_instant"] = ThaiPrint.Instant(request.AsOf),
            ["sequence"] = request.Sequence.ToString(CultureInfo.InvariantCulture),
            ["notice"] = request.Notice.Length == 0 ? "" : $" ({request.Notice})",
            ["deadline_day"] = ThaiPrint.Day(input.Form.Deadline),
            ["form_title"] = input.Form.Title,
            ["form_source"] = input.Form.Source,
            ["provinces"] = Whole(input.Provinces.Count),
            ["provinces_reported"] = Whole(input.Provinces.Count - missing),
            ["provinces_missing"] = input.Listed(province => !input.HasReported(province.Code)),
        }).SelectMany(value => (KeyValuePair<string, string>[])[value, new(value.Key + "_thai", ThaiPrint.Digits(value.Value))])
            .ToDictionary(value => value.Key, value => CellContent.Text(value.Value).From(OriginOf(value.Key, input)), StringComparer.Ordinal);
    }

    // Of a report of one province: its code, its name, and its office as it calls itself.
    private static IEnumerable<KeyValuePair<string, string>> OfUnit(MeasureInput input) => input.Unit is not { } unit ? [] :
    [
        new("unit", unit.Code.ToString()), new("unit_name", unit.Name), new("unit_called", unit.Called), new("office_name", unit.OfficeName),
    ];

    private static StandingReturns? OriginOf(string name, MeasureInput input) =>
        name.StartsWith("provinces_", StringComparison.Ordinal) ? new StandingReturns(input.Form.Id, input.Form.Period) : null;

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
