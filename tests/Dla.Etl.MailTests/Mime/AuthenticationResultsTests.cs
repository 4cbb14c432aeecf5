using Dla.Etl.Mail;

namespace Dla.Etl.MailTests.Mime;

/// <summary>Whose word about SPF and DKIM is believed.</summary>
public sealed class AuthenticationResultsTests
{
    private const string Mine = "Authentication-Results: mx.dla.example.go.th;";

    [Theory]
    [InlineData(Mine + " spf=pass smtp.mailfrom=a@example.org; dkim=pass header.d=example.org; dmarc=pass", "spf=pass dkim=pass dmarc=pass", "all three")]
    [InlineData("Authentication-Results: MX.DLA.Example.go.th 1; spf = FAIL (sender (IP) is \\) bad) smtp.mailfrom=x", "spf=fail", "version, case, blanks, comments in comments")]
    [InlineData("Authentication-Results: (mine) mx.dla.example.go.th; auth=pass; dkim/1=none reason=\"no; key=x\"", "auth=pass dkim=none", "a comment first, a quoted reason with marks in it")]
    [InlineData(Mine + " none", "", "it checked nothing")]
    [InlineData(Mine + ";;= ;spf=;=pass; dmarc=pass", "dmarc=pass", "rubbish between")]
    [InlineData("Authentication-Results: mx.evil.example.org; spf=pass", null, "another's word")]
    [InlineData("Authentication-Results: mx.dla.example.go.th.example.org; spf=pass", null, "nearly the name")]
    [InlineData("Subject: a", null, "nothing said")]
    [InlineData("Authentication-Results: mx.evil.example.org; spf=pass\n" + Mine + " spf=fail", "spf=fail", "another's above is passed over")]
    [InlineData(Mine + " spf=fail\nReceived: from x\n" + Mine + " spf=pass; dkim=pass", "spf=fail", "a forged one below the server's trace")]
    [InlineData(Mine + " spf=fail\nAuthentication-Results: x; spf=pass\n" + Mine + " dkim=pass", "spf=fail", "a forged one below another's")]
    [InlineData(Mine + " spf=pass\n" + Mine + " dkim=fail\n" + "Received: from x", "spf=pass dkim=fail", "a server may write one header for each check")]
    [InlineData("Authentication-Results: ((((((; spf=pass", null, "comments that never close")]
    public void Results(string header, string? expected, string why) =>
        AuthenticationResults.Of(MailReader.ReadHeader(ReadingFolder.Crlf(header + "\n\n")), "mx.dla.example.go.th")?.ToString().ShouldBe(expected, why);

    [Fact]
    public void Nobody_is_trusted_without_a_name() =>
        AuthenticationResults.Of(MailReader.ReadHeader(ReadingFolder.Crlf("Authentication-Results: ; spf=pass\n\n")), "").ShouldBeNull();

    [Fact]
    public void The_best_signature_counts_and_its_domain_is_told()
    {
        var results = AuthenticationResults.Of(MailReader.ReadHeader(ReadingFolder.Crlf($"{Mine} dkim=fail header.d=list.example.org; dkim=pass\n header.d=example.org header.i=@example.org\n\n")), "mx.dla.example.go.th")!;

        (results.Spf, results.Dkim, results.Dmarc).ShouldBe((null, "pass", null));
        results.All.Select(one => one.Properties["header.d"]).ShouldBe(["list.example.org", "example.org"]);
    }
}
