namespace Dla.Etl.Values;

/// <summary>A rectangle of cells, both corners included.</summary>
public readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    /// <summary>True when the address lies inside.</summary>
    public bool Contains(CellAddress address) =>
        address.Row >= First.Row && address.Row <= Last.Row && address.Column >= First.Column && address.Column <= Last.Column;

    /// <summary>The range as Excel prints it, for example <c>A1:C3</c>; a single cell prints alone.</summary>
    public override string ToString() => First == Last ? First.ToString() : $"{First}:{Last}";
}
