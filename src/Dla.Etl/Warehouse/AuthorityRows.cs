namespace Dla.Etl.Warehouse;

/// <summary>The rows that count of a form whose every row names a local authority: those of the newest return that has rows of it, its own or its province's.</summary>
public static class AuthorityRows
{
    /// <summary>Code of the field that names the authority.</summary>
    public const string Field = "authority";

    /// <summary>SELECT of the rows of all units; parameters <c>@form</c>, <c>@year</c> (number of the period), <c>@sequence</c>.</summary>
    internal static string OfAll { get; } = SqlText.Beside(typeof(AuthorityRows), "authority-rows").Replace("{units}", "", StringComparison.Ordinal);

    /// <summary>The same from the returns of the units <c>@units</c> alone, written as <see cref="Listed"/> does.</summary>
    internal static string OfUnits { get; } =
        SqlText.Beside(typeof(AuthorityRows), "authority-rows").Replace("{units}", $"AND {IsListed}", StringComparison.Ordinal);

    /// <summary>The same from the returns of the office <c>@unit</c> (two digits) and of the authorities of its province.</summary>
    internal static string OfOffice { get; } =
        SqlText.Beside(typeof(AuthorityRows), "authority-rows").Replace("{units}", "AND (unit = @unit OR substr(unit, 3, 2) = @unit)", StringComparison.Ordinal);

    /// <summary>True for a row whose unit is in <c>@units</c>. A list as a parameter is an array on PostgreSQL and rows of parameters on SQLite, and no SQL takes both.</summary>
    internal const string IsListed = "@units LIKE '%|' || unit || '|%'";

    /// <summary>Codes of units as <see cref="IsListed"/> takes them.</summary>
    internal static string Listed(IEnumerable<string> units) => $"|{string.Join('|', units)}|";
}
