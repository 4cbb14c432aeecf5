namespace Dla.Etl.Warehouse;

/// <summary>A figure that a unit stated, zero included.</summary>
public sealed record UnitFigure
{
    /// <summary>Province code, two digits.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Group of the form, for example <c>sub_activity</c>.</summary>
    public string GroupCode { get; init; } = "";

    /// <summary>Item of the group, or the key of an open row.</summary>
    public string ItemCode { get; init; } = "";

    /// <summary>Field of the group, for example <c>quantity</c>.</summary>
    public string FieldCode { get; init; } = "";

    /// <summary>Unit of measure; empty when none is stated anywhere.</summary>
    public string UnitOfMeasure { get; init; } = "";

    /// <summary>Ten-thousandths for a quantity, satang for money.</summary>
    public long Amount { get; init; }

    /// <summary>The version it stands in.</summary>
    public string VersionId { get; init; } = "";

    internal static IComparer<UnitFigure> Order { get; } = Comparer<UnitFigure>.Create((left, right) =>
        Ordinal.Compare([left.Unit, .. Key(left)], [right.Unit, .. Key(right)]));

    private static string[] Key(UnitFigure figure) => [figure.GroupCode, figure.ItemCode, figure.FieldCode, figure.UnitOfMeasure];
}

/// <summary>A sum over the units with its coverage.</summary>
public sealed record ItemFigure
{
    /// <summary>Group of the form.</summary>
    public string GroupCode { get; init; } = "";

    /// <summary>Item of the group, or the key of an open row.</summary>
    public string ItemCode { get; init; } = "";

    /// <summary>Field of the group.</summary>
    public string FieldCode { get; init; } = "";

    /// <summary>Unit of measure; another one is another line.</summary>
    public string UnitOfMeasure { get; init; } = "";

    /// <summary>Sum; ten-thousandths for a quantity, satang for money.</summary>
    public long Total { get; init; }

    /// <summary>How many units stated it, zero included, missing not.</summary>
    public int UnitsReported { get; init; }

    /// <summary>The smallest amount stated.</summary>
    public long Smallest { get; init; }

    /// <summary>The largest amount stated.</summary>
    public long Largest { get; init; }

    internal static IComparer<ItemFigure> Order { get; } =
        Comparer<ItemFigure>.Create((left, right) => Ordinal.Compare(Key(left), Key(right)));

    private static string[] Key(ItemFigure figure) => [figure.GroupCode, figure.ItemCode, figure.FieldCode, figure.UnitOfMeasure];
}

/// <summary>Codes in the same order on every engine and machine: the engines sort text each in their own way.</summary>
internal static class Ordinal
{
    public static int Compare(ReadOnlySpan<string> left, ReadOnlySpan<string> right)
    {
        for (var index = 0; index < left.Length; index++)
            if (string.CompareOrdinal(left[index], right[index]) is var order and not 0)
                return order;
        return 0;
    }
}
