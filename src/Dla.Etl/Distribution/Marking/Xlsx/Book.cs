using System.Xml.Linq;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>A sheet as the workbook lists it.</summary>
/// <param name="Element">Its line in <c>xl/workbook.xml</c>.</param>
/// <param name="Relation">What leads to its part.</param>
internal sealed record BookSheet(XElement Element, Related Relation)
{
    public string Name => (string?)Element.Attribute("name") ?? "";

    public bool IsVisible => (string?)Element.Attribute("state") is null or "visible";
}

/// <summary><c>xl/workbook.xml</c>: the sheets in order, and everything that counts them.</summary>
internal sealed class Book
{
    private const string Part = "xl/workbook.xml";
    private readonly Package _package;

    public Book(Package package)
    {
        _package = package;
        Relations = new Relations(package, Part);
        var relations = Relations.All.ToDictionary(relation => relation.Id, StringComparer.Ordinal);
        Sheets = [.. List.Elements(Ooxml.Main + "sheet").Select(sheet => new BookSheet(sheet,
            relations.GetValueOrDefault((string?)sheet.Attribute(Ooxml.Relation + "id") ?? "") ?? throw new NotMarkableException("a sheet without a part")))];
    }

    public Relations Relations { get; }

    /// <summary>In the order of the workbook.</summary>
    public List<BookSheet> Sheets { get; }

    private XElement Root => _package.Xml(Part).Root!;

    private XElement List => Root.Element(Ooxml.Main + "sheets") ?? throw new NotMarkableException("no list of sheets");

    private IEnumerable<XElement> Views => Root.Elements(Ooxml.Main + "bookViews").Elements(Ooxml.Main + "workbookView");

    /// <summary>A name that no sheet has, compared as Excel compares them.</summary>
    public string FreeName(string wanted)
    {
        var taken = Sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return taken.Contains(wanted) ? Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{wanted} ({number})").First(name => !taken.Contains(name)) : wanted;
    }

    /// <summary>Puts a sheet before all others and makes it the one that shows when the file opens.</summary>
    public void InsertFirst(string name, string part)
    {
        var id = Relations.Add(Ooxml.WorksheetType, part);
        var number = Sheets.Select(sheet => (uint?)sheet.Element.Attribute("sheetId") ?? 0).DefaultIfEmpty(0u).Max() + 1;
        var element = new XElement(Ooxml.Main + "sheet", new XAttribute("name", name), new XAttribute("sheetId", number), new XAttribute(Ooxml.Relation + "id", id));
        List.AddFirst(element);
        Sheets.Insert(0, new BookSheet(element, new Related(id, Ooxml.WorksheetType, part)));
        foreach (var local in LocalNames())
            local.SetValue((int)local + 1);
        var views = Ooxml.ChildOf(Root, "bookViews", Ooxml.WorkbookOrder);
        if (!views.HasElements)
            views.Add(new XElement(Ooxml.Main + "workbookView"));
        foreach (var view in Views)
        {
            view.SetAttributeValue("activeTab", null);
            view.SetAttributeValue("firstSheet", null);
        }
        _package.Touch(Part);
    }

    /// <summary>Takes a sheet out, with the names that belong to it.</summary>
    public void RemoveAt(int index)
    {
        var sheet = Sheets[index];
        sheet.Element.Remove();
        Sheets.RemoveAt(index);
        Relations.Remove(sheet.Relation.Id);
        foreach (var local in LocalNames().ToList())
            if ((int)local == index)
                local.Parent!.Remove();
            else if ((int)local > index)
                local.SetValue((int)local - 1);
        Root.Elements(Ooxml.Main + "definedNames").Where(names => !names.HasElements).Remove();
        foreach (var view in Views)
            foreach (var attribute in view.Attributes().Where(attribute => attribute.Name.LocalName is "activeTab" or "firstSheet"))
                attribute.SetValue(Math.Max(0, (int)attribute > index ? (int)attribute - 1 : Math.Min((int)attribute, Sheets.Count - 1)));
        _package.Touch(Part);
    }

    /// <summary>Gives the first sheet the rows that every printed page repeats.</summary>
    public void RepeatOnPages(string sheetName, int row)
    {
        var names = Ooxml.ChildOf(Root, "definedNames", Ooxml.WorkbookOrder);
        names.AddFirst(new XElement(Ooxml.Main + "definedName", new XAttribute("name", "_xlnm.Print_Titles"), new XAttribute("localSheetId", 0), $"{Quoted(sheetName)}!${row}:${row}"));
        _package.Touch(Part);
    }

    /// <summary>The name of a sheet as a reference needs it.</summary>
    public static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    private IEnumerable<XAttribute> LocalNames() => Root.Elements(Ooxml.Main + "definedNames").Elements(Ooxml.Main + "definedName")
        .Select(name => name.Attribute("localSheetId")).OfType<XAttribute>();
}
