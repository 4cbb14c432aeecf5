using System.Runtime.CompilerServices;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Recognition;

/// <summary>Tells by content which form of which year and province a workbook is, and where each of its rows and fields stands.</summary>
/// <param name="forms">Every form the program knows.</param>
public sealed class FormRecogniser(FormCatalogue forms)
{
    // Folding the words of every form takes longer than reading a small file: once for a catalogue, not for each of its files.
    private static readonly ConditionalWeakTable<FormCatalogue, FormVocabulary[]> s_vocabularies = [];

    private readonly IReadOnlyList<FormVocabulary> _all = s_vocabularies.GetValue(forms, all => [.. all.All.Select(form => new FormVocabulary(form))]);

    /// <summary>Recognises a workbook. Never throws for what a sender did.</summary>
    /// <param name="workbook">As read.</param>
    /// <param name="delivery">Name and folder, which are trusted less than the form itself.</param>
    /// <returns>
    /// The form whenever form, year and province are known without contradiction. With a finding of ERROR its rows may be incomplete: nothing of
    /// them may be loaded, and checking them for completeness would accuse the sender of what we could not read. Without a form there is a FATAL
    /// finding (not one of our forms) or an ERROR (which year or province it is cannot be told).
    /// </returns>
    public Step<RecognisedForm> Recognise(RawWorkbook workbook, Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(delivery);
        var notes = new RecognitionNotes();
        SheetGrid[] grids = [.. workbook.Sheets.Select((sheet, index) => new SheetGrid(index, sheet)).Where(grid => !OwnSheet.Is(grid.Sheet))];
        var form = Recognise(grids, delivery, notes);
        return new Step<RecognisedForm>(form, notes.All);
    }

    private RecognisedForm? Recognise(SheetGrid[] grids, Delivery delivery, RecognitionNotes notes)
    {
        FormVocabulary[] newest = [.. _all.GroupBy(one => one.Form.Id).Select(years => years.MaxBy(one => one.Form.Year)!)];
        var titles = TitleSearch.Titles(grids, newest);
        if (FormOf(grids, newest, titles, delivery, notes) is not var (vocabulary, survey, pages))
            return null;

        var months = vocabulary.Form.IsMonthly ? new StatedMonths(vocabulary.Form, notes).Of(HeadLines.Above(pages, vocabulary), pages, delivery) : null;
        var year = new StatedYear(vocabulary.Form, notes).Decide(HeadLines.Above(pages, vocabulary), pages, delivery, months);
        if (year is { } stated && OfYear(vocabulary, stated, pages, notes) is { } ofYear)
        {
            if (ofYear != vocabulary)
                (vocabulary, survey) = (ofYear, new SheetSurvey(ofYear, notes));
            pages = survey.Find(grids);
        }
        else
            year = null;

        if (pages.Count == 0)
            return SayNoTable(vocabulary, titles, notes);
        survey.Note(grids, pages);
        NoteTitle(vocabulary, titles, pages, notes);
        var period = year is { } known ? months is null ? known : months.Decide(known) : (Period?)null;
        var unit = UnitOf(vocabulary, pages, delivery, notes);
        var reading = new TableReading(vocabulary, survey.Pages, notes);
        var rows = reading.Read(pages);
        return period is null || unit is null ? null : new RecognisedForm(vocabulary.Form.For(period.Value), unit.Value, rows)
        {
            Controls = reading.Controls,
            MoneyUnits = MoneyUnits.Stated(HeadLines.Above(pages, vocabulary), reading.Pages, vocabulary.Form),
        };
    }

    private static UnitCode? UnitOf(FormVocabulary form, IReadOnlyList<TablePage> pages, Delivery delivery, RecognitionNotes notes) =>
        form.Form.FiledBy == FilingUnit.Department
            ? StatedDepartment.Decide(delivery, notes)
            : new StatedProvince(form.Form, notes).Decide(HeadLines.Above(pages, form), pages, delivery) is { } province ? UnitCode.Of(province) : null;

