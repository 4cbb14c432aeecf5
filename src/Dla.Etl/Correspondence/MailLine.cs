using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Normalising;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Correspondence;

/// <summary>How the line to a mail server stood at the last attempt, on whichever node that was. The names of the properties are stable.</summary>
/// <param name="Name"><c>mailbox</c> or <c>relay</c>.</param>
/// <param name="Place">Host and port.</param>
/// <param name="TriedAt">When it was tried last.</param>
/// <param name="Trouble">What was wrong then; null when all was well.</param>
/// <param name="Since">Since when it has been so; null when all was well.</param>
public sealed record MailLine(string Name, string Place, DateTimeOffset TriedAt, string? Trouble, DateTimeOffset? Since)
{
    /// <summary>The mailbox that returns come to.</summary>
    public const string Mailbox = "mailbox";

    /// <summary>The relay through which mail leaves.</summary>
    public const string Relay = "relay";

    /// <summary>For the operator: what does not work since when; empty when all was well.</summary>
    public string Thai => Trouble is null ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"{(Name == Mailbox ? "อ่านกล่องจดหมาย" : "ส่งอีเมลผ่านเซิร์ฟเวอร์")} {Place} ไม่ได้ตั้งแต่ {ThaiDates.LongWithTime(Since!.Value)} (ลองล่าสุด {ThaiDates.LongWithTime(TriedAt)}): {Trouble}");

    /// <summary>Where the mailbox of the settings is.</summary>
    public static string PlaceOf(Mail.ImapSettings settings) => string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}");

    /// <summary>Where the relay of the settings is.</summary>
    public static string PlaceOf(SmtpSettings settings) => string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}");

    /// <summary>Writes down how an attempt went.</summary>
    /// <param name="lane">The writer's lane.</param>
    /// <param name="name">Which line.</param>
    /// <param name="place">Host and port.</param>
    /// <param name="trouble">What was wrong; null when all was well.</param>
    public static void Record(WriteLane lane, string name, string place, string? trouble)
    {
        ArgumentNullException.ThrowIfNull(lane);
        lane.Execute(
            """
            INSERT INTO mail_line (name, place, tried_at, trouble, since) VALUES (@name, @place, @now, @trouble, @since)
            ON CONFLICT (name) DO UPDATE SET place = excluded.place, tried_at = excluded.tried_at, trouble = excluded.trouble,
              since = CASE WHEN excluded.trouble IS NULL OR mail_line.trouble IS NULL OR mail_line.place <> excluded.place THEN excluded.since ELSE mail_line.since END
            """,
            new { name, place, now = lane.Now, trouble = StoredText.Of(trouble), since = trouble is null ? null : lane.Now });
    }

    /// <summary>The lines of the settings that were tried; another server's past is none of theirs.</summary>
    public static IReadOnlyList<MailLine> Of(DbConnection connection, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string[] places = [settings.Imap.Host.Length == 0 ? "" : $"{Mailbox} {PlaceOf(settings.Imap)}", settings.Smtp.Host.Length == 0 ? "" : $"{Relay} {PlaceOf(settings.Smtp)}"];
        return
        [
            .. connection.Query<(string Name, string Place, string TriedAt, string? Trouble, string? Since)>("SELECT name, place, tried_at, trouble, since FROM mail_line ORDER BY name")
                .Where(row => places.Contains($"{row.Name} {row.Place}", StringComparer.Ordinal))
                .Select(row => new MailLine(row.Name, row.Place, Instants.Parse(row.TriedAt), row.Trouble, row.Since is null ? null : Instants.Parse(row.Since))),
        ];
    }

    /// <summary>The same as a line of <c>doctor</c>.</summary>
    public static CheckedThing Check(Database database, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var connection = database.Read();
        var lines = Of(connection, settings);
        return new CheckedThing(
            "mail servers", [.. lines.Where(line => line.Trouble is not null).Select(line => line.Thai)],
            lines.Count == 0 ? "ยังไม่ได้ตั้งค่า หรือยังไม่เคยติดต่อ · none set, or not tried yet" : string.Join("; ", lines.Select(line => $"{line.Name} {line.Place}, {ThaiDates.ShortWithTime(line.TriedAt)}")));
    }
}
