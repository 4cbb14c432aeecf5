using System.Numerics;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Values;

public class RationalTests
{
    private static readonly Arbitrary<(Rational A, Rational B, Rational C)> Three =
        (from a in Fraction() from b in Fraction() from c in Fraction() select (a, b, c)).ToArbitrary();

    public static TheoryData<string, string, string> Readable => new()
    {
        { "12", "12", "a whole number" },
        { "-0.75", "-3/4", "a decimal" },
        { "100/3", "100/3", "a fraction" },
        { "4/6", "2/3", "lowest terms" },
        { "1.5/0.25", "6", "decimals in a fraction" },
        { "-0", "0", "nought has no sign" },
        { "0.00000000000000000000000000000000000001", "1/100000000000000000000000000000000000000", "no limit of size" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void Texts_that_are_numbers(string text, string number, string reason) => Rational.Parse(text).Value.ToString().ShouldBe(number, reason);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("๑๒")]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("1/2/3")]
    [InlineData(" 1")]
    [InlineData("1,000")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1e5")]
    [InlineData("-")]
    public void Texts_that_are_none(string? text) => Rational.Parse(text).Reason.ShouldNotBeNull().ShouldContain("ไม่ใช่จำนวน");

    // number, floor, nearest
    [Theory]
    [InlineData("7/2", 3, 4)]
    [InlineData("-7/2", -4, -4)]
    [InlineData("1/2", 0, 1)]
    [InlineData("-1/2", -1, -1)]
    [InlineData("49/100", 0, 0)]
    [InlineData("-49/100", -1, 0)]
    [InlineData("-5", -5, -5)]
    [InlineData("0", 0, 0)]
    public void Halves_are_rounded_away_from_zero(string text, int floor, int nearest) =>
        (Rational.Parse(text).Value.Floor(), Rational.Parse(text).Value.Round()).ShouldBe((floor, nearest));

    [Fact]
    public void The_default_is_nought()
    {
        default(Rational).ShouldBe(Rational.Of(0, -5));
        default(Rational).Denominator.ShouldBe(1);
        (default(Rational) + Rational.One).ShouldBe(Rational.One);
        default(Rational).GetHashCode().ShouldBe(Rational.Of(0, 7).GetHashCode());
        Should.Throw<DivideByZeroException>(() => Rational.One / default(Rational));
        Should.Throw<DivideByZeroException>(() => Rational.Of(1, 0));
    }

    [Fact]
    public void It_is_a_field() => Prop.ForAll(Three, three =>
    {
        var (a, b, c) = three;
        return a + b == b + a && a * b == b * a && (a + b) + c == a + (b + c) && a * (b + c) == a * b + a * c
            && a - a == Rational.Zero && (b.Sign == 0 || a / b * b == a);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_always_in_lowest_terms_and_read_back_as_written() => Prop.ForAll(Three, three =>
    {
        var sum = three.A * three.B - three.C;
        return BigInteger.GreatestCommonDivisor(sum.Numerator, sum.Denominator).IsOne && sum.Denominator.Sign > 0 && Rational.Parse(sum.ToString()).Value == sum;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_floor_and_rest_agree() => Prop.ForAll(Three, three =>
    {
        var (a, b, _) = three;
        var rest = a.FractionalPart();
        return (a < b) == ((a - b).Sign < 0) && a.CompareTo(b) == -b.CompareTo(a) && rest.Sign >= 0 && rest < Rational.One && Rational.Of(a.Floor()) + rest == a
            && (a - Rational.Of(a.Round())).Abs() <= Rational.Of(1, 2) && a.Round() == -(-a).Round();
    }).QuickCheckThrowOnFailure();

    private static Gen<Rational> Fraction() =>
        from numerator in Gen.OneOf(Gen.Choose(-20, 20), Gen.Choose(-1_000_000, 1_000_000))
        from denominator in Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(1, 1_000_000))
        select Rational.Of(numerator, denominator);
}
