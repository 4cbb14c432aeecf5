using System.Data.Common;
using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>Tells how returns stood as of a report's sequence: every file that came until then and what became of it.</summary>
internal sealed class ReturnStory(DbConnection connection, FormCatalogue forms, long sequence)
{
    /// <summary>The tree.</summary>
    public Explained Of(StandingReturns of)
    {
        var name = forms.All.FirstOrDefault(form => form.Id == of.Form && form.Year == of.Period.Year)?.ShortName ?? of.Form;
        if (of.Unit is { } code && Units.Find(code) is { } one)
            return new Explained($"สถานะของแบบรายงาน “{name}” {ThaiPeriods.Called(of.Period)} ของ{UnitNames.Of(connection, one.Code, of.Period.LastDay, sequence).Called} ตามทะเบียนรับถึงลำดับที่ {sequence}") { Below = Events(of, one) };
        Unit[] units = forms.All.FirstOrDefault(form => form.Id == of.Form && form.Year == of.Period.Year) is { } filed ? [.. Units.Filing(filed)] : [.. Units.All];
        var status = FiguresAsOf.Status(connection, of.Form, of.Period, sequence, [.. units.Select(unit => unit.Code)]);
        var standing = status.Count(unit => unit.Version is not null);
        return new Explained(string.Create(CultureInfo.InvariantCulture,
            $"สถานะของแบบรายงาน “{name}” {ThaiPeriods.Called(of.Period)} ตามทะเบียนรับถึงลำดับที่ {sequence}: มีฉบับที่ใช้อยู่ {standing} จาก {status.Count} หน่วยงาน"))
        {
            Below = status.Select(unit => new Explained(
                $"{UnitNames.Of(connection, unit.Unit, of.Period.LastDay, sequence).Called} {(unit.Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"ใช้ฉบับที่ {version.Number}") : "ไม่มีฉบับที่ใช้อยู่")}")
            {
                Below = Units.TryGet(unit.Unit, out var who) ? Events(of, who) : [],
            }),
        };
    }

    private IEnumerable<Explained> Events(StandingReturns of, Unit unit)
    {
        var events = ReturnHistory.Of(connection, new ReturnKey(of.Form, of.Period, unit.Code)).Where(one => one.Sequence <= sequence).ToList();
        return events.Count == 0
            ? [new Explained("ยังไม่มีไฟล์ใดของแบบรายงานนี้")]
            : events.Select(one => new Explained(string.Create(CultureInfo.InvariantCulture,
                $"{What(one)} ไฟล์ “{Printable.Slot(one.FileName)}” เลขรับที่ {ReceivedFile.ReceiptText(one.Receipt)} รับเมื่อ {ThaiDates.LongWithTime(one.ReceivedAt)} บันทึกเป็นลำดับที่ {one.Sequence}")));
    }

    private static string What(ReturnEvent one) => one switch
    {
        { RevertsVersion: { } to } => $"ฉบับที่ {one.Version} กลับไปใช้ข้อมูลของฉบับที่ {to}",
        { Version: { } version } => $"ฉบับที่ {version} {one.Verdict!.Value.Thai()}",
        _ => $"ไม่เป็นฉบับใหม่: {one.Verdict!.Value.Thai()}",
    };
}
