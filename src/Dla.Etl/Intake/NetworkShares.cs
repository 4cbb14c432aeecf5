using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake;

/// <summary>Tells a share of the network from a disk of this machine.</summary>
internal static class NetworkShares
{
    /// <summary>True when the path, or the nearest folder above it that exists, lies on a network share.</summary>
    public static bool IsOnShare(string path) => LocalDirectory.ShareOf(path) is not null;
}
