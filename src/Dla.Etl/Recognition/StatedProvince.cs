using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Recognition;

/// <summary>Decides the province: the office line of the form, sheet names, folder, file name, in that order of trust; no two of them may disagree, so that a file in one province's folder never replaces another's return.</summary>
internal sealed class StatedProvince(FormDefinition form, RecognitionNotes notes)
{
    private static readonly char[] Leaders = [' ', '.', '…', '_', '-', ':'];

    private readonly List<Statement<string>> _statements = [];
    private readonly Dictionary<string, Province> _provinces = new(StringComparer.Ordinal);
    private bool _failed;

    /// <summary>The province, or null after an ERROR.</summary>
    public ProvinceCode? Decide(IReadOnlyList<HeadLine> lines, IReadOnlyList<TablePage> pages, Delivery delivery)
    {
        foreach (var line in lines)
            AddLine(line);
        foreach (var grid in pages.Select(page => page.Grid).DistinctBy(grid => grid.Index))
            if (grid.Sheet.Name is { } name)
                Add(ProvinceNames.FindIn(name), $"ชื่อแผ่นงาน “{name}”", null, grid.Index);
        if (delivery.Folder is { } folder)
            Add([.. OfCode(folder).Concat(ProvinceNames.FindIn(folder)).Distinct()], $"โฟลเดอร์ “{folder}”", null, -1);
        Add(ProvinceNames.FindIn(Path.GetFileNameWithoutExtension(delivery.FileName)), $"ชื่อไฟล์ “{delivery.FileName}”", null, -1);
        return Judge();
    }

    private ProvinceCode? Judge()
    {
        if (_statements.Count == 0)
        {
            if (!_failed)
                notes.Add(RecognitionFindings.NoProvince, default, expected: form.Recognise.OfficeLines[0]);
            return null;
        }

        var trusted = _statements[0];
        if (_statements.Find(other => other.Value != trusted.Value) is { } other)
        {
            var kind = trusted.InForm && other.InForm && trusted.Sheet != other.Sheet ? RecognitionFindings.TwoForms : RecognitionFindings.ProvinceContradiction;
            notes.Add(kind, other.InForm ? other.Place : trusted.Place, found: other.Says, expected: trusted.Says);
            return null;
        }

        if (_failed)
            return null;
        if (!trusted.InForm)
            notes.Add(RecognitionFindings.ProvinceFromName, default, found: trusted.Value, expected: trusted.Source);
        return _provinces[trusted.Value].Code;
    }

    private void AddLine(HeadLine line)
    {
        if (RestOf(line) is not { } rest)
            return;
        var found = In(rest.Trim(Leaders), line.Cell);
        if (found.Count > 0)
            Add(found, $"บรรทัดชื่อหน่วยงาน เซลล์ {line.Cell.Address}{(line.Cell.Sheet is null ? "" : $" ของแผ่นงาน “{line.Cell.Sheet}”")}", line.Cell, line.Cell.SheetIndex);
        else if (!IsToBeFilledIn(rest))
        {
            notes.Add(RecognitionFindings.UnknownProvince, line.Cell.Place(), found: rest.Trim(Leaders));
            _failed = true;
        }
    }

    // Whole words only: พะเยาว์ is not พะเยา. Every province that stands there counts, so that two contradict each other.
    private List<Province> In(string rest, SourceCell cell)
    {
        if (ProvinceNames.ParseWithAbbreviations(rest) is { Succeeded: true } whole)
            return Noted(whole, cell);
        var found = new List<Province>();
        foreach (var word in rest.Split([' ', '(', ')', ',', '…', '_', ':'], StringSplitOptions.RemoveEmptyEntries))
            if (ProvinceNames.Parse(word.Trim(Leaders)) is { Succeeded: true } one && !found.Contains(one.Value))
                found.AddRange(Noted(one, cell));
        return found;
    }

    private List<Province> Noted(Parsed<Province> province, SourceCell cell)
    {
        foreach (var tolerance in province.Tolerances)
            notes.Note(tolerance, cell.Place());
        return [province.Value];
    }

    // What follows the words of the office in its cell, or, when the cell ends there, the next cell; null when it is no office line.
    private string? RestOf(HeadLine line)
    {
        var after = -1;
        foreach (var mark in form.Recognise.OfficeLines)
            if (LooseText.After(line.Text, mark) is > 0 and var end && (!line.MarksAtBeginningOnly || end <= mark.Length + 4))
                after = Math.Max(after, end);
        if (after < 0)
            return null;
        var rest = line.Text[after..].Trim();
        foreach (var mark in form.Recognise.YearLines)
            if (rest.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var year)
                rest = rest[..year];
        return rest.Length > 0 ? rest : line.Next;
    }

    // จังหวัด..... is a line to be filled in.
    private static bool IsToBeFilledIn(string rest) =>
        ThaiText.Fold(rest).Length == 0 || rest.StartsWith("...", StringComparison.Ordinal) || rest[0] is '…' or '_';

    private void Add(IReadOnlyList<Province> provinces, string source, SourceCell? cell, int sheet)
    {
        foreach (var province in provinces)
        {
            _provinces[province.NameThai] = province;
            _statements.Add(new Statement<string>(province.NameThai, source, cell?.Place() ?? default, cell is not null, sheet));
        }
    }

    // Folders of the drop are called 56-พะเยา: code and name must say the same.
    private static IEnumerable<Province> OfCode(string folder)
    {
        var digits = ThaiDigits.ToArabic(folder).TakeWhile(char.IsAsciiDigit).ToArray();
        if (digits.Length == 2 && int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is >= 10 and <= 96 and var code
            && Provinces.TryGet(ProvinceCode.From(code), out var province))
            yield return province;
    }
}
