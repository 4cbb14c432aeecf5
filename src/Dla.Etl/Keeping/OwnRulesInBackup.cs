using Dla.Etl.Definitions;
using Dla.Etl.Intake;
using Dla.Etl.Values;

namespace Dla.Etl.Keeping;

/// <summary>The office's own rules in a snapshot: without them a restored warehouse would go on with the rules that came with the program, and say other figures.</summary>
/// <param name="snapshot">The snapshot's folder.</param>
internal sealed class OwnRulesInBackup(string snapshot)
{
    /// <summary>Copies them in.</summary>
    /// <param name="folder">Where the office keeps them; it need not be there.</param>
    /// <returns>What was copied; null when there is none.</returns>
    public IReadOnlyList<BackupRule>? Save(string? folder)
    {
        var rules = DefinitionFiles.OwnRulesIn(folder);
        foreach (var rule in rules)
        {
            var place = Path.Combine(snapshot, rule.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            DurableFiles.WritePart(place, file => file.Write(rule.Content.Span));
        }

        return rules.Count == 0 ? null : [.. rules.Select(rule => new BackupRule(rule.Path, rule.Hash.Hex))];
    }

    /// <summary>Where a rule lies in the snapshot.</summary>
    public string PathOf(BackupRule rule) => Path.Combine(snapshot, rule.Path);

    /// <summary>Lets through a folder in which no file is in the way of another content.</summary>
    /// <exception cref="KeepingException">One is.</exception>
    public static void RequireNoOther(string folder, IReadOnlyList<BackupRule> rules)
    {
        var other = rules.Select(rule => (Rule: rule, Place: PlaceIn(folder, rule)))
            .FirstOrDefault(one => File.Exists(one.Place) && ContentHash.Of(File.ReadAllBytes(one.Place)).Hex != one.Rule.Sha256);
        if (other.Rule is not null)
            throw new KeepingException(
                $"หลักเกณฑ์ของหน่วยงาน {other.Place} ต่างจากในสำเนาสำรอง กรุณาย้ายไฟล์นี้ออกก่อนกู้ แล้วนำกลับมาเองหากต้องการใช้ · this rule of the office is not that of the backup; move it away, and back after the restore if it is to be used. Nothing was changed");
    }

    /// <summary>Puts them where the office keeps them; what is there already is the same.</summary>
    public void CopyInto(string folder, IReadOnlyList<BackupRule> rules)
    {
        foreach (var rule in rules)
        {
            var place = PlaceIn(folder, rule);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            DurableFiles.Write(place, Path.Combine(Path.GetDirectoryName(place)!, $"{FileNames.OwnPrefix}restore.part"), part => part.Write(File.ReadAllBytes(PathOf(rule))));
        }
    }

    // A manifest that somebody wrote by hand must not put files elsewhere.
    private static string PlaceIn(string folder, BackupRule rule)
    {
        var place = Path.GetFullPath(Path.Combine(folder, Path.GetRelativePath(DefinitionFiles.RulesRoom, rule.Path)));
        return WorkspaceFolders.IsWithin(place, Path.GetFullPath(folder)) ? place : throw new InvalidDataException($"{rule.Path} is no rule of an office.");
    }
}
