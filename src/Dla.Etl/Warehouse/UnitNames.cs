using System.Data.Common;
using Dapper;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>Units with the names that the warehouse's registry has for local authorities.</summary>
public static class UnitNames
{
    /// <summary>A unit: an authority as it was called on a day by the edition of then, else by the nearest edition that has it, else without a name.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="code">Its code.</param>
    /// <param name="day">The day, mostly the last of a return's period.</param>
    /// <param name="sequence">What was known by then; the last commit for now.</param>
    /// <exception cref="ArgumentException">No unit has the code.</exception>
    public static Unit Of(DbConnection connection, UnitCode code, DateOnly day, long sequence = long.MaxValue)
    {
        var unit = Units.Get(code);
        if (code.Authority is null)
            return unit;
        var known = connection.Query<(string Effective, string Type, string Name, string Province, string District)>(
            """
            SELECT e.effective, a.type, a.name, a.province, a.district
            FROM authority a JOIN authority_edition e ON e.number = a.edition
            WHERE a.code = @code AND e.sequence <= @sequence ORDER BY e.effective, e.sequence
            """,
            new { code = code.ToString(), sequence }).AsList();
        var then = known.FindLast(row => string.CompareOrdinal(row.Effective, EditionTable.Day(day)) <= 0);
        var row = then.Name is null ? known.FirstOrDefault() : then;
        return row.Name is null
            ? unit
            : unit with { Authority = new LocalAuthority(code.Authority.Value, StoredName.Parse<AuthorityType>(row.Type), row.Name, ProvinceCode.Parse(row.Province).Value, row.District) };
    }
}
