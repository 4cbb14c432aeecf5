using Dla.Etl.Coordination;
using Dla.Etl.Installing;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary>What backup, retention and forget work with: the warehouse, the archive that belongs to it, and the leases of this process.</summary>
internal sealed class KeptInstallation : IAsyncDisposable
{
    private KeptInstallation(Database warehouse, Leases leases) => (Warehouse, Leases) = (warehouse, leases);

    public Database Warehouse { get; }

    public Leases Leases { get; }

    /// <summary>Opens them.</summary>
    /// <exception cref="UsageException">There is no warehouse yet, or the archive is that of another one: a share that is not mounted must not pass for an empty archive.</exception>
    public static KeptInstallation Open(Installation installation)
    {
        var warehouse = installation.RequiredWarehouse();
        try
        {
            installation.Prepare();
            ArchiveMark.Require(warehouse, installation.Folders.Archive);
            var node = NodeIdentity.OfThisProcess(installation.Settings.Jobs.Node);
            return new(warehouse, new Leases(warehouse, node, installation.Folders.Archive, installation.Settings.Jobs.Lease));
        }
        catch
        {
            warehouse.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Leases.DisposeAsync().ConfigureAwait(false);
        Warehouse.Dispose();
    }
}
