using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reference.Districts;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>What came of importing a reference.</summary>
/// <param name="Kind">What it is of.</param>
/// <param name="Done">What was written; null when the import was refused.</param>
/// <param name="Findings">What comparing it with the edition in force or, for the first, with the dated counts gave; an ERROR among them refused it.</param>
public sealed record ReferenceImported(ReferenceKind Kind, ImportedEdition? Done, IReadOnlyList<Finding> Findings)
{
    /// <summary>What changed in a registry of local authorities since the edition that held for the day until now.</summary>
    public IReadOnlyList<RegistryChange> Authorities { get; init; } = [];

    /// <summary>What changed in a list of districts since the edition that held for the day until now.</summary>
    public IReadOnlyList<DistrictChange> Districts { get; init; } = [];
}

/// <summary>Imports a file with a reference: read, compare with what holds, write.</summary>
/// <param name="limits">How large a file may be.</param>
/// <param name="clock">The clock of reading.</param>
/// <param name="programVersion">As the run records it.</param>
public sealed class ReferenceImport(ReadingLimits limits, TimeProvider clock, string programVersion)
{
    // Fewer deviating provinces are told one by one.
    private const int MostNamed = 5;

    /// <summary>What a file has; no artefact when a finding says why.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="effective">The day that it shall hold for.</param>
    /// <param name="warehouse">Where districts may have been imported; null when there is none yet.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Step<ReferenceFile> Read(byte[] bytes, DateOnly effective, Database? warehouse, CancellationToken cancellation)
    {
        var read = new WorkbookReader(limits, clock).Read(bytes, cancellation);
        var file = read.Artefact is { } workbook ? ReferenceFile.Read(workbook, warehouse is null ? null : Districts(warehouse, effective)) : new Step<ReferenceFile>(null, []);
        Finding[] findings = [.. read.Findings, .. file.Findings];
        return new Step<ReferenceFile>(Array.Exists(findings, finding => finding.Severity >= Severity.Error) ? null : file.Artefact, findings);
    }

