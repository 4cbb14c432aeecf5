using System.CommandLine;
using System.CommandLine.Parsing;
using Dla.Etl.Installing;
using Dla.Etl.Values;

namespace Dla.Etl.Cli;

/// <summary>Options that mean the same in every command.</summary>
public sealed class SharedOptions
{
    /// <summary><c>--workspace DIR</c>.</summary>
    public Option<string?> Workspace { get; } = new("--workspace")
    {
        Description = "โฟลเดอร์ที่เก็บทุกอย่างที่โปรแกรมเขียน · folder of everything a run writes (default: workspace)",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary><c>--config FILE</c>.</summary>
    public Option<string?> Config { get; } = new("--config")
    {
        Description = "ไฟล์ตั้งค่าที่ใช้ทับ appsettings.json · settings file laid over appsettings.json",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>The installation that this command line means.</summary>
    /// <exception cref="UsageException">The settings cannot be read.</exception>
    public Installation Installation(ParseResult parsed, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return new(Settings.Load(parsed.GetValue(Config)), parsed.GetValue(Workspace), clock);
    }

    /// <summary><c>--json</c>: for scripts.</summary>
    public static Option<bool> Json() => new("--json") { Description = "ผลลัพธ์แบบ JSON สำหรับสคริปต์ · JSON on stdout" };

    /// <summary><c>--year 2564</c>: a fiscal year of the Buddhist era; <c>--year 2566-05</c> a month by calendar year and month.</summary>
    public static Option<Period> Year() => new("--year")
    {
        Description = "ปีงบประมาณ พ.ศ. เช่น 2564 หรือเดือน เช่น 2566-05 (พฤษภาคม 2566) · fiscal year, or month, Buddhist era",
        HelpName = "2564",
        Required = true,
        CustomParser = ReadPeriod,
    };

    /// <summary><c>--as-of INSTANT</c>: ISO 8601, common era; without an offset it is Bangkok time.</summary>
    public static Option<DateTimeOffset?> AsOf(string name = "--as-of") => new(name)
    {
        Description = "ข้อมูล ณ เวลานี้ (ISO 8601 ค.ศ.) · as known then, e.g. 2021-06-01T08:00+07:00",
        HelpName = "INSTANT",
        CustomParser = ReadInstant,
    };

    private static Period ReadPeriod(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Period.Parse(text) is { Succeeded: true } period)
            return period.Value;
        result.AddError($"--year ต้องเป็นปีงบประมาณ พ.ศ. ระหว่าง {FiscalYear.First} ถึง {FiscalYear.Last} เช่น --year 2564 หรือเดือน เช่น --year 2566-05 (พบ “{text}”)");
        return default;
    }

    private static DateTimeOffset? ReadInstant(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Instants.TryRead(text, out var instant))
            return instant;
        result.AddError($"{(result.Parent as OptionResult)?.Option.Name ?? "--as-of"} ต้องเป็นวันเวลา ISO 8601 ค.ศ. เช่น 2021-06-01 หรือ 2021-06-01T08:00+07:00 (พบ “{text}”)");
        return null;
    }
}
