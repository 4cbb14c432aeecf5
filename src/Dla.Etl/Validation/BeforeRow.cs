using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation;

/// <summary>What the period before says of the row of a field.</summary>
internal static class BeforeRow
{
    /// <summary>The figure of the period before in the same unit of measure; null when there was none.</summary>
    public static long? Figure(PriorFigures before, FieldAt at) =>
        before.Figures.TryGetValue(at.Key, out var figure) && figure.UnitOfMeasure == FigureUnit.Of(at.Row, at.Index) ? figure.Amount : null;

    /// <summary>The period as a sentence has it: <c>เดือนเมษายน พ.ศ. 2566</c>.</summary>
    public static string Called(PriorFigures before) => ThaiPeriods.Called(before.Period);

    /// <summary>A row of the period before in the words of its key: <c>ทต.ก – อาหารกลางวัน</c>; by its code where a text is not kept.</summary>
    public static string Words(PriorFigures before, GroupDefinition group, string item) => string.Join(" – ", group.Key
        .Select((field, part) => Label(group.Fields[group.IndexOf(field)], before.Texts.GetValueOrDefault(new FigureKey(group.Code, item, field)) ?? Part(item, part))));

    /// <summary>A part of a composed key.</summary>
    public static string Part(string item, int part) => item.Split('|') is var parts && part < parts.Length ? parts[part] : item;

    private static string Label(FieldDefinition field, string text) => field.Codes?.All.FirstOrDefault(code => code.Code == text)?.Label ?? text;
}
