using System.Text;

namespace Dla.Etl.Samples.BadFiles;

/// <summary>Well-formed workbooks with contents that are too much or need judging.</summary>
public static class OddSheets
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<BadFile> All { get; } =
    [
        new("many-rows.xlsx", "200,001 rows", "READ-021", MinimalXlsx.OfRows(Rows(200_001)).Write),
        new("wide.xlsx", "16,384 columns with content", "READ-022", MinimalXlsx.OfRows($"<row r=\"1\">{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 16_384))}</row>").Write),
        new("20000-columns.xlsx", "20,000 columns, more than the file format has", "READ-004", MinimalXlsx.OfRows($"<row r=\"1\">{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 20_000))}</row>").Write),
        new("many-sheets.xlsx", "201 sheets", "READ-023", (new MinimalXlsx { Sheets = [.. Enumerable.Range(1, 201).Select(number => ($"แผ่น{number}", MinimalXlsx.SheetData(""), (string?)null))] }).Write),
        new("long-text.xlsx", "a cell of 32,768 characters", "READ-025", MinimalXlsx.OfRows($"""<row r="1"><c r="A1" t="inlineStr"><is><t>{new string('ก', 32_768)}</t></is></c></row>""").Write),
        new("nan.xlsx", "a cell with the number NaN", "READ-028", MinimalXlsx.OfRows("""<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1</v></c></row>""").Write),
        new("blank.xlsx", "a workbook without any content", "READ-037", MinimalXlsx.OfRows("").Write),
        new("styled-only.xlsx", "nothing but a styled cell XFD1048576", "READ-037", MinimalXlsx.OfRows("""<row r="1048576"><c r="XFD1048576" s="0"/></row>""").Write),
        new("far-style.xlsx", "content in A1 and a styled cell XFD1048576", null, MinimalXlsx.OfRows("""<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>""").Write),
        new("no-result.xlsx", "a formula saved without its result", null, MinimalXlsx.OfRows("""<row r="1"><c r="A1"><f>SUM(B1:C1)</f></c><c r="B1"><v>1</v></c></row>""").Write),
        new("error-cell.xlsx", "an error cell #REF!", null, MinimalXlsx.OfRows("""<row r="1"><c r="A1" t="e"><f>B9</f><v>#REF!</v></c><c r="B1"><v>1</v></c></row>""").Write),
        new("dates1904.xlsx", "a workbook that counts days from 1904", "READ-029", Dates1904("1").Write),
        new("dates1904-libreoffice.xlsx", "a workbook that counts days from 1904, as LibreOffice writes it", "READ-029", Dates1904("true").Write),
        new("hidden-sheet.xlsx", "the data stand on a hidden sheet", null, (new MinimalXlsx
        {
            Sheets =
            [
                ("หน้าแรก", MinimalXlsx.SheetData(""), null),
                ("ข้อมูล", MinimalXlsx.SheetData("""<row r="1"><c r="A1"><v>1</v></c></row>"""), "hidden"),
                ("ลับ", MinimalXlsx.SheetData("""<row r="1"><c r="A1"><v>2</v></c></row>"""), "veryHidden"),
            ],
        }).Write),
    ];

    /// <summary>Rows of one number each.</summary>
    public static string Rows(int count)
    {
        var rows = new StringBuilder(count * 48);
        for (var row = 1; row <= count; row++)
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>");
        return rows.ToString();
    }

    /// <summary>31 May 2021 as a date and, in the next cell, in the Buddhist-year format that readers take for a number.</summary>
    private static MinimalXlsx Dates1904(string attribute) =>
        MinimalXlsx.OfRows("""<row r="1"><c r="A1" s="1"><v>42885</v></c><c r="B1" s="2"><v>42885</v></c></row>""") with
        {
            WorkbookProperties = $"date1904=\"{attribute}\"",
            NumberFormats = ["dd/mm/yyyy", "d/m/bbbb"],
        };
}
