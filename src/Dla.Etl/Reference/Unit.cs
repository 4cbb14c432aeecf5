using Dla.Etl.Values;

namespace Dla.Etl.Reference;

/// <summary>Somebody who files returns.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Province">The province whose office it is; null for the department itself.</param>
public sealed record Unit(UnitCode Code, Province? Province)
{
    /// <summary>As a list names it: พะเยา, ส่วนกลาง.</summary>
    public string Name => Province?.NameThai ?? "ส่วนกลาง";

    /// <summary>As a sentence names it: จังหวัดพะเยา, ส่วนกลาง (กรมส่งเสริมการปกครองท้องถิ่น).</summary>
    public string Called => Province is null ? "ส่วนกลาง (กรมส่งเสริมการปกครองท้องถิ่น)" : $"จังหวัด{Province.NameThai}";

    /// <summary>The whole name of the office.</summary>
    public string OfficeName => Province is null ? "กรมส่งเสริมการปกครองท้องถิ่น" : $"สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด{Province.NameThai}";

    /// <summary>The short name of the office: สถจ.พะเยา, สถ.ส่วนกลาง.</summary>
    public string OfficeShortName => Province is null ? "สถ.ส่วนกลาง" : $"สถจ.{Province.NameThai}";

    /// <summary>Name of its folders: <c>56-พะเยา</c>, <c>00-ส่วนกลาง</c>.</summary>
    public string FolderName => $"{Code}-{Name}";

    /// <inheritdoc/>
    public override string ToString() => FolderName;
}
