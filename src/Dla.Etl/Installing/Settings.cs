using System.ComponentModel.DataAnnotations;
using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Intake;
using Dla.Etl.Keeping;
using Dla.Etl.Reading;
using Microsoft.Extensions.Configuration;

namespace Dla.Etl.Installing;

/// <summary>What one installation sets: <c>appsettings.json</c> beside the program, then <c>--config FILE</c>, then <c>DLA_…</c> variables, the later over the earlier.</summary>
/// <remarks>An unknown key is an error, so that a misspelt setting never passes in silence. A variable names its section with two underscores: <c>DLA_Folders__Drop</c>.</remarks>
/// <param name="Folders">Where everything lies.</param>
/// <param name="Intake">How the drop folder is watched.</param>
/// <param name="Reading">How large a file may be.</param>
/// <param name="Jobs">How the jobs of this node work beside those of the others.</param>
/// <param name="Backup">How backups are kept.</param>
/// <param name="Retention">How long originals are kept.</param>
/// <param name="Mail">Mail in both directions.</param>
public sealed record Settings(
    FolderSettings Folders, IntakeSettings Intake, ReadingLimits Reading, JobSettings Jobs, BackupSettings Backup, RetentionSettings Retention, MailSettings Mail)
{
    private static readonly string[] Sections = ["Folders", "Intake", "Reading", "Jobs", "Backup", "Retention", "Mail"];

    /// <summary>Reads the settings.</summary>
    /// <param name="configFile">The file of <c>--config</c>, or null.</param>
    /// <exception cref="UsageException">The file is missing or broken, has a key that the program does not know, or a value out of range.</exception>
    public static Settings Load(string? configFile)
    {
        if (configFile is not null && !File.Exists(configFile))
            throw new UsageException($"ไม่พบไฟล์ตั้งค่า {configFile} · no such settings file");
        try
        {
            var builder = OfTheProgram();
            if (configFile is not null)
                builder.AddJsonFile(Path.GetFullPath(configFile), optional: false);
            return From(builder.AddEnvironmentVariables("DLA_").Build());
        }
        catch (InvalidDataException broken)
        {
            throw new UsageException($"อ่านไฟล์ตั้งค่าไม่ได้ · broken settings file: {broken.Message} {broken.InnerException?.Message}");
        }
    }

    private static IConfigurationBuilder OfTheProgram() =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: false);

    private static Settings From(IConfigurationRoot values)
    {
        // Variables without a section (DLA_TEST_…) belong to others; a section that is none of ours is a mistake.
        var unknown = values.GetChildren().Where(child => child.Value is null && !Sections.Contains(child.Key, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count > 0)
            throw new UsageException($"ไม่รู้จักหมวดค่าตั้ง {string.Join(", ", unknown.Select(section => section.Key))} · known sections: {string.Join(", ", Sections)}");
        return new Settings(
            Bind<FolderSettings>(values, "Folders"), Bind<IntakeSettings>(values, "Intake"), Bind<ReadingLimits>(values, "Reading"),
            Bind<JobSettings>(values, "Jobs"), Bind<BackupSettings>(values, "Backup"), Bind<RetentionSettings>(values, "Retention"),
            Bind<MailSettings>(values, "Mail"));
    }

    private static T Bind<T>(IConfigurationRoot values, string section)
        where T : class, new()
    {
        try
        {
            var bound = values.GetSection(section).Get<T>(options => options.ErrorOnUnknownConfiguration = true) ?? new T();
            Validator.ValidateObject(bound, new ValidationContext(bound), validateAllProperties: true);
            return Checked(values, section, bound);
        }
        catch (InvalidOperationException wrong)
        {
            throw new UsageException(new SettingMistake(values, OfTheProgram().Build()).Unbound(section, wrong));
        }
        catch (ValidationException wrong)
        {
            throw new UsageException(new SettingMistake(values, OfTheProgram().Build()).OutOfRange(section, wrong));
        }
    }

    // The validator looks at one level; what lies deeper it is shown here.
    private static T Checked<T>(IConfigurationRoot values, string section, T bound)
    {
        if (bound is MailSettings mail)
            foreach (var (name, part) in new (string, object)[] { ("Imap", mail.Imap), ("Smtp", mail.Smtp) })
                try
                {
                    Validator.ValidateObject(part, new ValidationContext(part), validateAllProperties: true);
                }
                catch (ValidationException wrong)
                {
                    throw new UsageException(new SettingMistake(values, OfTheProgram().Build()).OutOfRange($"{section}:{name}", wrong));
                }

        return bound;
    }
}

/// <summary>Where everything lies. Empty means the place under <see cref="Workspace"/>, and for <see cref="Templates"/> the folder beside the program.</summary>
public sealed record FolderSettings
{
    /// <summary>The folder of everything that a run writes. The default value is <c>workspace</c>.</summary>
    public string Workspace { get; init; } = "workspace";

    /// <summary>Where offices drop files; may lie on a share.</summary>
    public string Drop { get; init; } = "";

    /// <summary>Where originals go after they are taken; may lie on a share.</summary>
    public string Received { get; init; } = "";

    /// <summary>Where answers are put; may lie on a share.</summary>
    public string Replies { get; init; } = "";

    /// <summary>Where every received byte is kept; on a local disk, unless the warehouse is PostgreSQL.</summary>
    public string Archive { get; init; } = "";

    /// <summary>Where workbooks are put; may lie on a share.</summary>
    public string Reports { get; init; } = "";

    /// <summary>Where mail waits.</summary>
    public string Outbox { get; init; } = "";

    /// <summary>The warehouse: a file on a local disk (SQLite), or <c>Host=…</c> (PostgreSQL). A password belongs into <c>PGPASSWORD</c> or a <c>Passfile</c>.</summary>
    public string Database { get; init; } = "";

    /// <summary>Forms, reports and answers as staff restyle them.</summary>
    public string Templates { get; init; } = "";

    /// <summary>The office's own rules (allocation drivers, targets), which stand in for those of the templates.</summary>
    public string Rules { get; init; } = "";
}
