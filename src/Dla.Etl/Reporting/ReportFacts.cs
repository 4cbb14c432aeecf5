using System.Data.Common;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Measures;
using Dla.Etl.Reference;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Reporting;

/// <summary>The values that the texts of a report print, all sheets together, for what is said of the report elsewhere: the mail that brings it.</summary>
internal static class ReportFacts
{
    /// <summary>Values by name; those of the measures with Thai digits as <c>name_thai</c> too.</summary>
    /// <exception cref="KeyNotFoundException">The report has no template for the year, or its form is not defined for it.</exception>
    public static IReadOnlyDictionary<string, string> Of(ReportDefinition report, FormCatalogue forms, DbConnection connection, ReportRequest request) =>
        Values(report, request, new ReportData(report, forms, connection, request).Input(report.Templates[request.Period.Year]));

    /// <summary>What in the data or the rules holds the report back; empty when nothing of the kind does.</summary>
    /// <exception cref="KeyNotFoundException">The report has no template for the year, or its form is not defined for it.</exception>
    public static IReadOnlyList<Finding> Refusals(ReportDefinition report, FormCatalogue forms, DbConnection connection, ReportRequest request)
    {
        var input = new ReportData(report, forms, connection, request).Input(report.Templates[request.Period.Year]);
        return [.. report.Sheets.SelectMany(sheet => MeasureCatalogue.Get(sheet.Measure)(input with { Settings = sheet.Settings }).Findings)
            .Where(finding => finding.Severity >= Severity.Error).Distinct()];
    }

    /// <summary>The names of these values, which are the same whatever the figures are; empty for a report none of whose years has a form.</summary>
    public static IReadOnlySet<string> Names(ReportDefinition report, FormCatalogue forms)
    {
        var years = report.Templates.Keys.Where(year => forms.Years(report.Form).Contains(year)).Order().ToList();
        if (years.Count == 0)
            return new HashSet<string>(StringComparer.Ordinal);
        var period = forms.PeriodsOf(report.Form, years[^1])[^1];
        var unit = report.Scope == ReportScope.Province ? new Unit(Provinces.All[0].Code, Provinces.All[0]) : null;
        var input = new MeasureInput
        {
            Form = forms.Get(report.Form, period),
            Forms = forms,
            Unit = unit,
            Provinces = unit is null ? Provinces.All : [Provinces.All[0]],
            Status = [.. Units.Filing(forms.Get(report.Form, period)).Select(unit => UnitStatus.Of(unit.Code, null))],
            Sources = [],
            Query = (_, type) => Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!,
        };
        return Values(report, new ReportRequest(report.Id, period, 0, DateTimeOffset.UnixEpoch) { Unit = unit?.Code }, input).Keys.ToHashSet(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Values(ReportDefinition report, ReportRequest request, MeasureInput input)
    {
        var values = ReportValues.Of(report, request, input).ToDictionary(value => value.Key, value => value.Value.ToString(), StringComparer.Ordinal);
        // The sheet of evidence tells of files and hashes, not of figures.
        foreach (var sheet in report.Sheets.Where(sheet => !sheet.IsManifest))
            foreach (var (name, value) in MeasureCatalogue.Get(sheet.Measure)(input with { Settings = sheet.Settings }).Values)
                (values[name], values[name + "_thai"]) = (value.ToString(), ThaiPrint.Digits(value.ToString()));
        return values;
    }
}
