using System.Diagnostics;
using System.Globalization;
using CsvHelper;

namespace Dla.Etl.EndToEnd.Demo;

/// <summary>Another program opens the workbooks and finds the same numbers.</summary>
[Collection(DemoCollection.Name)]
public sealed class LibreOfficeTests(DemoWorkspace demo)
{
    [SkippableFact]
    public void BothReportsOpenAndPrint()
    {
        using var place = new Place();
        Convert(place, "pdf", demo.Report(2563), demo.Report(2564));
        foreach (var year in new[] { 2563, 2564 })
        {
            var pdf = File.ReadAllBytes(place[$"สรุปปริมาณต้นทุนต่อหน่วยผลผลิต-{year}.pdf"]);
            pdf.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
            pdf.Length.ShouldBeGreaterThan(20_000);
        }
    }

    [SkippableFact]
    public void TheSummaryHasTheSameNumbersThere()
    {
        using var place = new Place();
        // The first sheet, UTF-8, every cell as its value, not as formatted.
        Convert(place, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false", demo.Report(2564));
        using var csv = new CsvParser(new StreamReader(place["สรุปปริมาณต้นทุนต่อหน่วยผลผลิต-2564.csv"]), CultureInfo.InvariantCulture);
        var theirs = new List<string>();
        while (csv.Read())
            theirs.AddRange(csv.Record!.Where(IsNumber));
        var ours = ReportSheet.Read(demo.Report(2564), "สรุปปริมาณ").SelectMany(row => row).Where(IsNumber).ToList();
        ours.Count.ShouldBeGreaterThan(150);
        theirs.Select(Rounded).ShouldBe(ours.Select(Rounded));
    }

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static decimal Rounded(string text) => decimal.Round(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), 6);

    private static void Convert(Place place, string to, params string[] files)
    {
        // It reads Thai file names only where the locale is one that the machine has.
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LC_ALL"] = "C.UTF-8" } };
        foreach (var word in new[] { $"-env:UserInstallation=file://{place["profile"]}", "--headless", "--convert-to", to, "--outdir", place.Path }.Concat(files))
            start.ArgumentList.Add(word);
        using var process = StartOrSkip(start);
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(4)))
            process.Kill(entireProcessTree: true);
        process.ExitCode.ShouldBe(0, said.GetAwaiter().GetResult() + complained.GetAwaiter().GetResult());
    }

    private static Process StartOrSkip(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new SkipException("LibreOffice (soffice) is not on this machine.");
        }
    }
}
