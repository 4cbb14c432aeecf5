using Dla.Etl.Values;

namespace Dla.Etl.Findings;

/// <summary>Where in a file: nothing for the whole file, a sheet, or a cell of a sheet. A csv has no sheet name, only cells.</summary>
public readonly record struct Place(string? Sheet, CellAddress? Cell)
{
    /// <summary>A cell of a sheet.</summary>
    public static Place At(string? sheet, CellAddress cell) => new(sheet, cell);

    /// <summary>A whole sheet.</summary>
    public static Place On(string sheet) => new(sheet, null);

    /// <summary>As an officer reads it: <c>แผ่นงาน “ปริมาณ” เซลล์ K9</c>; empty for the whole file.</summary>
    public override string ToString() => (Sheet, Cell) switch
    {
        (null, null) => "",
        (null, { } cell) => $"เซลล์ {cell} (แถวที่ {cell.Row + 1})",
        ({ } sheet, null) => $"แผ่นงาน “{sheet}”",
        ({ } sheet, { } cell) => $"แผ่นงาน “{sheet}” เซลล์ {cell}",
    };
}
