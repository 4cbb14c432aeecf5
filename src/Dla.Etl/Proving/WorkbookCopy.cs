using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Reading.Xlsx;
using Dla.Etl.Values;

namespace Dla.Etl.Proving;

/// <summary>A workbook as somebody has it: what its cells say, where its defined names point to, what was put over it.</summary>
/// <param name="Sheets">In the order of the file.</param>
/// <param name="Names">Cells that defined names point to, the first one of a range.</param>
/// <param name="Additions">Kinds of things that no report of ours has by itself, in Thai: comments, pictures and text boxes, macros …</param>
internal sealed record WorkbookCopy(IReadOnlyList<SheetCopy> Sheets, IReadOnlyDictionary<string, (string Sheet, CellAddress Cell)> Names, IReadOnlySet<string> Additions)
{
    private static readonly (string Part, string Thai)[] s_additions =
    [
        ("xl/comments", "ความคิดเห็นในเซลล์"), ("xl/threadedComments", "ความคิดเห็นในเซลล์"), ("xl/drawings/", "รูป กราฟ หรือกล่องข้อความ"), ("xl/media/", "รูปภาพ"),
        ("xl/embeddings/", "วัตถุที่ฝังไว้"), ("xl/vbaProject", "แมโคร"), ("xl/externalLinks/", "ลิงก์ไปยังไฟล์อื่น"),
    ];

    /// <summary>Reads one with the limits of a return: whoever asks may have the file from anywhere.</summary>
    /// <returns>No artefact when it is no workbook that can be read; the findings say why.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Step<WorkbookCopy> Read(byte[] file, ReadingLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var read = new WorkbookReader(limits, clock).Read(file, cancellation);
        if (read.Artefact is not { } workbook || workbook.Kind is not (FileKind.Xlsx or FileKind.Xlsm))
            return new(null, read.Findings);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            var parts = WorkbookPart.Read(zip, limits).Part!.Sheets.ToLookup(sheet => sheet.Name, sheet => sheet.Part, StringComparer.Ordinal);
            return new(new WorkbookCopy(
                [.. workbook.Sheets.Select(sheet => SheetCopy.Of(sheet, FormulasOf(parts[sheet.Name!].FirstOrDefault(), limits)))], NamesOf(zip, limits), AdditionsOf(zip)), []);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException)
        {
            return new(null, [ExcelWorkbook.Corrupt(damaged.Message)]);
        }
    }

    /// <summary>The text of a cell that a name points to; null when there is no such name or the cell is empty.</summary>
    public string? TextAt(string name) => Names.TryGetValue(name, out var place) ? Find(place.Sheet)?.TextAt(place.Cell) : null;

    /// <summary>A sheet by its name; null when there is none.</summary>
    public SheetCopy? Find(string sheet) => Sheets.FirstOrDefault(one => one.Name == sheet);

    // The reader of returns takes a formula for its result; in a report it would be another content that prints the same today.
    private static HashSet<CellAddress> FormulasOf(ZipArchiveEntry? part, ReadingLimits limits)
    {
        var formulas = new HashSet<CellAddress>();
        if (part is null)
            return formulas;
        using var xml = SafeXml.Open(part.Open(), limits.MaxUnpackedBytes);
        string? cell = null;
        while (xml.Read())
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            else if (xml.LocalName == "c")
                cell = xml.GetAttribute("r");
            else if (xml.LocalName == "f" && CellAddress.Parse(cell) is { Succeeded: true } address)
                formulas.Add(address.Value);
        return formulas;
    }

    private static Dictionary<string, (string, CellAddress)> NamesOf(ZipArchive zip, ReadingLimits limits)
    {
        var names = new Dictionary<string, (string, CellAddress)>(StringComparer.Ordinal);
        using var xml = SafeXml.Open(PackageKind.Find(zip, "xl/workbook.xml")!.Open(), limits.MaxUnpackedBytes);
        for (var more = xml.Read(); more;)
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "definedName" } && xml.GetAttribute("name") is { } name)
            {
                // Leaves the reader behind the element.
                if (Pointed(xml.ReadElementContentAsString()) is { } place)
                    names[name] = place;
                more = !xml.EOF;
            }
            else
                more = xml.Read();
        return names;
    }

    // 'หลักฐาน'!$C$7, or as LibreOffice writes it without quotes.
    private static (string, CellAddress)? Pointed(string reference)
    {
        var mark = reference.LastIndexOf('!');
        if (mark <= 0 || CellRange.Parse(reference[(mark + 1)..].Trim()) is not { Succeeded: true } range)
            return null;
        var sheet = reference[..mark].Trim();
        return (sheet is ['\'', .. var quoted, '\''] ? quoted.Replace("''", "'", StringComparison.Ordinal) : sheet, range.Value.First);
    }

    private static HashSet<string> AdditionsOf(ZipArchive zip) =>
        [.. zip.Entries.SelectMany(entry => s_additions.Where(addition => entry.FullName.StartsWith(addition.Part, StringComparison.OrdinalIgnoreCase)).Select(addition => addition.Thai))];
}

