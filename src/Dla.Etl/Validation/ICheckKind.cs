using Dla.Etl.Definitions;
using Dla.Etl.Findings;

namespace Dla.Etl.Validation;

/// <summary>What a kind of check expects of its line in the form's YAML. A group or field that is not needed may still be named.</summary>
internal sealed record CheckShape
{
    /// <summary>The line must name a group; without one every group is looked at.</summary>
    public bool NeedsGroup { get; init; }

    /// <summary>The line must name a field.</summary>
    public bool NeedsField { get; init; }

    /// <summary>The field, when named, must have an amount: a quantity, money or a ratio.</summary>
    public bool NeedsAmount { get; init; }

    /// <summary>Settings that must be given.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Settings that may be given.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];
}

/// <summary>Something that looks at a return: a kind of check of the fixed list, or a rule of one form.</summary>
internal interface ICheck
{
    /// <summary>Looks at the return.</summary>
    IEnumerable<Finding> Run(CheckScope scope);
}

/// <summary>A kind of check that a form's YAML can name. A class that implements it and has no constructor arguments is found by its <see cref="Name"/>.</summary>
internal interface ICheckKind : ICheck
{
    /// <summary>As the YAML names it, for example <c>unit_matches</c>.</summary>
    string Name { get; }

    /// <summary>What its line must and may say.</summary>
    CheckShape Shape { get; }

    /// <summary>Mistakes in the values of the settings, in English for the author of the YAML; called only when the line has the right shape.</summary>
    IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form);
}
