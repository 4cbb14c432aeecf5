namespace Dla.Etl.Samples.Plans;

/// <summary>A row of the action plan before it is drawn: a project, or a line that only goes on with the one before.</summary>
/// <param name="Fund">Heading of the list, for example งบอำนวยการ (กรม).</param>
/// <param name="Strategy">Number of the strategy.</param>
/// <param name="Way">กลยุทธ์, where it begins; else empty.</param>
/// <param name="Project">Name; empty for a line that goes on.</param>
/// <param name="Activities">Its activities, each with its number.</param>
/// <param name="Target">ค่าเป้าหมาย.</param>
/// <param name="Indicator">ตัวชี้วัด.</param>
/// <param name="Budget">As printed: a number with commas, ไม่ใช้งบประมาณ, or empty.</param>
/// <param name="Quarters">What stands in the four quarters.</param>
/// <param name="Office">As printed, with its footnote mark.</param>
public sealed record PlanLine(
    string Fund, int Strategy, string Way, string Project, IReadOnlyList<string> Activities, string Target, string Indicator,
    string Budget, IReadOnlyList<string> Quarters, string Office)
{
    /// <summary>True when it is a project and no continuation.</summary>
    public bool IsProject => Project.Length > 0;

    /// <summary>The money of its budget; 0 where it states none.</summary>
    public double Baht => double.TryParse(Budget.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture, out var baht) ? baht : 0;
}
