using System.Xml.Linq;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>Names of the Office Open XML format, and the order in which it wants the children of its roots.</summary>
internal static class Ooxml
{
    public const string RelationBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string WorksheetType = RelationBase + "/worksheet";
    public const string StylesType = RelationBase + "/styles";
    public const string CommentsType = RelationBase + "/comments";
    public const string VmlType = RelationBase + "/vmlDrawing";
    public const string PivotType = RelationBase + "/pivotTable";
    public const string ThreadedType = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";

    private const string ContentBase = "application/vnd.openxmlformats-officedocument.";
    public const string WorksheetContent = ContentBase + "spreadsheetml.worksheet+xml";
    public const string StylesContent = ContentBase + "spreadsheetml.styles+xml";
    public const string CommentsContent = ContentBase + "spreadsheetml.comments+xml";
    public const string VmlContent = ContentBase + "vmlDrawing";
    public const string RelationsContent = "application/vnd.openxmlformats-package.relationships+xml";

    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static readonly XNamespace Relation = RelationBase;
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace Extended2009 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

    /// <summary>Children of a worksheet in the order of CT_Worksheet (ECMA-376 part 1, 18.3.1.99).</summary>
    public static readonly string[] WorksheetOrder =
    [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios",
        "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
        "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches",
        "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
        "webPublishItems", "tableParts", "extLst",
    ];

    /// <summary>Children of a workbook in the order of CT_Workbook (18.2.27).</summary>
    public static readonly string[] WorkbookOrder =
    [
        "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames",
        "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
    ];

    /// <summary>Children of a style sheet in the order of CT_Stylesheet (18.8.39).</summary>
    public static readonly string[] StylesOrder =
        ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

    /// <summary>Puts a child where the order wants it: before the first child that belongs behind it.</summary>
    public static void Insert(XElement parent, XElement child, string[] order)
    {
        var place = Array.IndexOf(order, child.Name.LocalName);
        if (parent.Elements().FirstOrDefault(other => PlaceOf(other, order) > place) is { } next)
            next.AddBeforeSelf(child);
        else
            parent.Add(child);
    }

    /// <summary>The child of a name, made where the order wants it when it is missing.</summary>
    public static XElement ChildOf(XElement parent, string name, string[] order)
    {
        if (parent.Element(Main + name) is { } there)
            return there;
        var made = new XElement(Main + name);
        Insert(parent, made, order);
        return made;
    }

    public static bool IsTrue(string? value) => value is "1" or "true";

    // What a program wraps for the compatibility of others stands where its content would.
    private static int PlaceOf(XElement element, string[] order) => element.Name == Compatibility + "AlternateContent"
        ? element.Elements().Elements().Select(inner => Array.IndexOf(order, inner.Name.LocalName)).DefaultIfEmpty(-1).Max()
        : Array.IndexOf(order, element.Name.LocalName);
}

/// <summary>A package that cannot be marked without harm; the reason is for the log, the sender gets the findings beside his file.</summary>
internal sealed class NotMarkableException(string reason) : Exception(reason);
