using System.Data.Common;
using System.Globalization;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;

namespace Dla.Etl.Warehouse;

/// <summary>Which edition of the registry of local authorities is in force, for <c>doctor</c>.</summary>
public static class RegistryCheck
{
    private const int MostNamed = 5;

    /// <summary>Looks. No edition, or another number of authorities than the dated counts have, is said and no fault: the counts are of one day, and the demo's registry is small.</summary>
    /// <param name="warehouse">The warehouse.</param>
    /// <param name="today">The day in Bangkok.</param>
    public static CheckedThing Run(Database warehouse, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        using var connection = warehouse.Read();
        return new CheckedThing("local authorities", [], AuthorityEditions.AsOf(connection, today, CommitSequence.Last(connection)) is { } registry
            ? string.Create(CultureInfo.InvariantCulture, $"ทะเบียน ณ {ThaiDates.Long(registry.Effective)}{(registry.IsLaterThanAsked ? " (ยังไม่ถึงวัน)" : "")} อปท. {registry.All.Count:#,##0} แห่ง {Compared(registry)}; {Districts(connection, today)}")
            : "ยังไม่ได้นำเข้าทะเบียน แบบรายงานที่ระบุชื่อ อปท. จะไม่ผ่าน · none imported: dla-etl reference import FILE --effective 2569-06-10");
    }

    private static string Districts(DbConnection connection, DateOnly today) => DistrictEditions.AsOf(connection, today, CommitSequence.Last(connection)) is { } districts
        ? string.Create(CultureInfo.InvariantCulture, $"รายชื่ออำเภอ ณ {ThaiDates.Long(districts.Effective)} {districts.All.Count:#,##0} อำเภอ")
        : "ไม่มีรายชื่ออำเภอ จึงไม่ตรวจว่าอำเภอมีจริง · no districts imported, so that none is checked";

    private static string Compared(Reference.Authorities.AuthorityRegistry registry)
    {
        var day = ThaiDates.Long(Provinces.CountsAsOf);
        string[] other = [.. Provinces.All.Where(province => registry.Of(province.Code).Count != province.Counts.LocalAuthorities).Select(province => string.Create(
            CultureInfo.InvariantCulture, $"{province.FolderName} {registry.Of(province.Code).Count}/{province.Counts.LocalAuthorities}"))];
        return other.Length == 0
            ? $"ตรงกับจำนวน ณ {day} ทุกจังหวัด · as counted in every province"
            : string.Create(CultureInfo.InvariantCulture, $"ต่างจากจำนวน ณ {day} {other.Length} จังหวัด ({string.Join(", ", other.Take(MostNamed))}{(other.Length > MostNamed ? " …" : "")}) · not as counted in {other.Length} provinces");
    }
}
