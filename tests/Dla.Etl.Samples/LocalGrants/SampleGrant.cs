using Dla.Etl.Reference.Authorities;

namespace Dla.Etl.Samples.LocalGrants;

/// <summary>A row of general grants.</summary>
/// <param name="Of">The authority.</param>
/// <param name="Item">Words of the item.</param>
/// <param name="Received">Baht.</param>
/// <param name="Disbursed">Baht.</param>
/// <param name="Target">How many.</param>
/// <param name="Result">How many.</param>
/// <param name="Unit">Of what.</param>
public sealed record SampleGrant(LocalAuthority Of, string Item, double? Received, double? Disbursed, double? Target = null, double? Result = null, string? Unit = null)
{
    /// <summary>Who says that there is nothing to report.</summary>
    public const string Nothing = "ไม่มีรายการที่ต้องรายงาน";

    /// <summary>How the authority writes its name; its full name unless said.</summary>
    public string? Called { get; init; }

    /// <summary>Baht disbursed out of money carried over.</summary>
    public double? CarriedOver { get; init; }

    /// <summary>The percentage as written: a number or a text.</summary>
    public object? Percent { get; init; }

    /// <summary>Remark.</summary>
    public string? Note { get; init; }

    /// <summary>The cells in the order of the columns.</summary>
    public IReadOnlyList<object?> Cells => [Of.District, Called ?? Of.FullName, Item, Received, Disbursed, CarriedOver, Percent, Target, Result, Unit, Note];
}

/// <summary>A project of a specific grant.</summary>
/// <param name="Of">The authority.</param>
/// <param name="Project">Its name.</param>
/// <param name="Allocated">Baht.</param>
/// <param name="Stage">As written.</param>
public sealed record SampleProject(LocalAuthority Of, string Project, double? Allocated, string? Stage)
{
    /// <summary>The stages in the words of the circular.</summary>
    public static IReadOnlyList<string> Stages { get; } =
    [
        "ไม่พร้อมดำเนินการ", "กำหนดคุณลักษณะเฉพาะ (Spec)/ขอบเขตงาน (TOR) แล้วกำหนดราคากลาง", "ประกาศจัดซื้อจัดจ้าง/มีหนังสือเชิญหรือติดต่อบริษัทผู้รับจ้าง",
        "พิจารณาผลการจัดซื้อจัดจ้าง (e-market/e-bidding)", "อนุมัติผลการจัดซื้อจัดจ้าง (รอลงนาม)", "ลงนามในสัญญา", "เบิกจ่ายงบประมาณ",
    ];

    /// <summary>Number of the contract.</summary>
    public string? Number { get; init; }

    /// <summary>Its day, as written.</summary>
    public string? Signed { get; init; }

    /// <summary>Baht.</summary>
    public double? Committed { get; init; }

    /// <summary>Baht.</summary>
    public double? Disbursed { get; init; } = 0;

    /// <summary>The percentage as written.</summary>
    public object? Percent { get; init; }

    /// <summary>Why it is not ready.</summary>
    public string? Reason { get; init; }

    /// <summary>Remark.</summary>
    public string? Note { get; init; }

    /// <summary>The cells in the order of the columns.</summary>
    public IReadOnlyList<object?> Cells => [Of.District, Of.FullName, Project, Allocated, Stage, Number, Signed, Committed, Disbursed, null, Percent, Reason, Note];
}

/// <summary>A row of the development plans: projects and baht of each step, planned first.</summary>
/// <param name="Of">The authority.</param>
/// <param name="Steps">Projects and baht of the five steps.</param>
public sealed record SamplePlan(LocalAuthority Of, params IReadOnlyList<double?> Steps)
{
    /// <summary>What came of it.</summary>
    public string? Result { get; init; }

    /// <summary>Remark.</summary>
    public string? Note { get; init; }

    /// <summary>The cells in the order of the columns.</summary>
    public IReadOnlyList<object?> Cells => [Of.District, Of.FullName, .. Steps.Cast<object?>(), Result, Note];
}
