namespace Dla.Etl.Findings;

/// <summary>How grave a finding is. The order matters: the gravest finding decides what becomes of a file.</summary>
public enum Severity
{
    /// <summary>For information: something was read with a named tolerance. The return is loaded.</summary>
    Info = 1,

    /// <summary>Look at it: it may be right. The return is loaded.</summary>
    Warning = 2,

    /// <summary>Wrong: nothing of the return is loaded; the last good version stands.</summary>
    Error = 3,

    /// <summary>The file cannot be read or is not one of our forms; no rule could be applied.</summary>
    Fatal = 4,
}

/// <summary>Names of the severities.</summary>
public static class Severities
{
    /// <summary>As the catalogue and scripts name it: INFO, WARNING, ERROR, FATAL.</summary>
    public static string Code(this Severity severity) => severity.ToString().ToUpperInvariant();

    /// <summary>As an officer reads it: what it asks of him.</summary>
    public static string Thai(this Severity severity) => severity switch
    {
        Severity.Info => "แจ้งเพื่อทราบ",
        Severity.Warning => "ข้อสังเกต",
        Severity.Error => "ต้องแก้ไข",
        Severity.Fatal => "ตรวจต่อไม่ได้",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Not a severity."),
    };
}
