namespace Dla.Etl.Measures.UnitCost.Costs;

/// <summary>The seven expense categories in the order of table 1 (DOMAIN §1.2).</summary>
public enum ExpenseCategory
{
    Personnel = 1,
    Training,
    Travel,

    /// <summary>Remuneration, services, materials and utilities.</summary>
    Operating,
    Depreciation,
    Grants,
    Other,
}

/// <summary>Where the money came from. Depreciation has no cash source and stands for itself.</summary>
public enum FundingSource
{
    Budget,
    OffBudget,

    /// <summary>The central fund: pensions, medical care, contributions.</summary>
    Central,
    Depreciation,
}

/// <summary>Whether a cost belongs to one cost centre or is spread over them.</summary>
public enum Directness
{
    Direct,
    Indirect,
}

/// <summary>Whether a cost follows the volume.</summary>
public enum Behaviour
{
    Fixed,
    Variable,
}

/// <summary>Whether a cost centre does the department's mission or supports those that do.</summary>
public enum CentreKind
{
    Main,
    Support,
}

/// <summary>The kinds of cost as tables print them and as definition files write them.</summary>
public static class CostKinds
{
    /// <summary>The categories in printed order.</summary>
    public static IReadOnlyList<ExpenseCategory> Categories { get; } = Enum.GetValues<ExpenseCategory>();

    /// <summary>The sources in printed order.</summary>
    public static IReadOnlyList<FundingSource> Sources { get; } = Enum.GetValues<FundingSource>();

    /// <summary>The name in Thai.</summary>
    public static string Thai(this ExpenseCategory category) => category switch
    {
        ExpenseCategory.Personnel => "ค่าใช้จ่ายบุคลากร",
        ExpenseCategory.Training => "ค่าใช้จ่ายด้านการฝึกอบรม",
        ExpenseCategory.Travel => "ค่าใช้จ่ายเดินทาง",
        ExpenseCategory.Operating => "ค่าตอบแทน ใช้สอย วัสดุ และค่าสาธารณูปโภค",
        ExpenseCategory.Depreciation => "ค่าเสื่อมราคาและค่าตัดจำหน่าย",
        ExpenseCategory.Grants => "ค่าใช้จ่ายเงินอุดหนุน",
        ExpenseCategory.Other => "ค่าใช้จ่ายอื่น",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Not a category."),
    };

    /// <summary>The name in Thai.</summary>
    public static string Thai(this FundingSource source) => source switch
    {
        FundingSource.Budget => "เงินในงบประมาณ",
        FundingSource.OffBudget => "เงินนอกงบประมาณ",
        FundingSource.Central => "งบกลาง",
        FundingSource.Depreciation => "ค่าเสื่อมราคา",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source."),
    };

    /// <summary>The name in Thai.</summary>
    public static string Thai(this Behaviour behaviour) => behaviour == Behaviour.Fixed ? "ต้นทุนคงที่" : "ต้นทุนผันแปร";

    /// <summary>The name in Thai.</summary>
    public static string Thai(this Directness directness) => directness == Directness.Direct ? "ต้นทุนทางตรง" : "ต้นทุนทางอ้อม";

    /// <summary>The name in Thai.</summary>
    public static string Thai(this CentreKind kind) => kind == CentreKind.Main ? "ศูนย์ต้นทุนหลัก" : "ศูนย์ต้นทุนสนับสนุน";

    /// <summary>The code of a category in definition files and figures: its name in lower case.</summary>
    public static string Code(this ExpenseCategory category) => category.ToString().ToLowerInvariant();

    /// <summary>The Thai name of a code that the cost forms store; null for any other field or code.</summary>
    /// <param name="field">Code of the field: <c>category</c>, <c>source</c>, <c>directness</c> or <c>behaviour</c>.</param>
    /// <param name="code">Its stored text.</param>
    public static string? ThaiOf(string field, string code) => field switch
    {
        "category" => Categories.Where(one => one.Code() == code).Select(one => one.Thai()).FirstOrDefault(),
        "source" => code switch
        {
            "budget" => FundingSource.Budget.Thai(),
            "off_budget" => FundingSource.OffBudget.Thai(),
            "central" => FundingSource.Central.Thai(),
            "depreciation" => FundingSource.Depreciation.Thai(),
            _ => null,
        },
        "directness" => code switch { "direct" => Directness.Direct.Thai(), "indirect" => Directness.Indirect.Thai(), _ => null },
        "behaviour" => code switch { "fixed" => Behaviour.Fixed.Thai(), "variable" => Behaviour.Variable.Thai(), _ => null },
        _ => null,
    };
}
