using System.Globalization;
using Dla.Etl.Measures;
using Dla.Etl.Reporting;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Warehouse;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Measures;

public class MeasureTests
{
    private static readonly MeasureInput Input = FixedFigures.Input(Templates.Form(), []) with
    {
        Settings = new Dictionary<string, string> { ["items"] = "sub_activity", ["outputs"] = "sub_output", ["activities"] = "main_activity", ["field"] = "quantity" },
    };

    [Fact]
    public void Every_measure_that_a_report_names_exists() =>
        Written.Report.Sheets.Select(sheet => sheet.Measure).ShouldAllBe(name => MeasureCatalogue.Names.Contains(name));

    [Fact]
    public void A_measure_that_does_not_exist_names_those_that_do() =>
        Should.Throw<KeyNotFoundException>(() => MeasureCatalogue.Get("profit")).Message.ShouldContain("quantity_summary");

    [Fact]
    public void Quantities_of_different_units_are_never_added()
    {
        var totals = QuantityTotals.Of([Figure("11", "คน", 3), Figure("12", "ครั้ง", 4), Figure("13", "คน", 0)], "sub_activity", "quantity")["SA01"].ToList();
        totals.Select(total => (total.UnitOfMeasure, total.Total, total.Reported, total.Smallest, total.Largest))
            .ShouldBe([("คน", 3, 2, 0, 3), ("ครั้ง", 4, 1, 4, 4)]);
        totals[0].SmallestAt.ShouldBe(["13"]);
        totals[0].LargestAt.ShouldBe(["11"]);
    }

