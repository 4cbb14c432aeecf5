using System.Globalization;
using System.Xml.Linq;
using Dla.Etl.Values;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>The comments of one sheet: their texts in one part, their boxes in another.</summary>
internal sealed class SheetComments
{
    private const string Author = "กรมส่งเสริมการปกครองท้องถิ่น";

    private readonly Package _package;
    private readonly SheetFrame _frame;
    private readonly Relations _relations;
    private Related? _part, _drawingPart;
    private NoteDrawing? _drawing;
    private Dictionary<CellAddress, XElement>? _theirs;

    public SheetComments(Package package, SheetFrame frame)
    {
        (_package, _frame, _relations) = (package, frame, new Relations(package, frame.Part));
        _part = Present(_relations.OfType(Ooxml.CommentsType));
        // Also where a program wraps it for the compatibility of others.
        var drawing = frame.Root.Descendants(Ooxml.Main + "legacyDrawing").FirstOrDefault();
        _drawingPart = Present(_relations.OfId((string?)drawing?.Attribute(Ooxml.Relation + "id")));
        _drawing = _drawingPart is null ? null : NoteDrawing.Read(package, _drawingPart.Part);
        // A drawing that is announced but missing, or written in a way of its own, cannot be added to.
        CanTake = _drawing is not null || drawing is null;
        Threaded = _relations.All.Where(relation => relation.Type == Ooxml.ThreadedType && package.Has(relation.Part))
            .SelectMany(relation => package.Xml(relation.Part).Root!.Elements()).Select(CellOf).OfType<CellAddress>().ToHashSet();
    }

    /// <summary>Whether comments can be added to this sheet.</summary>
    public bool CanTake { get; }

    /// <summary>Cells on which people talk in the new kind of comment: Excel would drop what is added to the old one below it.</summary>
    public IReadOnlySet<CellAddress> Threaded { get; }

    private XElement? List => _part is null ? null : _package.Xml(_part.Part).Root!.Element(Ooxml.Main + "commentList");

    /// <summary>Adds our text on a cell: in a comment of its own, or below what stands there already.</summary>
    public void Add(CellRange cell, string text, Func<int> nextBlock)
    {
        Make();
        _theirs ??= List!.Elements(Ooxml.Main + "comment").Where(comment => CellOf(comment) is not null).DistinctBy(CellOf).ToDictionary(comment => CellOf(comment)!.Value);
        if (!_theirs.TryGetValue(cell.First, out var at))
        {
            List!.Add(new XElement(Ooxml.Main + "comment", new XAttribute("ref", cell.First.ToString()), new XAttribute("authorId", AuthorId()),
                new XElement(Ooxml.Main + "text", CommentRuns.Of(text))));
            _drawing!.Add(cell.First, NoteBox.Anchor(_frame, cell, text), nextBlock);
        }
        else
        {
            CommentRuns.Append(at.Element(Ooxml.Main + "text")!, text);
            _drawing!.Move(cell.First, NoteBox.Anchor(_frame, cell, CommentRuns.TextOf(at)));
        }
    }

    /// <summary>Takes our texts of an earlier answer out; what the sender wrote in the same comment stays.</summary>
    public void RemoveOurs()
    {
        var gone = new HashSet<CellAddress>();
        var ours = (List?.Elements(Ooxml.Main + "comment") ?? []).Where(comment => MarkText.Find(CommentRuns.TextOf(comment)) is not null).ToList();
        foreach (var comment in ours)
            if (!CommentRuns.CutOurs(comment) && CellOf(comment) is { } cell)
            {
                comment.Remove();
                gone.Add(cell);
            }
        if (ours.Count == 0)
            return;
        _drawing?.Remove(gone);
        Save();
    }

    /// <summary>Says that the parts go into the package as they are now; parts that hold nothing any more go.</summary>
    public void Save()
    {
        if (_part is null)
            return;
        if (List!.HasElements || _drawing is null || !_drawing.IsEmpty)
        {
            _package.Touch(_part.Part);
            _drawing?.Touch();
            return;
        }
        Drop(_part);
        Drop(_drawingPart!);
        _frame.Root.Descendants(Ooxml.Main + "legacyDrawing").Remove();
        _frame.Touch();
        (_part, _drawingPart, _drawing) = (null, null, null);
    }

    private void Drop(Related related)
    {
        _package.Remove(related.Part);
        _relations.Remove(related.Id);
        new ContentTypes(_package).Remove(related.Part);
    }

    private void Make()
    {
        if (_part is null)
        {
            var part = _package.Free("xl/comments#.xml");
            _package.Put(part, new XDocument(new XElement(Ooxml.Main + "comments", new XElement(Ooxml.Main + "authors"), new XElement(Ooxml.Main + "commentList"))));
            new ContentTypes(_package).Override(part, Ooxml.CommentsContent);
            _part = new Related(_relations.Add(Ooxml.CommentsType, part), Ooxml.CommentsType, part);
        }
        if (_drawing is not null)
            return;
        var drawing = _package.Free("xl/drawings/vmlDrawing#.vml");
        if (!new ContentTypes(_package).Default("vml", Ooxml.VmlContent))
            new ContentTypes(_package).Override(drawing, Ooxml.VmlContent);
        _drawingPart = new Related(_relations.Add(Ooxml.VmlType, drawing), Ooxml.VmlType, drawing);
        (_drawing = NoteDrawing.Make(_package, drawing)).Touch();
        Ooxml.Insert(_frame.Root, new XElement(Ooxml.Main + "legacyDrawing", new XAttribute(Ooxml.Relation + "id", _drawingPart.Id)), Ooxml.WorksheetOrder);
        _frame.Touch();
    }

    private string AuthorId()
    {
        var authors = _package.Xml(_part!.Part).Root!.Element(Ooxml.Main + "authors")!;
        var known = authors.Elements(Ooxml.Main + "author").ToList();
        var index = known.FindIndex(author => author.Value == Author);
        if (index < 0)
            authors.Add(new XElement(Ooxml.Main + "author", Author));
        return (index < 0 ? known.Count : index).ToString(CultureInfo.InvariantCulture);
    }

    private Related? Present(Related? related) => related is not null && _package.Has(related.Part) ? related : null;

    private static CellAddress? CellOf(XElement comment) => CellAddress.Parse((string?)comment.Attribute("ref")) is { Succeeded: true } cell ? cell.Value : null;
}
