namespace Dla.Etl.Findings;

/// <summary>One row of the findings catalogue: one id, one meaning, for ever. A retired id is not used again.</summary>
/// <param name="Id">Room and number, for example <c>VAL-001</c>.</param>
/// <param name="Severity">How grave it is, unless the form's YAML says otherwise.</param>
/// <param name="Title">Short Thai title.</param>
/// <param name="Message">Thai sentence for the officer with the slots <c>{subject}</c>, <c>{found}</c>, <c>{expected}</c>, <c>{reason}</c> and <c>{cell}</c>.</param>
/// <param name="WhatToDo">Thai sentence: what the officer does about it, with the same slots.</param>
public sealed record FindingKind(string Id, Severity Severity, string Title, string Message, string WhatToDo)
{
    /// <summary>The room that makes it: the letters before the hyphen of <see cref="Id"/>.</summary>
    public string Room => Id[..Id.IndexOf('-', StringComparison.Ordinal)];
}
