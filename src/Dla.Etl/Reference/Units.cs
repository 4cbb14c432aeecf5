using System.Diagnostics.CodeAnalysis;
using Dla.Etl.Definitions;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;

namespace Dla.Etl.Reference;

/// <summary>The units that file returns: the department, the offices, and any local authority by its code.</summary>
public static class Units
{
    private static readonly Unit[] Offices = [.. Provinces.All.Select(province => new Unit(province.Code, province))];

    /// <summary>The department itself.</summary>
    public static Unit Department { get; } = new(UnitCode.Department, null);

    /// <summary>The department and the 76 offices, by code.</summary>
    public static IReadOnlyList<Unit> All { get; } = [Department, .. Offices];

    /// <summary>Those that have to file a form, by code; of a form that authorities file the offices, which look after them.</summary>
    public static IReadOnlyList<Unit> Filing(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.FiledBy == FilingUnit.Department ? [Department] : Offices;
    }

    /// <summary>The unit with a code; an authority with its name when the registry has it.</summary>
    /// <exception cref="ArgumentException">No unit has it.</exception>
    public static Unit Get(UnitCode code, AuthorityRegistry? registry = null) =>
        TryGet(code, out var unit) ? Named(unit, registry) : throw new ArgumentException($"No unit has the code {code}.", nameof(code));

    /// <summary>The unit with a code; false when no unit has it. Whether an authority is one is for the registry to say: any code of a province that reports is taken.</summary>
    public static bool TryGet(UnitCode code, [NotNullWhen(true)] out Unit? unit) => (unit = code.Authority is { } authority
        ? Provinces.TryGet(authority.Province, out var province) ? new Unit(code, province) : null
        : All.FirstOrDefault(one => one.Code == code)) is not null;

    /// <summary>The unit with a code as the warehouse and the address book write it; null when no unit has it.</summary>
    public static Unit? Find(string code, AuthorityRegistry? registry = null) =>
        UnitCode.Parse(code) is { Succeeded: true } parsed && TryGet(parsed.Value, out var unit) ? Named(unit, registry) : null;

    /// <summary>A local authority.</summary>
    public static Unit Of(LocalAuthority authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        return new Unit(UnitCode.Of(authority.Code), Provinces.Get(authority.Province)) { Authority = authority };
    }

    /// <summary>The unit whose folder this is, by its name or its code alone; null for any other folder. Authorities have none.</summary>
    public static Unit? OfFolder(string folder) => All.FirstOrDefault(unit => folder == unit.FolderName || folder == unit.Code.ToString());

    /// <summary>True when a unit may file a form: the department, an office, or for a form that authorities file an authority as well.</summary>
    public static bool MayFile(FormDefinition form, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Code.Authority is null ? Filing(form).Any(one => one.Code == unit.Code) : form.FiledBy == FilingUnit.Authority;
    }

    private static Unit Named(Unit unit, AuthorityRegistry? registry) =>
        unit.Code.Authority is { } code && registry?.Find(code) is { } authority ? unit with { Authority = authority } : unit;
}
