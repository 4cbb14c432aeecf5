using System.Text;
using Dapper;
using Dla.Etl.Distribution;
using Dla.Etl.Findings;
using Dla.Etl.Tests.Intake;
using Dla.Etl.Warehouse;
using ReceivedFile = Dla.Etl.Intake.ReceivedFile;

namespace Dla.Etl.Tests.Distribution;

public sealed class ReplyFolderTests : IDisposable
{
    private readonly IntakeWorkspace _workspace = new();

    private ReplyFolder Replies => new(_workspace.Folders.Replies, _workspace.Database);

    private Reply Answer(string dropPath, string? province = null, string text = "เรียน ท้องถิ่นจังหวัด\nรับแล้ว\n")
    {
        _workspace.Put(dropPath, dropPath);
        ReceivedFile file = _workspace.RunOnce().Received.Single();
        string outcome = _workspace.Database.Write(lane => ReturnLoading.Refuse(lane, _workspace.Run, file.Id, new(Verdict.Unreadable, [])).Id);
        return new(outcome, file, province, "รับแล้ว", text);
    }

    private (string Path, string At)[] Rows()
    {
        using var connection = _workspace.Database.Read();
        return [.. connection.Query<(string, string)>("SELECT path, written_at FROM answer ORDER BY path")];
    }

    public static TheoryData<string, string?, string, string> Places => new()
    {
        { "56-พะเยา/ปริมาณ.xlsx", "56-พะเยา", "56-พะเยา/000001 ปริมาณ.xlsx - รับแล้ว.txt", "its own subfolder" },
        { "56-พะเยา/ปริมาณ.xlsx", "57-เชียงราย", "56-พะเยา/000001 ปริมาณ.xlsx - รับแล้ว.txt", "the sender looks where he put it, whatever the file says" },
        { "ปริมาณ.xlsx", "56-พะเยา", "56-พะเยา/000001 ปริมาณ.xlsx - รับแล้ว.txt", "from the top to the province" },
        { "ปริมาณ.xlsx", null, "000001 ปริมาณ.xlsx - รับแล้ว.txt", "nobody knows whose it is" },
        { "two\nlines.csv", null, "000001 two_lines.csv - รับแล้ว.txt", "a strange name" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void The_answer_lies_where_its_sender_looks(string dropPath, string? province, string expected, string reason)
    {
        var written = Replies.Write(Answer(dropPath, province));

        written.ShouldBe(new(expected, written.Findings), reason);
        written.Findings.ShouldBeEmpty();
        IntakeWorkspace.FilesUnder(_workspace.Folders.Replies).ShouldBe([expected], reason);
        Rows().Single().Path.ShouldBe(expected);
    }

    [Fact]
    public void Old_Notepads_show_it_right()
    {
        var written = Replies.Write(Answer("a.xlsx", text: "บรรทัดหนึ่ง\nบรรทัดสอง\r\n"));

        File.ReadAllBytes(Path.Combine(_workspace.Folders.Replies, written.Artefact!))
            .ShouldBe([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("บรรทัดหนึ่ง\r\nบรรทัดสอง\r\n")]);
    }

    [Fact]
    public void An_outcome_is_answered_once()
    {
        Reply reply = Answer("a.xlsx");
        string path = Replies.Write(reply).Artefact!;
        var rows = Rows();
        File.Delete(Path.Combine(_workspace.Folders.Replies, path));
        _workspace.Clock.Advance(TimeSpan.FromDays(1));

        Replies.Write(reply).Artefact.ShouldBe(path);

        IntakeWorkspace.FilesUnder(_workspace.Folders.Replies).ShouldBeEmpty("the office may have taken it away");
        Rows().ShouldBe(rows);
    }

    [Fact]
    public void A_file_written_before_a_kill_is_written_again_in_place()
    {
        Reply reply = Answer("a.xlsx");
        File.WriteAllText(Path.Combine(_workspace.Folders.Replies, "000001 a.xlsx - รับแล้ว.txt"), "half");
        File.WriteAllText(Path.Combine(_workspace.Folders.Replies, $".dla-etl-{reply.OutcomeId}.part"), "ha");

        Replies.Write(reply).Findings.ShouldBeEmpty();

        IntakeWorkspace.FilesUnder(_workspace.Folders.Replies).ShouldBe(["000001 a.xlsx - รับแล้ว.txt"]);
        File.ReadAllText(Path.Combine(_workspace.Folders.Replies, "000001 a.xlsx - รับแล้ว.txt")).ShouldStartWith("เรียน");
    }

    [Fact]
    public void A_name_as_long_as_the_disk_allows_still_gets_an_answer()
    {
        string name = new string('ก', 83) + ".csv";

        string path = Replies.Write(Answer(name)).Artefact!;

        Encoding.UTF8.GetByteCount(path).ShouldBeLessThanOrEqualTo(255);
        path.ShouldEndWith(".csv - รับแล้ว.txt");
    }

    [Fact]
    public void A_folder_in_trouble_is_said_and_the_next_run_answers()
    {
        Reply reply = Answer("56-พะเยา/a.xlsx");
        string inTheWay = Path.Combine(_workspace.Folders.Replies, "56-พะเยา");
        File.WriteAllText(inTheWay, "a file where the folder should be");

        var failed = Replies.Write(reply);

        failed.Artefact.ShouldBeNull();
        failed.Findings.Single().Kind.Id.ShouldBe("INT-014");
        failed.Findings.Single().Message.ShouldStartWith("เขียนไฟล์คำตอบ “56-พะเยา/000001 a.xlsx - รับแล้ว.txt” ไม่ได้ เพราะ");
        Rows().ShouldBeEmpty();
        File.Delete(inTheWay);
        Replies.Write(reply).Artefact.ShouldBe("56-พะเยา/000001 a.xlsx - รับแล้ว.txt");
    }

    [SkippableFact]
    public void A_full_replies_folder_is_said()
    {
        Reply reply = Answer("a.xlsx", text: new string('ก', 100_000));
        using SmallDisk disk = new(_workspace.Folders.Replies, "64k");

        Replies.Write(reply).Findings.Single().Message.ShouldBe("เขียนไฟล์คำตอบ “000001 a.xlsx - รับแล้ว.txt” ไม่ได้ เพราะพื้นที่ดิสก์เต็ม");

        IntakeWorkspace.FilesUnder(_workspace.Folders.Replies).ShouldBeEmpty();
    }

    public void Dispose() => _workspace.Dispose();
}
