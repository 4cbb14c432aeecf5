using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;

namespace Dla.Etl.Warehouse;

/// <summary>The long tables of a return: the grid as read, the typed facts with their source cells, the findings.</summary>
internal static class ReturnRows
{
    /// <summary>Lands the grid exactly as read, before anything is made of it.</summary>
    public static void LandRaw(WriteLane lane, string receivedFileId, RawWorkbook workbook)
    {
        using var rows = lane.Into("raw_row", "received_file_id", "sheet_index", "row_index", "sheet_name", "cells");
        for (var sheet = 0; sheet < workbook.Sheets.Count; sheet++)
            for (var row = 0; row < workbook.Sheets[sheet].Rows.Count; row++)
                if (RawContent.Json(workbook.Sheets[sheet].Rows[row]) is { } cells)
                    rows.Add(receivedFileId, sheet, row, StoredText.Of(workbook.Sheets[sheet].Name), cells);
        rows.Complete();
    }

    /// <summary>How many facts a return makes: one a field, the keys excepted that are the code of their row.</summary>
    public static int CountFacts(NormalisedReturn normalised) =>
        normalised.Rows.Sum(row => row.Group.Fields.Count(field => IsFact(row.Group, field)));

    /// <summary>Writes every field but the keys as a fact of a version.</summary>
    /// <exception cref="InvalidOperationException">A listed item or a composed key comes twice, which validation must not let pass: its figures would add up.</exception>
    public static void WriteFacts(WriteLane lane, string versionId, NormalisedReturn normalised)
    {
        using var facts = lane.Into(
            "fact", "version_id", "position", "row_position", "group_code", "item_code", "field_code", "role", "type", "state", "amount",
            "unit_of_measure", "text", "sheet_index", "sheet_name", "cell", "raw");
        var items = new HashSet<(string, string)>();
        for (var row = 0; row < normalised.Rows.Count; row++)
        {
            var (group, code) = (normalised.Rows[row].Group, normalised.Rows[row].Code);
            if ((normalised.Rows[row].Item is not null || group.Key.Count > 0) && !items.Add((group.Code, code)))
                throw new InvalidOperationException($"A return that passed has item {code} of group {group.Code} twice.");
            WriteRow(facts, versionId, row, normalised.Rows[row]);
        }

        facts.Complete();
    }

    /// <summary>Writes what there is to say, in the order it was found.</summary>
    public static void WriteFindings(WriteLane lane, string outcomeId, IReadOnlyList<Finding> findings)
    {
        using var rows = lane.Into(
            "finding", "outcome_id", "position", "kind", "severity", "sheet_name", "cell", "subject", "found", "expected", "message", "what_to_do");
        for (var position = 0; position < findings.Count; position++)
        {
            var finding = findings[position];
            rows.Add(
                outcomeId, position, finding.Kind.Id, (int)finding.Severity, StoredText.Of(finding.Place.Sheet), finding.Place.Cell?.ToString(),
                StoredText.Of(finding.Subject), StoredText.Of(finding.Found), StoredText.Of(finding.Expected),
                StoredText.Of(finding.Message), StoredText.Of(finding.WhatToDo));
        }

        rows.Complete();
    }

    // The key column of a group with a composed key has a value of its own, of which the code shows only a part.
    private static bool IsFact(GroupDefinition group, FieldDefinition field) => field.Role != FieldRole.Key || group.Key.Count > 0;

    private static void WriteRow(BulkInsert facts, string versionId, int rowPosition, NormalisedRow row)
    {
        var itemCode = StoredText.Of(row.Code);
        for (var index = 0; index < row.Group.Fields.Count; index++)
        {
            var (definition, field) = (row.Group.Fields[index], row.Fields[index]);
            if (!IsFact(row.Group, definition))
                continue;
            facts.Add(
                versionId, facts.Count, rowPosition, row.Group.Code, itemCode, definition.Code, StoredName.Of(definition.Role == FieldRole.Key ? FieldRole.Text : definition.Role),
                StoredName.Of(definition.Type is FieldType.Code or FieldType.Mark or FieldType.Authority ? FieldType.Text : definition.Type), StoredName.Of(field.State), Amount(definition, field),
                definition.Role == FieldRole.Figure ? StoredText.Of(FigureUnit.Of(row, index)) : null, StoredText.Of(field.Text),
                field.Source?.SheetIndex, StoredText.Of(field.Source?.Sheet), field.Source?.Address.ToString(),
                field.Source is { } source ? RawContent.Text(source.Raw) : null);
        }
    }

    private static object? Amount(FieldDefinition definition, NormalisedField field) => (definition.Type, field.State) switch
    {
        (FieldType.Text or FieldType.Code or FieldType.Mark or FieldType.Authority, _) => null,
        (_, FieldState.Value) => field.Amount,
        (_, FieldState.StatedZero) => 0L,
        _ => null,
    };
}
