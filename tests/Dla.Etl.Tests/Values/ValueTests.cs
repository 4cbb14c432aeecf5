using System.Reflection;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Values;

public class ValueTests
{
    [Theory]
    [InlineData("C7", 6, 2)]
    [InlineData("$C$7", 6, 2)]
    [InlineData("c7", 6, 2)]
    [InlineData("A1", 0, 0)]
    [InlineData("Z1", 0, 25)]
    [InlineData("AA1", 0, 26)]
    [InlineData("XFD1048576", 1_048_575, 16_383)]
    public void Addresses_are_read(string text, int row, int column) => CellAddress.Parse(text).Value.ShouldBe(new CellAddress(row, column));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("C")]
    [InlineData("C0")]
    [InlineData("C-1")]
    [InlineData("C+1")]
    [InlineData("C 7")]
    [InlineData("C๗")]
    [InlineData("ก7")]
    [InlineData("XFE1")]
    [InlineData("AAAA1")]
    [InlineData("A1048577")]
    public void Other_texts_are_no_address(string? text) => CellAddress.Parse(text).Reason.ShouldNotBeNull().ShouldContain("ตำแหน่งเซลล์");

    [Theory]
    [InlineData("A1:C3", "A1:C3")]
    [InlineData("$A$1:$C$3", "A1:C3")]
    [InlineData("B2", "B2")]
    [InlineData("B2:B2", "B2")]
    public void Ranges_are_read(string text, string printed) => CellRange.Parse(text).Value.ToString().ShouldBe(printed);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A1:")]
    [InlineData("A1:B2:C3")]
    [InlineData("C3:A1")]
    [InlineData("A3:C1")]
    public void Other_texts_are_no_range(string? text) => CellRange.Parse(text).Reason.ShouldNotBeNull().ShouldContain("ช่วงเซลล์");

    [Theory]
    [InlineData("B2", true)]
    [InlineData("D4", true)]
    [InlineData("A2", false)]
    [InlineData("E4", false)]
    [InlineData("B1", false)]
    [InlineData("D5", false)]
    public void A_range_contains_its_corners_and_nothing_outside(string address, bool inside) =>
        CellRange.Parse("B2:D4").Value.Contains(CellAddress.Parse(address).Value).ShouldBe(inside);

    [Fact]
    public void A_column_before_the_first_is_a_mistake_of_the_program() => Should.Throw<ArgumentOutOfRangeException>(() => CellAddress.ColumnName(-1));

    [Theory]
    [InlineData("2540")]
    [InlineData("2563")]
    [InlineData("2640")]
    public void Fiscal_years_are_read(string text) => UnderThai.Run(() => FiscalYear.Parse(text).Value.ToString()).ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("2539")]
    [InlineData("2641")]
    [InlineData("63")]
    [InlineData(" 2563")]
    [InlineData("๒๕๖๓")]
    [InlineData("2020")]
    public void Other_texts_are_no_fiscal_year(string? text) => FiscalYear.Parse(text).Reason.ShouldNotBeNull().ShouldContain("ปีงบประมาณ");

    [Theory]
    [InlineData("2019-09-30", 2562)]
    [InlineData("2019-10-01", 2563)]
    [InlineData("2020-09-30", 2563)]
    [InlineData("2020-10-01", 2564)]
    public void A_day_falls_into_its_fiscal_year(string day, int year) =>
        FiscalYear.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).BuddhistEra.ShouldBe(year);

    [Fact]
    public void A_fiscal_year_knows_its_edges()
    {
        var year = FiscalYear.FromBuddhistEra(2563);
        year.Start.ShouldBe(new DateOnly(2019, 10, 1));
        year.End.ShouldBe(new DateOnly(2020, 9, 30));
        year.Previous.BuddhistEra.ShouldBe(2562);
        Should.Throw<ArgumentOutOfRangeException>(() => FiscalYear.FromBuddhistEra(2539));
        Should.Throw<ArgumentOutOfRangeException>(() => FiscalYear.FromBuddhistEra(2641));
        Should.Throw<ArgumentOutOfRangeException>(() => FiscalYear.FromBuddhistEra(2540).Previous);
    }

    [Theory]
    [InlineData("10", true)]
    [InlineData("96", true)]
    [InlineData("09", false)]
    [InlineData("97", false)]
    [InlineData("5", false)]
    [InlineData("056", false)]
    [InlineData("๕๖", false)]
    [InlineData(null, false)]
    public void Province_codes_have_two_digits(string? text, bool read)
    {
        var code = ProvinceCode.Parse(text);
        code.Succeeded.ShouldBe(read);
        (read ? code.Value.ToString() : code.Reason!).ShouldContain(read ? text! : "รหัสจังหวัด");
    }

    [Fact]
    public void A_province_code_out_of_range_is_a_mistake_of_the_program()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ProvinceCode.From(9));
        Should.Throw<ArgumentOutOfRangeException>(() => ProvinceCode.From(97));
    }

    [Fact]
    public void A_hash_is_sixty_four_lower_case_digits()
    {
        const string empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        ContentHash.Of([]).ToString().ShouldBe(empty);
        ContentHash.FromHex(empty).ShouldBe(ContentHash.Of([]));
        ContentHash.FromDigest(Convert.FromHexString(empty)).ShouldBe(ContentHash.Of([]));
        Should.Throw<ArgumentException>(() => ContentHash.FromHex(empty.ToUpperInvariant()));
        Should.Throw<ArgumentException>(() => ContentHash.FromHex(empty[1..]));
        Should.Throw<ArgumentException>(() => ContentHash.FromHex(null!));
        Should.Throw<ArgumentException>(() => ContentHash.FromDigest(new byte[31]));
    }

    [Fact]
    public void What_was_not_read_has_no_value()
    {
        var failed = Parsed<int>.Failed("เหตุผล");
        failed.Succeeded.ShouldBeFalse();
        failed.Tolerances.ShouldBeEmpty();
        Should.Throw<InvalidOperationException>(() => failed.Value).Message.ShouldContain("เหตุผล");
        default(Parsed<int>).Succeeded.ShouldBeFalse();
        Parsed<int>.Ok(5).Reason.ShouldBeNull();
    }

    [Fact]
    public void What_is_not_known_has_a_reason_and_no_value()
    {
        Declared<int>.Known(5).Value.ShouldBe(5);
        var unknown = Declared<int>.Unknown("the scan lost it");
        unknown.IsKnown.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => unknown.Value).Message.ShouldContain("the scan lost it");
    }

    [Fact]
    public void Every_value_is_a_readonly_record_struct()
    {
        // Tolerance is a name shared by reference; the static class only prints.
        var exceptions = new[] { typeof(Tolerance), typeof(BahtInWords) };
        var values = typeof(Quantity).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(Quantity).Namespace).Except(exceptions).ToList();
        values.Count.ShouldBeGreaterThan(7);
        foreach (var type in values)
        {
            type.IsValueType.ShouldBeTrue($"{type.Name} is no struct");
            type.GetCustomAttributes().Any(mark => mark.GetType().Name == "IsReadOnlyAttribute").ShouldBeTrue($"{type.Name} is not readonly");
            type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic).ShouldNotBeNull($"{type.Name} is no record");
        }
    }
}
