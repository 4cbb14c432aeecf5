using System.Xml.Linq;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>A relation from one part to another.</summary>
/// <param name="Part">Full name of the part that it leads to; what leads out of the package is not listed.</param>
internal sealed record Related(string Id, string Type, string Part);

/// <summary>The relations of one part of a package.</summary>
internal sealed class Relations
{
    private static readonly XNamespace s_name = "http://schemas.openxmlformats.org/package/2006/relationships";
    private readonly Package _package;
    private readonly string _owner, _part;

    public Relations(Package package, string owner)
    {
        (_package, _owner, _part) = (package, owner, PartOf(owner));
    }

    /// <summary>The part that holds the relations of a part.</summary>
    public static string PartOf(string owner)
    {
        var slash = owner.LastIndexOf('/');
        return $"{owner[..(slash + 1)]}_rels/{owner[(slash + 1)..]}.rels";
    }

    /// <summary>All that lead to a part of this package.</summary>
    public IEnumerable<Related> All => !_package.Has(_part) ? [] : _package.Xml(_part).Root!.Elements(s_name + "Relationship")
        .Where(relation => (string?)relation.Attribute("TargetMode") != "External")
        .Select(relation => new Related((string?)relation.Attribute("Id") ?? "", (string?)relation.Attribute("Type") ?? "", Resolve((string?)relation.Attribute("Target") ?? "")));

    public Related? OfType(string type) => All.FirstOrDefault(relation => relation.Type == type);

    public Related? OfId(string? id) => All.FirstOrDefault(relation => relation.Id == id);

    /// <summary>Adds a relation and gives its id.</summary>
    public string Add(string type, string part)
    {
        if (!_package.Has(_part))
        {
            _package.Put(_part, new XDocument(new XElement(s_name + "Relationships")));
            new ContentTypes(_package).Default("rels", Ooxml.RelationsContent);
        }
        var root = _package.Xml(_part).Root!;
        var taken = root.Elements().Select(relation => (string?)relation.Attribute("Id")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var id = Enumerable.Range(1, int.MaxValue - 1).Select(number => $"rId{number}").First(free => !taken.Contains(free));
        // A target from the root: right wherever the owner lies.
        root.Add(new XElement(s_name + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", "/" + part)));
        _package.Touch(_part);
        return id;
    }

    public void Remove(string id)
    {
        _package.Xml(_part).Root!.Elements().Where(relation => (string?)relation.Attribute("Id") == id).Remove();
        _package.Touch(_part);
    }

    private string Resolve(string target)
    {
        var names = new List<string>();
        foreach (var name in (target.StartsWith('/') ? target : $"{_owner[..(_owner.LastIndexOf('/') + 1)]}{target}").Split('/', '\\'))
            if (name == ".." && names.Count > 0)
                names.RemoveAt(names.Count - 1);
            else if (name is not ("" or "." or ".."))
                names.Add(name);
        return string.Join('/', names);
    }
}
