using System.Text;
using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>A file of the templates folder.</summary>
/// <param name="Path">Relative to the folder, with <c>/</c>: <c>forms/unit-cost-quantity/form.2563.yaml</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record DefinitionFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>SHA-256 of the bytes.</summary>
    public ContentHash Hash { get; } = ContentHash.Of(Content.Span);

    /// <summary>Its text, as UTF-8; a byte order mark that an editor put there is no part of it.</summary>
    public string Text
    {
        get
        {
            using var reader = new StreamReader(new MemoryStream(Content.ToArray()), Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    /// <summary>What it is: form, report, template, query, answer …</summary>
    public string Kind => (Path.Split('/')[0], System.IO.Path.GetExtension(Path)) switch
    {
        ("forms", _) => "form",
        ("reports", ".sql") => "query",
        ("reports", ".yaml") => "report",
        ("reports", _) => "template",
        ("answers", _) => "answer",
        (var room, _) => room,
    };
}

/// <summary>All definitions together, read once: what the catalogues are made of is exactly what a run records, whatever happens to the folder meanwhile.</summary>
public sealed class DefinitionFiles
{
    internal const string RulesRoom = "rules";

    private static readonly string[] Rooms = ["forms", "reports", "answers", RulesRoom, "mail", "calendar"];

    private readonly SortedDictionary<string, DefinitionFile> _files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _folders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _ownPlaces = new(StringComparer.Ordinal);

    private DefinitionFiles(string root, IEnumerable<DefinitionFile> files)
    {
        Root = root;
        foreach (var file in files)
        {
            _files.Add(file.Path, file);
            for (var end = file.Path.LastIndexOf('/'); end > 0; end = file.Path.LastIndexOf('/', end - 1))
                _folders.Add(file.Path[..end]);
        }

        Id = ContentHash.Of(Encoding.UTF8.GetBytes(string.Concat(All.Select(file => $"{file.Path}\n{file.Hash.Hex}\n")))).Hex;
    }

    /// <summary>Where they were read from, for messages.</summary>
    public string Root { get; }

    /// <summary>All files by path.</summary>
    public IReadOnlyCollection<DefinitionFile> All => _files.Values;

    /// <summary>One hash over all paths and hashes: the same only when every file is the same.</summary>
    public string Id { get; }

    /// <summary>The rules that the office keeps itself, by path, in order: they stand in for files of the same path that came with the program, or add to them.</summary>
    public IReadOnlyCollection<string> OwnRules => _ownPlaces.Keys;

    /// <summary>Reads a templates folder. Hidden files, lock files of Office and readmes are no definitions.</summary>
    /// <param name="folder">The templates that came with the program.</param>
    /// <param name="ownRules">A folder of the office's own <c>rules</c>, which a new version of the program does not touch; null, or not there, for none.</param>
    /// <exception cref="IOException">A folder or a file in it cannot be read.</exception>
    public static DefinitionFiles Read(string folder, string? ownRules = null)
    {
        var rooms = Rooms.Select(room => Path.Combine(folder, room)).Where(Directory.Exists).ToList();
        if (rooms.Count == 0)
            throw new DirectoryNotFoundException($"{folder} has none of {string.Join(", ", Rooms)}.");
        var own = OwnFiles(ownRules);
        var read = new DefinitionFiles(folder, rooms
            .SelectMany(room => FilesBelow(room, folder)).Where(file => !own.ContainsKey(file.Path))
            .Concat(own.Select(file => new DefinitionFile(file.Key, Bytes(file.Value)))));
        foreach (var (path, place) in own)
            read._ownPlaces.Add(path, place);
        // A folder without any file is a mistake that the catalogues tell of.
        foreach (var empty in rooms.SelectMany(room => Directory.EnumerateDirectories(room).Append(room)))
            read._folders.Add(Relative(folder, empty));
        return read;
    }

    /// <summary>The office's own rules as they lie in its folder, by path in order.</summary>
    /// <param name="ownRules">Their folder; null, or not there, for none.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    internal static IReadOnlyList<DefinitionFile> OwnRulesIn(string? ownRules) =>
        [.. OwnFiles(ownRules).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new DefinitionFile(file.Key, Bytes(file.Value)))];

    /// <summary>Definitions from elsewhere, for example those of an earlier day from the archive.</summary>
    /// <param name="root">How messages call the place.</param>
    /// <param name="files">Each path once.</param>
    public static DefinitionFiles Of(string root, IEnumerable<DefinitionFile> files) => new(root, files);

    /// <summary>The folders directly below one, as relative paths in order.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public IReadOnlyList<string> FoldersIn(string folder) => _folders.Contains(folder)
        ? [.. _folders.Where(one => IsDirectlyIn(one, folder))]
        : throw new DirectoryNotFoundException($"There is no folder {FullPath(folder)}.");

    /// <summary>The files directly in a folder, in order.</summary>
    public IReadOnlyList<DefinitionFile> FilesIn(string folder) => [.. All.Where(file => IsDirectlyIn(file.Path, folder))];

    /// <summary>A file, or null when it is not there.</summary>
    public DefinitionFile? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>A file that must be there.</summary>
    /// <exception cref="FileNotFoundException">It is not.</exception>
    public DefinitionFile Get(string path) => Find(path) ?? throw new FileNotFoundException($"There is no {FullPath(path)}.", FullPath(path));

    /// <summary>Where a file lies, for messages.</summary>
    public string FullPath(string path) => _ownPlaces.GetValueOrDefault(path) ?? Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    private static IEnumerable<DefinitionFile> FilesBelow(string room, string folder) =>
        Directory.EnumerateFiles(room, "*", SearchOption.AllDirectories).Where(IsDefinition).Select(file => new DefinitionFile(Relative(folder, file), Bytes(file)));

    private static Dictionary<string, string> OwnFiles(string? ownRules) => ownRules is null || !Directory.Exists(ownRules)
        ? []
        : Directory.EnumerateFiles(ownRules, "*", SearchOption.AllDirectories).Where(IsDefinition)
            .ToDictionary(file => $"{RulesRoom}/{Relative(ownRules, file)}", StringComparer.Ordinal);

    private static bool IsDirectlyIn(string path, string folder) => path.LastIndexOf('/') is var end and > 0 && path.AsSpan(0, end).SequenceEqual(folder);

    private static bool IsDefinition(string file) => !Intake.FileNames.IsNoDelivery(Path.GetFileName(file)) && Path.GetExtension(file) != ".md";

    private static string Relative(string folder, string file) => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');

    // Staff may have a template open in Excel just now; what was last saved is what counts.
    private static byte[] Bytes(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        return bytes;
    }
}
