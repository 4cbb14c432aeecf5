namespace Dla.Etl.Definitions;

/// <summary>A heading line that stands alone in its row and holds for the rows below it, on this page and the next ones of the sheet.</summary>
/// <param name="Field">Code of the field that it gives to those rows; a column of that name, where the file has one, goes before it.</param>
/// <param name="Begins">Beginnings by which such a line is known, for example ประเด็นยุทธศาสตร์ที่.</param>
/// <param name="Beside">Beginnings of lines that only explain the heading (เป้าหมาย, ความสอดคล้อง…) and say nothing of a row.</param>
/// <param name="Totals">Beginnings of lines that add up the rows of one such heading: they are compared, not loaded.</param>
public sealed record SectionDefinition(string Field, IReadOnlyList<string> Begins, IReadOnlyList<string> Beside, IReadOnlyList<string> Totals);

/// <summary>Rows that only go on with the row before: another activity, the rest of a target, a second office, on the next page too.</summary>
/// <remarks>
/// A row goes on when nothing stands in the columns <paramref name="Blank"/>, and its name column is blank, begins with one of
/// <paramref name="Begins"/> and a number or colon, or repeats the name with (ต่อ).
/// </remarks>
/// <param name="Begins">Words that begin a part of a row in its name column, for example กิจกรรม; what stands before the first is the name.</param>
/// <param name="Into">Field that takes those parts.</param>
/// <param name="Blank">Fields that a row of its own has and a continuation has not, for example the budget.</param>
/// <param name="Others">Where a second value of a closed list goes, by its field: of two offices the first is responsible, the other takes part.</param>
public sealed record ContinuationDefinition(
    IReadOnlyList<string> Begins, string Into, IReadOnlyList<string> Blank, IReadOnlyDictionary<string, string> Others);
