using System.Data.Common;
using System.Globalization;
using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Jobs.Hosting;
using Dla.Etl.Normalising;
using Dla.Etl.Running;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dla.Etl.Jobs.Health;

/// <summary>Whether the warehouse answers.</summary>
internal sealed class DatabaseCheck(HostState state) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (state.Station is not { } station)
            return Task.FromResult(HealthCheckResult.Unhealthy(state.Trouble));
        try
        {
            return Task.FromResult(HealthCheckResult.Healthy($"คลังข้อมูลตอบ · {station.Warehouse.Describe()}"));
        }
        catch (Exception gone) when (gone is DbException or IOException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy($"คลังข้อมูลไม่ตอบ · the warehouse does not answer: {gone.Message}"));
        }
    }
}

/// <summary>Whether the archive is the right one and takes files.</summary>
internal sealed class ArchiveHealthCheck(HostState state, Installation installation) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Look());

    private HealthCheckResult Look()
    {
        if (state.IsStarting)
            return HealthCheckResult.Unhealthy(state.Trouble);
        var archive = installation.Folders.Archive;
        try
        {
            if (state.Station is { } station)
            {
                using var connection = station.Warehouse.Read();
                if (ArchiveMark.Complaint(connection, archive) is { } complaint)
                    return HealthCheckResult.Unhealthy($"คลังไฟล์ไม่ใช่ของคลังข้อมูลนี้: {complaint}");
            }

            new Archive(archive, installation.Clock).TryWriting();
            return HealthCheckResult.Healthy("คลังไฟล์เขียนได้ · the archive can be written");
        }
        catch (DbException gone)
        {
            return HealthCheckResult.Unhealthy($"ตรวจไม่ได้เพราะคลังข้อมูลไม่ตอบ · cannot tell without the warehouse: {gone.Message}");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy($"คลังไฟล์เขียนไม่ได้ ไฟล์ที่ส่งมาจะรออยู่ในโฟลเดอร์ส่ง · the archive cannot be written; files wait in the drop folder: {refused.Message}");
        }
    }
}

/// <summary>Whether the drop folder can be read.</summary>
internal sealed class DropFolderCheck(HostState state, Installation installation) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (state.IsStarting)
            return Task.FromResult(HealthCheckResult.Unhealthy(state.Trouble));
        try
        {
            _ = Directory.EnumerateFileSystemEntries(installation.Folders.Drop).Any();
            return Task.FromResult(HealthCheckResult.Healthy("โฟลเดอร์ส่งอ่านได้ · the drop folder can be read"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy($"โฟลเดอร์ส่งอ่านไม่ได้ กรุณาตรวจว่าเชื่อมต่อไดรฟ์เครือข่ายแล้ว · the drop folder cannot be read: {refused.Message}"));
        }
    }
}

/// <summary>Whether the schedule runs and is not behind.</summary>
internal sealed class ScheduleCheck(HostState state, TimeProvider clock) : IHealthCheck
{
    // A fire is called missed after a minute; five leave room for a machine that is busy.
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (state.Scheduler is not { } scheduler)
            return HealthCheckResult.Unhealthy(state.Trouble);
        try
        {
            var next = await scheduler.NextAsync(cancellationToken).ConfigureAwait(false);
            var late = next.Where(line => line.Value is null || line.Value < clock.GetUtcNow() - Behind).Select(line => line.Key).Order(StringComparer.Ordinal).ToList();
            var first = next.Values.OfType<DateTimeOffset>().DefaultIfEmpty().Min();
            return late.Count > 0
                ? HealthCheckResult.Unhealthy($"ตารางงานล่าช้า: {string.Join(", ", late)} · the schedule is behind")
                : HealthCheckResult.Healthy($"{scheduler.Description}; งานถัดไป · next: {ThaiDates.ShortWithTime(first)}");
        }
        catch (Exception gone) when (gone is DbException || gone.GetBaseException() is DbException)
        {
            return HealthCheckResult.Unhealthy($"ที่เก็บตารางงานไม่ตอบ · the store of the schedule does not answer: {gone.GetBaseException().Message}");
        }
    }
}

/// <summary>Whether files are stuck. They do not make the host unready: it works, and a person must look.</summary>
internal sealed class StuckCheck(HostState state, Settings settings, TimeProvider clock) : IHealthCheck
{
    private const int Named = 5;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (state.Station is not { } station)
            return Task.FromResult(HealthCheckResult.Unhealthy(state.Trouble));
        try
        {
            using var connection = station.Warehouse.Read();
            var stuck = StuckFiles.Of(connection, settings.Jobs.StuckAfter, clock.GetUtcNow());
            return Task.FromResult(stuck.Count == 0
                ? HealthCheckResult.Healthy("ไม่มีไฟล์ค้าง · no file is stuck")
                : HealthCheckResult.Degraded(string.Create(
                    CultureInfo.InvariantCulture,
                    $"มีไฟล์ค้าง {stuck.Count} ไฟล์ กรุณาสั่ง dla-etl status · stuck: {string.Join("; ", stuck.Take(Named).Select(HousekeepWork.Line))}")));
        }
        catch (Exception gone) when (gone is DbException or IOException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy($"คลังข้อมูลไม่ตอบ · the warehouse does not answer: {gone.Message}"));
        }
    }
}

/// <summary>Whether mailbox and relay worked when they were tried last. They do not make the host unready: it works, and a person must look.</summary>
internal sealed class MailServersCheck(HostState state, Settings settings) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (state.Station is not { } station)
            return Task.FromResult(HealthCheckResult.Unhealthy(state.Trouble));
        try
        {
            var thing = MailLine.Check(station.Warehouse, settings.Mail);
            return Task.FromResult(thing.IsWell ? HealthCheckResult.Healthy(thing.Detail) : HealthCheckResult.Degraded(string.Join("; ", thing.Complaints)));
        }
        catch (Exception gone) when (gone is DbException or IOException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy($"คลังข้อมูลไม่ตอบ · the warehouse does not answer: {gone.Message}"));
        }
    }
}
