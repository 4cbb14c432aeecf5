using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Layouts;
using Dla.Etl.Samples.Offices;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.Cases;

/// <summary>A finding that a case must give.</summary>
/// <param name="Id">Id in the catalogue.</param>
/// <param name="Field">The field whose cell it names, or null when <paramref name="Cell"/> says it or the place does not matter.</param>
/// <param name="Cell">The cell, where it is no field of a line.</param>
public sealed record ExpectedFinding(string Id, LineCell? Field = null, string? Cell = null);

/// <summary>A small case: a file as delivered, and the verdict that a careful officer would give.</summary>
public sealed record SampleCase
{
    private static readonly Office Office = OfficeTable.Of(56);

    /// <summary>Name of its folder: year, verdict, what.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about.</summary>
    public required string What { get; init; }

    /// <summary>What the office had to say.</summary>
    public SampleReturn Of { get; init; } = Office.Return(2563);

    /// <summary>How the office made its workbook.</summary>
    public Manner Manner { get; init; } = Manners.Form;

    /// <summary>What it saved it as.</summary>
    public Container Container { get; init; }

    /// <summary>What happened to its Thai.</summary>
    public Misspelling Misspelling { get; init; }

    /// <summary>The mistake.</summary>
    public Action<DraftWorkbook>? Change { get; init; }

    /// <summary>Drop subfolder, or null for the top.</summary>
    public string? Folder { get; init; } = Office.Province.Folder;

    /// <summary>File name without extension as delivered.</summary>
    public string FileName { get; init; } = "ปริมาณงาน";

    /// <summary>Province that must be found, or null when none can be.</summary>
    public int? Province { get; init; } = 56;

    /// <summary>Every finding of WARNING and graver, in no particular order.</summary>
    public IReadOnlyList<ExpectedFinding> Findings { get; init; } = [];

    /// <summary>Ids of INFO findings that must be among those given.</summary>
    public IReadOnlyList<string> Infos { get; init; } = [];

    /// <summary>Second word of its name: ok, warning, error or fatal.</summary>
    public string Verdict => Name.Split('-')[1];

    /// <summary>The draft with its mistake.</summary>
    public DraftWorkbook Draw()
    {
        var draft = ReturnDrawing.Draw(Of, Manner);
        Change?.Invoke(draft);
        draft.Respell(text => Misspell.As(Misspelling, text));
        return draft;
    }
}
