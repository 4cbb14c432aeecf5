using System.Globalization;
using Dla.Etl.Reading;

namespace Dla.Etl.Tests.Reading;

public sealed class GridDumpTests
{
    public static TheoryData<string, RawCell, string> Cells => new()
    {
        { "blank", RawCell.Blank, "" },
        { "whole number", new(RawCellKind.Number, 7850.0, "#,##0"), "7850" },
        { "shortest that reads back", new(RawCellKind.Number, 0.1), "0.1" },
        { "sum of 0.1 and 0.2 is not tidied", new(RawCellKind.Number, 0.1 + 0.2), "0.30000000000000004" },
        { "large", new(RawCellKind.Number, 1.5E+20), "1.5E+20" },
        { "date", new(RawCellKind.Date, new DateTime(2021, 5, 31)), "2021-05-31" },
        { "date as stored, Buddhist year", new(RawCellKind.Date, new DateTime(2564, 5, 31)), "2564-05-31" },
        { "date and time", new(RawCellKind.Date, new DateTime(2021, 5, 31, 16, 30, 0)), "2021-05-31T16:30:00" },
        { "true", new(RawCellKind.Boolean, true), "TRUE" },
        { "false", new(RawCellKind.Boolean, false), "FALSE" },
        { "error", new(RawCellKind.Error, "#REF!"), "#REF!" },
        { "formula without result", new(RawCellKind.FormulaWithoutValue, "SUM(A1:B1)"), "=?SUM(A1:B1)" },
        { "formula that is not known", new(RawCellKind.FormulaWithoutValue, null), "=?" },
        { "text that looks like a formula stays raw", new(RawCellKind.Text, "=1+1"), "=1+1" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void ACellIsWrittenUnformatted(string reason, RawCell cell, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
            GridDump.Text(cell).ShouldBe(expected, reason);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void TheDumpIsRfc4180()
    {
        var sheet = new RawSheet("ก", [[Text("ก,ข"), RawCell.Blank, Text("\"ค\"")], [], [Text("สอง\nบรรทัด")]]);
        using var output = new StringWriter();
        GridDump.Write(sheet, output);
        output.ToString().ShouldBe("\"ก,ข\",,\"\"\"ค\"\"\"\r\n\r\n\"สอง\nบรรทัด\"\r\n");
    }

    private static RawCell Text(string text) => new(RawCellKind.Text, text);
}
