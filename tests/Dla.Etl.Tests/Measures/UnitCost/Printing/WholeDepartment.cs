using System.Globalization;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Reference;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Measures.UnitCost.Printing;

/// <summary>Costs and quantities of the whole department in two years, by arithmetic on codes: synthetic, and the same for ever. 85 centres, 20 sub-activities.</summary>
internal static class WholeDepartment
{
    private static readonly (ExpenseCategory Category, FundingSource Source, Behaviour Behaviour, int Weight)[] Kinds =
    [
        (ExpenseCategory.Personnel, FundingSource.Budget, Behaviour.Fixed, 520), (ExpenseCategory.Personnel, FundingSource.Central, Behaviour.Fixed, 80),
        (ExpenseCategory.Training, FundingSource.Budget, Behaviour.Variable, 35), (ExpenseCategory.Travel, FundingSource.Budget, Behaviour.Variable, 28),
        (ExpenseCategory.Operating, FundingSource.Budget, Behaviour.Variable, 95), (ExpenseCategory.Operating, FundingSource.OffBudget, Behaviour.Variable, 12),
        (ExpenseCategory.Depreciation, FundingSource.Depreciation, Behaviour.Fixed, 41), (ExpenseCategory.Other, FundingSource.Budget, Behaviour.Variable, 3),
    ];

    private static readonly string[] Units = ["เรื่อง", "ครั้ง", "คน", "รายการ"];

    public static AccountsInput Input { get; } = new()
    {
        Year = 2564,
        Rules = TestData.PathOf("unit-cost", "made-up", "rules"),
        Costs = [.. Costs(2564)],
        Quantities = [.. Quantities(2564)],
        LastYear = [.. Costs(2563)],
        QuantitiesLastYear = [.. Quantities(2563)],
        Adjustments =
        [
            Line("P30", ExpenseCategory.Operating, FundingSource.Budget, Behaviour.Variable, -125_000_00, "บันทึกค่าสาธารณูปโภคซ้ำในปีก่อน (สมมติ)"),
            Line("D01", ExpenseCategory.Training, FundingSource.Budget, Behaviour.Variable, 84_500_00, "ค้างรับรู้ค่าใช้จ่ายอบรมของปีก่อน (สมมติ)"),
        ],
        Explanations =
        [
            new() { Table = "7", Item = "SA03", Explanation = "สมมติ: งดการติดตามในพื้นที่ช่วงการแพร่ระบาด ปริมาณจึงลดลง", VersionId = "v-explain", RowPosition = 0 },
            new() { Table = "7", Item = "SA99", Explanation = "สมมติ: รหัสที่ไม่มีในตาราง", VersionId = "v-explain", RowPosition = 1 },
        ],
    };

    private static IEnumerable<CostLine> Costs(int year)
    {
        foreach (var (code, number) in Centres())
            foreach (var (category, source, behaviour, weight) in Kinds)
                yield return Line(code, category, source, behaviour, (long)weight * ((1500 + ((number * 37) % 900)) * 100 + ((number * year) % 97)) * (year == 2564 && category == ExpenseCategory.Travel ? 6 : 10) / 10, "");
        yield return Line("D01", ExpenseCategory.Personnel, FundingSource.Budget, Behaviour.Fixed, 38_765_432_10, "") with { Directness = Directness.Indirect };
        yield return Line("D01", ExpenseCategory.Operating, FundingSource.Budget, Behaviour.Variable, 21_000_000_33, "") with { Directness = Directness.Indirect };
        yield return Line("D04", ExpenseCategory.Operating, FundingSource.Budget, Behaviour.Variable, 7_654_321_98, "") with { Directness = Directness.Indirect, Account = "5104030299" };
        yield return Line("D01", ExpenseCategory.Grants, FundingSource.Budget, Behaviour.Variable, 236_479_663_099_00, "") with { Account = "5107010102" };
        yield return Line("D02", ExpenseCategory.Other, FundingSource.Budget, Behaviour.Variable, -45_000_00, "รับคืนค่าจ้าง (สมมติ)");
    }

    private static IEnumerable<(string Code, int Number)> Centres() => Provinces.All.Select(province => ($"P{province.Code}", province.Code.Number))
        .Concat(Enumerable.Range(1, 9).Select(number => (string.Create(CultureInfo.InvariantCulture, $"D{number:00}"), 200 + number)));

    // Two provinces sent nothing, one counts SA06 in another unit, one has done nothing of SA03, one is far off with SA10.
    private static IEnumerable<Volume> Quantities(int year)
    {
        foreach (var province in Provinces.All.Where(province => year == 2563 || province.Code.ToString() is not ("38" or "96")))
        {
            var code = province.Code.ToString();
            for (var item = 1; item <= 20; item++)
            {
                var amount = 40 + ((province.Code.Number * (item + 3)) % 55) + (item * 7);
                if (year == 2564 && item is 3 or 9)
                    amount = amount * (item == 3 ? 6 : 14) / 10;
                if (code == "50" && item == 10)
                    amount /= 12;
                yield return new Volume(string.Create(CultureInfo.InvariantCulture, $"SA{item:00}"), code, code == "44" && item == 6 ? "ราย" : Units[item % 4],
                    Quantity.FromDecimal(code == "27" && item == 3 ? 0 : amount).Value);
            }
            foreach (var activity in new[] { "MA1", "MA2", "MA3" })
                yield return new Volume(activity, code, "แห่ง", Quantity.FromDecimal(7_850).Value);
            foreach (var output in new[] { "SO1", "SO2" })
                yield return new Volume(output, code, "แห่ง", Quantity.FromDecimal(80 + (province.Code.Number % 40)).Value);
        }
    }

    private static CostLine Line(string centre, ExpenseCategory category, FundingSource source, Behaviour behaviour, long satang, string note) => new()
    {
        Centre = centre,
        Category = category,
        Source = source,
        Directness = Directness.Direct,
        Behaviour = behaviour,
        Amount = new Baht(satang),
        Account = "5101",
        Note = note,
    };
}
