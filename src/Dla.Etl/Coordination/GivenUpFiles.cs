using System.Data.Common;
using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Coordination;

/// <summary>A received file on which the program broke so often that nobody takes it any more.</summary>
/// <param name="ReceiptNumber">เลขรับ.</param>
/// <param name="DropPath">As delivered, relative to the drop folder.</param>
/// <param name="GivenUpAt">Since when.</param>
/// <param name="LastError">What the program said last.</param>
public sealed record GivenUpFile(long ReceiptNumber, string DropPath, DateTimeOffset GivenUpAt, string LastError);

/// <summary>What became of an order to try a file again.</summary>
public enum Retried
{
    /// <summary>It is taken again by the next run.</summary>
    Again,

    /// <summary>It was not given up: it waits its turn, or is decided.</summary>
    NotGivenUp,

    /// <summary>No file has this receipt number.</summary>
    Unknown,
}

/// <summary>The files that were given up.</summary>
public static class GivenUpFiles
{
    /// <summary>All of them, the lowest receipt first.</summary>
    public static IReadOnlyList<GivenUpFile> All(DbConnection connection) =>
    [
        .. connection.Query<(long Receipt, string Path, string At, string Error)>(
            """
            SELECT c.receipt_number, r.drop_path, c.given_up_at, coalesce(c.last_error, '')
            FROM claim c JOIN received_file r ON r.id = c.received_file_id
            WHERE c.given_up_at IS NOT NULL ORDER BY c.receipt_number
            """)
            .Select(row => new GivenUpFile(row.Receipt, row.Path, Instants.Parse(row.At), row.Error)),
    ];

    /// <summary>Gives a file another chance, with all its attempts.</summary>
    /// <param name="lane">The transaction, in which the order can be recorded as well.</param>
    /// <param name="receiptNumber">เลขรับ.</param>
    public static Retried Retry(WriteLane lane, long receiptNumber)
    {
        ArgumentNullException.ThrowIfNull(lane);
        var again = lane.Execute(
            "UPDATE claim SET given_up_at = NULL, attempts = 0, takes = 0, expires_at = NULL WHERE receipt_number = @receiptNumber AND given_up_at IS NOT NULL",
            new { receiptNumber });
        if (again == 1)
            return Retried.Again;
        var known = lane.Scalar<long>("SELECT count(*) FROM received_file WHERE receipt_number = @receiptNumber", new { receiptNumber });
        return known == 0 ? Retried.Unknown : Retried.NotGivenUp;
    }
}
