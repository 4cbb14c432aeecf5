using Dla.Etl.Findings;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Findings;

public class FindingOrderTests
{
    private static readonly FindingKind Info = new("TEST-001", Severity.Info, "ทราบ", "", ""), Error = new("TEST-002", Severity.Error, "ผิด", "", "");

    [Fact]
    public void Gravest_first_then_the_file_then_its_sheets_in_their_order_then_row_by_row()
    {
        Finding[] found =
        [
            At(Info, "หน้า 2", 0, 0), At(Error, "หน้า 2", 0, 0), At(Error, "หน้า 1", 1, 0), At(Error, "หน้า 1", 0, 5), At(Error, "หน้า 1", 0, 1),
            new(Error, Place.On("หน้า 1")), new(Error),
        ];
        FindingOrder.Sort(found).Select(finding => $"{finding.Kind.Id} {finding.Place.Sheet}!{finding.Place.Cell}").ShouldBe(
            ["TEST-002 !", "TEST-002 หน้า 2!A1", "TEST-002 หน้า 1!", "TEST-002 หน้า 1!B1", "TEST-002 หน้า 1!F1", "TEST-002 หน้า 1!A2", "TEST-001 หน้า 2!A1"]);
    }

    [Fact]
    public void Findings_of_one_cell_keep_their_order() =>
        FindingOrder.Sort([At(Error, null, 0, 0) with { Found = "1" }, At(Error, null, 0, 0) with { Found = "2" }]).Select(finding => finding.Found).ShouldBe(["1", "2"]);

    [Theory]
    [InlineData(9, 9, 0)]
    [InlineData(10, 10, 0)]
    [InlineData(11, 10, 1)]
    public void Ten_are_told_in_full_and_the_rest_counted(int count, int inFull, int rest)
    {
        var digest = FindingOrder.Digest([.. Enumerable.Range(0, count).Select(row => At(Error, null, row, 0))]);
        (digest.InFull.Count, digest.Rest.Sum(kind => kind.Count)).ShouldBe((inFull, rest));
    }

    [Fact]
    public void The_rest_is_counted_by_kind_gravest_first()
    {
        Finding[] found = [.. Enumerable.Range(0, 3).Select(row => At(Info, null, row, 0)), .. Enumerable.Range(0, 4).Select(row => At(Error, null, row, 0))];
        FindingOrder.Digest(found, 2).Rest.ShouldBe([new CountedKind(Severity.Error, Error, 2), new CountedKind(Severity.Info, Info, 3)]);
    }

    private static Finding At(FindingKind kind, string? sheet, int row, int column) => new(kind, Place.At(sheet, new CellAddress(row, column)));
}
