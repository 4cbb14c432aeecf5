using Dla.Etl.Definitions;
using Dla.Etl.Findings;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>class</c>: a rule of this one form that needs an <c>if</c>, found by the name in its setting <c>class</c>.</summary>
internal sealed class ClassCheck : ICheckKind
{
    public string Name => "class";

    public CheckShape Shape { get; } = new() { Required = ["class"] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        if (Find(check, form) is null)
            yield return $"no class '{check.Settings["class"]}' in {FolderOf(form)}";
    }

    public IEnumerable<Finding> Run(CheckScope scope) => ((ICheck)Activator.CreateInstance(Find(scope.Check, scope.Return.Form)!)!).Run(scope);

    private static Type? Find(CheckDefinition check, FormDefinition form) =>
        typeof(ClassCheck).Assembly.GetType($"{FolderOf(form)}.{check.Settings["class"]}") is { IsAbstract: false } type && typeof(ICheck).IsAssignableFrom(type)
            ? type
            : null;

    /// <summary>The namespace, and so the folder, of the form's rules: <c>unit-cost-quantity</c> has <c>Rules.UnitCostQuantity</c>.</summary>
    private static string FolderOf(FormDefinition form) =>
        "Dla.Etl.Validation.Rules." + string.Concat(form.Id.Split('-').Select(word => string.Concat(word[..1].ToUpperInvariant(), word.AsSpan(1))));
}
