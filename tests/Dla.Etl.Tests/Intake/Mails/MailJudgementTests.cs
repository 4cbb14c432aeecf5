using Dla.Etl.Intake.Mails;
using Dla.Etl.Mail;

namespace Dla.Etl.Tests.Intake.Mails;

public sealed class MailJudgementTests
{
    private const string Office = "phayao@example.go.th";

    private static MailFacts Facts(params MailAttachment[] attachments) => new()
    {
        Read = new ReadMail { Header = new MailHeader { From = Office, MessageId = "1@example.go.th" }, Attachments = attachments }, Size = 1000, Units = new SenderUnits(["56"]),
    };

    private static MailAttachment Part(string name, string type = "application/octet-stream", bool inline = false) => new(name, name, "0001.part", 1, type, inline);

    private static KnownMail First => new() { Number = 7, Stored = "held", Place = "problem" };

    internal sealed record Case(string Because, MailFacts Facts, MailDisposition Disposition, MailboxFolder GoesTo, string Findings, bool Answered);

    private static MailFacts Automatic(MailFacts facts, AutomaticMail kind) =>
        facts with { Read = facts.Read! with { Header = facts.Read.Header with { Automatic = kind } } };

    private static MailFacts Noted(MailFacts facts, params MailNote[] notes) => facts with { Read = facts.Read! with { Notes = notes } };

    private static readonly MailFacts s_return = Facts(Part("a.xlsx"));

    private static readonly Case[] s_cases =
    [
        new("a return", s_return, MailDisposition.Taken, MailboxFolder.Received, "", true),
        new("a return and a covering letter", Facts(Part("a.xls"), Part("นำส่ง.PDF")), MailDisposition.Taken, MailboxFolder.Received, "MAIL-020", true),
        new("a covering letter alone", Facts(Part("นำส่ง.pdf")), MailDisposition.Nothing, MailboxFolder.Received, "MAIL-001 MAIL-020", true),
        new("a name without an ending may be a return", Facts(Part("แบบรายงาน")), MailDisposition.Taken, MailboxFolder.Received, "", true),
        new("the picture of a signature", Facts(Part("logo.png", "image/png", inline: true)), MailDisposition.Nothing, MailboxFolder.Received, "MAIL-001", true),
        new("a program that marks a workbook as inline", Facts(Part("a.xlsx", inline: true)), MailDisposition.Taken, MailboxFolder.Received, "", true),
        new("nothing at all", Noted(Facts(), new MailNote(MailNoteKind.NothingAttached)), MailDisposition.Nothing, MailboxFolder.Received, "MAIL-001", true),
        new("a link", Noted(Facts(), new MailNote(MailNoteKind.LinkInsteadOfFile, "", "drive.example.org")), MailDisposition.Nothing, MailboxFolder.Received, "MAIL-002", true),
        new("a link beside a return", Noted(s_return, new MailNote(MailNoteKind.LinkInsteadOfFile, "", "drive.example.org")), MailDisposition.Taken, MailboxFolder.Received, "", true),
        new("winmail.dat", Noted(Facts(Part("winmail.dat", "application/ms-tnef")), new MailNote(MailNoteKind.Winmail, "winmail.dat")), MailDisposition.Nothing, MailboxFolder.Received, "MAIL-003", true),
        new("a zip with a password", Noted(Facts(Part("a.zip")), new MailNote(MailNoteKind.ZipEncrypted, "a.zip")), MailDisposition.Nothing, MailboxFolder.Received, "MAIL-007", true),
        new("a zip with a password beside a return", Noted(Facts(Part("a.zip"), Part("b.csv")), new MailNote(MailNoteKind.ZipEncrypted, "a.zip")), MailDisposition.Taken, MailboxFolder.Received, "MAIL-007", true),
        new("out of office", Automatic(Facts(), AutomaticMail.AutoSubmitted), MailDisposition.Automatic, MailboxFolder.Received, "", false),
        new("a bounce: a mail of ours did not arrive", Automatic(Facts(), AutomaticMail.Bounce), MailDisposition.Automatic, MailboxFolder.Problem, "", false),
        new("a list", Automatic(Facts(), AutomaticMail.List), MailDisposition.Automatic, MailboxFolder.Received, "", false),
        new("a known office whose program says that it is a machine", Automatic(s_return, AutomaticMail.AutoSubmitted), MailDisposition.Automatic, MailboxFolder.Problem, "", false),
        new("an unknown machine with a workbook", Automatic(s_return, AutomaticMail.List) with { Units = new([]) }, MailDisposition.Automatic, MailboxFolder.Received, "", false),
        new("our own address", s_return with { IsOurs = true }, MailDisposition.Automatic, MailboxFolder.Problem, "", false),
        new("again what is held", s_return with { Repeats = First }, MailDisposition.Repeated, MailboxFolder.Problem, "", false),
        new("an automatic one again is automatic", Automatic(Facts(), AutomaticMail.List) with { Repeats = First }, MailDisposition.Automatic, MailboxFolder.Received, "", false),
        new("too large", s_return with { TooLargeFor = 999 }, MailDisposition.TooLarge, MailboxFolder.Problem, "MAIL-016", true),
        new("too large, from a stranger", s_return with { TooLargeFor = 999, Units = new([]) }, MailDisposition.TooLarge, MailboxFolder.Problem, "MAIL-016 MAIL-017", true),
        new("too large, from a stranger who was told", s_return with { TooLargeFor = 999, Units = new([]), WasTold = true }, MailDisposition.TooLarge, MailboxFolder.Problem, "MAIL-016 MAIL-017", false),
        new("a stranger", s_return with { Units = new([]) }, MailDisposition.Held, MailboxFolder.Problem, "MAIL-017", true),
        new("a stranger who was told", s_return with { Units = new([]), WasTold = true }, MailDisposition.Held, MailboxFolder.Problem, "MAIL-017", false),
        new("a stranger with nothing", Facts() with { Units = new([]) }, MailDisposition.Held, MailboxFolder.Problem, "MAIL-017 MAIL-001", true),
        new("forged", s_return with { Authentication = new("dmarc=fail", true) }, MailDisposition.Held, MailboxFolder.Problem, "MAIL-018", false),
        new("nobody in From", s_return with { Read = s_return.Read! with { Header = new MailHeader() }, Units = new([]) }, MailDisposition.Held, MailboxFolder.Problem, "", false),
        new("the program broke on it", s_return with { Read = null }, MailDisposition.Unreadable, MailboxFolder.Problem, "MAIL-021", false),
    ];

