namespace Dla.Etl.Warehouse;

/// <summary>What an imported reference is of.</summary>
public enum ReferenceKind
{
    /// <summary>The registry of local authorities (ทะเบียน อปท.).</summary>
    Authorities,

    /// <summary>The list of districts (รายชื่ออำเภอ).</summary>
    Districts,
}

/// <summary>Names of the kinds.</summary>
public static class ReferenceKinds
{
    /// <summary>As a sentence names it: ทะเบียน อปท., รายชื่ออำเภอ.</summary>
    public static string NameThai(this ReferenceKind kind) => kind == ReferenceKind.Authorities ? "ทะเบียน อปท." : "รายชื่ออำเภอ";

    /// <summary>What is counted in it: อปท., อำเภอ.</summary>
    public static string Counted(this ReferenceKind kind) => kind == ReferenceKind.Authorities ? "อปท." : "อำเภอ";
}

/// <summary>An edition of a reference in the warehouse.</summary>
/// <param name="Kind">What it is of.</param>
/// <param name="Number">1 for the first of its kind.</param>
/// <param name="Effective">The day that it holds for.</param>
/// <param name="FileName">The file that it came from.</param>
/// <param name="Sha256">Of that file.</param>
/// <param name="Count">How many authorities or districts it has.</param>
/// <param name="ImportedAt">When.</param>
/// <param name="Sequence">The commit that imported it.</param>
/// <param name="RunId">The run.</param>
public sealed record ReferenceEdition(
    ReferenceKind Kind, long Number, DateOnly Effective, string FileName, string Sha256, int Count, DateTimeOffset ImportedAt, long Sequence, string RunId);

/// <summary>What an import did.</summary>
/// <param name="Edition">The edition that stands for the day now.</param>
/// <param name="WasThere">True when the same bytes stood for the same day already, so that nothing was written.</param>
/// <param name="Before">The edition that held for the day until now; null when there was none.</param>
public sealed record ImportedEdition(ReferenceEdition Edition, bool WasThere, ReferenceEdition? Before);
