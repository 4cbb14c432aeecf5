using Dla.Etl.Distribution;
using Dla.Etl.Findings;

namespace Dla.Etl.Tests.Distribution;

public class AnswerTextTests
{
    [Fact]
    public void Print() => File.WriteAllText("/tmp/answers.txt", string.Concat(new[] {
        AnswerSamples.Of(Verdict.Loaded), AnswerSamples.Of(Verdict.Loaded, AnswerSamples.Digits) with { Version = 2, Standing = AnswerSamples.First },
        AnswerSamples.Of(Verdict.LoadedWithWarnings, AnswerSamples.Digits, AnswerSamples.More) with { OnTime = false, ReceivedAt = new DateTimeOffset(2021, 5, 31, 17, 0, 0, TimeSpan.Zero) },
        AnswerSamples.Of(Verdict.Rejected, AnswerSamples.Digits, AnswerSamples.More, AnswerSamples.Blank(10), AnswerSamples.Unit),
        AnswerSamples.Of(Verdict.Rejected, [.. Enumerable.Range(9, 12).Select(AnswerSamples.Blank), AnswerSamples.Digits]) with { Standing = AnswerSamples.First, OnTime = false, ReceivedAt = new DateTimeOffset(2021, 6, 2, 17, 0, 0, TimeSpan.Zero) },
        AnswerSamples.Of(Verdict.Duplicate) with { Standing = AnswerSamples.First },
        AnswerSamples.Unknown(Verdict.NotRecognised, AnswerSamples.NotOurs), AnswerSamples.Unknown(Verdict.Unreadable, AnswerSamples.Broken) }.Select(a => AnswerText.Compose(a, AnswerSamples.Wording) + "\r\n=====\r\n")));
}
