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
        Soffice.Convert(place, "pdf", demo.Report(2563), demo.Report(2564));
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
        Soffice.Convert(place, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false", demo.Report(2564));
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
}
