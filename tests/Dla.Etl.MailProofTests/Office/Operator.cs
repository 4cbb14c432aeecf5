namespace Dla.Etl.MailProofTests.Office;

/// <summary>The operator, who decides what the program must not.</summary>
internal static class Operator
{
    /// <summary>Looks for each uncertain mail whether the relay has it, says so, and has the others sent.</summary>
    /// <returns>How many there were.</returns>
    public static int Settle(MailOffice office)
    {
        var left = office.Sink.All().Select(mail => mail.Read.Header.MessageId).ToHashSet(StringComparer.Ordinal);
        var uncertain = office.Query<Uncertain>("SELECT o.number AS Number, o.message_id AS MessageId FROM outbox o JOIN outbox_state s ON s.outbox_id = o.id WHERE s.state = 'uncertain'");
        foreach (var mail in uncertain)
            office.Run("mail", "settle", $"{mail.Number}", left.Contains(mail.MessageId) ? "--sent" : "--again", "--reason", "ตรวจบันทึกของเซิร์ฟเวอร์แล้ว").Exit.ShouldBe(0);
        if (uncertain.Count > 0)
            office.Run("mail", "send").Exit.ShouldBe(0);
        return uncertain.Count;
    }

    private sealed record Uncertain
    {
        public long Number { get; init; }

        public string MessageId { get; init; } = "";
    }
}