    [Fact]
    public void The_sums_by_unit_of_measure_add_up_to_all_that_was_reported() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Province, byte Unit, short Amount)[]>(), lines =>
        {
            var figures = lines.Select(line => Figure((line.Province % 76).ToString("00", System.Globalization.CultureInfo.InvariantCulture), $"หน่วย {line.Unit % 3}", line.Amount)).ToList();
            return QuantityTotals.Of(figures, "sub_activity", "quantity")["SA01"].Sum(total => total.Total) == figures.Sum(figure => figure.Amount);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_summary_prints_one_line_for_each_unit_of_measure_and_says_what_is_lacking()
    {
        var rows = QuantitySummary.Of(Input).Table!.Rows;
        rows.Count(row => row.Kind == "output").ShouldBe(2);
        rows.Count(row => row.Kind == "activity").ShouldBe(3);
        rows.Count(row => row.Kind.StartsWith("item", StringComparison.Ordinal)).ShouldBe(21, "item 3 was reported in two units");
        var third = rows.Select(row => row.Cells).Where(cells => cells[0].ToString() == "3").ShouldHaveSingleItem();
        third[4].ToString().ShouldBe("64/76");
        third[13].ToString().ShouldBe("ขาด 3 จังหวัด\n(2 หน่วยนับ)\nเทียบ 63 จังหวัด", "95 did not report last year");
        var last = rows[^1];
        last.Kind.ShouldBe("item_last");
        last.Cells.Skip(9).Take(4).Select(cell => cell.Kind).ShouldBe([CellContentKind.Missing, CellContentKind.Text, CellContentKind.Missing, CellContentKind.Missing]);
        rows.Select(row => row.Cells).Single(cells => cells[0].ToString() == "11")[12].ToString().ShouldBe("-", "last year was zero");
    }

    [Fact]
    public void This_year_and_last_are_compared_over_the_provinces_of_both_and_the_row_says_over_how_many()
    {
        // One and the same quantity everywhere in both years, but 95 reported this year only and 38 last year only.
        var figures = FixedFigures.Input(Input.Form, []).Rows<UnitFigure>("figures");
        var input = Input with
        {
            Query = (name, type) => name switch
            {
                "figures" => figures,
                "figures_last_year" => (List<UnitFigure>)[.. figures.Where(figure => figure.Unit != "95"), .. figures.Where(figure => figure.Unit == "11").Select(figure => figure with { Unit = "38", Amount = 99_0000 })],
                _ => Input.Query(name, type),
            },
        };
        var sixth = QuantitySummary.Of(input).Table!.Rows.Select(row => row.Cells).Single(cells => cells[0].ToString() == "6");
        sixth[3].ToString().ShouldNotBe(sixth[9].ToString(), "the sums are of different provinces");
        (sixth[4].ToString(), sixth[10].ToString()).ShouldBe(("73/76", "73/76"), "as many, but not the same");
        (sixth[11].ToString(), sixth[12].ToString()).ShouldBe(("0", "0"));
        sixth[13].ToString().ShouldEndWith("\nเทียบ 72 จังหวัด");
    }

    [Fact]
    public void Where_no_province_reported_in_both_years_nothing_is_compared()
    {
        var all = FixedFigures.Input(Input.Form, []).Rows<UnitFigure>("figures");
        var input = Input with
        {
            Query = (name, type) => name switch
            {
                "figures" => (List<UnitFigure>)[.. all.Where(figure => figure.Unit == "50")],
                "figures_last_year" => (List<UnitFigure>)[.. all.Where(figure => figure.Unit == "51")],
                _ => Input.Query(name, type),
            },
        };
        var sixth = QuantitySummary.Of(input).Table!.Rows.Select(row => row.Cells).Single(cells => cells[0].ToString() == "6");
        sixth.Skip(11).Take(2).ShouldAllBe(cell => cell.Kind == CellContentKind.Missing);
        sixth[13].ToString().ShouldBe("ขาด 75 จังหวัด\nเทียบ 0 จังหวัด");
    }

    [Fact]
    public void The_provinces_without_a_return_of_last_year_are_listed()
    {
        QuantitySummary.Of(Input).Values["provinces_missing_last_year"].ToString().ShouldBe("3 จังหวัด ได้แก่ บึงกาฬ มหาสารคาม นราธิวาส");
        var none = Input with { Query = (name, type) => name == "returns_last_year" ? new List<StandingReturn>() : Input.Query(name, type) };
        QuantitySummary.Of(none).Values["provinces_missing_last_year"].ToString().ShouldBe("ทั้ง 76 จังหวัด");
    }

    [Theory]
    [InlineData(2021, 5, 31, 70, 3, "the form's deadline of the circular")]
    [InlineData(2021, 6, 24, 71, 2, "put off to the day before เชียงใหม่ sent")]
    [InlineData(2021, 6, 25, 72, 1, "put off to the day on which เชียงใหม่ sent")]
    [InlineData(2021, 12, 31, 73, 0, "put off beyond all")]
    [InlineData(2021, 1, 1, 0, 73, "all are late")]
    public void On_time_and_late_are_judged_by_the_deadline_that_the_sheet_prints(int year, int month, int day, int onTime, int late, string reason)
    {
        var result = SubmissionStatus.Of(Input with { Form = Input.Form with { Deadline = new DateOnly(year, month, day) } });
        (result.Values["on_time"].ToString(), result.Values["late"].ToString(), result.Values["rejected"].ToString(), result.Values["not_sent"].ToString())
            .ShouldBe(($"{onTime}", $"{late}", "2", "1"), reason);
        (result.Table!.Rows.Count(row => row.Kind == "on_time"), result.Table.Rows.Count(row => row.Kind == "late")).ShouldBe((onTime, late), reason);
        result.Table.Rows.Count(row => row.Cells[7].ToString().StartsWith("ช้ากว่ากำหนด", StringComparison.Ordinal)).ShouldBe(late, reason);
    }

    [Fact]
    public void A_report_of_a_year_without_any_return_says_so_in_every_line()
    {
        var empty = Input with { Query = (_, type) => Array.CreateInstance(type, 0), Status = [.. Input.Provinces.Select(province => new UnitStatus(province.Code, Standing.Missing, null, null, null, 0))] };
        var rows = QuantitySummary.Of(empty).Table!.Rows.Where(row => row.Kind != "activity").ToList();
        rows.ShouldAllBe(row => row.Cells[3].Kind == CellContentKind.Missing && row.Cells[4].ToString() == "0/76" && row.Cells[13].ToString() == "ขาด 76 จังหวัด");
        rows.ShouldAllBe(row => row.Cells[10].Kind == CellContentKind.Missing, "no return of last year is known at all");
    }

    [Fact]
    public void The_matrix_has_76_provinces_in_six_regions_and_tells_zero_from_missing()
    {
        var rows = ProvinceMatrix.Of(Input).Table!.Rows;
        rows.Count(row => row.Kind == "region").ShouldBe(6);
        rows.Count(row => row.Kind is "reported" or "missing").ShouldBe(76);
        rows.Single(row => row.Cells[1].ToString() == "บึงกาฬ").Cells.Skip(2).ShouldAllBe(cell => cell.Kind == CellContentKind.Missing);
        rows.Single(row => row.Cells[1].ToString() == "แม่ฮ่องสอน").Cells[6].Kind.ShouldBe(CellContentKind.Missing, "one blank in a return that stands");
        rows.Single(row => row.Cells[1].ToString() == "พะเยา").Cells[12].ShouldBe(CellContent.Number(0), "a stated zero");
        rows.Single(row => row.Cells[1].ToString() == "แพร่").Cells[4].Mark.ShouldBe("*", "another unit of measure than the column's");
        rows[^2].Cells[4].Mark.ShouldBe("*", "the sum leaves that province out and says so");
        rows[^1].Cells[4].ToString().ShouldBe("64/76");
        rows.Where(row => row.Kind is "reported" or "missing").Take(9).Select(row => row.Cells[1].ToString())
            .ShouldBe(["เชียงราย", "เชียงใหม่", "น่าน", "พะเยา", "แพร่", "แม่ฮ่องสอน", "ลำปาง", "ลำพูน", "อุตรดิตถ์"], "leading vowels stand behind their consonant");
    }

    [Fact]
    public void The_status_counts_all_provinces_and_explains_each()
    {
        var result = SubmissionStatus.Of(Input);
        result.Values.Where(value => !value.Key.EndsWith("_names", StringComparison.Ordinal)).Select(value => (value.Key, value.Value.ToString())).Order()
            .ShouldBe([("late", "3"), ("not_sent", "1"), ("on_time", "70"), ("rejected", "2"), ("warned", result.Table!.Rows.Count(row => row.Cells[6].NumberValue > 0).ToString(CultureInfo.InvariantCulture))]);
        result.Values["late_names"].ToString().ShouldBe("3 จังหวัด ได้แก่ เชียงใหม่ สระแก้ว สุราษฎร์ธานี");
        string Remark(string province) => result.Table!.Rows.Single(row => row.Cells[1].ToString() == province).Cells[7].ToString();
        Remark("เชียงใหม่").ShouldBe("ช้ากว่ากำหนด 25 วัน");
        Remark("พะเยา").ShouldBe("ส่งฉบับแก้ไขเมื่อ 5 พ.ค. 2564");
        Remark("อุบลราชธานี").ShouldBe("ฉบับที่ส่งเมื่อ 16 พ.ค. 2564 ไม่ผ่านการตรวจสอบ ยังใช้ฉบับเดิม");
        Remark("มหาสารคาม").ShouldBe("ส่งแล้ว 2 ครั้ง ครั้งล่าสุดเมื่อ 17 พ.ค. 2564");
        Remark("บึงกาฬ").ShouldBe("ยังไม่ได้รับแบบรายงานที่ระบุได้ว่าเป็นของจังหวัดนี้");
        Remark("น่าน").ShouldBe("");
    }

    private static UnitFigure Figure(string unit, string measure, long amount) => new()
    {
        Unit = unit, GroupCode = "sub_activity", ItemCode = "SA01", FieldCode = "quantity", UnitOfMeasure = measure, Amount = amount,
    };
}
