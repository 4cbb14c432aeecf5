using Dla.Etl.Tracing;

namespace Dla.Etl.Reporting;

/// <summary>What goes into a cell of a report. Missing, zero and nothing at all are three different things, on paper too.</summary>
public enum CellContentKind : byte
{
    /// <summary>Nothing: the cell stays empty, whatever sample text the template has there.</summary>
    Nothing,

    /// <summary>Text, which stays text whatever it begins with.</summary>
    Text,

    /// <summary>A number; zero prints as the template's number format says, by convention <c>-</c>.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A figure that nobody reported: prints <c>…</c>.</summary>
    Missing,
}

/// <summary>What goes into one cell of a report.</summary>
public readonly record struct CellContent
{
    /// <summary>How a missing figure prints (DOMAIN §7; every sheet says so in its note).</summary>
    public const string MissingMark = "…";

    private CellContent(CellContentKind kind, string? text = null, decimal number = 0, DateOnly day = default, string mark = "")
    {
        (Kind, TextValue, NumberValue, DayValue, Mark) = (kind, text ?? "", number, day, mark);
    }

    /// <summary>What kind it is.</summary>
    public CellContentKind Kind { get; }

    /// <summary>The text; empty for every other kind.</summary>
    public string TextValue { get; }

    /// <summary>The number; 0 for every other kind.</summary>
    public decimal NumberValue { get; }

    /// <summary>The day; its default for every other kind.</summary>
    public DateOnly DayValue { get; }

    /// <summary>A mark printed behind a number by its number format, for example <c>*</c>; usually empty. The cell stays a number.</summary>
    public string Mark { get; }

    /// <summary>Where it comes from, for <c>dla-etl explain</c>; null when nothing is said of it. It is neither printed nor compared.</summary>
    public CellOrigin? Origin { get; private init; }

    /// <summary>Nothing.</summary>
    public static CellContent Nothing => default;

    /// <summary>A figure that nobody reported.</summary>
    public static CellContent Missing => new(CellContentKind.Missing);

    /// <summary>Text.</summary>
    public static CellContent Text(string text) => new(CellContentKind.Text, text);

    /// <summary>A number, perhaps with a mark behind it.</summary>
    public static CellContent Number(decimal number, string mark = "") => new(CellContentKind.Number, number: number, mark: mark);

    /// <summary>A day.</summary>
    public static CellContent Day(DateOnly day) => new(CellContentKind.Day, day: day);

    /// <summary>The same content with the place it comes from.</summary>
    public CellContent From(CellOrigin? origin) => this with { Origin = origin };

    /// <summary>True when both print the same, wherever they come from.</summary>
    public bool Equals(CellContent other) =>
        Kind == other.Kind && TextValue == other.TextValue && NumberValue == other.NumberValue && DayValue == other.DayValue && Mark == other.Mark;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, TextValue, NumberValue, DayValue, Mark);

    /// <summary>As it reads in a sentence; a number in its shortest invariant form.</summary>
    public override string ToString() => Kind switch
    {
        CellContentKind.Text => TextValue,
        CellContentKind.Number => NumberValue.ToString("#,##0.####", System.Globalization.CultureInfo.InvariantCulture) + Mark,
        CellContentKind.Day => ThaiPrint.ShortDay(DayValue),
        CellContentKind.Missing => MissingMark,
        _ => "",
    };
}
