using System.Runtime.CompilerServices;
using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Definitions;

/// <summary>The page beside the forms says what the forms say. <c>DLA_UPDATE=1 dotnet test</c> rewrites it.</summary>
public class FormReadmeTests
{
    public static TheoryData<string> Forms => [.. Templates.Forms.All.Select(form => form.Id).Distinct()];

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_page_of_a_form_is_current(string id)
    {
        var page = FormReadme.Write([.. Templates.Forms.All.Where(form => form.Id == id)]);
        var file = Path.Combine(Repository(), "templates", "forms", id, "README.md");
        if (Environment.GetEnvironmentVariable("DLA_UPDATE") == "1")
            File.WriteAllText(file, page);

        File.ReadAllText(file).ShouldBe(page, "run DLA_UPDATE=1 dotnet test and look at what changed");
    }

    [Fact]
    public void A_difference_names_what_changed_from_year_to_year()
    {
        var before = Templates.Form();
        var group = before.Group("sub_activity");
        var after = before with
        {
            Groups =
            [
                .. before.Groups.Where(other => other != group),
                group with
                {
                    Items =
                    [
                        .. group.Items.Skip(1).Take(5),
                        group.Items[6] with { Unit = Declared<string>.Known("ครั้ง"), Ratio = Declared<long>.Known(75_000) },
                        .. group.Items.Skip(7),
                        group.Items[0] with { Code = "SA21", Number = 21 },
                    ],
                },
            ],
            Checks = [.. before.Checks.Skip(1)],
        };

        FormDifference.Between(before, after).ShouldBe(
        [
            "sub_activity รายการ SA01: เลิกใช้",
            "SA07 หน่วยนับ: “คน” เป็น “ครั้ง”",
            "SA07 อัตราส่วน: “5” เป็น “7.5”",
            "sub_activity รายการ SA21: เพิ่มใหม่",
            "การตรวจ whole_set sub_output: เลิกใช้",
        ]);
    }

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
