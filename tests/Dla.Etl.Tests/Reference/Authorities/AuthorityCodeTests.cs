using Dla.Etl.Normalising;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Reference.Authorities;

public class AuthorityCodeTests
{
    private static readonly Gen<string> Codes =
        from type in Gen.Choose(1, 6)
        from province in Gen.Choose(10, 96)
        from rest in Gen.Choose(0, 9999)
        select $"0{type}{province}{rest:0000}";

    [Fact]
    public void Eight_digits_come_back_as_they_were_and_seven_are_the_same_code() =>
        Prop.ForAll(Codes.ToArbitrary(), code =>
            AuthorityCode.Parse(code).Value.ToString() == code
            && AuthorityCode.Parse(code[1..]).Value == AuthorityCode.Parse(code).Value
            && AuthorityCode.Parse(ThaiDigits.ToThai(code)).Value == AuthorityCode.Parse(code).Value
            && AuthorityCode.Parse(code).Value.Province.ToString() == code[2..4]
            && AuthorityCode.Parse(code).Value.District == code[2..6]).QuickCheckThrowOnFailure();

    [Fact]
    public void Codes_sort_as_their_text() =>
        Prop.ForAll(Codes.ToArbitrary(), Codes.ToArbitrary(), (one, other) =>
            Math.Sign(AuthorityCode.Parse(one).Value.CompareTo(AuthorityCode.Parse(other).Value)) == Math.Sign(string.CompareOrdinal(one, other))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_other_text_is_refused_and_never_throws() =>
        Prop.ForAll<string>(text => AuthorityCode.Parse(text) is var parsed && (!parsed.Succeeded || text.Length is 7 or 8)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null, "nothing")]
    [InlineData("", "nothing")]
    [InlineData("556030", "six digits have lost more than the zero")]
    [InlineData("0556030", "a code of seven digits lost its zero, so it begins with none")]
    [InlineData("005560301", "nine digits")]
    [InlineData("00560301", "no type 00")]
    [InlineData("07560301", "no type 07")]
    [InlineData("15560301", "the first digit is a zero")]
    [InlineData("05090301", "no province has a code below 10")]
    [InlineData("05970301", "no province has a code above 96")]
    [InlineData("0556030l", "a letter")]
    [InlineData("05560301 ", "the caller cleans")]
    [InlineData("٠٥٥٦٠٣٠١", "Arabic-Indic digits are no digits of ours")]
    public void What_is_no_code_is_told(string? text, string why)
    {
        AuthorityCode.Parse(text).Succeeded.ShouldBeFalse(why);
        AuthorityCode.Parse(text).Reason.ShouldBe($"“{text}” ไม่ใช่รหัส อปท. 8 หลัก");
    }
}
