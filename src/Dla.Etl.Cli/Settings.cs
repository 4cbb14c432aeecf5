using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Dla.Etl.Cli;

/// <summary>What one installation sets: <c>appsettings.json</c> beside the program, then <c>--config FILE</c>, then <c>DLA_…</c> variables, the later over the earlier.</summary>
/// <remarks>An unknown key is an error, so that a misspelt setting never passes in silence. A variable names its section with two underscores: <c>DLA_Folders__Drop</c>.</remarks>
public sealed class Settings
{
    private readonly IConfigurationRoot _values;

    private Settings(IConfigurationRoot values) => _values = values;

    /// <summary>Reads the settings.</summary>
    /// <param name="configFile">The file of <c>--config</c>, or null.</param>
    /// <exception cref="UsageException">The file is missing or broken, or has a key that the program does not know.</exception>
    public static Settings Load(string? configFile)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "appsettings.json");
        if (configFile is not null && !File.Exists(configFile))
            throw new UsageException($"ไม่พบไฟล์ตั้งค่า {configFile} · no such settings file");
        try
        {
            var known = new ConfigurationBuilder().AddJsonFile(shipped, optional: false).Build();
            var builder = new ConfigurationBuilder().AddJsonFile(shipped, optional: false);
            if (configFile is not null)
                builder.AddJsonFile(Path.GetFullPath(configFile), optional: false);
            var values = builder.AddEnvironmentVariables("DLA_").Build();
            RefuseUnknownKeys(known, values);
            return new Settings(values);
        }
        catch (InvalidDataException broken)
        {
            throw new UsageException($"อ่านไฟล์ตั้งค่าไม่ได้ · broken settings file: {broken.InnerException?.Message ?? broken.Message}");
        }
    }

    /// <summary>Every key the program knows, for the documentation and its test.</summary>
    public IEnumerable<string> Keys => Leaves(_values).Order(StringComparer.Ordinal);

    /// <summary>A text, or null when it is empty.</summary>
    public string? Text(string key) => _values[key] is { Length: > 0 } text ? text : null;

    /// <summary>A whole number of at least <paramref name="least"/>; null when it is empty.</summary>
    /// <exception cref="UsageException">Anything else.</exception>
    public long? Number(string key, long least = 1)
    {
        if (Text(key) is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
            return number;
        throw new UsageException($"ค่าตั้ง {key} ต้องเป็นจำนวนเต็มตั้งแต่ {least} ขึ้นไป (พบ “{text}”)");
    }

    private static void RefuseUnknownKeys(IConfigurationRoot known, IConfigurationRoot values)
    {
        var allowed = Leaves(known).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = Leaves(values).Where(key => key.Contains(':', StringComparison.Ordinal) && !allowed.Contains(key)).ToList();
        if (unknown.Count > 0)
            throw new UsageException($"ไม่รู้จักค่าตั้ง {string.Join(", ", unknown)} · known settings: {string.Join(", ", allowed.Order(StringComparer.Ordinal))}");
    }

    private static IEnumerable<string> Leaves(IConfigurationRoot root) =>
        root.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key);
}
