using System.Globalization;
using Dapper;
using Dla.Etl.Reference;
using Microsoft.Data.Sqlite;

namespace Dla.Etl.EndToEnd.Commands;

/// <summary>What <c>doctor</c> and <c>status</c> tell a person who only looks.</summary>
public sealed class LookingTests : IDisposable
{
    private readonly Place _place = new();

    [Fact]
    public async Task DoctorLeavesAnOlderWarehouseAsItIs()
    {
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(0);
        // As if this program had brought the last migration.
        Sql("DELETE FROM schema_migration WHERE number = (SELECT max(number) FROM schema_migration)");
        var before = Sql("SELECT count(*) FROM schema_migration");

        var doctor = (await DlaEtl.InProcessAsync("doctor", "--workspace", _place["ws"])).ShouldEnd(1);

        doctor.Output.ShouldContain("is not applied: the next run applies it", Case.Sensitive, doctor.ToString());
        doctor.Output.ShouldContain("ยังไม่ได้ปรับโครงสร้าง");
        Sql("SELECT count(*) FROM schema_migration").ShouldBe(before);
    }

    [Fact]
    public async Task ANewerWarehouseIsToldInThai()
    {
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(0);
        Sql("INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES (9001, '9001-later', 'x', 'x')");
        (await DlaEtl.InProcessAsync("doctor", "--workspace", _place["ws"])).ShouldEnd(1).Output.ShouldContain("กรุณาปรับรุ่นโปรแกรม");
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(64).Error.ShouldContain("กรุณาปรับรุ่นโปรแกรม");
    }

    [Fact]
    public async Task AnArchiveThatIsGoneIsToldInThai()
    {
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(0);
        Directory.Move(_place["ws/archive"], _place["ws/elsewhere"]);
        (await DlaEtl.InProcessAsync("doctor", "--workspace", _place["ws"])).ShouldEnd(1).Output.ShouldContain("ไม่ใช่คลังไฟล์ของคลังข้อมูลนี้");
    }

    [SkippableFact]
    public async Task DoctorTellsOfAFullArchiveDisk()
    {
        Directory.CreateDirectory(_place["ws/archive"]);
        using var disk = new SmallDisk(_place["ws/archive"], "1m");
        (await DlaEtl.InProcessAsync("doctor", "--workspace", _place["ws"])).ShouldEnd(0);
        await File.WriteAllBytesAsync(_place["ws/archive/ballast"], new byte[new DriveInfo(_place["ws/archive"]).AvailableFreeSpace]);
        (await DlaEtl.InProcessAsync("doctor", "--workspace", _place["ws"])).ShouldEnd(1).Output.ShouldContain("พื้นที่ดิสก์เต็ม");
        Directory.EnumerateFiles(_place["ws/archive"]).ShouldHaveSingleItem("the trial is taken away");
    }

    [Fact]
    public async Task StatusNamesEveryProvinceThatHasNotFiled()
    {
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(0);
        var lines = (await DlaEtl.InProcessAsync("status", "--workspace", _place["ws"])).ShouldEnd(0).Output.Split('\n');
        var first = lines.SkipWhile(line => !line.StartsWith("ปริมาณงานต้นทุนต่อหน่วยผลผลิต ", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();
        Provinces.All.Select(province => province.FolderName).ShouldAllBe(name => first.Any(line => line.Contains(name, StringComparison.Ordinal)));
        first.ShouldAllBe(line => new StringInfo(line).LengthInTextElements <= 100);
    }

    [Fact]
    public async Task AnAddressOfATemplateInUseIsNotRemoved()
    {
        const string Own = "gfmis@dla.go.th";
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(0);
        Directory.CreateDirectory(_place["ws/replies"]);
        await File.WriteAllTextAsync(_place["ws/replies/a.txt"], Own);

        var shown = (await DlaEtl.InProcessAsync("forget", Own, "--workspace", _place["ws"])).ShouldEnd(0);
        shown.Output.ShouldContain("จะเขียนใหม่");
        shown.Error.ShouldContain("answer.yaml");
        (await DlaEtl.InProcessAsync("forget", Own, "--yes", "--workspace", _place["ws"])).ShouldEnd(64).Error.ShouldContain("answer.yaml");
        (await File.ReadAllTextAsync(_place["ws/replies/a.txt"])).ShouldBe(Own);
    }

    public void Dispose() => _place.Dispose();

    // Without the program, which would bring the schema up to date.
    private long Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_place["ws/warehouse.db"]};Pooling=False");
        connection.Open();
        return connection.ExecuteScalar<long>(sql);
    }
}
