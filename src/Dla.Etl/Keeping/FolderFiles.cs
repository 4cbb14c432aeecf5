using System.Text;
using Dla.Etl.Intake;

namespace Dla.Etl.Keeping;

/// <summary>Files in the office's folders that hold an address: answers are written anew and renamed, copies of originals renamed, marked copies and mails in the outbox deleted.</summary>
internal sealed class FolderFiles
{
    private readonly PersonAddress _address;
    private readonly List<(string Folder, string Path)> _renamed = [];
    private readonly List<string> _rewritten = [];
    private readonly List<string> _deleted = [];

    private FolderFiles(PersonAddress address) => _address = address;

    /// <summary>How many files there are to change.</summary>
    public int Count => _renamed.Count + _rewritten.Count + _deleted.Count;

    /// <summary>For people; without the address.</summary>
    /// <param name="done">True when they were changed, false when they would be.</param>
    public IReadOnlyList<string> Described(bool done) =>
    [
        .. _rewritten.Select(path => $"{(done ? "เขียนใหม่แล้ว · rewritten" : "จะเขียนใหม่ · will be rewritten")}: {_address.RemoveFrom(path)}"),
        .. _renamed.Select(file => $"{(done ? "เปลี่ยนชื่อแล้ว · renamed" : "จะเปลี่ยนชื่อ · will be renamed")}: {_address.RemoveFrom(file.Path)}"),
        .. _deleted.Select(path => $"{(done ? "ลบแล้ว · deleted" : "จะลบ · will be deleted")}: {_address.RemoveFrom(path)}"),
    ];

    /// <summary>Looks through replies, received and outbox.</summary>
    public static FolderFiles Find(WorkspaceFolders places, PersonAddress address, AddressInFiles search)
    {
        var found = new FolderFiles(address);
        foreach (var path in FilesIn(places.Replies, "*.txt"))
        {
            if (search.Holds(path))
                found._rewritten.Add(path);
            found.Named(places.Replies, path);
        }

        // A marked copy is the original once more, which goes too.
        found._deleted.AddRange(FilesIn(places.Replies, "*").Where(path => !path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && (address.IsIn(path) || search.Holds(path))));
        foreach (var path in FilesIn(places.Received, "*"))
            found.Named(places.Received, path);
        // A mail without its address is of no use to anybody.
        found._deleted.AddRange(FilesIn(places.Outbox, "*.eml").Where(path => address.IsIn(path) || search.Holds(path)));
        return found;
    }

    /// <summary>Changes them; what an interrupted try changed already is not found again.</summary>
    /// <exception cref="IOException">A disk refuses.</exception>
    public void Clean()
    {
        foreach (var path in _rewritten)
        {
            var text = _address.RemoveFrom(Encoding.UTF8.GetString(File.ReadAllBytes(path)));
            DurableFiles.Write(path, Path.Combine(Path.GetDirectoryName(path)!, $"{FileNames.OwnPrefix}{Guid.NewGuid():N}.part"), part => part.Write(Encoding.UTF8.GetBytes(text)));
        }

        foreach (var (folder, path) in _renamed.Where(file => File.Exists(file.Path)))
        {
            var target = Path.Combine(folder, _address.RemoveFrom(Path.GetRelativePath(folder, path)));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(path, target, overwrite: true);
            DurableFiles.FlushFolder(Path.GetDirectoryName(target)!);
        }

        _deleted.ForEach(File.Delete);
    }

    private void Named(string folder, string path)
    {
        if (_address.IsIn(Path.GetRelativePath(folder, path)))
            _renamed.Add((folder, path));
    }

    private static List<string> FilesIn(string folder, string pattern) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
}
