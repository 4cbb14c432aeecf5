using System.CommandLine;
using Dla.Etl.Cli.Commands;
using Dla.Etl.Definitions;
using Dla.Etl.Installing;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli;

/// <summary><c>UNIT FORM YEAR</c>: which return a command is about, for example <c>56 unit-cost-quantity 2564</c> or <c>พะเยา unit-cost-quantity 2564</c>.</summary>
internal sealed class ReturnArguments
{
    public Argument<string> Unit { get; } = new("UNIT") { Description = "จังหวัด รหัส 2 หลักหรือชื่อ เช่น 56 หรือ พะเยา ส่วนกลางคือ 00 อปท. ระบุรหัส 8 หลัก หรือชื่อพร้อมจังหวัด เช่น 05560301 หรือ \"ทต.บ้านใหม่ จ.พะเยา\" · province, code or name; 00 the department; a local authority by its code, or name and province" };

    public Argument<string> Form { get; } = new("FORM") { Description = "รหัสแบบรายงาน เช่น unit-cost-quantity · id of the form" };

    public Argument<string> Year { get; } = new("YEAR") { Description = "ปีงบประมาณ พ.ศ. เช่น 2564 หรือเดือน เช่น 2566-05 · fiscal year, or month, Buddhist era" };

    /// <summary>The return that the command line names.</summary>
    /// <exception cref="UsageException">No such unit, form or year.</exception>
    public ReturnKey Key(ParseResult parsed, Installation installation)
    {
        var form = FormsCommand.Known(installation.Forms, parsed.GetRequiredValue(Form), ReadPeriod(parsed.GetRequiredValue(Year)));
        var text = parsed.GetRequiredValue(Unit);
        var unit = form.FiledBy == FilingUnit.Authority ? AuthorityOf(text, installation, form.Period) ?? UnitOf(text) : UnitOf(text);
        return Units.MayFile(form, unit)
            ? new ReturnKey(form.Id, form.Period, unit.Code)
            : throw new UsageException($"แบบ {form.Id} ไม่ได้ส่งโดย{unit.Called} แต่โดย{(form.FiledBy == FilingUnit.Department ? "ส่วนกลาง (00)" : "จังหวัด")} · that unit does not file this form");
    }

    // 05560301, or ทต.บ้านใหม่ อ.ทุ่งทดลอง จ.พะเยา: without its province a name says nothing.
    private static Unit? AuthorityOf(string text, Installation installation, Period period)
    {
        var written = WrittenAuthority.Parse(text);
        if (written.Code is { } code)
            return Units.Find(code.ToString()) ?? throw new UsageException($"ไม่มีจังหวัดของรหัส {code} · no such authority");
        if (written.Type is null && written.Province is null)
            return null;
        if (written.Province is null || ProvinceNames.ParseWithAbbreviations(written.Province) is not { Succeeded: true, Value: var province })
            throw new UsageException($"กรุณาระบุจังหวัดของ “{text}” เช่น \"ทต.บ้านใหม่ จ.พะเยา\" หรือรหัส อปท. 8 หลัก · name the province, or give the code");
        using var warehouse = installation.RequiredWarehouse();
        using var connection = warehouse.Read();
        var registry = AuthorityEditions.AsOf(connection, period.LastDay, CommitSequence.Last(connection))
            ?? throw new UsageException("ยังไม่ได้นำเข้าทะเบียน อปท. กรุณาระบุรหัส อปท. 8 หลัก หรือสั่ง dla-etl reference import · no registry imported yet");
        var match = new AuthorityMatching(registry).Find(text, null, province.Code);
        var known = match.Authority ?? match.Former?.Was;
        return known is not null ? Units.Of(known) : throw new UsageException(match.Candidates.Count > 0
            ? $"“{text}” อาจเป็น {string.Join(", ", match.Candidates.Select(one => one.Described))} กรุณาระบุรหัส · name it by its code"
            : $"ไม่มี “{text}” ในทะเบียน อปท. ของจังหวัด{province.NameThai} · no such authority");
    }

    /// <summary>The office, or the department, of a code, a name, or the name of its folder.</summary>
    internal static Unit UnitOf(string text)
    {
        var arabic = ThaiDigits.ToArabic(text.Trim());
        if ((Units.OfFolder(arabic) ?? (arabic == Units.Department.Name ? Units.Department : null)) is { } exact)
            return exact;
        if (AuthorityCode.Parse(arabic) is { Succeeded: true, Value: var code } && Units.TryGet(UnitCode.Of(code), out var authority))
            return authority;
        var named = ProvinceNames.ParseWithAbbreviations(text);
        return named.Succeeded ? Units.Get(named.Value.Code) : throw new UsageException($"{named.Reason} กรุณาระบุรหัส 2 หลักหรือชื่อจังหวัด เช่น 56 หรือ พะเยา · no such province");
    }

    private static Period ReadPeriod(string text) => Period.Parse(ThaiDigits.ToArabic(text)) is { Succeeded: true } period
        ? period.Value
        : throw new UsageException($"YEAR ต้องเป็นปีงบประมาณ พ.ศ. เช่น 2564 หรือเดือน เช่น 2566-05 (พบ “{text}”) · not a fiscal year or month");
}
