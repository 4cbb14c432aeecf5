using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Values;

namespace Dla.Etl.Recognition;

/// <summary>Decides the month of a monthly form: its own lines first, then sheet names and the file name; no two of them may disagree.</summary>
/// <remarks>A whole date (ข้อมูล ณ วันที่ 3 มิถุนายน 2566) is weaker: it may be the day of drawing up, so that it counts only where no month is stated without a day, and only after the days in which the month before is still reported.</remarks>
internal sealed class StatedMonths(FormDefinition form, RecognitionNotes notes)
{
    private readonly List<Statement<NamedMonth>> _statements = [];
    private Place? _blank;
    private bool _failed;

    /// <summary>What those that name a calendar year say of the fiscal year.</summary>
    public IEnumerable<Statement<FiscalYear>> Years => _statements.Where(statement => statement.Value.Period is not null)
        .Select(statement => new Statement<FiscalYear>(statement.Value.Period!.Value.Year, statement.Source, statement.Place, statement.InForm, statement.Sheet));

    /// <summary>Gathers what is said of the month.</summary>
    public StatedMonths Of(IReadOnlyList<HeadLine> lines, IReadOnlyList<TablePage> pages, Delivery delivery)
    {
        foreach (var line in lines)
            AddLine(line);
        foreach (var grid in pages.Select(page => page.Grid).DistinctBy(grid => grid.Index))
            if (grid.Sheet.Name is { } name)
                AddName(name, $"ชื่อแผ่นงาน “{name}”", grid.Index);
        LeaveOutDates();
        AddName(Path.GetFileNameWithoutExtension(delivery.FileName), $"ชื่อไฟล์ “{delivery.FileName}”", -1);
        return this;
    }

    /// <summary>The month of the fiscal year, or null after an ERROR.</summary>
    public Period? Decide(FiscalYear year)
    {
        if (_failed)
            return null;
        if (_statements.Count == 0)
        {
            notes.Add(RecognitionFindings.NoMonth, _blank ?? default, form.ShortName, expected: form.Recognise.MonthLines[0]);
            return null;
        }

        var trusted = _statements[0];
        if (_statements.Find(other => other.Value.Month != trusted.Value.Month) is { } other)
        {
            var kind = trusted.InForm && other.InForm && trusted.Sheet != other.Sheet ? RecognitionFindings.TwoForms : RecognitionFindings.MonthContradiction;
            notes.Add(kind, other.InForm ? other.Place : trusted.Place, found: Says(other), expected: Says(trusted));
            return null;
        }

        var month = Period.MonthOf(year, trusted.Value.Month);
        if (!trusted.InForm)
            notes.Add(RecognitionFindings.MonthFromName, _blank ?? default, found: ThaiPeriods.Name(month), expected: trusted.Source);
        return month;
    }

    private void AddLine(HeadLine line)
    {
        var mark = form.Recognise.MonthLines.Select(mark => (Mark: mark, After: LooseText.After(line.Text, mark)))
            .FirstOrDefault(mark => mark.After > 0 && (!line.MarksAtBeginningOnly || mark.After <= mark.Mark.Length + 4));
        if (mark.After <= 0)
            return;
        var rest = line.Text[mark.After..];
        if ((MonthText.Find(rest) ?? MonthText.Find(line.Next)) is not { } month)
        {
            _blank ??= line.Cell.Place();
            return;
        }

        var source = $"เซลล์ {line.Cell.Address}{(line.Cell.Sheet is null ? "" : $" ของแผ่นงาน “{line.Cell.Sheet}”")}";
        if (month.Succeeded)
            _statements.Add(new Statement<NamedMonth>(month.Value, source, line.Cell.Place(), true, line.Cell.SheetIndex));
        else
        {
            notes.Add(RecognitionFindings.MonthContradiction, line.Cell.Place(), found: month.Reason, expected: source);
            _failed = true;
        }
    }

    private void LeaveOutDates()
    {
        var isNamed = _statements.Exists(statement => statement.InForm && statement.Value.Day is null);
        foreach (var date in _statements.Where(statement => statement.Value.Day is { } day && (isNamed || day <= form.DeadlineDay)).ToList())
        {
            _blank ??= date.Place;
            _statements.Remove(date);
        }
    }

    private void AddName(string name, string source, int sheet)
    {
        if (MonthText.FindInName(name) is { Succeeded: true } month)
            _statements.Add(new Statement<NamedMonth>(month.Value, source, default, false, sheet));
    }

    private static string Says(Statement<NamedMonth> statement) =>
        $"{statement.Source} ระบุ{(statement.Value.Period is { } period ? ThaiPeriods.Called(period) : $"เดือน{ThaiMonths.Name(statement.Value.Month)}")}";
}
