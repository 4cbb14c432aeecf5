using System.Xml.Linq;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>A worksheet that can be marked.</summary>
internal sealed record MarkedSheet(SheetFrame Frame, SheetComments Comments);

/// <summary>The worksheets of a package, each read once.</summary>
/// <param name="package">The package.</param>
/// <param name="rows">By name of the sheet, the zero-based rows whose heights matter.</param>
internal sealed class MarkedSheets(Package package, IReadOnlyDictionary<string, IReadOnlySet<int>> rows)
{
    private readonly Dictionary<string, MarkedSheet?> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The frame of a sheet and its comments; null for a sheet without cells, such as a chart sheet.</summary>
    public MarkedSheet? Of(BookSheet sheet)
    {
        if (_known.TryGetValue(sheet.Relation.Part, out var known))
            return known;
        var frame = sheet.Relation.Type == Ooxml.WorksheetType
            ? SheetFrame.Read(package, sheet.Relation.Part, rows.GetValueOrDefault(sheet.Name) ?? new HashSet<int>()) : null;
        return _known[sheet.Relation.Part] = frame is null ? null : new MarkedSheet(frame, new SheetComments(package, frame));
    }

    /// <summary>Only one sheet shows when the file opens; a second one that calls itself selected would be edited together with it.</summary>
    public void Deselect(BookSheet sheet)
    {
        var frame = Of(sheet)?.Frame;
        var root = frame?.Root ?? package.Xml(sheet.Relation.Part).Root!;
        var selected = root.Elements(Ooxml.Main + "sheetViews").Elements(Ooxml.Main + "sheetView").Select(view => view.Attribute("tabSelected"))
            .OfType<XAttribute>().Where(attribute => Ooxml.IsTrue(attribute.Value)).ToList();
        if (selected.Count == 0)
            return;
        selected.ForEach(attribute => attribute.Remove());
        if (frame is null)
            package.Touch(sheet.Relation.Part);
        else
            frame.Touch();
    }
}
