namespace Dla.Etl.ProofTests.Senders;

/// <summary>Puts the deliveries into the drop folder over time, one after the other.</summary>
/// <param name="workspace">The folder of everything.</param>
/// <param name="random">Chooses the pauses.</param>
public sealed class Postman(string workspace, Random random)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly string _drop = Path.Combine(workspace, "drop");

    /// <summary>How many were put there.</summary>
    public int Delivered { get; private set; }

    /// <summary>Delivers all of them within about so long.</summary>
    public async Task DeliverAsync(IReadOnlyList<Delivery> deliveries, TimeSpan within)
    {
        var pause = within / deliveries.Count;
        foreach (var delivery in deliveries)
        {
            await PutAsync(delivery);
            Delivered++;
            // In bursts, as offices do before a deadline.
            if (random.Next(4) == 0)
                await Task.Delay(pause * random.Next(8));
        }
    }

    private async Task PutAsync(Delivery delivery)
    {
        var target = Path.Combine(_drop, Path.Combine(delivery.DropPath.Split('/')));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // Nobody lays a file over one that still lies there: the first would never have come.
        await Patiently.UntilAsync(() => Task.FromResult(!File.Exists(target)), s_patience, () => $"{delivery.DropPath} is never taken");
        if (delivery.InPieces)
        {
            await using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
            await file.WriteAsync(delivery.Bytes.AsMemory(0, delivery.Bytes.Length / 2));
            await file.FlushAsync();
            await Task.Delay(random.Next(700));
            await file.WriteAsync(delivery.Bytes.AsMemory(delivery.Bytes.Length / 2));
            return;
        }

        var outside = Path.Combine(workspace, $"on its way {Delivered}");
        await File.WriteAllBytesAsync(outside, delivery.Bytes);
        File.Move(outside, target);
    }
}