/// <summary>A sheet of such a workbook.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="Rows">What each cell says, dense from row 0; <see cref="CellText.Nothing"/> for an empty one.</param>
internal sealed record SheetCopy(string Name, IReadOnlyList<CellText[]> Rows)
{
    /// <summary>What the cells of a sheet say.</summary>
    public static SheetCopy Of(RawSheet sheet, IReadOnlySet<CellAddress> formulas) =>
        new(sheet.Name!, [.. sheet.Rows.Select((row, index) => row.Select((cell, column) => CellText.Of(cell, formulas.Contains(new CellAddress(index, column)))).ToArray())]);

    /// <summary>The text of a cell; null when it is empty.</summary>
    public string? TextAt(CellAddress cell) =>
        cell.Row < Rows.Count && cell.Column < Rows[cell.Row].Length && Rows[cell.Row][cell.Column] is { IsNothing: false } found ? found.Text : null;
}

/// <summary>What a cell says: kind and value, not how it looks.</summary>
/// <param name="Kind">Kind of content.</param>
/// <param name="Text">Text with line feeds, or a number with the 15 digits that a spreadsheet program keeps and shows, invariant.</param>
/// <param name="IsFormula">True when it calculates.</param>
/// <param name="Shown">What its number format prints of its own accord and would be read as a figure; usually empty.</param>
internal readonly record struct CellText(RawCellKind Kind, string Text, bool IsFormula, string Shown)
{
    /// <summary>An empty cell.</summary>
    public static CellText Nothing { get; } = new(RawCellKind.Blank, "", false, "");

    /// <summary>True for an empty cell.</summary>
    public bool IsNothing => Text.Length == 0 && !IsFormula;

    /// <summary>What a cell says. A day is the number that it is stored as: programs differ in what they take for the format of a day.</summary>
    public static CellText Of(RawCell cell, bool isFormula)
    {
        var text = cell.Value switch
        {
            null => "",
            string typed => typed.ReplaceLineEndings("\n"),
            double number => Digits(number),
            DateTime day => Digits(day.ToOADate()),
            bool truth => truth ? "TRUE" : "FALSE",
            var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
        };
        var kind = cell.Kind == RawCellKind.Date ? RawCellKind.Number : cell.Kind;
        return text.Length == 0 && !isFormula ? Nothing : new(kind, text, isFormula, FormatLiterals.Of(cell.NumberFormat));
    }

    /// <summary>As a message shows it.</summary>
    public override string ToString() => (Kind, IsFormula) switch
    {
        _ when IsNothing => "(ว่าง)",
        (_, true) => $"(สูตร) {Text}",
        (RawCellKind.Text, _) => $"“{Text.Replace('\n', ' ')}”{Print}",
        _ => Text + Print,
    };

    private string Print => Shown.Length == 0 ? "" : $" (รูปแบบตัวเลขพิมพ์ {Shown})";

    private static string Digits(double number) => (number == 0 ? 0 : number).ToString("G15", CultureInfo.InvariantCulture);
}
