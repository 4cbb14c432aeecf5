using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dla.Etl.Values;

namespace Dla.Etl.Keeping;

/// <summary>What a backup consists of. It is written last: a folder without it is no backup.</summary>
/// <remarks>It holds no setting and no connection string, so nothing secret can be in it.</remarks>
public sealed record BackupManifest
{
    /// <summary>The version of the layout that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    // What running processes say of themselves changes with every backup that is taken.
    private static readonly string[] OfTheMoment = ["lease", "node"];

    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Version of the layout.</summary>
    public required int Format { get; init; }

    /// <summary>When the snapshot was taken, as the warehouse writes instants.</summary>
    public required string TakenAt { get; init; }

    /// <summary>The program that took it.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary><c>sqlite</c> or <c>postgres</c>; the tables are the same text for both.</summary>
    public required string Engine { get; init; }

    /// <summary>The last commit in it; 0 when nothing was decided yet.</summary>
    public required long Sequence { get; init; }

    /// <summary>True for a demo's synthetic data.</summary>
    public required bool Demo { get; init; }

    /// <summary>The migrations that had been applied, in order.</summary>
    public required IReadOnlyList<BackupMigration> Migrations { get; init; }

    /// <summary>The tables, each after the tables that its rows refer to.</summary>
    public required IReadOnlyList<BackupTable> Tables { get; init; }

    /// <summary>The list of the archive's files.</summary>
    public required BackupTable Archive { get; init; }

    /// <summary>Bytes of the archive's files together.</summary>
    public required long ArchiveBytes { get; init; }

    /// <summary>Files that the archive had lost or held damaged when the backup was taken, by hash.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>SHA-256 over what the tables and the archive hold: the same for the same state, whenever and on whichever engine it was taken.</summary>
    public required string Content { get; init; }

    /// <summary>The office's own rules; null when it had none, as in a backup of a program that did not save them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BackupRule>? Rules { get; init; }

    /// <summary>SHA-256 of this text with an empty seal.</summary>
    public string Seal { get; init; } = "";

    /// <summary>The hash over the tables and the archive.</summary>
    public static string ContentOf(IEnumerable<BackupTable> tables, BackupTable archive) => ContentHash.Of(Encoding.UTF8.GetBytes(
        string.Join('\n', tables.Where(table => !OfTheMoment.Contains(table.Name, StringComparer.Ordinal)).OrderBy(table => table.Name, StringComparer.Ordinal).Append(archive).Select(table => $"{table.Name} {table.Rows} {table.Sha256}")))).Hex;

    /// <summary>The text with its seal.</summary>
    public byte[] Sealed() => Text(this with { Seal = SealOf(this) });

    /// <summary>Reads a manifest.</summary>
    /// <returns>Null when it is damaged, or the seal is not that of its text.</returns>
    public static BackupManifest? Read(byte[] text)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(text, Style) is { } manifest && manifest.Seal == SealOf(manifest) ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string SealOf(BackupManifest manifest) => ContentHash.Of(Text(manifest with { Seal = "" })).Hex;

    private static byte[] Text(BackupManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Style);
}

/// <summary>A migration that had been applied.</summary>
public sealed record BackupMigration(int Number, string Name, string Sha256);

/// <summary>A rule of the office's own.</summary>
/// <param name="Path">Relative to the snapshot's folder: <c>rules/allocation/drivers.2564.yaml</c>.</param>
/// <param name="Sha256">Of its bytes.</param>
public sealed record BackupRule(string Path, string Sha256);

/// <summary>A file of a backup: a table, or the list of the archive.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="File">Relative to the snapshot's folder.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">Of the compressed file.</param>
public sealed record BackupTable(string Name, string File, long Rows, string Sha256);
