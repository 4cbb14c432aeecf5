using System.Xml.Linq;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Distribution.Marking.Xlsx;
using Dla.Etl.Findings.Kinds;
using FsCheck;
using FsCheck.Fluent;
using static Dla.Etl.Tests.Distribution.Marking.MarkedPackage;

namespace Dla.Etl.Tests.Distribution.Marking;

/// <summary>Our words are found again in a comment, and nothing else of it is taken.</summary>
public sealed class MarkTextTests
{
    private static readonly string s_ours = MarkText.Comment([Wrong("ก", "A1")], 12);

    [Theory]
    [InlineData("", "", "a comment of ours alone")]
    [InlineData("เดิม", "", "below the sender's words")]
    [InlineData("เดิม", "เพิ่มทีหลัง", "the sender has written below ours")]
    public void OnlyOursIsCut(string above, string below, string why)
    {
        var text = (above.Length > 0 ? above + "\n\n" : "") + s_ours + below;
        var (start, length) = MarkText.Find(text)!.Value;
        text.Remove(start, length).ShouldBe(above + below, why);
    }

    [Fact]
    public void ACommentWithoutOurWordsIsNotOurs() => MarkText.Find("ผลการตรวจ กรมฯ").ShouldBeNull();

    [Fact]
    public void MoreThanFiveFindingsOfACellAreCounted()
    {
        var five = MarkText.Comment([.. Enumerable.Repeat(Wrong("ก", "A1"), 5)], 12);
        var six = MarkText.Comment([.. Enumerable.Repeat(Wrong("ก", "A1", ValidationFindings.RatioChanged), 6)], 12);
        five.ShouldNotContain("และอีก");
        six.ShouldContain("และอีก 1 รายการ");
    }

    [Fact]
    public void WhatIsPutBehindARichTextComesOutAgain() => Prop.ForAll<string[]>(runs =>
    {
        string[] texts = [.. (runs ?? []).Select(run => string.Concat((run ?? "").Where(letter => letter is >= ' ' and < '\uD800'))).Where(run => run.Length > 0)];
        var comment = new XElement(Main + "comment", new XElement(Main + "text", texts.Select(text => new XElement(Main + "r", new XElement(Main + "t", text)))));
        CommentRuns.Append(comment.Element(Main + "text")!, s_ours);
        CommentRuns.TextOf(comment).ShouldContain(MarkText.Begin);
        CommentRuns.CutOurs(comment).ShouldBe(string.Concat(texts).Trim().Length > 0);
        CommentRuns.TextOf(comment).ShouldBe(string.Concat(texts));
    }).QuickCheckThrowOnFailure();
}
