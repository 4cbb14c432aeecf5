using System.CommandLine;
using Dla.Etl.Jobs.Hosting;

namespace Dla.Etl.Jobs.Commands;

/// <summary><c>serve</c>: the host, until it is told to stop.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    private const string Description =
        """
        ทำงานตามตารางเวลาจนกว่าจะได้รับคำสั่งให้หยุด · runs the schedule until it is told to stop (SIGTERM, Ctrl+C)

        It waits for a database that is down, finishes the file in hand when it is told to stop, and writes its log as JSON lines to stdout.
        Health: /health/live and /health/ready at the address Jobs:Url.

        Exit codes: 0 stopped in good order; 64 something must be changed first (password, newer schema, name of the node, settings); 70 the program broke.
        """;

    public static Command Build(JobOptions shared, TextWriter error, TimeProvider clock)
    {
        var command = new Command(Name, Description);
        command.SetAction((parsed, _) => JobHost.ServeAsync(shared.Installation(parsed, clock), error));
        return command;
    }
}
