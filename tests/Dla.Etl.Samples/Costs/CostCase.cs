using System.Globalization;
using Dla.Etl.Samples.Cases;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.Costs;

/// <summary>A small file of a cost form as delivered, and the verdict that a careful accountant would give.</summary>
public sealed record CostCase
{
    /// <summary>Name of its folder: year, verdict, what.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about.</summary>
    public required string What { get; init; }

    /// <summary>Form, and folder below <c>testdata/forms</c>.</summary>
    public string Form { get; init; } = "cost-by-cost-centre";

    /// <summary>The table.</summary>
    public SampleTable? Table { get; init; }

    /// <summary>Draws it, where it is no table of that kind.</summary>
    public Func<DraftWorkbook>? Drawing { get; init; }

    /// <summary>What it was saved as.</summary>
    public Container Container { get; init; } = Container.Xlsx;

    /// <summary>The mistake, when it is not one of the table.</summary>
    public Action<DraftWorkbook>? Change { get; init; }

    /// <summary>Drop subfolder.</summary>
    public string Folder { get; init; } = "00-ส่วนกลาง";

    /// <summary>Every finding of WARNING and graver.</summary>
    public IReadOnlyList<ExpectedFinding> Findings { get; init; } = [];

    /// <summary>Ids of INFO findings that must be among those given.</summary>
    public IReadOnlyList<string> Infos { get; init; } = [];

    /// <summary>True when the bytes are saved once more in the wrong encoding, as happens between programs.</summary>
    public Func<byte[], byte[]>? Spoil { get; init; }

    /// <summary>What the fields of lines must turn out to be, by line and field: codes for closed lists, baht with two decimals for money.</summary>
    public IReadOnlyList<(LineCell Cell, string Value)> Values { get; init; } = [];

    /// <summary>Second word of its name.</summary>
    public string Verdict => Name.Split('-')[1];

    /// <summary>The fiscal year in its name.</summary>
    public int Year => int.Parse(Name[..4], CultureInfo.InvariantCulture);

    /// <summary>The draft with its mistake.</summary>
    public DraftWorkbook Draw()
    {
        var draft = Drawing is null ? Table!.Draw() : Drawing();
        Change?.Invoke(draft);
        return draft;
    }
}
