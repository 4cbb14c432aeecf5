using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>What was published of a plan: how many projects and how much money each strategy has.</summary>
/// <param name="Year">The fiscal year.</param>
/// <param name="Document">The document that says so.</param>
/// <param name="Path">The file, relative to the templates folder.</param>
/// <param name="Lists">The plan's lists, as the document has them.</param>
public sealed record PublishedPlan(FiscalYear Year, string Document, string Path, IReadOnlyList<PublishedList> Lists)
{
    private const string Folder = "action-plan", Kind = "published";

    /// <summary>The file of a year.</summary>
    /// <exception cref="DefinitionException">There is none, or it is wrong; the message names it with line and key.</exception>
    [RuleFile(Folder, Kind)]
    public static object Of(DefinitionFiles definitions, FiscalYear year)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var file = RuleFiles.Get(definitions, Folder, Kind, year);
        return PublishedPlanYaml.Read(definitions.FullPath(file.Path), file, year);
    }

    /// <summary>The same, or null for a year whose plan was never published: no other year's stands in for it.</summary>
    public static PublishedPlan? Find(DefinitionFiles definitions, FiscalYear year)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return RuleFiles.Years(definitions, Folder, Kind).Contains(year) ? (PublishedPlan)Of(definitions, year) : null;
    }
}

/// <summary>A list of the plan, for example งบอำนวยการ (กรม).</summary>
/// <param name="Fund">Code of the list in the form.</param>
/// <param name="Page">Where the document sums it up.</param>
/// <param name="Counted">What its rows are called: โครงการ or รายการ.</param>
/// <param name="Projects">How many rows.</param>
/// <param name="Money">Their money.</param>
/// <param name="Strategies">The parts, which add up to it.</param>
public sealed record PublishedList(string Fund, string Page, string Counted, int Projects, Baht Money, IReadOnlyList<PublishedStrategy> Strategies);

/// <summary>A strategy of a list.</summary>
/// <param name="Strategy">Code in the form.</param>
/// <param name="Label">Its name.</param>
/// <param name="Projects">How many rows.</param>
/// <param name="Money">Their money.</param>
/// <param name="Remark">What is known of a difference; empty when nothing is.</param>
public sealed record PublishedStrategy(string Strategy, string Label, int Projects, Baht Money, string Remark);
