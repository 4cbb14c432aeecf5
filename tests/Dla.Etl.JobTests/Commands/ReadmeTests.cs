using System.Globalization;
using System.Text;
using Dla.Etl.Jobs.Commands;
using Dla.Etl.Jobs.Scheduling;

namespace Dla.Etl.JobTests.Commands;

/// <summary>The table in <c>jobs/README.md</c> is the table in code. <c>DLA_UPDATE=1</c> writes it anew.</summary>
public class ReadmeTests
{
    private const string From = "<!-- schedule -->\n";
    private const string To = "<!-- /schedule -->";

    [Fact]
    public void The_schedule_in_the_readme_is_the_one_that_runs()
    {
        var path = Path.Combine(Workspace.Repository, "jobs", "README.md");
        var text = File.ReadAllText(path);
        var begin = text.IndexOf(From, StringComparison.Ordinal) + From.Length;
        var end = text.IndexOf(To, StringComparison.Ordinal);
        var written = text[begin..end];
        if (Environment.GetEnvironmentVariable("DLA_UPDATE") == "1")
            File.WriteAllText(path, text[..begin] + Table() + text[end..]);
        else
            written.ShouldBe(Table());
    }

    [Fact]
    public void Every_default_line_can_be_read_and_comes()
    {
        Schedule.Table.Select(line => line.Id).ShouldBeUnique();
        Schedule.Table.ShouldAllBe(line => SchedulerOfThisBuild.NextAfter(line.Cron, DateTimeOffset.UnixEpoch) != null);
        Schedule.Table.ShouldAllBe(line => Dla.Etl.Jobs.Work.JobNames.All.Contains(line.Job) && Queues.Workers.ContainsKey(line.Queue));
        Dla.Etl.Jobs.Work.JobNames.All.ShouldBeSubsetOf(Schedule.Table.Select(line => line.Job));
    }

    private static string Table()
    {
        var table = new StringBuilder("| id | job | cron | queue | missed | where | why then |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var line in Schedule.Table)
            table.Append(CultureInfo.InvariantCulture, $"| `{line.Id}` | {line.Job} | `{line.Cron}` | {line.Queue} | {ScheduleSettings.Word(line.Missed)} | {ScheduleCommand.Words(line.On)} | {line.Why} |\n");
        return table.ToString();
    }
}