    public static TheoryData<string> Cases => [.. s_cases.Select(row => row.Because)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_becomes_of_a_message(string because)
    {
        var row = s_cases.Single(row => row.Because == because);
        var judged = MailJudgement.Of(row.Facts);
        (judged.Disposition, judged.GoesTo, string.Join(' ', judged.Findings.Select(finding => finding.Kind.Id)), judged.Withheld is null)
            .ShouldBe((row.Disposition, row.GoesTo, row.Findings, row.Answered), because);
    }

    [Fact]
    public void Every_note_of_the_reader_has_a_finding() =>
        Enum.GetValues<MailNoteKind>().ShouldAllBe(kind => MailNotes.Findings(new[] { new MailNote(kind, "a", "1", "2") }).Single().Kind.Room == "MAIL");

    [Theory]
    [InlineData("56", "56", true, "itself")]
    [InlineData("56", "5601", true, "a district of the province")]
    [InlineData("56", "05560101", true, "an authority of the province, by its third and fourth digit")]
    [InlineData("5601", "05560101", true, "an authority of the district")]
    [InlineData("05560101", "05560101", true, "an authority for itself")]
    [InlineData("5560101", "05560101", true, "the same, written with seven digits")]
    [InlineData("05560101", "05560102", false, "an authority never for another")]
    [InlineData("05560101", "56", false, "never what is above")]
    [InlineData("5601", "56", false, "never what is above")]
    [InlineData("5560101", "5601", false, "never what is above")]
    [InlineData("55", "05560101", false, "the first digits of an authority are its kind, not a province")]
    [InlineData("00", "05560101", false, "the department is above no authority")]
    [InlineData("5602", "05560101", false, "a neighbouring district")]
    [InlineData("57", "05560101", false, "a neighbouring province")]
    [InlineData("99560101", "56", false, "what is no code covers nothing")]
    [InlineData("56", "57", false, "a neighbour")]
    [InlineData("5601", "5602", false, "a neighbouring district")]
    public void For_which_units_an_address_may_send(string may, string unit, bool covers, string because) => new SenderUnits([may]).Cover(unit).ShouldBe(covers, because);

    [Theory]
    [InlineData("56", "56-พะเยา")]
    [InlineData("56 5601", "56-พะเยา")]
    [InlineData("5601", null)]
    [InlineData("05560101", "56-พะเยา")]
    [InlineData("05560101 06560105", "56-พะเยา")]
    [InlineData("05560101 05570101", null)]
    [InlineData("05560101 5601", null)]
    [InlineData("56 57", null)]
    [InlineData("56 5701", null)]
    [InlineData("99", null)]
    [InlineData("", null)]
    public void The_province_of_a_sender(string codes, string? folder) =>
        new SenderUnits(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries)).UnitFolder.ShouldBe(folder);

    [Fact]
    public void The_unit_is_named_in_words() => (new SenderUnits(["56", "5701"]).Words, new SenderUnits([]).Words).ShouldBe(("จังหวัดพะเยา, รหัสหน่วย 5701", "ไม่มีหน่วยใด"));

    [Fact]
    public void The_thread_of_an_answer_goes_on_from_the_message()
    {
        MailRegister.Thread(new MailHeader { MessageId = "c@x", References = ["a@x", "b@x"] }).ShouldBe("<a@x> <b@x> <c@x>");
        MailRegister.Thread(new MailHeader()).ShouldBeNull();
    }
}
