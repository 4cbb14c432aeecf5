using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Definitions;

/// <summary>The templates that the program carries with it.</summary>
internal static class Templates
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    public static FormCatalogue Forms { get; } = FormCatalogue.Load(Folder);

    public static FormDefinition Form(int year = 2563) => Forms.Get("unit-cost-quantity", FiscalYear.FromBuddhistEra(year));
}
