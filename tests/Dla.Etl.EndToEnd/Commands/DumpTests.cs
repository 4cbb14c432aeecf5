using System.Diagnostics;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.EndToEnd.Commands;

/// <summary><c>dump</c>: the raw grid as UTF-8 CSV, the same for every kind of file.</summary>
public sealed class DumpTests : IDisposable
{
    private const string Expected = "จังหวัด,\"พะเยา, ที่ 1\",2021-05-31\r\n7850,0.1,-12.5\r\nTRUE,0,1E+20\r\n";

    private readonly Place _place = new();

    [Theory]
    [InlineData("a.xlsx")]
    [InlineData("a.xls")]
    public void NumbersAreInvariantAndDatesIso(string name)
    {
        using var shield = new InvariantThread();
        IWorkbook book = name.EndsWith("xls", StringComparison.Ordinal) ? new HSSFWorkbook() : new XSSFWorkbook();
        Fill(book);
        using (var file = File.Create(_place[name]))
            book.Write(file);
        var bytes = Bytes(_place[name]);
        bytes.Take(3).ShouldNotBe(new byte[] { 0xEF, 0xBB, 0xBF }, "no byte order mark in a pipe");
        var text = new System.Text.UTF8Encoding(false, true).GetString(bytes);
        text.ShouldBe(Expected);
    }

    [Fact]
    public async Task CsvIsDumpedAsItStands()
    {
        var dump = (await DlaEtl.InProcessAsync("dump", Repository.Input("2563-ok-csv-windows-874"))).ShouldEnd(0);
        dump.Output.ShouldContain("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพะเยา");
        dump.Output.ShouldNotContain('\uFEFF');
    }

    [Fact]
    public async Task SheetsAreCountedFromOne()
    {
        var file = Repository.Input("2563-ok-circular-sheet-each");
        var first = (await DlaEtl.InProcessAsync("dump", file)).ShouldEnd(0).Output;
        (await DlaEtl.InProcessAsync("dump", file, "--sheet", "1")).ShouldEnd(0).Output.ShouldBe(first);
        (await DlaEtl.InProcessAsync("dump", file, "--sheet", "3")).ShouldEnd(0).Output.ShouldContain("14. ");
    }

    [Fact]
    public async Task WhatCannotBeReadEndsWith2AndAFinding()
    {
        await File.WriteAllTextAsync(_place["scan.xlsx"], "%PDF-1.7\n");
        var run = (await DlaEtl.InProcessAsync("dump", _place["scan.xlsx"])).ShouldEnd(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("READ-009");
    }

    public void Dispose() => _place.Dispose();

    private static void Fill(IWorkbook book)
    {
        var sheet = book.CreateSheet("ปริมาณ");
        var date = book.CreateCellStyle();
        date.DataFormat = book.CreateDataFormat().GetFormat("d/m/yyyy");
        var row = sheet.CreateRow(0);
        row.CreateCell(0).SetCellValue("จังหวัด");
        row.CreateCell(1).SetCellValue("พะเยา, ที่ 1");
        row.CreateCell(2).SetCellValue(44347);
        row.GetCell(2).CellStyle = date;
        row = sheet.CreateRow(1);
        row.CreateCell(0).SetCellValue(7850);
        row.CreateCell(1).SetCellValue(0.1);
        row.CreateCell(2).SetCellValue(-12.5);
        row = sheet.CreateRow(2);
        row.CreateCell(0).SetCellValue(true);
        row.CreateCell(1).SetCellValue(0);
        row.CreateCell(2).SetCellValue(1e20);
    }

    private static byte[] Bytes(string file)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, ArgumentList = { DlaEtl.Dll, "dump", file } };
        using var process = Process.Start(start)!;
        using var bytes = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return bytes.ToArray();
    }
}
