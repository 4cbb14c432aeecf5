using System.CommandLine;
using Dla.Etl.Cli.Commands;
using Dla.Etl.Definitions;
using Dla.Etl.Installing;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli;

/// <summary><c>UNIT FORM YEAR</c>: which return a command is about, for example <c>56 unit-cost-quantity 2564</c> or <c>พะเยา unit-cost-quantity 2564</c>.</summary>
internal sealed class ReturnArguments
{
    public Argument<string> Unit { get; } = new("UNIT") { Description = "จังหวัด รหัส 2 หลักหรือชื่อ เช่น 56 หรือ พะเยา ส่วนกลางคือ 00 · province, code or name; 00 the department" };

    public Argument<string> Form { get; } = new("FORM") { Description = "รหัสแบบรายงาน เช่น unit-cost-quantity · id of the form" };

    public Argument<string> Year { get; } = new("YEAR") { Description = "ปีงบประมาณ พ.ศ. เช่น 2564 หรือเดือน เช่น 2566-05 · fiscal year, or month, Buddhist era" };

    /// <summary>The return that the command line names.</summary>
    /// <exception cref="UsageException">No such province, form or year.</exception>
    public ReturnKey Key(ParseResult parsed, FormCatalogue forms)
    {
        var form = FormsCommand.Known(forms, parsed.GetRequiredValue(Form), ReadPeriod(parsed.GetRequiredValue(Year)));
        var unit = UnitOf(parsed.GetRequiredValue(Unit));
        return Units.Filing(form).Contains(unit)
            ? new ReturnKey(form.Id, form.Period, unit.Code)
            : throw new UsageException($"แบบ {form.Id} ไม่ได้ส่งโดย{unit.Called} แต่โดย{(form.FiledBy == FilingUnit.Department ? "ส่วนกลาง (00)" : "จังหวัด")} · that unit does not file this form");
    }

    /// <summary>The unit of a code, a name, or the name of its folder.</summary>
    internal static Unit UnitOf(string text)
    {
        var arabic = ThaiDigits.ToArabic(text.Trim());
        if ((Units.OfFolder(arabic) ?? (arabic == Units.Department.Name ? Units.Department : null)) is { } exact)
            return exact;
        var named = ProvinceNames.ParseWithAbbreviations(text);
        return named.Succeeded ? Units.Get(named.Value.Code) : throw new UsageException($"{named.Reason} กรุณาระบุรหัส 2 หลักหรือชื่อจังหวัด เช่น 56 หรือ พะเยา · no such province");
    }

    private static Period ReadPeriod(string text) => Period.Parse(ThaiDigits.ToArabic(text)) is { Succeeded: true } period
        ? period.Value
        : throw new UsageException($"YEAR ต้องเป็นปีงบประมาณ พ.ศ. เช่น 2564 หรือเดือน เช่น 2566-05 (พบ “{text}”) · not a fiscal year or month");
}
