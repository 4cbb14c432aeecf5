namespace Dla.Etl.Samples.Layouts;

/// <summary>Columns of one group on a page.</summary>
/// <param name="Code">Code of the group.</param>
/// <param name="Heading">Heading above the columns.</param>
/// <param name="Noun">What ชื่อ is of.</param>
/// <param name="Name">Column of the name.</param>
/// <param name="Ratio">Column of the ratio.</param>
/// <param name="Quantity">Column of the quantity, or null.</param>
/// <param name="Unit">Column of the unit.</param>
public sealed record GroupColumns(string Code, string Heading, string Noun, int Name, int Ratio, int? Quantity, int Unit)
{
    /// <summary>Columns with their headers, from left to right.</summary>
    public IEnumerable<(int Column, string Header)> Headers =>
        new (int? Column, string Header)[] { (Name, "ชื่อ" + Noun), (Ratio, "อัตราส่วน"), (Quantity, "ปริมาณ"), (Unit, "หน่วยนับ") }
            .Where(pair => pair.Column is not null)
            .Select(pair => (pair.Column!.Value, pair.Header))
            .OrderBy(pair => pair.Item1);
}

/// <summary>Columns of a page.</summary>
/// <param name="MainActivity">Group.</param>
/// <param name="SubOutput">Group.</param>
/// <param name="SubActivity">Group.</param>
/// <param name="UnitRaised">True when หน่วยนับ of the sub-activities stands in the row of the group headings.</param>
public sealed record PageColumns(GroupColumns MainActivity, GroupColumns SubOutput, GroupColumns SubActivity, bool UnitRaised = false)
{
    /// <summary>Number of columns.</summary>
    public const int Count = 12;

    private static GroupColumns Main => new("main_activity", "การกำหนดกิจกรรมหลัก", "กิจกรรมหลัก", 1, 2, null, 3);

    private static GroupColumns Activity(int name, int ratio, int quantity) =>
        new("sub_activity", "การกำหนดกิจกรรมย่อย", "กิจกรรมย่อย", name, ratio, quantity, 11);

    private static GroupColumns Output(int name, int ratio, int quantity) =>
        new("sub_output", "การกำหนดผลผลิตย่อย", "ผลผลิตย่อย", name, ratio, quantity, 7);

    /// <summary>Pages 1 and 2 and a single table.</summary>
    public static PageColumns Usual { get; } = new(Main, Output(4, 5, 6), Activity(8, 9, 10));

    /// <summary>Page 3.</summary>
    public static PageColumns Third(ThirdPage order) => order == ThirdPage.UnitRaised
        ? new PageColumns(Main, Output(6, 4, 5), Activity(8, 9, 10), UnitRaised: true)
        : new PageColumns(Main, Output(6, 4, 5), Activity(10, 8, 9));
}
