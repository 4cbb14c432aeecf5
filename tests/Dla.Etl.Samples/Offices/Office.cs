using Dla.Etl.Samples.Layouts;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.Offices;

/// <summary>What an office calls the file it sends.</summary>
public enum Naming
{
    /// <summary>Year and province in words.</summary>
    Full,

    /// <summary>Short, with สถจ.</summary>
    Office,

    /// <summary>English.</summary>
    English,

    /// <summary>The title only: neither province nor year.</summary>
    TitleOnly,

    /// <summary>As the program proposes: Book1.</summary>
    Book1,
}

/// <summary>An office and its habits, which it keeps from year to year.</summary>
/// <param name="Code">Province.</param>
/// <param name="Manner">How it makes its workbook.</param>
/// <param name="Container">What it saves it as.</param>
/// <param name="Naming">What it calls it.</param>
public sealed record Office(int Code, Manner Manner, Container Container = Container.Xlsx, Naming Naming = Naming.Full)
{
    /// <summary>What happens to its Thai.</summary>
    public Misspelling Misspelling { get; init; }

    /// <summary>True when it drops its files at the top of the drop folder.</summary>
    public bool AtTop { get; init; }

    /// <summary>Units that it writes otherwise than most, by sub-activity.</summary>
    public IReadOnlyDictionary<int, string>? OwnUnits { get; init; }

    /// <summary>The province.</summary>
    public SampleProvince Province => SampleProvince.Of(Code);

    /// <summary>The name of a file for a fiscal year.</summary>
    public string FileName(int year) => Naming switch
    {
        Naming.Full => $"ปริมาณงานต้นทุนต่อหน่วย ปี {year} {Province.Thai}",
        Naming.Office => $"สถจ.{Province.Thai} ปริมาณ {year % 100}",
        Naming.English => $"{Province.English} unit cost {year}",
        Naming.TitleOnly => "ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก",
        _ => "Book1",
    } + Container.Extension();

    /// <summary>Its workbook for a return.</summary>
    public Drafts.DraftWorkbook Draw(SampleReturn of) => ReturnDrawing.Draw(of, Manner);

    /// <summary>Its return for a fiscal year.</summary>
    public SampleReturn Return(int year) => SampleReturn.Of(year, Province, OwnUnits);

    /// <summary>The bytes of a workbook, its Thai misspelt as this office does.</summary>
    public byte[] Save(Drafts.DraftWorkbook draft)
    {
        draft.Respell(text => Misspell.As(Misspelling, text));
        return DraftWriting.Write(draft, Container);
    }
}