    /// <summary>Writes what was read as an edition, unless the same bytes stand for the day already or so much would vanish that the file is probably cut.</summary>
    /// <param name="warehouse">The warehouse.</param>
    /// <param name="file">What was read.</param>
    /// <param name="bytes">The file that it was read from.</param>
    /// <param name="fileName">Its name, without folder.</param>
    /// <param name="effective">The day that it holds for.</param>
    /// <param name="acceptLoss">True to import it however much vanishes.</param>
    public ReferenceImported Import(Database warehouse, ReferenceFile file, byte[] bytes, string fileName, DateOnly effective, bool acceptLoss)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(file);
        return file.Authorities is { } authorities
            ? Import(warehouse, new RegistryImport(effective, fileName, ContentHash.Of(bytes), authorities.Authorities), acceptLoss)
            : Import(warehouse, new DistrictImport(effective, fileName, ContentHash.Of(bytes), file.Districts!.Districts), acceptLoss);
    }

    private ReferenceImported Import(Database warehouse, RegistryImport import, bool acceptLoss)
    {
        using var connection = warehouse.Read();
        var next = new AuthorityRegistry(import.Effective, import.Authorities);
        var findings = AuthorityEditions.EditionAsOf(connection, import.Effective, long.MaxValue) is { } standing
            ? Lost(AuthorityEditions.Get(connection, standing), next, acceptLoss)
            : [.. Said(RegistryFindings.TooMuchVanishes, Provinces.CountsAsOf, acceptLoss, ReferenceLoss.OfFirst(next.All.Select(one => one.Province), province => province.Counts.LocalAuthorities)),
               .. Unlike(RegistryFindings.CountUnlikePublished, province => next.Of(province.Code).Count, province => province.Counts.LocalAuthorities)];
        if (IsRefused(findings))
            return new ReferenceImported(ReferenceKind.Authorities, null, findings);
        var done = warehouse.Write(lane => AuthorityEditions.Import(lane, import with { Remark = Remark(findings) }, programVersion));
        return new ReferenceImported(ReferenceKind.Authorities, done, done.WasThere ? [] : findings)
        {
            Authorities = done is { WasThere: false, Before: { } before } ? RegistryChange.Between(AuthorityEditions.Get(connection, before), next) : [],
        };
    }

    private ReferenceImported Import(Database warehouse, DistrictImport import, bool acceptLoss)
    {
        using var connection = warehouse.Read();
        var next = new DistrictRegistry(import.Effective, import.Districts);
        var findings = DistrictEditions.EditionAsOf(connection, import.Effective, long.MaxValue) is { } standing
            ? Lost(DistrictEditions.Get(connection, standing), next, acceptLoss)
            : [.. Said(DistrictFindings.TooMuchVanishes, Provinces.CountsAsOf, acceptLoss, ReferenceLoss.OfFirst(next.All.Select(one => one.Province), province => province.Districts)),
               .. Unlike(DistrictFindings.CountUnlikePublished, province => next.Of(province.Code).Count, province => province.Districts)];
        if (IsRefused(findings))
            return new ReferenceImported(ReferenceKind.Districts, null, findings);
        var done = warehouse.Write(lane => DistrictEditions.Import(lane, import with { Remark = Remark(findings) }, programVersion));
        return new ReferenceImported(ReferenceKind.Districts, done, done.WasThere ? [] : findings)
        {
            Districts = done is { WasThere: false, Before: { } before } ? DistrictChange.Between(DistrictEditions.Get(connection, before), next) : [],
        };
    }

    private static IReadOnlyList<Finding> Lost(AuthorityRegistry before, AuthorityRegistry after, bool acceptLoss) => Said(
        RegistryFindings.TooMuchVanishes, before.Effective, acceptLoss, ReferenceLoss.Of(
            before.All.Select(one => one.Province), after.All.Select(one => one.Province),
            RegistryChange.Between(before, after).Count(change => change.Kind == RegistryChangeKind.Vanished), province => province.Counts.LocalAuthorities));

    private static IReadOnlyList<Finding> Lost(DistrictRegistry before, DistrictRegistry after, bool acceptLoss) => Said(
        DistrictFindings.TooMuchVanishes, before.Effective, acceptLoss, ReferenceLoss.Of(
            before.All.Select(one => one.Province), after.All.Select(one => one.Province),
            DistrictChange.Between(before, after).Count(change => change.Kind == DistrictChangeKind.Vanished), province => province.Districts));

    private static IReadOnlyList<Finding> Said(FindingKind kind, DateOnly before, bool accepted, ReferenceLoss? loss) => loss is null ? [] :
    [
        new Finding(kind)
        {
            Severity = accepted ? Severity.Warning : Severity.Error, Expected = ThaiDates.Long(before), Reason = loss.Named,
            Found = string.Create(CultureInfo.InvariantCulture, $"{loss.Vanished:#,##0} จาก {loss.Before:#,##0}"),
        },
    ];

    private static IReadOnlyList<Finding> Unlike(FindingKind kind, Func<Province, int> has, Func<Province, int> published)
    {
        string[] other = [.. Provinces.All.Where(province => has(province) != published(province)).Select(province => string.Create(
            CultureInfo.InvariantCulture, $"{province.NameThai} {has(province)}/{published(province)}"))];
        Finding Of(int count, string named) => new(kind) { Found = count.ToString(CultureInfo.InvariantCulture), Subject = named, Expected = ThaiDates.Long(Provinces.CountsAsOf) };
        return other.Length == 0 ? [] : other.Length <= MostNamed ? [.. other.Select(named => Of(1, named))] : [Of(other.Length, string.Join(", ", other.Take(MostNamed)) + " …")];
    }

    private static bool IsRefused(IReadOnlyList<Finding> findings) => findings.Any(finding => finding.Severity >= Severity.Error);

    private static string Remark(IReadOnlyList<Finding> findings) => findings.FirstOrDefault(finding => finding.Kind == RegistryFindings.TooMuchVanishes || finding.Kind == DistrictFindings.TooMuchVanishes) is { } loss
        ? $"ยอมรับว่าหายไป {loss.Found} แห่ง (--accept-loss)"
        : "";

    private static DistrictRegistry? Districts(Database warehouse, DateOnly day)
    {
        using var connection = warehouse.Read();
        return DistrictEditions.AsOf(connection, day, CommitSequence.Last(connection));
    }
}
