using System.Globalization;
using System.Xml.Linq;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>The list of sheets in <c>docProps/app.xml</c>; where it is not as Excel writes it, it is left alone, since nothing depends on it.</summary>
internal static class AppTitles
{
    private const string Part = "docProps/app.xml";
    private static readonly XNamespace s_app = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    private static readonly XNamespace s_types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

    /// <summary>A sheet was put first.</summary>
    public static void InsertFirst(Package package, string name) => Change(package, 1, titles => titles.AddFirst(new XElement(s_types + "lpstr", name)));

    /// <summary>The sheet at an index went.</summary>
    public static void RemoveAt(Package package, int index) => Change(package, -1, titles => titles.Elements().ElementAt(index).Remove());

    private static void Change(Package package, int by, Action<XElement> change)
    {
        if (!package.Has(Part))
            return;
        var root = package.Xml(Part).Root!;
        var count = root.Elements(s_app + "HeadingPairs").Elements(s_types + "vector").Elements(s_types + "variant").Elements(s_types + "i4").FirstOrDefault();
        var titles = root.Elements(s_app + "TitlesOfParts").Elements(s_types + "vector").FirstOrDefault();
        if (titles is null || count is null || !int.TryParse(count.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var sheets)
            || sheets + by < 1 || titles.Elements().Count() < sheets)
            return;
        change(titles);
        count.SetValue(sheets + by);
        titles.SetAttributeValue("size", titles.Elements().Count());
        package.Touch(Part);
    }
}
