using Dla.Etl.Samples.Cases;
using Dla.Etl.Samples.Costs;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.LocalGrants;

/// <summary>A small file of a monthly form as delivered, and the verdict that a careful officer would give.</summary>
public sealed record GrantCase
{
    /// <summary>Name of its folder: year, verdict, what.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about.</summary>
    public required string What { get; init; }

    /// <summary>Form, and folder below <c>testdata/forms</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The table.</summary>
    public required SampleTable Table { get; init; }

    /// <summary>The return of the month before that stands, or null for none.</summary>
    public SampleTable? Before { get; init; }

    /// <summary>The return of a later month that stands already, or null for none.</summary>
    public SampleTable? After { get; init; }

    /// <summary>The department's action plan of the year that stands, or null for none.</summary>
    public Func<DraftWorkbook>? Plan { get; init; }

    /// <summary>What it was saved as.</summary>
    public Container Container { get; init; }

    /// <summary>The mistake, when it is not one of the table.</summary>
    public Action<DraftWorkbook>? Change { get; init; }

    /// <summary>Drop subfolder.</summary>
    public string? Folder { get; init; } = "56-พะเยา";

    /// <summary>Name as delivered, without its extension.</summary>
    public string FileName { get; init; } = "รายงาน";

    /// <summary>Code of the unit that must be found: of the authority to which all rows belong, else of the province.</summary>
    public string Unit { get; init; } = "56";

    /// <summary>The month that must be found.</summary>
    public string Period { get; init; } = "2566-05";

    /// <summary>Every finding of WARNING and graver.</summary>
    public IReadOnlyList<ExpectedFinding> Findings { get; init; } = [];

    /// <summary>Ids of INFO findings that must be among those given.</summary>
    public IReadOnlyList<string> Infos { get; init; } = [];

    /// <summary>What fields must turn out to be: codes for closed lists and authorities, baht with two decimals for money.</summary>
    public IReadOnlyList<(LineCell Cell, string Value)> Values { get; init; } = [];

    /// <summary>Second word of its name.</summary>
    public string Verdict => Name.Split('-')[1];

    /// <summary>The draft with its mistake.</summary>
    public DraftWorkbook Draw()
    {
        var draft = Table.Draw();
        Change?.Invoke(draft);
        return draft;
    }
}
