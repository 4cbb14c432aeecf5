using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Validation;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Validation;

/// <summary>Builds a return row by row: labels in column B from row 9 down, the fields after them in C, D, E …</summary>
internal sealed class FiledReturn(params CheckDefinition[] checks)
{
    /// <summary>What can stand in a cell besides a number and a unit of measure.</summary>
    public static readonly object Dash = new(), Unreadable = new(), NoColumn = new();

    private readonly List<NormalisedRow> _rows = [];
    private string _sheet = "ปริมาณ";
    private int _sheetIndex;

    public FormDefinition Form { get; init; } = SampleForm.With(checks);

    public ProvinceCode Unit { get; init; } = ProvinceCode.From(56);

    public FiledReturn OnSheet(int index, string name)
    {
        (_sheetIndex, _sheet) = (index, name);
        return this;
    }

    /// <summary>A row of a listed item, by its code; any other text is a row that nobody knows.</summary>
    public FiledReturn Row(string codeOrLabel, object? quantity = null, object? unit = null, object? ratio = null, string? unitInCell = null, string group = "sub_activity")
    {
        var home = Form.Groups.FirstOrDefault(candidate => candidate.Items.Any(item => item.Code == codeOrLabel)) ?? Form.Group(group);
        return Add(home, home.Items.FirstOrDefault(item => item.Code == codeOrLabel), codeOrLabel, null, [ratio, quantity, unit], unitInCell);
    }

    /// <summary>An open row of money.</summary>
    public FiledReturn Open(string key, params object?[] fields) => Add(Form.Group("expense"), null, key, "รวมเงิน", fields, null);

    public NormalisedReturn Build() => new(Form, Unit, _rows);

    public IReadOnlyList<Finding> Findings(PriorFigures? previous = null) =>
        ReturnValidator.Validate(Build(), new ValidationContext(previous), []).Findings;

    /// <summary>Each finding on one line: id, severity, place, message, advice.</summary>
    public IReadOnlyList<string> Told(PriorFigures? previous = null) => [.. Findings(previous).Select(Tell)];

    public static string Tell(Finding finding) =>
        $"{finding.Kind.Id} {finding.Severity.Code()} {finding.Place.Sheet}!{finding.Place.Cell} {finding.Message} > {finding.WhatToDo}";

    private FiledReturn Add(GroupDefinition group, ItemDefinition? item, string key, string? label, object?[] contents, string? unitInCell)
    {
        var row = _rows.Count + 8;
        SourceCell Cell(int column) => new(_sheetIndex, _sheet, new CellAddress(row, column), new RawCell(RawCellKind.Text, label ?? key));
        var fields = contents.Select((content, index) => Field(group.Fields[index + 1], content, Cell(index + 2), unitInCell))
            .Prepend(new NormalisedField(FieldState.Value, 0, key, Cell(1)));
        _rows.Add(new NormalisedRow(group, item, key, Cell(1), [.. fields]));
        return this;
    }

    private static NormalisedField Field(FieldDefinition field, object? content, SourceCell cell, string? unitInCell) => content switch
    {
        null => new(FieldState.Missing, 0, null, cell),
        _ when content == Dash => new(FieldState.StatedZero, 0, null, cell),
        _ when content == Unreadable => new(FieldState.Unreadable, 0, null, cell),
        _ when content == NoColumn => new(FieldState.NoColumn, 0, null, null),
        string text => new(FieldState.Value, 0, text, cell),
        var number => new(
            FieldState.Value, (long)(Convert.ToDecimal(number, System.Globalization.CultureInfo.InvariantCulture) * (field.Type == FieldType.Baht ? 100 : 10_000)),
            field.Role == FieldRole.Figure ? unitInCell : null, cell),
    };
}
