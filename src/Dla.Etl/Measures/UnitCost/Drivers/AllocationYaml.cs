using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Drivers;

/// <summary>Turns the YAML of a year's drivers into <see cref="AllocationDrivers"/>, key by key; <see cref="AllocationProof"/> looks at the whole.</summary>
internal static class AllocationYaml
{
    private const string Percent = "อัตราส่วน (ร้อยละ)";

    private static readonly string[] Keys =
    [
        "rules", "fiscal_year", "source", "made_up", "table_3", "centres", "drivers", "indirect", "workload", "support",
        "sub_outputs", "main_activities", "main_outputs", "exclusions", "statements",
    ];

    public static AllocationDrivers Read(string file, string text, ContentHash hash, FiscalYear year)
    {
        var map = StrictMap.Load(file, text, Keys);
        map.OneOf("rules", ("unit-cost-allocation", true));
        if (FormYaml.YearOf(map) != year)
            throw map.Error("fiscal_year", "must be the year in the name of the file");
        var drivers = new AllocationDrivers
        {
            Year = year,
            Source = map.Text("source"),
            MadeUp = map.TextOrNull("made_up"),
            PrintsBeforeStepDown = map.OneOf("table_3", ("before_step_down", true), ("after_step_down", false)),
            Centres = Centres(map),
            Pools = Pools(map),
            Workload = [.. map.Maps("workload", ["centres", "each_province", "basis", "source", "shares"]).Select((rule, index) => Workload(rule, index))],
            Support = [.. map.Maps("support", ["code", "name", "unit", "quantity", "basis", "source", "shares"], optional: true).Select(Support)],
            SubOutputs = Rules(map, "sub_outputs", "sub_activities"),
            MainActivities = Rules(map, "main_activities", "sub_activities"),
            MainOutputs = Rules(map, "main_outputs", "sub_outputs"),
            Exclusions = Exclusions(map),
            Statements = StatementsOf(map.Map("statements", "total", "source")),
            Path = file,
            Hash = hash,
        };
        return AllocationProof.FirstMistake(drivers) is ({ } key, { } mistake)
            ? throw new DefinitionException(file, map.LineOf(key), key, mistake)
            : drivers;
    }

    private static Declared<IReadOnlyList<CostCentre>> Centres(StrictMap map) => map.IsMap("centres")
        ? Declared<IReadOnlyList<CostCentre>>.Unknown(Reason(map, "centres"))
        : Declared<IReadOnlyList<CostCentre>>.Known([.. map.Maps("centres", ["code", "each_province", "name", "kind", "province"]).SelectMany(Centre)]);

    // each_province: P stands for P11, P12 … with the province's name behind the given one.
    private static IEnumerable<CostCentre> Centre(StrictMap map)
    {
        var (name, kind) = (map.Text("name"), map.OneOf("kind", ("main", CentreKind.Main), ("support", CentreKind.Support)));
        if (map.Has("each_province"))
            return map.Has("code") || map.Has("province")
                ? throw map.Error("each_province", "gives code and province itself")
                : Provinces.All.Select(province => new CostCentre($"{map.Text("each_province")}{province.Code}", $"{name}{province.NameThai}", kind, province.Code));
        return [new CostCentre(map.Text("code"), name, kind, map.Has("province") ? ProvinceOf(map) : null)];
    }

    private static ProvinceCode ProvinceOf(StrictMap map) => ProvinceCode.Parse(map.Text("province")) is { Succeeded: true, Value: var code } && Provinces.TryGet(code, out _)
        ? code
        : throw map.Error("province", "must be the two digits of a province that reports, in quotes");

