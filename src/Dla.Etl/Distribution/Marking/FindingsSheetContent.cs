using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Recognition;
using Dla.Etl.Reporting;

namespace Dla.Etl.Distribution.Marking;

/// <summary>What the findings sheet says, as neutral data: the same words in a marked workbook and in the findings workbook beside it.</summary>
/// <param name="Titles">Lines from A1 downwards; the first is always <see cref="Mark"/>.</param>
/// <param name="Columns">Heads of the table, in order.</param>
/// <param name="Rows">One a finding, gravest first; at most <see cref="MostRows"/>.</param>
/// <param name="Rest">A line below the table that says how many findings are not listed; null when all are.</param>
public sealed record FindingsSheetContent(
    IReadOnlyList<string> Titles, IReadOnlyList<FindingsColumn> Columns, IReadOnlyList<FindingsRow> Rows, string? Rest)
{
    /// <summary>The text of A1, by which the sheet is known again when the file comes back, whatever program saved it and whatever the sheet is called by then.</summary>
    public const string Mark = OwnSheet.Mark;

    /// <summary>What the sheet is called; a workbook that has such a sheet of its own gets a number behind it.</summary>
    public const string SheetName = "ผลการตรวจ";

    /// <summary>The font of official documents, in which sheet and workbook are set.</summary>
    public const string Font = "TH Sarabun New";

    /// <summary>More findings than these are counted, not listed: nobody reads them, and a sheet of an xls ends at 65,536 rows.</summary>
    public const int MostRows = 5_000;

    /// <summary>Which column of <see cref="Columns"/> names the severity: the one that carries its colour.</summary>
    public const int SeverityColumn = 1;

    /// <summary>Which column of <see cref="Columns"/> names the cell: the one that leads there.</summary>
    public const int CellColumn = 3;

    /// <summary>Size of the table's letters, in points.</summary>
    public const int FontSize = 14;

    /// <summary>Size of the letters of <see cref="Mark"/>, in points.</summary>
    public const int TitleSize = 18;

    // Where the font of documents is missing, a wider one stands in.
    private const double Slack = 0.9;

    // The tallest row that Excel knows.
    private const double Tallest = 409;

    private static readonly IReadOnlyList<FindingsColumn> s_columns =
    [
        new("ลำดับ", 6, true),
        new("ระดับ", 14, true),
        new("แผ่นงาน", 14, false),
        new("เซลล์", 8, true),
        new("สิ่งที่ตรวจพบ", 38, false),
        new("ค่าที่พบ", 18, false),
        new("ค่าที่ควรเป็น", 18, false),
        new("สิ่งที่ต้องทำ", 38, false),
        new("รหัส", 11, true),
    ];

    /// <summary>What there is to say about a file.</summary>
    public static FindingsSheetContent Of(MarkRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sorted = FindingOrder.Sort(request.Findings);
        var rows = sorted.Take(MostRows).Select((finding, index) => Row(finding, index + 1));
        var rest = sorted.Count > MostRows ? $"และยังมีอีก {Number(sorted.Count - MostRows)} รายการที่ไม่ได้แสดง โปรดแก้ไขรายการข้างต้นก่อน" : null;
        return new(Lines(request), s_columns, [.. rows], rest);
    }

    /// <summary>The height that a row of the table needs, in points: no program fits wrapped Thai by itself when the file is opened.</summary>
    /// <param name="texts">One a column.</param>
    public double HeightOf(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var lines = texts.Select((text, column) => TextHeight.Lines(text, Columns[column].Width * Slack)).Max();
        return Math.Min(Tallest, Math.Ceiling((lines * FontSize * TextHeight.LineSpacing) + 3));
    }

    /// <summary>The height that a line above the table needs when it is merged over all columns, in points.</summary>
    /// <param name="line">Its index in <see cref="Titles"/>.</param>
    public double HeightOfTitle(int line)
    {
        var size = line == 0 ? TitleSize : FontSize;
        var lines = TextHeight.Lines(Titles[line], Columns.Sum(column => column.Width) * (double)FontSize / size);
        return Math.Min(Tallest, Math.Ceiling((lines * size * TextHeight.LineSpacing) + 3));
    }

    private static List<string> Lines(MarkRequest request)
    {
        List<string> lines =
        [
            Mark,
            $"เลขรับที่ {request.ReceiptNumber.ToString(CultureInfo.InvariantCulture)}    ไฟล์ {Printable.Slot(request.FileName)}",
            $"ผลการตรวจรับ: {request.VerdictThai}    {FindingLines.Count(request.Findings)}".TrimEnd(),
        ];
        if (request.Notice.Length > 0)
            lines.Add(Printable.Line(request.Notice));
        return lines;
    }

    private static FindingsRow Row(Finding finding, int number) => new(finding.Severity, finding.Place,
    [
        Number(number),
        finding.Severity.Thai(),
        finding.Place is { Sheet: null, Cell: null } ? "ทั้งไฟล์" : Printable.Slot(finding.Place.Sheet ?? ""),
        finding.Place.Cell?.ToString() ?? "",
        finding.Message,
        Printable.Slot(finding.Found),
        Printable.Slot(finding.Expected),
        finding.WhatToDo,
        finding.Kind.Id,
    ]);

    private static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}

/// <summary>A column of the findings sheet.</summary>
/// <param name="Heading">Thai head.</param>
/// <param name="Width">In characters of the standard font, as Excel counts.</param>
/// <param name="Centred">Centred; else set from the left.</param>
public sealed record FindingsColumn(string Heading, int Width, bool Centred);

/// <summary>A row of the findings sheet.</summary>
/// <param name="Severity">Decides the colour.</param>
/// <param name="Place">Where the row leads, when it names a cell.</param>
/// <param name="Texts">One a column, each on one line. All are text, whatever they begin with: none may become a formula.</param>
public sealed record FindingsRow(Severity Severity, Place Place, IReadOnlyList<string> Texts);
