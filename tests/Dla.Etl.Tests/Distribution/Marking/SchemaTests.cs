using Dla.Etl.Findings.Kinds;
using Dla.Etl.Samples.Marking;
using Dla.Etl.Tests.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using static Dla.Etl.Tests.Distribution.Marking.MarkedPackage;

namespace Dla.Etl.Tests.Distribution.Marking;

/// <summary>A marked workbook is as valid by the schema of Office as the sender's was.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void MarkingMakesNoNewMistake(bool twice)
    {
        using var folder = new Folder();
        var (before, once, again) = (Path.Combine(folder.Path, "0.xlsx"), Path.Combine(folder.Path, "1.xlsx"), Path.Combine(folder.Path, "2.xlsx"));
        new RichWorkbook().Write(before);
        Make(before, once, Wrong(RichWorkbook.Data, "B5"), Wrong(RichWorkbook.Data, "A1", ValidationFindings.RatioChanged), Wrong(RichWorkbook.Hidden, "B2"), Wrong(RichWorkbook.Pivot, "B3"));
        if (twice)
            Make(once, again, Wrong(RichWorkbook.Data, "B4"));
        Mistakes(twice ? again : once).Except(Mistakes(before)).ShouldBeEmpty();
    }

    private static List<string> Mistakes(string path)
    {
        using var workbook = SpreadsheetDocument.Open(path, false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook).Select(mistake => $"{mistake.Part?.Uri} {mistake.Id} {mistake.Description}")];
    }
}
