using System.Diagnostics;
using Dla.Etl.Reporting;

namespace Dla.Etl.Tests.Reporting;

public class GoldenWorkbookTests
{
    [Fact]
    public void The_real_template_filled_with_the_fixed_figures_is_the_expected_workbook()
    {
        var path = TestData.PathOf("reports", "unit-cost-quantities", "2563-fixed-figures", "expected.xlsx");
        if (TestData.Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Written.Fixed);
        }
        // The sheet of evidence holds the hashes of template and rules, which change with them; its shape is checked elsewhere.
        var expected = WithoutHashes(WorkbookFacts.Of(File.ReadAllBytes(path)));
        var actual = WithoutHashes(WorkbookFacts.Of(Written.Fixed));
        expected.Except(actual).Take(10).ShouldBeEmpty("in the expected workbook only; DLA_UPDATE=1 rewrites it");
        actual.Except(expected).Take(10).ShouldBeEmpty("in the written workbook only; DLA_UPDATE=1 rewrites it");
        actual.Count.ShouldBe(expected.Count);
    }

    [Fact]
    public void The_same_figures_give_the_same_bytes_under_any_culture()
    {
        var (bytes, findings, _) = UnderThai.Run(() => Written.Of(Written.Report, Written.Template));
        findings.ShouldBeEmpty();
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes!)).ShouldBe(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Written.Fixed)));
    }

    [Fact]
    public void What_points_at_the_table_spans_the_filled_rows()
    {
        var book = Written.Open(Written.Fixed);
        book.GetName("province.quantities").RefersToFormula.ShouldBe("'รายจังหวัด'!$C$9:$V$92"); // 76 provinces, 6 regions, 2 sums
        book.GetPrintArea(1).ShouldEndWith("$A$1:$V$96");
        book.GetName("province.row.region").ShouldBeNull();
        book.GetSheetAt(0).SheetConditionalFormatting.GetConditionalFormattingAt(0).GetFormattingRanges()[0].FormatAsString().ShouldBe("N8:N33");
    }

    [SkippableFact]
    public void LibreOffice_opens_it()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
        Skip.If(program is null, "LibreOffice is not on this machine");
        var folder = Directory.CreateTempSubdirectory("dla-report-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "report.xlsx"), Written.Fixed);
            using var soffice = Process.Start(new ProcessStartInfo(program!,
                [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, Path.Combine(folder.FullName, "report.xlsx")])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
            soffice.WaitForExit(TimeSpan.FromMinutes(2)).ShouldBeTrue();
            new FileInfo(Path.Combine(folder.FullName, "report.pdf")).Length.ShouldBeGreaterThan(50_000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_evidence_names_every_file_with_its_hash_and_the_content_hash_that_the_file_itself_gives()
    {
        var (bytes, _, report) = Written.Of(Written.Report, Written.Template);
        var sheet = Written.Open(bytes!).GetSheet("หลักฐาน");
        var texts = Enumerable.Range(0, sheet.LastRowNum + 1).Select(sheet.GetRow).Where(row => row is not null)
            .SelectMany(row => row.Cells).Where(cell => cell.CellType == NPOI.SS.UserModel.CellType.String).Select(cell => cell.StringCellValue).ToList();
        texts.ShouldContain(report!.Content.Hex);
        ReportContent.HashOf(new MemoryStream(bytes!), Written.Report.ManifestSheets).ShouldBe(report.Content);
        foreach (var source in report.Sources)
            texts.ShouldContain(source.Hash.Hex, source.Name);
        texts.Count(text => text == "แบบรายงาน").ShouldBe(73);
        (report.Reported, report.Units).ShouldBe((73, 76));
    }

    private static List<string> WithoutHashes(IReadOnlyList<string> facts) =>
        [.. facts.Select(fact => System.Text.RegularExpressions.Regex.Replace(fact, "“[0-9a-f]{64}”", "“(hash)”"))];
}
