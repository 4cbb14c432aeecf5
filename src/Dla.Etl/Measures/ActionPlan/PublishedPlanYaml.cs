using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>Turns the YAML of a year's published totals into <see cref="PublishedPlan"/>; parts that do not add up to their list are a mistake of the file.</summary>
internal static class PublishedPlanYaml
{
    public static PublishedPlan Read(string file, DefinitionFile content, FiscalYear year)
    {
        var map = StrictMap.Load(file, content.Text, "rules", "fiscal_year", "document", "lists");
        map.OneOf("rules", ("published-plan", true));
        if (FormYaml.YearOf(map) != year)
            throw map.Error("fiscal_year", "must be the year in the name of the file");
        return new PublishedPlan(year, map.Text("document"), content.Path,
            [.. map.Maps("lists", ["fund", "page", "counted", "projects", "baht", "strategies"]).Select(List)]);
    }

    private static PublishedList List(StrictMap map)
    {
        var list = new PublishedList(map.Text("fund"), map.Text("page"), map.Text("counted"), Count(map), Money(map),
            [.. map.Maps("strategies", ["strategy", "label", "projects", "baht", "remark"]).Select(Strategy)]);
        if (list.Strategies.Sum(one => one.Projects) != list.Projects)
            throw map.Error("projects", $"the strategies have {list.Strategies.Sum(one => one.Projects).ToString(CultureInfo.InvariantCulture)} together");
        return list.Strategies.Sum(one => one.Money.Satang) == list.Money.Satang
            ? list
            : throw map.Error("baht", $"the strategies have {new Baht(list.Strategies.Sum(one => one.Money.Satang))} together");
    }

    private static PublishedStrategy Strategy(StrictMap map) =>
        new(map.Text("strategy"), map.Text("label"), Count(map), Money(map), map.TextOrNull("remark") ?? "");

    private static int Count(StrictMap map) => map.Whole("projects", 1, 100_000);

    private static Baht Money(StrictMap map) =>
        long.TryParse(map.Text("baht"), NumberStyles.None, CultureInfo.InvariantCulture, out var baht) && baht is >= 0 and < 100_000_000_000_000
            ? new Baht(baht * 100)
            : throw map.Error("baht", $"must be whole baht without separators, not “{map.Text("baht")}”");
}