    // The form whose title stands there; without a title, the one form whose headers are all there.
    private static (FormVocabulary, SheetSurvey, IReadOnlyList<TablePage>)? FormOf(
        SheetGrid[] grids, FormVocabulary[] newest, IReadOnlyList<FoundTitle> titles, Delivery delivery, RecognitionNotes notes)
    {
        var surveys = newest.Select(form => (Form: form, Survey: new SheetSurvey(form, notes)))
            .Select(one => (one.Form, one.Survey, Pages: one.Survey.Find(grids))).Where(one => one.Pages.Count > 0).ToList();
        var titled = surveys.Where(one => titles.Any(title => title.Form == one.Form)).ToList();
        var candidates = titled.Count > 0 ? titled : surveys.Where(one => one.Survey.IsWholeForm(one.Pages)).ToList();
        if (candidates.Count == 1)
            return (candidates[0].Form, candidates[0].Survey, candidates[0].Pages);
        if (candidates.Count > 1)
            notes.Add(RecognitionFindings.TwoForms, default,
                found: Called(candidates[1].Form, candidates[1].Pages), expected: Called(candidates[0].Form, candidates[0].Pages));
        else if (TitleSearch.OtherDocument(grids, newest) is var (form, name, cell))
            notes.Add(RecognitionFindings.OtherDocument, cell.Place(), found: name, expected: form.ShortName);
        else if (titles.Count > 0)
            SayNoTable(titles[0].Form, titles, notes);
        else
            notes.Add(RecognitionFindings.NotRecognised, default, expected: string.Join(", ", FormsOf(delivery, newest).Select(one => $"“{one.Form.ShortName}”")));
        return null;
    }

    // An office is not told of forms that only the department files, nor the other way round.
    private static IEnumerable<FormVocabulary> FormsOf(Delivery delivery, FormVocabulary[] newest)
    {
        var unit = delivery.Folder is { } folder && Units.OfFolder(folder) == Units.Department ? FilingUnit.Department : FilingUnit.Province;
        return newest.Where(one => one.Form.FiledBy == unit);
    }

    private FormVocabulary? OfYear(FormVocabulary form, FiscalYear year, IReadOnlyList<TablePage> pages, RecognitionNotes notes)
    {
        var known = _all.Where(one => one.Form.Id == form.Form.Id).ToList();
        if (known.Find(one => one.Form.Year == year) is { } found)
            return found;
        var title = HeadLines.Above(pages, form).FirstOrDefault(line => line.IsTitle);
        notes.Add(RecognitionFindings.UnknownYear, title?.Cell.Place() ?? default, form.Form.ShortName, year.ToString(), string.Join(", ", known.Select(one => one.Form.Year)));
        return null;
    }

    private static RecognisedForm? SayNoTable(FormVocabulary form, IReadOnlyList<FoundTitle> titles, RecognitionNotes notes)
    {
        notes.Add(RecognitionFindings.NoTable, titles.Count > 0 ? titles[0].Cell.Place() : default, found: form.Form.ShortName, expected: form.KeyLabels);
        return null;
    }

    private static void NoteTitle(FormVocabulary form, IReadOnlyList<FoundTitle> titles, IReadOnlyList<TablePage> pages, RecognitionNotes notes)
    {
        var own = titles.Where(title => title.Form.Form.Id == form.Form.Id).ToList();
        if (own.Count == 0)
            notes.Add(RecognitionFindings.NoTitle, pages[0].Grid.Place(pages[0].Header.FirstRow, 0), expected: form.Form.Title);
        foreach (var title in own)
        {
            notes.Clean(title.Cell, CellContent.TextOf(title.Cell.Raw));
            if (title.Approximate)
                notes.Add(RecognitionFindings.TitleSpelling, title.Cell.Place(), found: ThaiText.Clean(CellContent.TextOf(title.Cell.Raw)).Value, expected: form.Form.Title);
        }
    }

    private static string Called(FormVocabulary form, IReadOnlyList<TablePage> pages) => $"{pages[0].Called} แบบ “{form.Form.ShortName}”";
}
