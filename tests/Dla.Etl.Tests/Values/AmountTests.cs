using Dla.Etl.Normalising;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Values;

public class AmountTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(78_500_000, "7850")]
    [InlineData(125_000, "12.5")]
    [InlineData(1, "0.0001")]
    [InlineData(-1, "-0.0001")]
    [InlineData(long.MaxValue, "922337203685477.5807")]
    [InlineData(long.MinValue, "-922337203685477.5808")]
    public void Quantities_print_the_shortest_text(long count, string text) => UnderThai.Run(() => new Quantity(count).ToString()).ShouldBe(text);

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5, "0.05")]
    [InlineData(123_450, "1,234.50")]
    [InlineData(-123_450, "-1,234.50")]
    [InlineData(long.MaxValue, "92,233,720,368,547,758.07")]
    public void Money_prints_grouped_with_two_decimals(long satang, string text) => UnderThai.Run(() => new Baht(satang).ToString()).ShouldBe(text);

    [Fact]
    public void Decimals_become_exact_amounts_or_none()
    {
        Quantity.FromDecimal(0.0001m).Value.TenThousandths.ShouldBe(1);
        Quantity.FromDecimal(922337203685477.5807m).Value.TenThousandths.ShouldBe(long.MaxValue);
        Quantity.FromDecimal(-922337203685477.5807m).Value.TenThousandths.ShouldBe(-long.MaxValue);
        Quantity.FromDecimal(0.00005m).Reason.ShouldNotBeNull().ShouldContain("ทศนิยม");
        Quantity.FromDecimal(922337203685477.5808m).Reason.ShouldNotBeNull().ShouldContain("ใหญ่เกิน");
        Quantity.FromDecimal(decimal.MinValue).Succeeded.ShouldBeFalse();
        Baht.FromDecimal(0.01m).Value.Satang.ShouldBe(1);
        Baht.FromDecimal(92233720368547758.07m).Value.Satang.ShouldBe(long.MaxValue);
        Baht.FromDecimal(0.005m).Reason.ShouldNotBeNull().ShouldContain("สตางค์");
        Baht.FromDecimal(92233720368547758.08m).Reason.ShouldNotBeNull().ShouldContain("ใหญ่เกิน");
    }

    [Fact]
    public void Sums_are_exact_or_throw()
    {
        (new Quantity(1) + new Quantity(2)).ShouldBe(new Quantity(3));
        Quantity.Add(new Quantity(1), new Quantity(-2)).ShouldBe(new Quantity(-1));
        Should.Throw<OverflowException>(() => new Quantity(long.MaxValue) + new Quantity(1));
        (new Baht(10) + new Baht(20)).ShouldBe(new Baht(30));
        Baht.Add(new Baht(10), new Baht(20)).ShouldBe(Baht.Subtract(new Baht(40), new Baht(10)));
        Should.Throw<OverflowException>(() => new Baht(long.MaxValue) + new Baht(1));
        Should.Throw<OverflowException>(() => new Baht(long.MinValue) - new Baht(1));
    }

    [Theory]
    [InlineData("0", "ศูนย์บาทถ้วน")]
    [InlineData("1", "หนึ่งบาทถ้วน")]
    [InlineData("10", "สิบบาทถ้วน")]
    [InlineData("11", "สิบเอ็ดบาทถ้วน")]
    [InlineData("20", "ยี่สิบบาทถ้วน")]
    [InlineData("21", "ยี่สิบเอ็ดบาทถ้วน")]
    [InlineData("100", "หนึ่งร้อยบาทถ้วน")]
    [InlineData("101", "หนึ่งร้อยเอ็ดบาทถ้วน")]
    [InlineData("111", "หนึ่งร้อยสิบเอ็ดบาทถ้วน")]
    [InlineData("121.50", "หนึ่งร้อยยี่สิบเอ็ดบาทห้าสิบสตางค์")]
    [InlineData("0.25", "ยี่สิบห้าสตางค์")]
    [InlineData("0.01", "หนึ่งสตางค์")]
    [InlineData("-5", "ลบห้าบาทถ้วน")]
    [InlineData("-0.21", "ลบยี่สิบเอ็ดสตางค์")]
    [InlineData("1000000", "หนึ่งล้านบาทถ้วน")]
    [InlineData("1000001", "หนึ่งล้านเอ็ดบาทถ้วน")]
    [InlineData("1000011", "หนึ่งล้านสิบเอ็ดบาทถ้วน")]
    [InlineData("651381590", "หกร้อยห้าสิบเอ็ดล้านสามแสนแปดหมื่นหนึ่งพันห้าร้อยเก้าสิบบาทถ้วน")]
    [InlineData("236479663099", "สองแสนสามหมื่นหกพันสี่ร้อยเจ็ดสิบเก้าล้านหกแสนหกหมื่นสามพันเก้าสิบเก้าบาทถ้วน")]
    [InlineData("1000000000000", "หนึ่งล้านล้านบาทถ้วน")]
    [InlineData("-92233720368547758.08", "ลบเก้าหมื่นสองพันสองร้อยสามสิบสามล้านเจ็ดแสนสองหมื่นสามร้อยหกสิบแปดล้านห้าแสนสี่หมื่นเจ็ดพันเจ็ดร้อยห้าสิบแปดบาทแปดสตางค์")]
    public void Money_is_written_in_words(string baht, string words)
    {
        var satang = (long)(decimal.Parse(baht, System.Globalization.CultureInfo.InvariantCulture) * 100);
        BahtInWords.Of(new Baht(satang)).ShouldBe(words);
    }

    [Fact]
    public void What_is_printed_is_read_back() => Prop.ForAll<long>(count => UnderThai.Run(() =>
        QuantityText.Parse(Cells.Text(new Quantity(count).ToString())).Value.Amount == new Quantity(count)
        && Quantity.FromDecimal(new Quantity(count).ToDecimal()).Value == new Quantity(count)
        && MoneyText.Parse(Cells.Text(new Baht(count).ToString())).Value == new Baht(count)
        && Baht.FromDecimal(new Baht(count).ToDecimal()).Value == new Baht(count))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_count_survives_a_numeric_cell() => Prop.ForAll(
        Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(),
        count => QuantityText.Parse(Cells.Number((double)(count / 10_000m))) is { Succeeded: true, Tolerances.Count: 0 } read
            && read.Value.Amount.TenThousandths == count).QuickCheckThrowOnFailure();

    [Fact]
    public void Addresses_and_ranges_go_there_and_back()
    {
        var addresses = Gen.Choose(0, 1_048_575).SelectMany(row => Gen.Choose(0, 16_383).Select(column => new CellAddress(row, column)));
        Prop.ForAll(addresses.ToArbitrary(), addresses.ToArbitrary(), (a, b) =>
        {
            var range = new CellRange(
                new CellAddress(Math.Min(a.Row, b.Row), Math.Min(a.Column, b.Column)),
                new CellAddress(Math.Max(a.Row, b.Row), Math.Max(a.Column, b.Column)));
            return CellAddress.Parse(a.ToString()).Value == a && CellRange.Parse(range.ToString()).Value == range && range.Contains(a) && range.Contains(b);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Years_codes_and_hashes_go_there_and_back()
    {
        for (var year = FiscalYear.First; year <= FiscalYear.Last; year++)
            FiscalYear.Parse(FiscalYear.FromBuddhistEra(year).ToString()).Value.BuddhistEra.ShouldBe(year);
        for (var code = 10; code <= 96; code++)
            ProvinceCode.Parse(ProvinceCode.From(code).ToString()).Value.Number.ShouldBe(code);
        Prop.ForAll<byte[]>(bytes => ContentHash.FromHex(ContentHash.Of(bytes).Hex) == ContentHash.Of(bytes)).QuickCheckThrowOnFailure();
        var days = Gen.Choose(new DateOnly(1996, 10, 1).DayNumber, new DateOnly(2097, 9, 30).DayNumber).Select(DateOnly.FromDayNumber);
        Prop.ForAll(days.ToArbitrary(), day => FiscalYear.Of(day) is var year && year.Start <= day && day <= year.End).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Order_follows_the_number()
    {
        Prop.ForAll<long, long>((a, b) => Follows(new Quantity(a), new Quantity(b), a.CompareTo(b)) && Follows(new Baht(a), new Baht(b), a.CompareTo(b)))
            .QuickCheckThrowOnFailure();
        (new Quantity(1) < new Quantity(2) && new Quantity(2) > new Quantity(1) && new Quantity(1) <= new Quantity(1) && new Quantity(1) >= new Quantity(1)).ShouldBeTrue();
        (new Baht(1) < new Baht(2) && new Baht(2) > new Baht(1) && new Baht(1) <= new Baht(1) && new Baht(1) >= new Baht(1)).ShouldBeTrue();
        var (early, late) = (FiscalYear.FromBuddhistEra(2563), FiscalYear.FromBuddhistEra(2564));
        (early < late && late > early && early <= late && late >= early).ShouldBeTrue();
        var (low, high) = (ProvinceCode.From(11), ProvinceCode.From(96));
        (low < high && high > low && low <= high && high >= low).ShouldBeTrue();
        var (first, next) = (new CellAddress(0, 9), new CellAddress(1, 0));
        (first < next && next > first && first <= next && next >= first && new CellAddress(0, 1) > new CellAddress(0, 0)).ShouldBeTrue();
    }

    private static bool Follows<T>(T left, T right, int order) where T : IComparable<T> => Math.Sign(left.CompareTo(right)) == Math.Sign(order);
}
