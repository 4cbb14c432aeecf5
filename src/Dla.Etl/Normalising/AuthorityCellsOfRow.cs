using Dla.Etl.Recognition;

namespace Dla.Etl.Normalising;

/// <summary>The filled cells of a row that tell which local authority it is of.</summary>
/// <param name="Name">Kind and name, or a code; null when the form has no such column or it is blank.</param>
/// <param name="District">The column of the district.</param>
/// <param name="Code">The column of the code; a dash is a blank.</param>
/// <param name="Province">The column of the province; a dash is a blank.</param>
internal readonly record struct AuthorityCellsOfRow(SourceCell? Name, SourceCell? District, SourceCell? Code, SourceCell? Province)
{
    /// <summary>True when there is something to look for.</summary>
    public bool IsNamed => Name is not null || Code is not null;

    /// <summary>The cell that names it.</summary>
    /// <exception cref="InvalidOperationException">None does: the caller asks <see cref="IsNamed"/>.</exception>
    public SourceCell Source => Name ?? Code ?? throw new InvalidOperationException("Nothing names an authority.");
}
