using System.Diagnostics;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

// One reception in a process of its own, for tests that need another user or a real SIGKILL:
//   Dla.Etl.IntakeProbe WORKSPACE [STEP]
// takes what lies in the drop folder of the workspace, kills itself at STEP when one is named, and prints the findings as "ID path".
WorkspaceFolders folders = WorkspaceFolders.Under(args[0]);
string? killAt = args.ElementAtOrDefault(1);
foreach (Dla.Etl.Findings.Finding finding in folders.Prepare([])) Console.WriteLine($"{finding.Kind.Id} {finding.Subject}");

using Database database = Database.Open(folders.Database, TimeProvider.System);
Archive archive = new(folders.Archive, TimeProvider.System);
Reception reception = new(folders, archive, database)
{
    AtStep = step =>
    {
        if (step == killAt) Process.GetCurrentProcess().Kill();
    },
};
DropFolder drop = new(folders.Drop, database, new IntakeSettings { SteadyInterval = TimeSpan.Zero }, TimeProvider.System);
string run = database.Write(lane => RunLog.Begin(lane, "probe", "0"));
IReadOnlyList<IntakeProblem> recovered = reception.Recover();
DropScan scan = drop.Scan();
ReceptionResult result = reception.Receive(scan.Ready, run);
foreach (IntakeProblem problem in recovered.Concat(scan.Problems).Concat(result.Problems))
    Console.WriteLine($"{problem.Finding.Kind.Id} {problem.Finding.Subject}");
