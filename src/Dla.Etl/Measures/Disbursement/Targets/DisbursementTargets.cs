using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Targets;

/// <summary>The kinds of spending for which the cabinet sets targets.</summary>
public enum Spending : byte
{
    /// <summary>ภาพรวม.</summary>
    Overall,

    /// <summary>รายจ่ายลงทุน.</summary>
    Investment,

    /// <summary>รายจ่ายประจำ.</summary>
    Current,
}

/// <summary>How far a target can be relied on.</summary>
public enum TargetConfidence : byte
{
    /// <summary>A publication gives the figure.</summary>
    Published,

    /// <summary>Computed of published figures.</summary>
    Derived,

    /// <summary>From memory, medium confidence.</summary>
    MemoryMedium,

    /// <summary>From memory, low confidence.</summary>
    MemoryLow,
}

/// <summary>The target of one kind of spending at the end of one quarter.</summary>
/// <param name="Spending">The kind.</param>
/// <param name="Quarter">1 to 4 of the fiscal year.</param>
/// <param name="Percent">Cumulative per cent of the year's money, or why it is not known.</param>
/// <param name="Source">What gives it; empty when it is not known.</param>
/// <param name="Confidence">How far to rely on it; null when it is not known.</param>
public sealed record QuarterTarget(Spending Spending, int Quarter, Declared<Rational> Percent, string Source, TargetConfidence? Confidence)
{
    /// <summary>Where the figure stands in the file.</summary>
    public string Key => $"{Spending.Code()}.q{Quarter.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}

/// <summary>The cabinet's disbursement targets of one fiscal year: <c>rules/targets/disbursement.&lt;year&gt;.yaml</c>.</summary>
/// <param name="Year">The year they hold for, and no other.</param>
/// <param name="Quarters">A target for each kind of spending and quarter.</param>
/// <param name="Path">The file, relative to the definitions.</param>
/// <param name="Hash">SHA-256 of the file.</param>
public sealed record DisbursementTargets(FiscalYear Year, IReadOnlyList<QuarterTarget> Quarters, string Path, ContentHash Hash)
{
    internal const string Room = "targets", Kind = "disbursement";

    /// <summary>The targets of a year.</summary>
    /// <exception cref="DefinitionException">The year has no file (names the years that have), or the file is wrong (names line and key).</exception>
    [RuleFile(Room, Kind)]
    public static DisbursementTargets Load(DefinitionFiles definitions, FiscalYear year)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var file = RuleFiles.Get(definitions, Room, Kind, year);
        return TargetsYaml.Read(definitions.FullPath(file.Path), file, year);
    }

    /// <summary>The years that have targets, in order.</summary>
    public static IReadOnlyList<FiscalYear> Years(DefinitionFiles definitions) => RuleFiles.Years(definitions, Room, Kind);

    /// <summary>The target at the end of a quarter.</summary>
    public QuarterTarget Of(Spending spending, int quarter) => Quarters.First(one => one.Spending == spending && one.Quarter == quarter);
}

/// <summary>Words for the kinds of spending and of confidence, as files write and people read them.</summary>
public static class TargetWords
{
    /// <summary>As the file writes it.</summary>
    public static string Code(this Spending spending) => spending switch
    {
        Spending.Overall => "overall",
        Spending.Investment => "investment",
        Spending.Current => "current",
        _ => throw new ArgumentOutOfRangeException(nameof(spending), spending, "Not a kind of spending."),
    };

    /// <summary>In Thai.</summary>
    public static string Thai(this Spending spending) => spending switch
    {
        Spending.Overall => "ภาพรวม",
        Spending.Investment => "รายจ่ายลงทุน",
        Spending.Current => "รายจ่ายประจำ",
        _ => throw new ArgumentOutOfRangeException(nameof(spending), spending, "Not a kind of spending."),
    };

    /// <summary>In Thai, as it is printed behind a target.</summary>
    public static string Thai(this TargetConfidence confidence) => confidence switch
    {
        TargetConfidence.Published => "ตามที่เผยแพร่",
        TargetConfidence.Derived => "คำนวณจากที่เผยแพร่",
        TargetConfidence.MemoryMedium => "จากความจำ เชื่อถือได้ปานกลาง",
        TargetConfidence.MemoryLow => "จากความจำ เชื่อถือได้น้อย",
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Not a confidence."),
    };
}
