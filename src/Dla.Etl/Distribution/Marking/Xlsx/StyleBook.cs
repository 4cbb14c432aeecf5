using System.Globalization;
using System.Xml.Linq;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary><c>xl/styles.xml</c>: styles are only appended, so that no index of the sender's moves; one that stands there already is used again.</summary>
internal sealed class StyleBook
{
    // Excel takes 65,490 formats of cells; what is near that has no room for ours.
    private const int MostFormats = 65_000;

    private readonly Package _package;
    private readonly string _part;

    public StyleBook(Package package, Relations workbook)
    {
        _package = package;
        _part = workbook.OfType(Ooxml.StylesType)?.Part ?? Make(package, workbook);
        Seed("fonts", "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>");
        Seed("fills", "<fill><patternFill patternType=\"none\"/></fill>", "<fill><patternFill patternType=\"gray125\"/></fill>");
        Seed("borders", "<border><left/><right/><top/><bottom/><diagonal/></border>");
        Seed("cellXfs", "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>");
    }

    private XElement Root => _package.Xml(_part).Root!;

    /// <summary>The index of an entry of a list, for example of <c>fonts</c>; it is appended when it is new.</summary>
    /// <param name="list">Name of the list.</param>
    /// <param name="xml">The entry without namespace.</param>
    public int IndexOf(string list, string xml)
    {
        var (parent, wanted) = (Ooxml.ChildOf(Root, list, Ooxml.StylesOrder), Parse(xml));
        var index = 0;
        foreach (var there in parent.Elements())
        {
            if (there.Name == wanted.Name && XNode.DeepEquals(there, wanted))
                return index;
            index++;
        }
        if (index >= MostFormats)
            throw new NotMarkableException($"{index} {list}");
        parent.Add(wanted);
        parent.SetAttributeValue("count", index + 1);
        _package.Touch(_part);
        return index;
    }

    /// <summary>A format of cells of the given font, fill and border, each as XML without namespace.</summary>
    public int Format(string font, string fill, string border, string alignment)
    {
        var ids = (Font: IndexOf("fonts", font), Fill: IndexOf("fills", fill), Border: IndexOf("borders", border));
        var basis = Root.Element(Ooxml.Main + "cellStyleXfs") is null ? "" : " xfId=\"0\"";
        return IndexOf("cellXfs", string.Create(CultureInfo.InvariantCulture,
            $"<xf numFmtId=\"49\" fontId=\"{ids.Font}\" fillId=\"{ids.Fill}\" borderId=\"{ids.Border}\"{basis} applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">{alignment}</xf>"));
    }

    private void Seed(string list, params string[] first)
    {
        if (Root.Element(Ooxml.Main + list) is not { HasElements: true })
            foreach (var one in first)
                IndexOf(list, one);
    }

    private static string Make(Package package, Relations workbook)
    {
        var part = package.Free("xl/styles#.xml");
        package.Put(part, new XDocument(new XElement(Ooxml.Main + "styleSheet")));
        new ContentTypes(package).Override(part, Ooxml.StylesContent);
        workbook.Add(Ooxml.StylesType, part);
        return part;
    }

    private static XElement Parse(string xml)
    {
        var element = XElement.Parse(xml);
        foreach (var one in element.DescendantsAndSelf())
            one.Name = Ooxml.Main + one.Name.LocalName;
        return element;
    }
}
