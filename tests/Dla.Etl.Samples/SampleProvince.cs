using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Dla.Etl.Values;

namespace Dla.Etl.Samples;

/// <summary>A province with the counts that give its figures their size.</summary>
/// <param name="Code">Official code.</param>
/// <param name="Thai">Name.</param>
/// <param name="English">Name in file names of the repository.</param>
/// <param name="Districts">อำเภอ.</param>
/// <param name="LocalAuthorities">อปท., registry of 10 June 2569.</param>
public sealed record SampleProvince(int Code, string Thai, string English, int Districts, int LocalAuthorities)
{
    /// <summary>The 76 provinces that report, in order of their codes; Bangkok has no สถจ.</summary>
    public static IReadOnlyList<SampleProvince> All { get; } = Load();

    /// <summary>The province with this code.</summary>
    public static SampleProvince Of(int code) => All.First(province => province.Code == code);

    /// <summary>Name of its drop folder, for example <c>56-พะเยา</c>.</summary>
    public string Folder => $"{Code}-{Thai}";

    /// <summary>Start of its file names in the repository, for example <c>56-phayao</c>.</summary>
    public string Slug => $"{Code}-" + English.ToLowerInvariant().Replace(' ', '-');

    private static List<SampleProvince> Load()
    {
        using var stream = typeof(Quantity).Assembly.GetManifestResourceStream("Dla.Etl.Reference.provinces.csv")
            ?? throw new InvalidOperationException("The province reference is not embedded in Dla.Etl.");
        using var reader = new CsvReader(new StreamReader(stream), new CsvConfiguration(CultureInfo.InvariantCulture));
        reader.Read();
        reader.ReadHeader();
        var provinces = new List<SampleProvince>();
        while (reader.Read())
            if (reader.GetField<int>("local_authorities") > 0)
                provinces.Add(Row(reader));
        return provinces;
    }

    private static SampleProvince Row(CsvReader reader) => new(
        reader.GetField<int>("code"),
        reader.GetField("name_th")!,
        reader.GetField("name_en")!,
        reader.GetField<int>("districts"),
        reader.GetField<int>("local_authorities"));
}
