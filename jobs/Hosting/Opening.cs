using Dla.Etl.Coordination;
using Dla.Etl.Installing;
using Dla.Etl.Running;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Jobs.Hosting;

/// <summary>Opens what the jobs work with.</summary>
internal static class Opening
{
    /// <summary>Opens the warehouse and looks whether the archive is its own.</summary>
    /// <exception cref="UsageException">Something that an operator must change: a newer schema, a wrong password, another's archive, templates that cannot be read.</exception>
    /// <exception cref="ConnectionException">The server is down; it may pass.</exception>
    /// <exception cref="IOException">A disk or share does not answer; it may pass.</exception>
    public static Station Open(Installation installation, NodeIdentity node, ILoggerFactory logs)
    {
        var workplace = installation.Workplace();
        installation.Prepare();
        var warehouse = Warehouse(installation);
        try
        {
            ArchiveMark.Require(warehouse, installation.Folders.Archive);
            return new Station(warehouse, workplace, new Leases(
                warehouse, node, installation.Folders.Archive, installation.Settings.Jobs.Lease, logs.CreateLogger<Leases>()));
        }
        catch
        {
            warehouse.Dispose();
            throw;
        }
    }

    /// <summary>Gives everything back.</summary>
    public static async ValueTask CloseAsync(Station station)
    {
        await station.Leases.DisposeAsync().ConfigureAwait(false);
        station.Warehouse.Dispose();
    }

    private static Database Warehouse(Installation installation)
    {
        try
        {
            return installation.OpenWarehouse();
        }
        catch (Exception refused) when (refused is SchemaException or ConnectionException { IsTransient: false })
        {
            throw new UsageException($"เปิดคลังข้อมูลไม่ได้ {refused.Message}");
        }
    }
}
