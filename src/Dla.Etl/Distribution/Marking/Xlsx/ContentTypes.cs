using System.Xml.Linq;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>What each part of a package says it is. A program may leave out any default, so each is asked for before it is relied on.</summary>
internal sealed class ContentTypes(Package package)
{
    private const string Part = "[Content_Types].xml";
    private static readonly XNamespace s_name = "http://schemas.openxmlformats.org/package/2006/content-types";

    private XElement Root => package.Xml(Part).Root!;

    /// <summary>Every part of an extension is of a type, where nothing else is said.</summary>
    /// <returns>False when the extension stands for another type already.</returns>
    public bool Default(string extension, string type)
    {
        var there = Root.Elements(s_name + "Default").FirstOrDefault(one => string.Equals((string?)one.Attribute("Extension"), extension, StringComparison.OrdinalIgnoreCase));
        if (there is not null)
            return string.Equals((string?)there.Attribute("ContentType"), type, StringComparison.OrdinalIgnoreCase);
        Root.AddFirst(new XElement(s_name + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type)));
        package.Touch(Part);
        return true;
    }

    /// <summary>One part is of a type.</summary>
    public void Override(string part, string type)
    {
        Remove(part);
        Root.Add(new XElement(s_name + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));
        package.Touch(Part);
    }

    public void Remove(string part)
    {
        Root.Elements(s_name + "Override").Where(one => string.Equals((string?)one.Attribute("PartName"), "/" + part, StringComparison.OrdinalIgnoreCase)).Remove();
        package.Touch(Part);
    }
}
