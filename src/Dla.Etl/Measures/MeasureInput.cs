using Dla.Etl.Definitions;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Measures;

/// <summary>What a measure may look at: everything as of one sequence, nothing of the clock.</summary>
public sealed record MeasureInput
{
    /// <summary>The form of the report's period.</summary>
    public required FormDefinition Form { get; init; }

    /// <summary>The year or month of the report.</summary>
    public Period Period => Form.Period;

    /// <summary>All forms, of every year; their <see cref="FormCatalogue.Definitions"/> have the rules.</summary>
    public required FormCatalogue Forms { get; init; }

    /// <summary>The office whose province the report is of: then everything here is of that province alone; null for the whole country.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The provinces that report, by code.</summary>
    public required IReadOnlyList<Province> Provinces { get; init; }

    /// <summary>The local authorities on the last day of the period, as known at the report's sequence; null when none were imported, or when the report's form is not filed by authorities.</summary>
    public AuthorityRegistry? Authorities { get; init; }

    /// <summary>How the return of each unit that files the report's form stands, by code.</summary>
    public required IReadOnlyList<UnitStatus> Status { get; init; }

    /// <summary>What the report is made of besides the returns: template, report.yaml, forms, queries.</summary>
    public required IReadOnlyList<ReportSource> Sources { get; init; }

    /// <summary>Gives the lines of a query of report.yaml as a type; asked for by name.</summary>
    public required Func<string, Type, object> Query { get; init; }

    /// <summary>Settings of the sheet in report.yaml.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    private readonly Dictionary<string, object> _once = new(StringComparer.Ordinal);

    /// <summary>Something that several sheets of one report need, computed by the first that asks.</summary>
    public T Once<T>(string name, Func<T> compute)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(compute);
        if (!_once.TryGetValue(name, out var known))
            _once[name] = known = compute();
        return (T)known;
    }

    /// <summary>The lines of a query.</summary>
    public IReadOnlyList<T> Rows<T>(string query) => (IReadOnlyList<T>)Query(query, typeof(T));

    /// <summary>A setting that the sheet must have.</summary>
    /// <exception cref="KeyNotFoundException">report.yaml does not give it.</exception>
    public string Setting(string name) => Settings.TryGetValue(name, out var value)
        ? value
        : throw new KeyNotFoundException($"The sheet's settings in report.yaml lack '{name}'; they have {string.Join(", ", Settings.Keys)}.");

    /// <summary>Provinces as they are printed: by region, within a region in the order of the Thai alphabet.</summary>
    public IEnumerable<IGrouping<Region, Province>> ByRegion =>
        Provinces.OrderBy(province => province.Region).ThenBy(province => province.NameThai, Reporting.ThaiPrint.Names).GroupBy(province => province.Region);

    /// <summary>How many provinces these are and their names as they are printed, or <c>ไม่มี</c>.</summary>
    public string Listed(Func<Province, bool> which)
    {
        var names = ByRegion.SelectMany(region => region).Where(which).Select(province => province.NameThai).ToList();
        return names.Count == 0 ? "ไม่มี" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{names.Count} จังหวัด ได้แก่ {string.Join(" ", names)}");
    }

    /// <summary>True when a version of this unit's return stands.</summary>
    public bool HasReported(UnitCode unit) => Status.Any(status => status.Unit == unit && status.Version is not null);
}

/// <summary>A file that a report is made of.</summary>
/// <param name="Kind">What it is, in Thai.</param>
/// <param name="Name">Path below the templates folder.</param>
/// <param name="Content">Its bytes, to be archived under the hash.</param>
/// <param name="Hash">SHA-256 of the bytes.</param>
public sealed record ReportSource(string Kind, string Name, ReadOnlyMemory<byte> Content, ContentHash Hash);

/// <summary>A line of <c>returns.sql</c>: a standing version with its file.</summary>
public sealed record StandingReturn
{
    /// <summary>Province code, two digits.</summary>
    public string Unit { get; init; } = "";

    /// <summary>1 for the first that passed.</summary>
    public int Version { get; init; }

    /// <summary>SHA-256 of the file as received.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Warnings it was loaded with.</summary>
    public int Warnings { get; init; }
}
