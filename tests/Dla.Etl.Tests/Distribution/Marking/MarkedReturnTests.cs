using Dla.Etl.Distribution.Marking;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Samples.BadFiles;
using Dla.Etl.Samples.Marking;
using Dla.Etl.Tests.Reading;
using static Dla.Etl.Tests.Distribution.Marking.MarkedPackage;

namespace Dla.Etl.Tests.Distribution.Marking;

/// <summary>Which files go back for which file.</summary>
public sealed class MarkedReturnTests : IDisposable
{
    private readonly Folder _source = new(), _folder = new();

    private string Source => Path.Combine(_source.Path, "0f");

    public void Dispose()
    {
        _source.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void AWorkbookGoesBackUnderItsOwnNameWithWhatItIs()
    {
        new RichWorkbook().Write(Source);
        var made = MarkedReturn.Make(Request(Source, Wrong(RichWorkbook.Data, "B5")), _folder.Path, default).ShouldHaveSingleItem();
        made.Name.ShouldBe("ปริมาณ - ผลการตรวจ.xlsx");
        Of(made.Path).Sheets[0].ShouldBe(FindingsSheetContent.SheetName);
    }

    [Theory]
    [InlineData("_xmlsignatures/origin.sigs", "a signature that a mark would break")]
    [InlineData("xl/revisions/revisionHeaders.xml", "a shared workbook")]
    public void WhatMustNotBeTouchedGoesBackAsItCameWithTheFindingsBeside(string part, string why)
    {
        new RichWorkbook { More = [(part, "<x/>")] }.Write(Source);
        var made = MarkedReturn.Make(Request(Source, Wrong(RichWorkbook.Data, "B5")), _folder.Path, default);
        made.Count.ShouldBe(2, why);
        made[0].Name.ShouldStartWith("ผลการตรวจ");
        made[1].Name.ShouldBe("ปริมาณ.xlsx");
        File.ReadAllBytes(made[1].Path).ShouldBe(File.ReadAllBytes(Source));
    }

    [Fact]
    public void OfAFileThatCannotBeReadOnlyTheFindingsGoBack()
    {
        new MinimalXlsx { Namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main" }.Write(Source);
        var made = MarkedReturn.Make(Request(Source, new Finding(ReadingFindings.StrictOpenXml)), _folder.Path, default).ShouldHaveSingleItem();
        made.Name.ShouldStartWith("ผลการตรวจ");
    }

    [Fact]
    public void NothingGoesBackWhenThereIsOnlyInformation()
    {
        new RichWorkbook().Write(Source);
        MarkedReturn.Make(Request(Source, Wrong(RichWorkbook.Data, "B5", ValidationFindings.SenderUnitKept)), _folder.Path, default).ShouldBeEmpty();
    }

    [Fact]
    public void TheFileItselfIsNeverWrittenOver()
    {
        new RichWorkbook().Write(Source);
        Should.Throw<ArgumentException>(() => MarkedReturn.Make(Request(Source, Wrong(RichWorkbook.Data, "B5")), _source.Path, default));
    }

    [Fact]
    public void AThaiThreadMarksTheSame()
    {
        new RichWorkbook().Write(Source);
        var (one, other) = (Path.Combine(_folder.Path, "1"), Path.Combine(_folder.Path, "2"));
        Make(Source, one, Wrong(RichWorkbook.Data, "B5"));
        UnderThai.Run(() => Make(Source, other, Wrong(RichWorkbook.Data, "B5")));
        File.ReadAllBytes(other).ShouldBe(File.ReadAllBytes(one));
    }
}
