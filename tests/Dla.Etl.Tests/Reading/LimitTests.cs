using System.ComponentModel.DataAnnotations;
using System.Text;
using Dla.Etl.Reading;
using Dla.Etl.Samples.BadFiles;

namespace Dla.Etl.Tests.Reading;

public sealed class LimitTests
{
    private const string ThreeRows = """<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>กขค</t></is></c></row>""";
    private static readonly byte[] Three = MinimalXlsx.OfRows(ThreeRows).ToBytes();
    private static readonly byte[] Many = MinimalXlsx.OfRows(OddSheets.Rows(500)).ToBytes();
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("1,1\n\nกขค\n");
    private static readonly int Unpacked = Unpack(Three);

    public static TheoryData<string, byte[], ReadingLimits, string?> Edges => new()
    {
        { "file just as large as allowed", Three, new() { MaxFileBytes = Three.Length }, null },
        { "file a byte too large", Three, new() { MaxFileBytes = Three.Length - 1 }, "READ-002" },
        { "unpacked just as large as allowed", Three, new() { MaxUnpackedBytes = Unpacked }, null },
        { "unpacked a byte too large", Three, new() { MaxUnpackedBytes = Unpacked - 1 }, "READ-005" },
        { "ratio just as allowed", Many, new() { RatioCountsFromBytes = 0, MaxUnpackRatio = Ratio(Many) }, null },
        { "ratio above", Many, new() { RatioCountsFromBytes = 0, MaxUnpackRatio = Ratio(Many) - 1 }, "READ-005" },
        { "ratio above, but the parts are too small to count", Many, new() { RatioCountsFromBytes = Unpack(Many), MaxUnpackRatio = 1 }, null },
        { "as many entries as allowed", Three, new() { MaxEntries = 6 }, null },
        { "one entry too many", Three, new() { MaxEntries = 5 }, "READ-005" },
        { "as many rows as allowed", Three, new() { MaxRows = 3 }, null },
        { "one row too many", Three, new() { MaxRows = 2 }, "READ-021" },
        { "as many columns as allowed", Three, new() { MaxColumns = 2 }, null },
        { "one column too many", Three, new() { MaxColumns = 1 }, "READ-022" },
        { "as many cells as allowed", Three, new() { MaxCells = 3 }, null },
        { "one cell too many", Three, new() { MaxCells = 2 }, "READ-024" },
        { "text just as long as allowed", Three, new() { MaxCellCharacters = 3 }, null },
        { "text one character too long", Three, new() { MaxCellCharacters = 2 }, "READ-025" },
        { "one sheet of one", Three, new() { MaxSheets = 1 }, null },
        { "csv: as many rows as allowed", Text, new() { MaxRows = 3 }, null },
        { "csv: one row too many", Text, new() { MaxRows = 2 }, "READ-021" },
        { "csv: as many columns as allowed", Text, new() { MaxColumns = 2 }, null },
        { "csv: one column too many", Text, new() { MaxColumns = 1 }, "READ-022" },
        { "csv: as many cells as allowed", Text, new() { MaxCells = 3 }, null },
        { "csv: one cell too many", Text, new() { MaxCells = 2 }, "READ-024" },
        { "csv: text just as long as allowed", Text, new() { MaxCellCharacters = 3 }, null },
        { "csv: text one character too long", Text, new() { MaxCellCharacters = 2 }, "READ-025" },
    };

    [Theory]
    [MemberData(nameof(Edges))]
    public void EveryLimitIsInclusive(string reason, byte[] file, ReadingLimits limits, string? expected)
    {
        var step = Reads.Bytes(file, limits);
        step.Findings.Select(finding => finding.Kind.Id).ShouldBe(expected is null ? [] : [expected], reason);
        (step.Artefact is null).ShouldBe(expected is not null, reason);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(1, "READ-023")]
    public void SheetsAreLimited(int most, string? expected)
    {
        var workbook = new MinimalXlsx { Sheets = [("ก", MinimalXlsx.SheetData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"), null), ("ข", MinimalXlsx.SheetData(""), null)] };
        Reads.Bytes(workbook.ToBytes(), new ReadingLimits { MaxSheets = most }).Findings.Select(finding => finding.Kind.Id).ShouldBe(expected is null ? [] : [expected]);
    }

    [Fact]
    public void StyledRowsBeyondTheLimitCountForNothing() => Reads.Rows(
        """<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="C9" s="0"/></row>""", new ReadingLimits { MaxRows = 1, MaxColumns = 1, MaxCells = 1 }).OnlySheet().Rows.Count.ShouldBe(1);

    public static TheoryData<string, byte[]> Kinds => new()
    {
        { "xlsx", MinimalXlsx.OfRows(OddSheets.Rows(50)).ToBytes() },
        { "xls", BrokenXls.Plain() },
        { "csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,2\n", 50))) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ReadingStopsWhenItsTimeIsUp(string kind, byte[] file)
    {
        Reads.Bytes(file, new ReadingLimits { MaxSeconds = 10 }, new SteppingClock(TimeSpan.FromSeconds(1))).ShouldBeRefused("READ-026");
        Reads.Bytes(file, new ReadingLimits { MaxSeconds = 100 }, new SteppingClock(TimeSpan.FromSeconds(1))).Artefact.ShouldNotBeNull(kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ReadingStopsWhenTheCallerGivesUp(string kind, byte[] file)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => Reads.Bytes(file, ct: source.Token), kind);
    }

    [Fact]
    public void TheDefaultsAreInTheirRanges()
    {
        IsValid(new ReadingLimits()).ShouldBeTrue();
        IsValid(new ReadingLimits { MaxRows = 0 }).ShouldBeFalse();
    }

    private static bool IsValid(ReadingLimits limits) => Validator.TryValidateObject(limits, new ValidationContext(limits), null, validateAllProperties: true);

    /// <summary>The largest ratio of a part of a workbook of many like rows.</summary>
    private static int Ratio(byte[] file)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return (int)zip.Entries.Max(entry => entry.Length / entry.CompressedLength);
    }

    private static int Unpack(byte[] file)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return (int)zip.Entries.Sum(entry => entry.Length);
    }

    /// <summary>Goes on by one step each time somebody looks.</summary>
    private sealed class SteppingClock(TimeSpan step) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks += step.Ticks;
    }
}
