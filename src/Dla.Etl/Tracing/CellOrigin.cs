using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>Where the content of a report's cell comes from. It is stored beside the report, is not printed and does not count in the content hash.</summary>
public abstract record CellOrigin;

/// <summary>A cost, or several added up, as a calculation computed it.</summary>
/// <param name="Calculation">Id of the <see cref="TracedCalculation"/> that the measure hands over.</param>
/// <param name="Point">The places of its flow.</param>
public sealed record CostPlaces(string Calculation, TracePoint Point) : CellOrigin
{
    /// <summary>Code of a cost centre: only what that centre brought into the places, for the unit cost of a province; null for all of their cost.</summary>
    public string? OnlyFromCentre { get; init; }
}

/// <summary>Which of the reported figures a cell shows.</summary>
public enum FigureChoice
{
    /// <summary>All of them added up.</summary>
    Sum,

    /// <summary>The smallest that a unit stated.</summary>
    Smallest,

    /// <summary>The largest that a unit stated.</summary>
    Largest,

    /// <summary>How many units stated one.</summary>
    Count,
}

/// <summary>Figures of the versions that stood as of the report's sequence.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Period">The year or month of the returns.</param>
/// <param name="Group">Group of the form.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Field">Code of the field.</param>
/// <param name="UnitOfMeasure">Only figures in this unit of measure; null for any, "" for those that state none.</param>
public sealed record ReportedFigures(string Form, Period Period, string Group, string Item, string Field, string? UnitOfMeasure) : CellOrigin
{
    /// <summary>Code of the only unit whose figures count; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>Only units that stated the same item in the same unit of measure in this fiscal year too, because two years are compared; null for all.</summary>
    public Period? AlsoIn { get; init; }

    /// <summary>What the cell shows of them.</summary>
    public FigureChoice Shows { get; init; }
}

/// <summary>What a cell shows of the rows that count for local authorities.</summary>
public enum AuthorityChoice
{
    /// <summary>The field added up.</summary>
    Sum,

    /// <summary>How many rows there are.</summary>
    Rows,

    /// <summary>How many authorities have rows.</summary>
    Authorities,
}

/// <summary>Only rows in which a field is a text: one item, one stage.</summary>
/// <param name="Field">Code of the field.</param>
/// <param name="Text">Its text; a code of a closed list.</param>
public sealed record RowChoice(string Field, string Text);

/// <summary>The rows that count for local authorities as of the report's sequence: the newest standing return that has rows of an authority, its own or its province's.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Period">Month or year of the returns.</param>
/// <param name="Group">Group of the form.</param>
/// <param name="Field">The field that is shown.</param>
public sealed record AuthorityFigures(string Form, Period Period, string Group, string Field) : CellOrigin
{
    /// <summary>Eight digits of the only authority; null for all.</summary>
    public string? Authority { get; init; }

    /// <summary>Two digits of the only province; null for all.</summary>
    public string? Province { get; init; }

    /// <summary>The only district of that province, without อำเภอ, as the registry of the period has it; null for all.</summary>
    public string? District { get; init; }

    /// <summary>Only authorities that stated the same field in this month too, because two months are compared; null for all. For sums alone.</summary>
    public Period? AlsoIn { get; init; }

    /// <summary>Only such rows; null for all.</summary>
    public RowChoice? Only { get; init; }

    /// <summary>What the cell shows of them.</summary>
    public AuthorityChoice Shows { get; init; }
}

/// <summary>One figure in per cent of another: part ÷ whole × 100.</summary>
/// <param name="Part">The dividend.</param>
/// <param name="Whole">The divisor.</param>
public sealed record ShareOf(CellOrigin Part, CellOrigin Whole) : CellOrigin;

/// <summary>How returns stand as of the report's sequence: who sent, when, which version.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Period">The year or month of the returns.</param>
public sealed record StandingReturns(string Form, Period Period) : CellOrigin
{
    /// <summary>Code of the only unit that is told of; null for all.</summary>
    public string? Unit { get; init; }
}

/// <summary>A figure of one row of a return, for example a line of cost that is listed by itself.</summary>
/// <param name="VersionId">The version of the return.</param>
/// <param name="RowPosition">The row of the return, from 0.</param>
/// <param name="Field">Code of the field.</param>
public sealed record ReturnLine(string VersionId, int RowPosition, string Field) : CellOrigin;

/// <summary>A value of a rules file, for example a driver's ratio.</summary>
/// <param name="File">Path relative to the templates folder.</param>
/// <param name="Key">Where it stands in the file.</param>
/// <param name="Document">The document that gives it, as the file says.</param>
public sealed record RuleValue(string File, string Key, string Document) : CellOrigin
{
    /// <summary>The value, in satang for money; null where it is not told.</summary>
    public Rational? Value { get; init; }

    /// <summary>Unit of measure of the value; <c>บาท</c> makes it satang.</summary>
    public string UnitOfMeasure { get; init; } = "";
}

/// <summary>A cost for one unit of measure: cost ÷ quantity.</summary>
/// <param name="Cost">The dividend.</param>
/// <param name="Quantity">The divisor.</param>
public sealed record PerUnitOf(CellOrigin Cost, CellOrigin Quantity) : CellOrigin;

/// <summary>The change from one figure to another.</summary>
/// <param name="Old">The earlier figure, or the one that is the measure for the other.</param>
/// <param name="New">The later figure.</param>
/// <param name="IsPercent">True for (new − old) ÷ old × 100, false for new − old.</param>
public sealed record ChangeOf(CellOrigin Old, CellOrigin New, bool IsPercent) : CellOrigin
{
    /// <summary>By what the old figure was multiplied first, because the unit of measure changed; 1 otherwise.</summary>
    public Rational OldTimes { get; init; } = Rational.One;
}

/// <summary>What a measure computed of several figures in another way.</summary>
/// <param name="Words">The formula in Thai: <c>มัธยฐานของต้นทุนต่อหน่วยของจังหวัดที่มีข้อมูล</c>.</param>
/// <param name="Parts">The figures, in the order in which they are told.</param>
public sealed record ComputedOf(string Words, IReadOnlyList<CellOrigin> Parts) : CellOrigin
{
    /// <summary>True when it is the parts added up, so that something can be computed of it in turn.</summary>
    public bool IsSum { get; init; }

    /// <summary>
    /// By what each part is multiplied before they are added up, for a median between two offices or a share of a pool: then something can be computed of it too;
    /// 0 for a part that is told only. Null where the words alone say how it is computed.
    /// </summary>
    public IReadOnlyList<Rational>? Times { get; init; }

    /// <summary>True when words, parts and factors are the same.</summary>
    public bool Equals(ComputedOf? other) => other is not null && Words == other.Words && IsSum == other.IsSum && Parts.SequenceEqual(other.Parts)
        && (Times ?? []).SequenceEqual(other.Times ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Words, Parts.Count);
}

/// <summary>A figure that is not there, with what it would be computed of: the cell says why in a footnote.</summary>
/// <param name="Because">In Thai.</param>
/// <param name="Of">What it would be; null where nothing is known of it.</param>
public sealed record NoFigure(string Because, CellOrigin? Of) : CellOrigin
{
    /// <summary>The origin of a figure that may be missing.</summary>
    internal static CellOrigin? Unless(Declared<Rational> figure, CellOrigin? of) => figure.IsKnown ? of : new NoFigure(figure.UnknownBecause!, of);
}
