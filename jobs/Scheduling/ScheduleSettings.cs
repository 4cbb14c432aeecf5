using Dla.Etl.Coordination;
using Dla.Etl.Installing;

namespace Dla.Etl.Jobs.Scheduling;

/// <summary>The table with what an installation changes of it: <c>Jobs:Schedule:&lt;id&gt;:Cron</c>, <c>:Missed</c> and <c>:Off</c>.</summary>
public static class ScheduleSettings
{
    private static readonly Dictionary<string, MissedRun> Words =
        new(StringComparer.OrdinalIgnoreCase) { ["skip"] = MissedRun.Skip, ["run-once"] = MissedRun.RunOnce };

    /// <summary>The word of a policy, as the settings write it.</summary>
    public static string Word(MissedRun missed) => Words.Single(pair => pair.Value == missed).Key;

    /// <summary>The lines that are to run.</summary>
    /// <exception cref="UsageException">An unknown line, a cron that cannot be read or never comes, an unknown policy.</exception>
    public static IReadOnlyList<ScheduleLine> Apply(IReadOnlyList<ScheduleLine> table, IReadOnlyDictionary<string, ScheduleSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        var unknown = settings.Keys.Except(table.Select(line => line.Id), StringComparer.OrdinalIgnoreCase).ToList();
        if (unknown.Count > 0)
            throw new UsageException($"ค่าตั้ง Jobs:Schedule ไม่มีรายการชื่อ {string.Join(", ", unknown)} · the schedule has: {string.Join(", ", table.Select(line => line.Id))}");
        var given = new Dictionary<string, ScheduleSetting>(settings, StringComparer.OrdinalIgnoreCase);
        return [.. from line in table
                   let setting = given.GetValueOrDefault(line.Id) ?? new ScheduleSetting()
                   where !setting.Off
                   select line with { Cron = Cron(line, setting), Missed = Missed(line, setting) }];
    }

    private static string Cron(ScheduleLine line, ScheduleSetting setting)
    {
        if (setting.Cron.Length == 0)
            return line.Cron;
        var cron = string.Join(' ', setting.Cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        try
        {
            // Any day will do: a cron that has no next time in the years to come has none at all.
            if (cron.Split(' ').Length is 5 or 6 && SchedulerOfThisBuild.NextAfter(cron, DateTimeOffset.UnixEpoch) is not null)
                return cron;
        }
        catch (FormatException unread)
        {
            throw Unread(line, setting, unread.Message);
        }

        throw Unread(line, setting, "five fields, minute hour day month weekday, or six with the second first");
    }

    private static MissedRun Missed(ScheduleLine line, ScheduleSetting setting) =>
        setting.Missed.Length == 0 ? line.Missed
        : Words.TryGetValue(setting.Missed, out var missed) ? missed
        : throw new UsageException($"ค่าตั้ง Jobs:Schedule:{line.Id}:Missed ต้องเป็น skip หรือ run-once (พบ “{setting.Missed}”) · must be skip or run-once");

    private static UsageException Unread(ScheduleLine line, ScheduleSetting setting, string why) => new(
        $"ค่าตั้ง Jobs:Schedule:{line.Id}:Cron อ่านไม่ได้ (พบ “{setting.Cron}”) ต้องเป็นห้าช่องแบบ crontab (หรือหกช่องเมื่อมีวินาทีนำหน้า) เช่น “{line.Cron}” ตามเวลาประเทศไทย · {why}");
}
