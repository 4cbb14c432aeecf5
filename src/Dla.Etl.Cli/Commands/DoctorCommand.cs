using System.CommandLine;
using System.Globalization;
using Dla.Etl.Calendar;
using Dla.Etl.Cli.Commands.Mail;
using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Running;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>doctor</c>: is everything as it should be.</summary>
internal static class DoctorCommand
{
    private const string Description =
        """
        ตรวจสุขภาพของระบบ: แบบ รายงาน โฟลเดอร์ คลังข้อมูล · is everything as it should be; mends nothing

        Exit codes: 0 all is well, 1 something is not, 64 wrong usage, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var json = SharedOptions.Json();
        var command = new Command("doctor", Description) { json };
        command.SetAction(parsed =>
        {
            var things = Examine(shared.Installation(parsed, clock)).ToList();
            if (parsed.GetValue(json))
                terminal.Json(things);
            else
                Print(terminal, things);
            return things.TrueForAll(thing => thing.IsWell) ? ExitCode.Ok : ExitCode.Findings;
        });
        return command;
    }

    private static IEnumerable<CheckedThing> Examine(Installation installation)
    {
        yield return new CheckedThing("program", [], $"dla-etl {Installation.Version}, .NET {Environment.Version}, {Environment.OSVersion}");
        yield return Culture();
        foreach (var thing in Definitions(installation))
            yield return thing;
        foreach (var thing in Folders(installation))
            yield return thing;
        foreach (var thing in Warehouse(installation))
            yield return thing;
    }

    // Thai month names and the order of Thai names need ICU (DOMAIN §6.4: globalization-invariant mode makes th-TH throw).
    private static CheckedThing Culture()
    {
        try
        {
            var day = new DateOnly(2021, 5, 31).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("th-TH"));
            return day == "31 พฤษภาคม 2564" ? new("culture th-TH", [], day) : new("culture th-TH", [$"31 พฤษภาคม 2564 came out as {day}"], "ICU");
        }
        catch (CultureNotFoundException wrong)
        {
            return new("culture th-TH", [wrong.Message], "install ICU and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
        }
    }

    private static IReadOnlyList<CheckedThing> Definitions(Installation installation)
    {
        try
        {
            var work = installation.Workplace();
            return
            [
                new("templates", [], $"{work.Forms.All.Count} forms, {work.Reports.All.Count} reports, {work.Subscriptions.All.Count} subscriptions, {work.Reminders.Steps.Count} reminder steps, {installation.Templates}"),
                new("rules", [.. RulesProof.Mistakes(work.Definitions)], work.Definitions.OwnRules.Count == 0
                    ? $"ใช้ที่มากับโปรแกรมทั้งหมด · none of the office's own in {installation.OwnRules}"
                    : $"ของหน่วยงานเอง · the office's own: {string.Join(", ", work.Definitions.OwnRules.Select(work.Definitions.FullPath))}"),
                Calendar(work, installation.Clock),
                AddressBookCheck.Of(work, installation.AddressBookPath),
                .. work.Forms.All.Where(form => form.Remarks.Count > 0)
                    .Select(form => new CheckedThing($"remarks on {form.Id} {form.Year}", [], string.Join("; ", form.Remarks))),
            ];
        }
        catch (Exception wrong) when (wrong is DefinitionException or UsageException)
        {
            return [new("templates", [wrong.Message], installation.Templates)];
        }
    }

    // Said, and no fault of the installation: the office enters each year's holidays when they are proclaimed.
    private static CheckedThing Calendar(Workplace work, TimeProvider clock) =>
        new("calendar", [], string.Join("; ", MailDueCommand.CalendarLacks(work, clock.GetUtcNow()).Prepend(HolidayCalendar.Path)));

    private static IEnumerable<CheckedThing> Folders(Installation installation)
    {
        var places = installation.Folders;
        yield return new("places", [.. places.CheckPlaces().Select(finding => $"{finding.Message} {finding.WhatToDo}")], installation.Workspace);
        foreach (var (name, folder) in new[]
                 {
                     ("drop", places.Drop), ("received", places.Received), ("replies", places.Replies), ("archive", places.Archive),
                     ("reports", places.Reports), ("outbox", places.Outbox),
                 })
            yield return Directory.Exists(folder)
                ? new(name, FolderTrial.Complaint(folder) is { } full ? [full] : [], $"{folder}, {new DriveInfo(folder).AvailableFreeSpace >> 20} MB free")
                : new(name, [], $"{folder}: สร้างเมื่อใช้ครั้งแรก · made on first use");
    }

    private static IEnumerable<CheckedThing> Warehouse(Installation installation)
    {
        try
        {
            using var warehouse = installation.WarehouseAsItIs();
            if (warehouse is null)
                return [new CheckedThing("database", [], $"{SqliteLibrary.Describe()}; ยังไม่มีคลังข้อมูล · none yet at {Database.PlaceOf(installation.Folders.Database)}")];
            var tables = WarehouseCheck.Run(warehouse);
            // What a migration is still to make cannot be looked at before it.
            if (!WarehouseCheck.IsUpToDate(tables))
                return tables;
            return
            [
                .. tables,
                ArchiveMark.Check(warehouse, installation.Folders.Archive),
                ArchiveCheck.Run(warehouse, new Archive(installation.Folders.Archive, installation.Clock)),
                StuckFiles.Check(warehouse, installation.Settings.Jobs.StuckAfter),
                OutboxCounts.Check(warehouse),
                MailLine.Check(warehouse, installation.Settings.Mail),
                RegistryCheck.Run(warehouse, ThaiDates.DayInBangkok(installation.Clock.GetUtcNow())),
            ];
        }
        catch (Exception wrong) when (wrong is UsageException or System.Data.Common.DbException)
        {
            return [new CheckedThing("database", [wrong.Message], Database.PlaceOf(installation.Folders.Database))];
        }
    }

    /// <summary>What was looked at, a line each, and what is wrong with it.</summary>
    public static void Print(Terminal terminal, IEnumerable<CheckedThing> things)
    {
        foreach (var thing in things)
        {
            terminal.Line($"{(thing.IsWell ? "ปกติ  " : "ผิดปกติ")} {thing.Name}: {thing.Detail}");
            foreach (var complaint in thing.Complaints)
                terminal.Line($"        {complaint}");
        }
    }
}
