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
