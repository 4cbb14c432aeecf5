using Dla.Etl.Normalising;
using Dla.Etl.Tests.Validation;

namespace Dla.Etl.Tests.Normalising;

public class FigureUnitTests
{
    public static TheoryData<string, string, object?, string?, string> Units => new()
    {
        { "the form's own goes before all", "SA01", "ครั้ง", "คน", "เรื่อง" },
        { "as the form prints it", "SO1", null, null, "จำนวน อปท. ในจังหวัด" },
        { "then the column", "SA02", "ครั้ง", "คน", "ครั้ง" },
        { "then the cell", "SA02", null, "คน", "คน" },
        { "then none", "SA02", null, null, "" },
    };

    [Theory]
    [MemberData(nameof(Units))]
    public void A_figure_is_kept_under_one_unit(string why, string item, object? column, string? inCell, string unit) =>
        FigureUnit.Of(new FiledReturn().Row(item, 4, column, unitInCell: inCell).Build().Rows[0], 2).ShouldBe(unit, why);
}
