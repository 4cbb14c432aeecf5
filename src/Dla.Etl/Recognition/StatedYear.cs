using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Values;

namespace Dla.Etl.Recognition;

/// <summary>Decides the fiscal year: the form's own lines first, then sheet names, folder and file name; no two of them may disagree.</summary>
internal sealed class StatedYear(FormDefinition form, RecognitionNotes notes)
{
    private bool _failed;

    /// <summary>The year, or null after an ERROR.</summary>
    /// <param name="lines">Lines above the tables.</param>
    /// <param name="pages">The tables.</param>
    /// <param name="delivery">How it came.</param>
    /// <param name="months">Of a monthly form what its lines say of the month: พฤษภาคม 2566 says the fiscal year as well.</param>
    public FiscalYear? Decide(IReadOnlyList<HeadLine> lines, IReadOnlyList<TablePage> pages, Delivery delivery, StatedMonths? months = null)
    {
        var statements = new List<Statement<FiscalYear>>();
        foreach (var line in lines)
            if (line.IsTitle || HasYearLine(line))
                AddLine(statements, line);
        foreach (var grid in pages.Select(page => page.Grid).DistinctBy(grid => grid.Index))
            if (grid.Sheet.Name is { } name)
                AddName(statements, name, $"ชื่อแผ่นงาน “{name}”", grid.Index);
        if (delivery.Folder is { } folder)
            AddName(statements, folder, $"ชื่อโฟลเดอร์ “{folder}”", -1);
        AddName(statements, Path.GetFileNameWithoutExtension(delivery.FileName), $"ชื่อไฟล์ “{delivery.FileName}”", -1);
        if (months is not null)
            statements.InsertRange(statements.FindLastIndex(statement => statement.InForm) + 1, months.Years);
        return Judge(statements);
    }

    private FiscalYear? Judge(List<Statement<FiscalYear>> statements)
    {
        if (_failed)
            return null;
        if (statements.Count == 0)
        {
            notes.Add(RecognitionFindings.NoYear, default, form.ShortName);
            return null;
        }

        var trusted = statements[0];
        if (statements.Find(other => other.Value != trusted.Value) is { } other)
        {
            var kind = trusted.InForm && other.InForm && trusted.Sheet != other.Sheet ? RecognitionFindings.TwoForms : RecognitionFindings.YearContradiction;
            notes.Add(kind, other.InForm ? other.Place : trusted.Place, found: other.Says, expected: trusted.Says);
            return null;
        }

        if (!trusted.InForm)
            notes.Add(RecognitionFindings.YearFromName, default, found: trusted.Value.ToString(), expected: trusted.Source);
        return trusted.Value;
    }

    private bool HasYearLine(HeadLine line) => line.MarksAtBeginningOnly
        ? LooseText.BeginsWithAny(line.Text, form.Recognise.YearLines)
        : form.Recognise.YearLines.Any(mark => LooseText.After(line.Text, mark) > 0);

    private void AddLine(List<Statement<FiscalYear>> statements, HeadLine line)
    {
        if ((FiscalYearText.Find(line.Text) ?? FiscalYearText.Find($"{line.Text} {line.Next}")) is not { } year)
            return;
        var source = $"เซลล์ {line.Cell.Address}{(line.Cell.Sheet is null ? "" : $" ของแผ่นงาน “{line.Cell.Sheet}”")}";
        if (!year.Succeeded)
        {
            notes.Add(RecognitionFindings.YearContradiction, line.Cell.Place(), found: year.Reason, expected: source);
            _failed = true;
            return;
        }

        foreach (var tolerance in year.Tolerances)
            notes.Note(tolerance, line.Cell.Place());
        statements.Add(new Statement<FiscalYear>(year.Value, source, line.Cell.Place(), true, line.Cell.SheetIndex));
    }

    // In names only a year that says it is one counts: 31-05-2564 is the day of sending. A sheet that is called 2564 says so.
    private static void AddName(List<Statement<FiscalYear>> statements, string name, string source, int sheet)
    {
        if (FiscalYearText.Find(name) is { Succeeded: true } year)
            statements.Add(new Statement<FiscalYear>(year.Value, source, default, false, sheet));
        else if (sheet >= 0 && int.TryParse(ThaiText.Fold(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= FiscalYear.First and <= FiscalYear.Last)
            statements.Add(new Statement<FiscalYear>(FiscalYear.FromBuddhistEra(number), source, default, false, sheet));
    }
}
