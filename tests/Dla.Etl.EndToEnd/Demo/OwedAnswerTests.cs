namespace Dla.Etl.EndToEnd.Demo;

/// <summary>An answer on which the program breaks is told as a crash and holds up no other.</summary>
[Collection(DemoCollection.Name)]
public sealed class OwedAnswerTests(DemoWorkspace demo)
{
    [Fact]
    public async Task OneBrokenAnswerHoldsUpNoOther()
    {
        using var copy = demo.Copy();
        var workspace = copy["workspace"];
        Warehouses.Tamper(workspace, "DELETE FROM answer WHERE outcome_id IN (SELECT id FROM outcome WHERE sequence <= 3)").ShouldBe(3);
        // No province has the code 99: what no program of ours writes, so that composing the answer throws.
        Warehouses.Tamper(workspace, "UPDATE outcome SET unit = '99' WHERE sequence = 1").ShouldBe(1);
        var run = await DlaEtl.InProcessAsync("run", "--workspace", workspace);
        run.Exit.ShouldBe(70);
        run.Error.ShouldContain("Answer to outcome");
        Warehouses.Query<long>(workspace, "SELECT o.sequence FROM outcome o JOIN received_file f ON f.id = o.received_file_id WHERE f.mail_id IS NULL AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.outcome_id = o.id)").ShouldBe([1L]);
        Warehouses.Query<long>(workspace, "SELECT count(*) FROM run WHERE ended_at IS NULL").ShouldBe([0L]);
    }
}
