using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation;

/// <summary>Runs the checks that a form's YAML lists, in its order.</summary>
public static class ReturnValidator
{
    private const int MostNamed = 5;

    /// <summary>Mistakes in the checks of a form, in English: the key in the YAML (<c>checks[3]</c>) and what is wrong; empty when they can be run. The loader of forms refuses a form that has any.</summary>
    public static IReadOnlyList<(string Key, string Problem)> CheckDefinitions(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return CheckKinds.Mistakes(form);
    }

    /// <summary>Everything that there is to say about a return. A template that came back empty is told once, not blank by blank.</summary>
    /// <param name="filed">The return as read.</param>
    /// <param name="context">What is known beyond it.</param>
    /// <param name="earlier">Findings of the steps before, which stay in front.</param>
    /// <exception cref="InvalidOperationException">The form lists a check that cannot be run: its loader has not asked <see cref="CheckDefinitions"/>.</exception>
    public static ValidatedReturn Validate(NormalisedReturn filed, ValidationContext context, IReadOnlyList<Finding> earlier)
    {
        ArgumentNullException.ThrowIfNull(filed);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(earlier);
        var mistakes = CheckKinds.Mistakes(filed.Form);
        if (mistakes.Count > 0)
            throw new InvalidOperationException($"{filed.Form.Path}: {string.Join("; ", mistakes.Select(mistake => $"{mistake.Key}: {mistake.Problem}"))}");
        var findings = EmptyTemplate(filed) is { } empty
            ? [empty]
            : filed.Form.Checks.SelectMany(check => Run(new CheckScope(filed, context, check))).Concat(KeptFromEarlier(filed, context));
        return new ValidatedReturn(filed, [.. earlier, .. findings]);
    }

    /// <summary>What the YAML says about severity holds for what is wrong; what is only for information stays so.</summary>
    private static IEnumerable<Finding> Run(CheckScope scope) => CheckKinds.ByName[scope.Check.Kind].Run(scope)
        .Select(finding => scope.Check.Severity is { } severity && finding.Severity > Severity.Info
            ? finding with { Severity = severity }
            : finding);

    private static IEnumerable<Finding> KeptFromEarlier(NormalisedReturn filed, ValidationContext context)
    {
        var kept = context.KeptFromEarlier;
        if (kept.Count > 0)
            yield return new Finding(AuthorityFindings.KeptFromEarlier)
            {
                Found = Counts.Show(kept.Count), Expected = ThaiPeriods.Called(filed.Period),
                Subject = string.Join(", ", kept.Take(MostNamed)) + (kept.Count > MostNamed ? " …" : ""),
            };
    }

    /// <summary>Looks at the figures that the sender must fill; constants that the form prints itself are none of them.</summary>
    private static Finding? EmptyTemplate(NormalisedReturn filed)
    {
        var (blanks, sheet) = (0, (string?)null);
        foreach (var row in filed.Rows)
        {
            if (row.SaysNothing)
                return null;
            for (var index = 0; index < row.Fields.Count; index++)
            {
                if (row.Group.Fields[index] is not { Role: FieldRole.Figure, Required: true })
                    continue;
                if (row.Fields[index].State is not (FieldState.Missing or FieldState.NoColumn))
                    return null;
                if (row.Fields[index].State == FieldState.Missing && blanks++ == 0)
                    sheet = row.Fields[index].Source?.Sheet;
            }
        }

        return blanks == 0 ? null : new Finding(CompletenessFindings.EmptyTemplate, sheet is null ? default : Place.On(sheet)) { Found = Counts.Show(blanks) };
    }
}
