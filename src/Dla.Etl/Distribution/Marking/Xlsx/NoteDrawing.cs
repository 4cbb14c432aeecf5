using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dla.Etl.Values;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>The old drawing in which comments have their boxes. Excel writes things into it that are not well-formed XML, so it is changed as text.</summary>
internal sealed partial class NoteDrawing
{
    private const string Empty = """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>
        """;

    private const string ShapeType = """
        <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
        """;

    private readonly Package _package;
    private readonly string _part;
    private readonly StringBuilder _added = new();
    private string _text;
    private int _block, _inBlock;

    private NoteDrawing(Package package, string part, string text) => (_package, _part, _text) = (package, part, text);

    /// <summary>An existing drawing; null when it is written in a way that cannot be added to.</summary>
    public static NoteDrawing? Read(Package package, string part)
    {
        using var reader = new StreamReader(package.Open(part), Encoding.Latin1);
        var text = reader.ReadToEnd();
        var isUsual = text.Contains("</xml>", StringComparison.Ordinal) && text.Contains("xmlns:v=", StringComparison.Ordinal)
            && text.Contains("xmlns:o=", StringComparison.Ordinal) && text.Contains("xmlns:x=", StringComparison.Ordinal);
        return isUsual ? new NoteDrawing(package, part, text) : null;
    }

    /// <summary>A new drawing.</summary>
    public static NoteDrawing Make(Package package, string part) => new(package, part, Empty);

    /// <summary>The highest block of shape numbers that any drawing of the package uses; ours come behind.</summary>
    public static int HighestBlock(Package package)
    {
        var highest = 0;
        foreach (var part in package.Names.Where(name => name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            using var reader = new StreamReader(package.Open(part), Encoding.Latin1);
            var text = reader.ReadToEnd();
            var blocks = MapOfBlocks().Matches(text).SelectMany(map => map.Groups[2].Value.Split(',')).Select(Number)
                .Concat(ShapeNumber().Matches(text).Select(shape => Number(shape.Groups[1].Value) / 1024));
            highest = Math.Max(highest, blocks.DefaultIfEmpty(0).Max());
        }
        return highest;
    }

    /// <summary>Adds the box of a comment.</summary>
    /// <param name="cell">The cell that it belongs to.</param>
    /// <param name="anchor">From <see cref="NoteBox"/>.</param>
    /// <param name="nextBlock">Gives a block of 1,024 shape numbers that nobody has.</param>
    public void Add(CellAddress cell, string anchor, Func<int> nextBlock)
    {
        if (_inBlock is 0 or 1023)
            Claim(nextBlock());
        var number = (_block * 1024) + ++_inBlock;
        _added.Append(CultureInfo.InvariantCulture, $"""
            <v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:248pt;height:120pt;z-index:{number % 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{cell.Row}</x:Row><x:Column>{cell.Column}</x:Column></x:ClientData></v:shape>
            """).Append('\n');
    }

    /// <summary>Gives an existing box another place and size.</summary>
    public void Move(CellAddress cell, string anchor) =>
        _text = BoxOf(cell) is { } box ? $"{_text[..box.Index]}{Anchor().Replace(box.Value, $"<x:Anchor>{anchor}</x:Anchor>", 1)}{_text[(box.Index + box.Length)..]}" : _text;

    /// <summary>Takes the boxes of comments away.</summary>
    public void Remove(IReadOnlySet<CellAddress> cells) =>
        _text = Shapes().Replace(_text, shape => CellOf(shape) is { } cell && cells.Contains(cell) ? "" : shape.Value);

    /// <summary>True when no shape is left, neither a comment nor a control.</summary>
    public bool IsEmpty => _added.Length == 0 && !Shapes().IsMatch(_text) && !_text.Contains("<v:group", StringComparison.Ordinal);

    /// <summary>Says that the drawing goes into the package as it is now.</summary>
    public void Touch()
    {
        var end = _text.LastIndexOf("</xml>", StringComparison.Ordinal);
        var type = _added.Length == 0 || _text.Contains("\"_x0000_t202\"", StringComparison.Ordinal) || _text.Contains("'_x0000_t202'", StringComparison.Ordinal) ? "" : ShapeType;
        var bytes = Encoding.Latin1.GetBytes($"{_text[..end]}{type}{_added}{_text[end..]}");
        _package.Put(_part, target => target.Write(bytes));
    }

    private void Claim(int block)
    {
        (_block, _inBlock) = (block, 0);
        if (MapOfBlocks().Match(_text) is { Success: true } map)
        {
            _text = _text.Insert(map.Groups[2].Index + map.Groups[2].Length, string.Create(CultureInfo.InvariantCulture, $",{block}"));
            return;
        }
        var root = _text.IndexOf('>', _text.IndexOf("<xml", StringComparison.Ordinal)) + 1;
        _text = _text.Insert(root, string.Create(CultureInfo.InvariantCulture, $"<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{block}\"/></o:shapelayout>"));
    }

    private Match? BoxOf(CellAddress cell) => Shapes().Matches(_text).FirstOrDefault(shape => CellOf(shape) == cell);

    /// <summary>The cell of a comment's box; null for any other shape.</summary>
    private static CellAddress? CellOf(Match shape) =>
        shape.Value.Contains("\"Note\"", StringComparison.Ordinal) && Row().Match(shape.Value) is { Success: true } row && Column().Match(shape.Value) is { Success: true } column
            ? new CellAddress(Number(row.Groups[1].Value), Number(column.Groups[1].Value)) : null;

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("""<v:shape\s[^>]*?(?:/>|>.*?</v:shape>)""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Shapes();

    [GeneratedRegex("""<o:idmap\s[^>]*?data=(["'])([0-9,]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex MapOfBlocks();

    [GeneratedRegex("""_x0000_s([0-9]{1,9})""", RegexOptions.CultureInvariant)]
    private static partial Regex ShapeNumber();

    [GeneratedRegex("""<x:Anchor>[^<]*</x:Anchor>""", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();

    [GeneratedRegex("""<x:Row>\s*([0-9]+)\s*</x:Row>""", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex("""<x:Column>\s*([0-9]+)\s*</x:Column>""", RegexOptions.CultureInvariant)]
    private static partial Regex Column();
}
