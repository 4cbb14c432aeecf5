using System.Globalization;
using CsvHelper;

namespace Dla.Etl.MailProofTests.Post;

/// <summary>Returns of provinces under <c>testdata</c>, all synthetic.</summary>
internal static class Samples
{
    /// <summary>Folder of the sources.</summary>
    public static string Root { get; } = RootOf(AppContext.BaseDirectory);

    private static readonly Dictionary<int, string> s_accepted = Accepted();

    /// <summary>Provinces that sent something in order for 2563.</summary>
    public static IReadOnlyList<int> Provinces { get; } = [.. s_accepted.Keys.Append(49).Distinct().Order()];

    /// <summary>The first return of a province for 2563 that is in order.</summary>
    public static byte[] Return(int province) => File.ReadAllBytes(Path.Combine(Root, "testdata/samples/unit-cost-quantity", s_accepted[province]));

    /// <summary>Its ending: <c>.xlsx</c>.</summary>
    public static string Extension(int province) => Path.GetExtension(s_accepted[province]);

    /// <summary>The file of a sample, by its path there.</summary>
    public static byte[] File2563(string name) => File.ReadAllBytes(Path.Combine(Root, "testdata/samples/unit-cost-quantity/2563", name));

    /// <summary>The input of a case of the form: จังหวัดพะเยา unless it is about another.</summary>
    public static byte[] Case(string name) => File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(Root, "testdata/forms/unit-cost-quantity", name), "input.*").Single());

    /// <summary>A file that cannot be opened.</summary>
    public static byte[] BadInput(string name) => File.ReadAllBytes(Path.Combine(Root, "testdata/forms/bad-input", name));

    /// <summary>A message of the corpus.</summary>
    public static byte[] Corpus(string name) => File.ReadAllBytes(Path.Combine(Root, "testdata/mail", name));

    private static Dictionary<int, string> Accepted()
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(Root, "testdata/samples/unit-cost-quantity/arrivals.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var files = new Dictionary<int, string>();
        while (csv.Read())
            if (csv.GetField("outcome") == "accepted" && csv.GetField<int>("fiscal_year") == 2563)
                files.TryAdd(csv.GetField<int>("province"), csv.GetField("file")!);
        return files;
    }

    private static string RootOf(string from) => File.Exists(Path.Combine(from, "Dla.Etl.sln")) ? from : RootOf(Path.GetDirectoryName(from)!);
}
