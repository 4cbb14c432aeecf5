using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation;

/// <summary>What another period says of the row of a field: the one before, or a later month that stands already.</summary>
internal static class BeforeRow
{
    /// <summary>The figure of the other period in the same unit of measure; null when there was none.</summary>
    public static long? Figure(PriorFigures before, FieldAt at) =>
        before.Figures.TryGetValue(at.Key, out var figure) && figure.UnitOfMeasure == FigureUnit.Of(at.Row, at.Index) ? figure.Amount : null;

    /// <summary>The period as a sentence has it: <c>เดือนเมษายน พ.ศ. 2566</c>.</summary>
    public static string Called(PriorFigures before) => ThaiPeriods.Called(before.Period);

    /// <summary>The period of one row.</summary>
    public static string Called(PriorFigures before, FieldAt at) => ThaiPeriods.Called(before.PeriodOf(at.Row.Code));

    /// <summary>A text of the row in the other period; empty when there is none.</summary>
    public static string Text(PriorFigures before, FieldAt at, string field) => before.Texts.GetValueOrDefault(at.Key with { Field = field }, "");

    /// <summary>Why the row differs from a later month: its own note, or the one that the later month has in the same row; empty when neither says anything.</summary>
    public static string NoteOfEither(PriorFigures after, FieldAt at, string field) => FieldAt.Of(at.Row, field).Text is { Length: > 0 } own ? own
        : Text(after, at, field) is { Length: > 0 } theirs ? $"{theirs} (หมายเหตุของ{Called(after, at)})" : "";

    /// <summary>A row of the period before in the words of its key: <c>ทต.ก – อาหารกลางวัน</c>; by its code where a text is not kept.</summary>
    public static string Words(PriorFigures before, GroupDefinition group, string item) => string.Join(" – ", group.Key
        .Select((field, part) => Label(group.Fields[group.IndexOf(field)], before.Texts.GetValueOrDefault(new FigureKey(group.Code, item, field)) ?? Part(item, part))));

    /// <summary>A part of a composed key.</summary>
    public static string Part(string item, int part) => item.Split('|') is var parts && part < parts.Length ? parts[part] : item;

    private static string Label(FieldDefinition field, string text) => field.Codes?.All.FirstOrDefault(code => code.Code == text)?.Label ?? text;
}
