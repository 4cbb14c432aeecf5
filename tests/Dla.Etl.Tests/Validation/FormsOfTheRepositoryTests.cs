using Dla.Etl.Definitions;
using Dla.Etl.Validation;

namespace Dla.Etl.Tests.Validation;

public class FormsOfTheRepositoryTests
{
    private static readonly FormCatalogue Forms = FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates"));

    [Fact]
    public void Every_check_of_every_form_can_be_run()
    {
        Forms.All.ShouldNotBeEmpty();
        Forms.All.SelectMany(ReturnValidator.CheckDefinitions).ShouldBeEmpty();
    }
}
