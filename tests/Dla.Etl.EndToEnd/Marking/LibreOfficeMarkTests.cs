using System.IO.Compression;
using System.Xml.Linq;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Samples.Marking;
using Dla.Etl.Values;

namespace Dla.Etl.EndToEnd.Marking;

/// <summary>Another program opens marked workbooks, finds the same values and the marks, saves them; and the marks are known again.</summary>
public sealed class LibreOfficeMarkTests
{
    private const string EverySheetAsCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    private const string Workbook = "xlsx:Calc MS Excel 2007 XML";
    private static readonly XNamespace s_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] s_cases = ["2563-error-units-disagree", "2563-warning-ratio-changed", "2563-error-letter-o", "2563-error-negative"];

    [SkippableFact]
    public void ValuesAreTheSameThereAndTheMarksComeAndGo()
    {
        using Place originals = new(), marked = new(), saved = new(), again = new();
        Prepare(originals);
        var findings = Directory.GetFiles(originals.Path, "*.xlsx").ToDictionary(file => Path.GetFileName(file), FindingsOf, StringComparer.Ordinal);
        foreach (var (name, said) in findings)
            Mark(originals[name], said, marked[name]);

        Soffice.Convert(originals, EverySheetAsCsv, Files(originals));
        Soffice.Convert(marked, EverySheetAsCsv, Files(marked));
        foreach (var csv in Directory.GetFiles(originals.Path, "*.csv"))
            File.ReadAllText(marked[Path.GetFileName(csv)]).ShouldBe(File.ReadAllText(csv), Path.GetFileName(csv));

        Soffice.Convert(saved, Workbook, Files(marked));
        foreach (var (name, said) in findings)
        {
            var (comments, rules) = Marks(marked[name]);
            Marks(saved[name]).Comments.ShouldBe(comments, name);
            rules.ShouldBeGreaterThan(0, name);
            Marks(saved[name]).Rules.ShouldBeGreaterThanOrEqualTo(rules, name);

            Mark(saved[name], said, again[name]);
            Marks(again[name]).ShouldBe((comments, rules), name);
        }
    }

    private static void Prepare(Place originals)
    {
        using var place = new Place();
        new RichWorkbook().Write(place["libreoffice.xlsx"]);
        Soffice.Convert(originals, Workbook, place["libreoffice.xlsx"]);
        new RichWorkbook().Write(originals["rich.xlsx"]);
        foreach (var name in s_cases)
            File.Copy(Repository.Input(name), originals[$"{name}.xlsx"]);
    }

    private static IReadOnlyList<Finding> FindingsOf(string path) => Path.GetFileName(path) is "rich.xlsx" or "libreoffice.xlsx"
        ? [Wrong("A1", ValidationFindings.Negative), Wrong("B5", ValidationFindings.Negative), Wrong("B4", ValidationFindings.RatioChanged), Wrong("F4", ValidationFindings.SenderUnitKept)]
        : MarkedCaseTests.Examine(path);

    private static Finding Wrong(string cell, FindingKind kind) => new(kind, Place(cell)) { Subject = "จำนวน", Found = "-7", Expected = "ไม่ติดลบ" };

    private static Findings.Place Place(string cell) => Findings.Place.At(RichWorkbook.Data, CellAddress.Parse(cell).Value);

    private static void Mark(string path, IReadOnlyList<Finding> findings, string to)
    {
        using var scratch = new Place();
        var made = MarkedCaseTests.Mark(path, findings, scratch.Path).ShouldHaveSingleItem(Path.GetFileName(path));
        File.Copy(made.Path, to);
    }

    private static string[] Files(Place place) => Directory.GetFiles(place.Path, "*.xlsx");

    /// <summary>Comments and rules of ours in a workbook, whoever wrote it.</summary>
    private static (int Comments, int Rules) Marks(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var (comments, rules) = (0, 0);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            var root = XDocument.Load(stream).Root!;
            comments += root.Descendants(s_main + "comment").Count(comment =>
                string.Concat(comment.Descendants(s_main + "t").Select(text => text.Value)).Contains(MarkText.Begin, StringComparison.Ordinal));
            rules += root.Descendants(s_main + "cfRule").Count(rule => rule.Value.Contains(MarkText.RuleWord, StringComparison.Ordinal));
        }
        return (comments, rules);
    }
}
