using Dla.Etl.Values;

namespace Dla.Etl.Recognition;

/// <summary>A column, or columns under one merged header.</summary>
/// <param name="First">First column.</param>
/// <param name="Last">Last column.</param>
/// <param name="At">The cell with the header text.</param>
/// <param name="Text">The text as typed.</param>
/// <param name="Word">What it can mean, or null for a header that the form does not have.</param>
/// <param name="Heading">Position of the group under whose heading it stands, or −1 when no heading can be trusted.</param>
internal sealed record HeaderColumn(int First, int Last, CellAddress At, string Text, HeaderWord? Word, int Heading);

/// <summary>A header of one to three rows.</summary>
/// <param name="FirstRow">First row.</param>
/// <param name="LastRow">Last row.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="HasMergedHeadings">True when headings are merged over their columns, so that their reach is certain.</param>
internal sealed record HeaderBlock(int FirstRow, int LastRow, IReadOnlyList<HeaderColumn> Columns, bool HasMergedHeadings);
