using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;

namespace Dla.Etl.Tests;

public class PipelineTests
{
    private readonly Pipeline _pipeline = new(
        new WorkbookReader(new ReadingLimits(), TimeProvider.System),
        new FormRecogniser(FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates"))),
        _ => null);

    [Fact]
    public void A_file_that_the_disk_will_not_give_is_a_finding_where_its_owner_has_it()
    {
        var gone = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
        var examined = _pipeline.ExamineInPlace(gone, new Delivery("ปริมาณ.xlsx", null), CancellationToken.None);
        examined.Verdict.ShouldBe(Verdict.Unreadable);
        examined.Findings.ShouldHaveSingleItem().Message.ShouldBe($"อ่านไฟล์ {Path.GetFileName(gone)} ไม่ได้ เพราะไม่พบไฟล์หรือโฟลเดอร์");
    }

    [Fact]
    public void The_archive_must_have_the_file_or_something_is_broken() =>
        Should.Throw<FileNotFoundException>(() => _pipeline.Examine("/nowhere/at/all", new Delivery("a.xlsx", null), CancellationToken.None));
}
