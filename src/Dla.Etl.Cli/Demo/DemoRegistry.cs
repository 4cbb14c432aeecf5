using System.Globalization;
using Dla.Etl.Normalising;
using Dla.Etl.Running;

namespace Dla.Etl.Cli.Demo;

/// <summary>The registries of the demo: made-up editions of local authorities, imported when the newest of them holds.</summary>
internal sealed class DemoRegistry(Station station)
{
    private readonly List<(DateOnly Effective, string Path)> _editions = Editions();

    /// <summary>Imports what holds by a time of the demo's clock and is not there; a second demo in the same workspace finds all of it.</summary>
    public void ImportBy(DateTimeOffset now)
    {
        if (_editions.Count == 0 || ThaiDates.DayInBangkok(now) < _editions[^1].Effective)
            return;
        foreach (var (effective, path) in _editions)
        {
            var bytes = File.ReadAllBytes(path);
            var import = new ReferenceImport(station.Workplace.Reading, station.Workplace.Clock, station.Workplace.ProgramVersion);
            var file = import.Read(bytes, effective, station.Warehouse, CancellationToken.None).Artefact ?? throw new InvalidOperationException($"{path} is no registry.");
            if (import.Import(station.Warehouse, file, bytes, Path.GetFileName(path), effective, acceptLoss: false).Done is null)
                throw new InvalidOperationException($"{path} lacks too much of the edition before it.");
        }

        _editions.Clear();
    }

    // made-up-authorities-2565-10-01.csv: the day in the Buddhist era.
    private static List<(DateOnly, string)> Editions() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "demo-registry"), "made-up-authorities-*.csv").Order(StringComparer.Ordinal)
            .Select(path => (Day(Path.GetFileNameWithoutExtension(path)[^10..]), path)),
    ];

    private static DateOnly Day(string buddhist) => DateOnly.ParseExact(
        string.Create(CultureInfo.InvariantCulture, $"{int.Parse(buddhist[..4], CultureInfo.InvariantCulture) - 543}{buddhist[4..]}"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
