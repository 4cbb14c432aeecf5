using Dla.Etl.Jobs.Scheduling;

foreach (var line in Schedule.Table)
    Console.WriteLine($"{line.Id} {line.Cron} {line.Why}");
