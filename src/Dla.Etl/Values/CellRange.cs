namespace Dla.Etl.Values;

/// <summary>A rectangle of cells, both corners included.</summary>
public readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    /// <summary>True when the address lies inside.</summary>
    public bool Contains(CellAddress address) =>
        address.Row >= First.Row && address.Row <= Last.Row && address.Column >= First.Column && address.Column <= Last.Column;

    /// <summary>Reads <c>A1:C3</c>, <c>$A$1:$C$3</c> or a single <c>A1</c>; fails on anything else, corners in the wrong order among it.</summary>
    public static Parsed<CellRange> Parse(string? text)
    {
        var corners = (text ?? "").Split(':');
        var first = CellAddress.Parse(corners[0]);
        var last = CellAddress.Parse(corners[^1]);
        return corners.Length <= 2 && first.Succeeded && last.Succeeded
            && first.Value.Row <= last.Value.Row && first.Value.Column <= last.Value.Column
            ? Parsed<CellRange>.Ok(new CellRange(first.Value, last.Value))
            : Parsed<CellRange>.Failed($"“{text}” ไม่ใช่ช่วงเซลล์");
    }

    /// <summary>The range as Excel prints it, for example <c>A1:C3</c>; a single cell prints alone.</summary>
    public override string ToString() => First == Last ? First.ToString() : $"{First}:{Last}";
}