    private static IReadOnlyList<IndirectPool> Pools(StrictMap map)
    {
        var drivers = map.Maps("drivers", ["code", "name", "unit", "source", "figures"], optional: true).Select((driver, index) => (
            Code: driver.Text("code"),
            Split: SplitOf(driver, $"drivers[{index}].figures", "figures", $"{driver.Text("name")} ({driver.Text("unit")})"))).ToList();
        if (drivers.GroupBy(driver => driver.Code, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw map.Error("drivers", $"the driver {twice.Key} stands twice");
        return [.. map.Maps("indirect", ["code", "name", "categories", "accounts", "driver"], optional: true).Select(pool => new IndirectPool(
            pool.Text("code"), pool.Text("name"), [.. pool.Texts("categories").Select(category => Category(pool, "categories", category))], pool.Texts("accounts", optional: true),
            drivers.FirstOrDefault(driver => driver.Code == pool.Text("driver")).Split
                ?? throw pool.Error("driver", $"there is no driver {pool.Text("driver")}; there are {string.Join(", ", drivers.Select(driver => driver.Code))}")))];
    }

    private static SplitRule Workload(StrictMap map, int index)
    {
        var each = map.Flag("each_province");
        return each == map.Has("centres")
            ? throw map.Error("centres", "give either centres or each_province: true")
            : new SplitRule(each ? [] : map.Texts("centres"), each, SplitOf(map, $"workload[{index}].shares", "shares"));
    }

    private static SupportActivity Support(StrictMap map, int index) => new(
        map.Text("code"),
        map.Text("name"),
        map.IsMap("unit") ? Declared<string>.Unknown(Reason(map, "unit")) : Declared<string>.Known(map.Text("unit")),
        map.IsMap("quantity") ? Declared<Quantity>.Unknown(Reason(map, "quantity")) : Declared<Quantity>.Known(QuantityOf(map)),
        SplitOf(map, $"support[{index}].shares", "shares"));

    private static SplitRule[] Rules(StrictMap map, string key, string givers) =>
    [
        .. map.Maps(key, [givers, "basis", "source", "shares"])
            .Select((rule, index) => new SplitRule(rule.Texts(givers), false, SplitOf(rule, $"{key}[{index}].shares", "shares"))),
    ];

    private static Split SplitOf(StrictMap map, string key, string parts, string? basis = null)
    {
        var weights = map.Map(parts);
        return new Split(key, basis ?? map.TextOrNull("basis") ?? Percent, map.Text("source"), weights.Has("unknown")
            ? Declared<IReadOnlyList<SplitPart>>.Unknown(Reason(map, parts))
            : Declared<IReadOnlyList<SplitPart>>.Known([.. weights.Keys.Select(code => new SplitPart(code, weights.IsMap(code)
                ? Declared<Rational>.Unknown(Reason(weights, code))
                : Declared<Rational>.Known(Weight(weights, code))))]));
    }

    private static Rational Weight(StrictMap map, string code) => Rational.Parse(map.Text(code)) is { Succeeded: true, Value: { Sign: >= 0 } weight }
        ? weight
        : throw map.Error(code, $"must be a number not below 0, such as 5, 12.5 or 100/3, or {{unknown: why}}, not “{map.Text(code)}”");

    private static string Reason(StrictMap map, string key) => map.Map(key, "unknown").Text("unknown");

    private static Declared<IReadOnlyList<Exclusion>> Exclusions(StrictMap map) => map.IsMap("exclusions")
        ? Declared<IReadOnlyList<Exclusion>>.Unknown(Reason(map, "exclusions"))
        : Declared<IReadOnlyList<Exclusion>>.Known([.. map.Maps("exclusions", ["code", "category", "accounts", "reason", "source"]).Select(Exclusion)]);

    private static Exclusion Exclusion(StrictMap map) => new(
        map.Text("code"), Category(map, "category", map.Text("category")), map.Texts("accounts", optional: true), map.Text("reason"), map.Text("source"));

    private static ExpenseCategory Category(StrictMap map, string key, string code) =>
        CostKinds.Categories.Cast<ExpenseCategory?>().FirstOrDefault(category => category!.Value.Code() == code)
        ?? throw map.Error(key, $"“{code}” is no category; allowed are {string.Join(", ", CostKinds.Categories.Select(category => category.Code()))}");

    private static Statements StatementsOf(StrictMap map) => new(
        map.IsMap("total") ? Declared<Baht>.Unknown(Reason(map, "total")) : Declared<Baht>.Known(BahtOf(map)), map.Text("source"));

    private static Baht BahtOf(StrictMap map) => Number(map, "total") is { } amount && Baht.FromDecimal(amount) is { Succeeded: true, Value: var baht }
        ? baht
        : throw map.Error("total", "must be an amount in baht with at most two decimals");

    private static Quantity QuantityOf(StrictMap map) => Number(map, "quantity") is { } amount && Quantity.FromDecimal(amount) is { Succeeded: true, Value: var quantity }
        ? quantity
        : throw map.Error("quantity", "must be a number not below 0 with at most four decimals");

    private static decimal? Number(StrictMap map, string key) =>
        decimal.TryParse(map.Text(key), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
