using Dla.Etl.Measures;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Reporting;

/// <summary>A report that is asked for.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Period">The year or month of the figures.</param>
/// <param name="Sequence">As of which commit; the same one gives the same figures for ever.</param>
/// <param name="AsOf">The instant that the sequence stands for, printed as ข้อมูล ณ วันที่.</param>
public sealed record ReportRequest(string Report, Period Period, long Sequence, DateTimeOffset AsOf)
{
    /// <summary>The province that it is of; null for the whole country.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>Printed behind every title, for example that the figures are synthetic; empty for real ones.</summary>
    public string Notice { get; init; } = "";
}

/// <summary>A report that was written.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="FileName">The name that report.yaml gives it.</param>
/// <param name="Content">The content hash, which the manifest prints.</param>
/// <param name="Template">SHA-256 of the template.</param>
/// <param name="Definition">SHA-256 of report.yaml.</param>
/// <param name="Sources">Every definition that it was made of, to be archived by hash.</param>
/// <param name="Reported">Units whose return stood.</param>
/// <param name="Units">Units that have to file.</param>
public sealed record WrittenReport(
    ReportRequest Request, string FileName, ContentHash Content, ContentHash Template, ContentHash Definition,
    IReadOnlyList<ReportSource> Sources, int Reported, int Units)
{
    /// <summary>Where its figures come from, to be stored with it.</summary>
    public ReportTrace Trace { get; init; } = ReportTrace.Nothing;
}
