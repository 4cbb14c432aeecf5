using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures.Disbursement.Grants;
using Dla.Etl.Measures.Disbursement.Targets;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>Everything the sheets of <c>grant-disbursement</c> print, computed once for a report.</summary>
internal sealed record GrantAccounts
{
    private const string Group = "grant", ItemField = "item";

    /// <summary>Registry edition and provinces.</summary>
    public required MonthlyReport Report { get; init; }

    /// <summary>The figures.</summary>
    public required GrantStanding Standing { get; init; }

    /// <summary>The overall target at the end of the month.</summary>
    public required MonthTarget Target { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required GrantOrigins Origins { get; init; }

    /// <summary>Thai names of the grants by code.</summary>
    public required IReadOnlyDictionary<string, string> ItemNames { get; init; }

    /// <summary>What holds the report back.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Of the input of a report; the sheets of one report share it.</summary>
    public static GrantAccounts Of(MeasureInput input) => input.Once("grant_accounts", () => Compute(input));

    private static GrantAccounts Compute(MeasureInput input)
    {
        var report = MonthlyReport.Of(input);
        var (target, findings) = TargetOf(input);
        var items = input.Form.Group(Group).Fields.First(field => field.Code == ItemField).Codes!.All;
        return new GrantAccounts
        {
            Report = report,
            Standing = GrantStanding.Of(input.Rows<GrantRow>("rows"), report.Registry, report.Provinces, [.. items.Select(item => item.Code).Where(code => code != GrantRow.Nothing)]),
            Target = target,
            Origins = new GrantOrigins(input.Form.Id, input.Period, Group, target, RuleFiles.PathOf(DisbursementTargets.Room, DisbursementTargets.Kind, input.Period.Year)),
            ItemNames = items.ToDictionary(item => item.Code, item => item.Label, StringComparer.Ordinal),
            Findings = [.. report.Findings, .. findings],
        };
    }

    // A year without a file leaves the target column empty and says so; a file that is wrong holds the report back, since it might say something else when it is mended.
    private static (MonthTarget Target, IReadOnlyList<Finding> Findings) TargetOf(MeasureInput input)
    {
        var (definitions, year) = (input.Forms.Definitions, input.Period.Year);
        if (input.Period.Month is not { } month)
            return (None("รายงานนี้ไม่ใช่ของเดือนใด"), []);
        if (definitions.Find(RuleFiles.PathOf(DisbursementTargets.Room, DisbursementTargets.Kind, year)) is null)
            return (None($"ไม่มีไฟล์เป้าหมายการเบิกจ่ายของปีงบประมาณ พ.ศ. {year}"), []);
        try
        {
            return (TargetLine.At(DisbursementTargets.Load(definitions, year), Spending.Overall, month), []);
        }
        catch (DefinitionException wrong)
        {
            return (None(wrong.Message), [new Finding(DisbursementFindings.TargetsUnreadable) { Subject = Path.GetFileName(wrong.File), Found = wrong.Message }]);
        }
    }

    private static MonthTarget None(string because) => new(Declared<Rational>.Unknown(because), []);
}
