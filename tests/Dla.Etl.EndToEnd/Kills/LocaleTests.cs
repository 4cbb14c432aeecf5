namespace Dla.Etl.EndToEnd.Kills;

/// <summary>The language of the machine changes nothing that the program prints or writes.</summary>
public sealed class LocaleTests
{
    [Fact]
    public void ThaiAndPlainMachinesAgree()
    {
        using var place = new Place();
        CliRun[] Everything(string locale)
        {
            var variables = new Dictionary<string, string>(Eager.Variables) { ["LANG"] = locale, ["LC_ALL"] = locale };
            var workspace = place[locale];
            Directory.CreateDirectory(Path.Combine(workspace, "drop"));
            foreach (var name in new[] { "2563-ok-typical", "2563-error-negative", "2563-ok-csv-windows-874" })
                File.Copy(Repository.Input(name), Path.Combine(workspace, "drop", name + Path.GetExtension(Repository.Input(name))));
            CliRun Run(params string[] args) => DlaEtl.RunIn(workspace, variables, [.. args, "--workspace", "."]);
            return
            [
                Run("run"),
                Run("status"),
                Run("check", Repository.Input("2563-error-negative")),
                Run("dump", Repository.Input("2563-ok-typical")),
                Run("forms", "new", "unit-cost-quantity", "--year", "2564", "--province", "56", "--out", "blank.xlsx"),
                Run("report", "unit-cost-quantities", "--year", "2563", "--out", "r.xlsx", "--json"),
            ];
        }

        var (thai, plain) = (Everything("th_TH.UTF-8"), Everything("C.UTF-8"));
        foreach (var (one, other) in thai.Zip(plain))
        {
            one.ShouldEnd(other.Exit);
            one.Output.Replace("th_TH.UTF-8", "C.UTF-8", StringComparison.Ordinal).ShouldBe(other.Output);
        }

        foreach (var file in new[] { "blank.xlsx" })
            File.ReadAllBytes(place[$"th_TH.UTF-8/{file}"]).ShouldBe(File.ReadAllBytes(place[$"C.UTF-8/{file}"]));
        string Answers(string locale) => string.Concat(Directory.EnumerateFiles(place[locale + "/replies"], "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Path.GetFileName(path) + File.ReadAllText(path)));
        // An answer tells the minute of its receipt, which the two runs do not share.
        string Timeless(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[0-9]{1,2}[.:][0-9]{2}( น\\.)?", "เวลา", System.Text.RegularExpressions.RegexOptions.CultureInvariant);
        Timeless(Answers("th_TH.UTF-8")).ShouldBe(Timeless(Answers("C.UTF-8")));
    }
}
