using Dla.Etl.Values;

namespace Dla.Etl.Reference.Authorities;

/// <summary>A local authority (อปท.) as the department's registry has it on one day.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Type">What kind it is.</param>
/// <param name="Name">Its bare name, without the kind: หนองบัว.</param>
/// <param name="Province">Its province.</param>
/// <param name="District">Its district without อำเภอ: เมืองพะเยา.</param>
public sealed record LocalAuthority(AuthorityCode Code, AuthorityType Type, string Name, ProvinceCode Province, string District)
{
    /// <summary>As documents name it: ทต.บ้านใหม่, อบจ.พะเยา, เมืองพัทยา.</summary>
    public string FullName => Type == AuthorityType.Special ? Name : Type.Abbreviation() + Name;

    /// <summary>With what tells it from others of the name: ทต.บ้านใหม่ อ.เมืองพะเยา รหัส 05560101.</summary>
    public string Described => $"{FullName} อ.{District} รหัส {Code}";

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {FullName}";
}
