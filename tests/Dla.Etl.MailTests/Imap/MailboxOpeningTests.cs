using Dla.Etl.Mail;

namespace Dla.Etl.MailTests.Imap;

public sealed class MailboxOpeningTests
{
    [Theory]
    [InlineData(0, 1, "it opens at once")]
    [InlineData(3, 4, "the last try succeeds")]
    public async Task Trouble_that_passes_is_waited_for(int troubles, int tries, string reason)
    {
        var tried = 0;

        var validity = await MailboxOpening.OpenAsync(_ => tried++ < troubles ? throw new MailboxException("away", isTransient: true) : Task.FromResult(7u), new HastyClock(), default);

        validity.ShouldBe(7u);
        tried.ShouldBe(tries, reason);
    }

    [Theory]
    [InlineData(true, 4, "tried again, but not for ever")]
    [InlineData(false, 1, "a wrong password that is tried again and again locks the account")]
    public async Task Trouble_that_stays_is_told(bool isTransient, int tries, string reason)
    {
        var tried = 0;

        var told = await Should.ThrowAsync<MailboxException>(() => MailboxOpening.OpenAsync(_ =>
        {
            tried++;
            throw new MailboxException("away", isTransient);
        }, new HastyClock(), default));

        told.Message.ShouldBe("away");
        tried.ShouldBe(tries, reason);
    }

    [Fact]
    public async Task Who_calls_it_off_does_not_wait()
    {
        using var off = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => MailboxOpening.OpenAsync(_ =>
        {
            off.Cancel();
            throw new MailboxException("away", isTransient: true);
        }, TimeProvider.System, off.Token));
    }
}
