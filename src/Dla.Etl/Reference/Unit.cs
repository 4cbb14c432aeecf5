using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;

namespace Dla.Etl.Reference;

/// <summary>Somebody who files returns.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Province">The province whose office it is, or in which the authority lies; null for the department itself.</param>
public sealed record Unit(UnitCode Code, Province? Province)
{
    /// <summary>The local authority as the registry has it; null for the department, for an office, and for an authority where no registry was at hand.</summary>
    public LocalAuthority? Authority { get; init; }

    /// <summary>As a list names it: พะเยา, ส่วนกลาง, ทต.บ้านใหม่.</summary>
    public string Name => Code.Authority is { } code ? Authority?.FullName ?? $"อปท. รหัส {code}" : Province?.NameThai ?? "ส่วนกลาง";

    /// <summary>As a sentence names it: จังหวัดพะเยา, ส่วนกลาง (กรมส่งเสริมการปกครองท้องถิ่น), ทต.บ้านใหม่ จังหวัดพะเยา.</summary>
    public string Called => Province is null ? "ส่วนกลาง (กรมส่งเสริมการปกครองท้องถิ่น)" : $"{Of}จังหวัด{Province.NameThai}";

    /// <summary>The whole name of the office.</summary>
    public string OfficeName => Province is null ? "กรมส่งเสริมการปกครองท้องถิ่น"
        : Code.Authority is not null ? $"{Whole} จังหวัด{Province.NameThai}"
        : $"สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด{Province.NameThai}";

    /// <summary>The short name of the office: สถจ.พะเยา, สถ.ส่วนกลาง, ทต.บ้านใหม่ จ.พะเยา.</summary>
    public string OfficeShortName => Province is null ? "สถ.ส่วนกลาง" : Code.Authority is not null ? $"{Name} จ.{Province.NameThai}" : $"สถจ.{Province.NameThai}";

    /// <summary>Name of its folders: <c>56-พะเยา</c>, <c>00-ส่วนกลาง</c>. An authority has none of its own: its files come to and answers go from its province's.</summary>
    public string FolderName => Province?.FolderName ?? $"{Code}-{Name}";

    /// <summary>What the audit and messages write: <c>56-พะเยา</c>, <c>05560301-ทต.บ้านใหม่</c>.</summary>
    public string Label => $"{Code}-{Name}";

    /// <inheritdoc/>
    public override string ToString() => Label;

    private string Of => Code.Authority is null ? "" : Name + " ";

    private string Whole => Authority is null or { Type: AuthorityType.Special } ? Name : Authority.Type.NameThai() + Authority.Name;
}
