namespace Dla.Etl.Cli.Demo;

/// <summary>The rules of the demo: made-up drivers of the allocation, which say so on every table. The shipped ones know too few ratios to calculate with.</summary>
internal static class DemoRules
{
    /// <summary>Lays them where an office keeps its own rules; a file that is there already stays as it is.</summary>
    /// <param name="rules">The folder of the office's own rules.</param>
    public static void Write(string rules)
    {
        var madeUp = Path.Combine(AppContext.BaseDirectory, "demo-rules");
        foreach (var file in Directory.EnumerateFiles(madeUp, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(rules, Path.GetRelativePath(madeUp, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!File.Exists(target))
                File.Copy(file, target);
        }
    }
}
