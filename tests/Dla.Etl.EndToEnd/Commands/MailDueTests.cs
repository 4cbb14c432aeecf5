namespace Dla.Etl.EndToEnd.Commands;

/// <summary><c>mail due</c>, and what the operator hears of the calendar and the address book.</summary>
public sealed class MailDueTests : IDisposable
{
    private const string Book =
        """
        units:
          - {code: '56', addresses: [phayao@example.go.th]}
        posts:
          - {role: accounting-head, title: ผู้อำนวยการกองคลัง, addresses: [accounting@example.go.th]}
        """;

    private readonly Place _place = new();

    [Fact]
    public async Task WhatWouldBeSentIsToldWithoutAnyAddressAndDecidesNothing()
    {
        await File.WriteAllTextAsync(Ready("addresses.yaml"), Book);
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(0);

        var due = (await DlaEtl.InProcessAsync("mail", "due", "--at", "2021-05-21T07:30", "--dry-run", "--workspace", _place["ws"])).ShouldEnd(0);
        due.Output.ShouldContain("แจ้งเตือน  สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพะเยา  1 ที่อยู่  ขอให้ส่งแบบรายงาน");
        due.Output.ShouldContain("1 มิถุนายน 2564  ติดตาม  unit  after-1: ");
        due.Output.ShouldContain("unit-cost-quantity 2563 กำหนดส่ง 31 พฤษภาคม 2564");
        due.Output.ShouldContain("1 มิถุนายน 2564  รายงาน");
        due.Error.ShouldContain("MAIL-202", Case.Sensitive, "75 offices have no address");
        (due.Output + due.Error).ShouldNotContain("@");

        var again = (await DlaEtl.InProcessAsync("mail", "due", "--at", "2021-05-21T07:30", "--json", "--workspace", _place["ws"])).ShouldEnd(0);
        again.Json.EnumerateArray().Count(line => line.GetProperty("isNow").GetBoolean()).ShouldBe(1, "nothing was decided by looking");
    }

    [Fact]
    public async Task AYearWithoutItsHolidaysAndAMissingAddressBookAreSaid()
    {
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(0);
        var due = (await DlaEtl.InProcessAsync("mail", "due", "--at", "2039-01-05T07:30", "--workspace", _place["ws"])).ShouldEnd(0);
        due.Error.ShouldContain("MAIL-203");
        due.Error.ShouldContain("พ.ศ. 2582");
        due.Error.ShouldContain("ยังไม่มีสมุดที่อยู่");
        (await DlaEtl.InProcessAsync("doctor", "--workspace", _place["ws"])).ShouldEnd(0).Output.ShouldMatch("[0-9]+ subscriptions");
    }

    [Fact]
    public async Task AWrongInstantIsAMistakeOfTheCaller() =>
        (await DlaEtl.InProcessAsync("mail", "due", "--at", "2564-05-21", "--workspace", _place["ws"])).ShouldEnd(64).Error.ShouldContain("--at ต้องเป็นวันเวลา");

    [Fact]
    public async Task Before_its_hour_the_steps_of_the_day_are_still_to_come()
    {
        await File.WriteAllTextAsync(Ready("addresses.yaml"), Book);
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(0);
        var early = (await DlaEtl.InProcessAsync("mail", "due", "--at", "2021-05-21T06:59", "--workspace", _place["ws"])).ShouldEnd(0);
        early.Output.ShouldContain("21 พฤษภาคม 2564  แจ้งเตือน");
        early.Output.ShouldContain("ไม่มีรายการที่ถึงกำหนด");
        (await DlaEtl.InProcessAsync("mail", "due", "--at", "2021-05-21T07:00", "--workspace", _place["ws"])).ShouldEnd(0).Output.ShouldNotContain("21 พฤษภาคม 2564  แจ้งเตือน");
    }

    [Fact]
    public async Task Slips_in_the_address_book_are_told_by_doctor_and_mistakes_in_thai()
    {
        await File.WriteAllTextAsync(Ready("addresses.yaml"), Book.Replace("'56'", "'28'", StringComparison.Ordinal).Replace("accounting-head", "acounting-head", StringComparison.Ordinal));
        var doctor = (await DlaEtl.InProcessAsync("doctor", "--workspace", _place["ws"])).ShouldEnd(1).Output;
        doctor.ShouldContain("ไม่มีหน่วยงานที่มีรหัส 28");
        doctor.ShouldContain("ส่งถึงตำแหน่ง acounting-head");
        doctor.ShouldContain("ไม่มีที่อยู่ของตำแหน่ง accounting-head");
        await File.WriteAllTextAsync(Ready("addresses.yaml"), Book.Replace("phayao@example.go.th", "phayao", StringComparison.Ordinal));
        var wrong = (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(64).Error;
        wrong.ShouldContain("addresses.yaml:2");
        wrong.ShouldContain("“phayao” ไม่ใช่ที่อยู่อีเมล");
    }

    public void Dispose() => _place.Dispose();

    private string Ready(string name)
    {
        Directory.CreateDirectory(_place["ws"]);
        return Path.Combine(_place["ws"], name);
    }
}
