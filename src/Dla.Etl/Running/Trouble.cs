using System.Data.Common;
using Dla.Etl.Coordination;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Tells an error that one file causes from one that stops the whole work.</summary>
internal static class Trouble
{
    /// <summary>True when the program broke on this one file, so that the others go on; false when the work must end and be tried again as a whole.</summary>
    /// <remarks>A database that is away or full, a lost lease and an order to stop are nobody's fault and cost no file an attempt.</remarks>
    public static bool IsOfTheFile(Exception wrong) => wrong switch
    {
        OutOfMemoryException or OperationCanceledException or LeaseLostException => false,
        DbException trouble => Database.IsRefusal(trouble),
        _ => true,
    };
}
