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
    private readonly OfficeLines _office = new(form.Recognise);
    private readonly List<Statement<string>> _statements = [];
    private readonly Dictionary<string, Province> _provinces = new(StringComparer.Ordinal);
    private SourceCell? _blank;
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
            AddFolder(folder);
        Add(ProvinceNames.FindIn(Path.GetFileNameWithoutExtension(delivery.FileName)), $"ชื่อไฟล์ “{delivery.FileName}”", null, -1);
        if (_statements.Count == 0 && delivery.SenderFolder is { } sender)
            Add(ProvinceNames.FindIn(sender), "ที่อยู่อีเมลของผู้ส่ง", null, -1);
        return Judge();
    }

    private ProvinceCode? Judge()
    {
        if (_statements.Count == 0)
        {
            if (!_failed)
                notes.Add(RecognitionFindings.NoProvince, _blank?.Place() ?? default, expected: form.Recognise.OfficeLines[0]);
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
            notes.Add(RecognitionFindings.ProvinceFromName, _blank?.Place() ?? default, found: trusted.Value, expected: trusted.Source);
        return _provinces[trusted.Value].Code;
    }

    private void AddLine(HeadLine line)
    {
        if (OfficeLines.IsAdvice(line))
            return;
        var rest = _office.RestOf(line);
        var found = rest is null ? [] : In(rest.Trim(OfficeLines.Leaders), line.Cell);
        if (found.Count == 0)
            found = InWhole(line, rest);
        if (found.Count > 0)
            Add(found, $"{(rest is null ? "" : "บรรทัดชื่อหน่วยงาน ")}เซลล์ {line.Cell.Address}{(line.Cell.Sheet is null ? "" : $" ของแผ่นงาน “{line.Cell.Sheet}”")}", line.Cell, line.Cell.SheetIndex);
        else if (rest is null ? !line.IsTitle && !line.MarksAtBeginningOnly && OfficeLines.NamesBangkok(line) : !_office.IsToBeFilledIn(rest))
        {
            notes.Add(RecognitionFindings.UnknownProvince, line.Cell.Place(), found: (rest ?? line.Text).Trim(OfficeLines.Leaders));
            _failed = true;
        }
        else if (rest is not null)
            _blank ??= line.Cell;
    }

    // An office may write its name in words of its own. Above the title, where a letter may stand, only a line that is nothing but a province counts.
    private List<Province> InWhole(HeadLine line, string? rest)
    {
        if (rest is null && line.IsTitle)
            return [.. ProvinceNames.FindIn(line.Text)];
        if (rest is null && line.MarksAtBeginningOnly)
            return ProvinceNames.Parse(line.Text) is { Succeeded: true } whole ? Noted(whole, line.Cell) : [];
        List<Province> words = [.. In(line.Text, line.Cell, withAbbreviations: false).Union(In(OfficeLines.AfterOffice(line), line.Cell))];
        return rest is null || _office.IsToBeFilledIn(rest) ? [.. words.Union(ProvinceNames.FindIn(line.Text))] : words;
    }

    // Whole words only: พะเยาว์ is not พะเยา. Every province that stands there counts, so that two contradict each other.
    private List<Province> In(string rest, SourceCell cell, bool withAbbreviations = true)
    {
        if ((withAbbreviations ? ProvinceNames.ParseWithAbbreviations(rest) : ProvinceNames.Parse(rest)) is { Succeeded: true } whole)
            return Noted(whole, cell);
        var found = new List<Province>();
        foreach (var word in rest.Split([' ', '(', ')', ',', '…', '_', ':'], StringSplitOptions.RemoveEmptyEntries))
            if (ProvinceNames.Parse(word.Trim(OfficeLines.Leaders)) is { Succeeded: true } one && !found.Contains(one.Value))
                found.AddRange(Noted(one, cell));
        return found;
    }

    private List<Province> Noted(Parsed<Province> province, SourceCell cell)
    {
        foreach (var tolerance in province.Tolerances)
            notes.Note(tolerance, cell.Place());
        return [province.Value];
    }

    private void Add(IReadOnlyList<Province> provinces, string source, SourceCell? cell, int sheet, string verb = "ระบุ")
    {
        foreach (var province in provinces)
        {
            _provinces[province.NameThai] = province;
            _statements.Add(new Statement<string>(province.NameThai, source, cell?.Place() ?? default, cell is not null, sheet) { Verb = verb });
        }
    }

    // Folders of the drop are called 56-พะเยา: code and name must say the same.
    private void AddFolder(string folder)
    {
        var named = ProvinceNames.FindIn(folder);
        var digits = new string([.. ThaiDigits.ToArabic(folder).TakeWhile(char.IsAsciiDigit)]);
        if (digits.Length == 2 && int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is >= 10 and <= 96 and var code
            && Provinces.TryGet(ProvinceCode.From(code), out var province) && !named.Contains(province))
            Add([province], $"โฟลเดอร์ “{folder}” รหัส {digits}", null, -1, "คือ");
        Add(named, $"โฟลเดอร์ “{folder}”", null, -1);
    }
}
