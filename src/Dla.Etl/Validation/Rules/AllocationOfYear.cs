using Dla.Etl.Definitions;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Values;

namespace Dla.Etl.Validation.Rules;

/// <summary>The allocation rules of a year as a check may ask for them.</summary>
internal static class AllocationOfYear
{
    /// <summary>The rules, or in Thai why there are none: never those of another year.</summary>
    /// <remarks>A file with a mistake is the operator's matter, which the report tells with file and line; to the sender it is one that is not there.</remarks>
    public static Declared<AllocationDrivers> Of(ValidationContext context, FiscalYear year)
    {
        if (context.Definitions is not { } definitions || !AllocationCatalogue.Years(definitions, "drivers").Contains(year))
            return Declared<AllocationDrivers>.Unknown($"ไม่มีไฟล์เกณฑ์การปันส่วนของปีงบประมาณ พ.ศ. {year}");
        try
        {
            return Declared<AllocationDrivers>.Known(AllocationCatalogue.Drivers(definitions, year));
        }
        catch (DefinitionException wrong)
        {
            return Declared<AllocationDrivers>.Unknown($"ไฟล์เกณฑ์การปันส่วนของปีงบประมาณ พ.ศ. {year} ผิดที่ {wrong.Key} โปรดแจ้งผู้ดูแลระบบ");
        }
    }
}
