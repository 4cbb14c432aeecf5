namespace Dla.Etl.Findings.Kinds;

/// <summary>What loading says about a return as a whole.</summary>
public static class LoadingFindings
{
    /// <summary>A file that had to wait came to its turn after a newer one of the same unit.</summary>
    public static readonly FindingKind NewerStands = new("LOD-001", Severity.Error,
        "มีไฟล์ที่ส่งหลังกว่านำเข้าแล้ว",
        "ระบบตรวจไฟล์นี้ (เลขรับที่ {found}) หลังจากนำเข้าไฟล์ที่ท่านส่งมาภายหลัง (เลขรับที่ {expected}) แล้ว จึงไม่ใช้ไฟล์นี้แทน",
        "ไม่ต้องส่งใหม่ หากข้อมูลของเลขรับที่ {expected} ถูกต้องแล้ว หากต้องการใช้ข้อมูลในไฟล์นี้ โปรดส่งไฟล์นี้มาอีกครั้ง");
}
