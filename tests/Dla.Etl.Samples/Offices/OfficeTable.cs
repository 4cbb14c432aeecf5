using Dla.Etl.Samples.Layouts;
using Dla.Etl.Samples.Writers;
using static Dla.Etl.Samples.Offices.Manners;

namespace Dla.Etl.Samples.Offices;

/// <summary>The one table that says which office sends what. Nothing here describes a real office.</summary>
public static class OfficeTable
{
    /// <summary>76 offices in order of their codes.</summary>
    public static IReadOnlyList<Office> All { get; } =
    [
        new(11, Form),
        new(12, Form, Container.FilledBlank, Naming.Office),
        new(13, FormInThaiDigits),
        new(14, Form.Calling("อยุธยา"), Naming: Naming.Office),
        new(15, FormWithUnits),
        new(16, Printed),
        new(17, Form, Container.CsvThai),
        new(18, FormInText, Naming: Naming.Office),
        new(19, Form, Container.Xls),
        new(20, FormWithSum) { OwnUnits = Units(14, "แห่ง") },
        new(21, Form.WithShortPrefix(), Naming: Naming.English) { AtTop = true },
        new(22, PrintedSheets),
        new(23, FormInGroupedText),
        new(24, Form.OnDots(), Container.Xls),
        new(25, Form) { Misspelling = Misspelling.DecomposedSaraAm | Misspelling.MarksSwapped },
        new(26, FormInThaiDigits.AsSathoJo(), Container.Xls),
        new(27, Form, Container.CsvUtf8),
        new(30, Form, Container.FilledBlank),
        new(31, FormWithNotes, Container.Xls, Naming.TitleOnly),
        new(32, Printed.OnDots(), Container.Xls),
        new(33, Form.Calling("ศรีษะเกษ")),
        new(34, FormWithSum.WithShortPrefix().Calling("อุบลฯ"), Naming: Naming.Office),
        new(35, Form, Container.UnicodeText),
        new(36, FormWithUnits.OnDots()),
        new(37, Form) { Misspelling = Misspelling.DoubledSaraE },
        new(38, FormInText, Container.Xls, Naming.Book1),
        new(39, Form.Calling("หนองบัวล\u0E4D\u0E32ภู")),
        new(40, FormWithNumberedColumns),
        new(41, Form) { Misspelling = Misspelling.ZeroWidthSpaces },
        new(42, FormWithGrandTotal, Container.Xls),
        new(43, Form, Container.CsvThai, Naming.English) { AtTop = true },
        new(44, Retyped),
        new(45, FormInGroupedText.OnDots()) { OwnUnits = Units(13, "เรื่อง") },
        new(46, PrintedAsScanned),
        new(47, Form) { Misspelling = Misspelling.NoBreakSpaces },
        new(48, FormInGroupedText, Container.FilledBlank),
        new(49, Printed),
        new(50, Form, Container.FilledBlank, Naming.Office),
        new(51, Form.AsSathoJo().Calling("ลพ."), Naming: Naming.Office),
        new(52, FormWithSum, Container.Xls),
        new(53, RetypedSheets),
        new(54, Form, Container.CsvThaiSemicolon),
        new(55, FormInThaiDigits.OnDots()),
        new(56, Form, Container.FilledBlank, Naming.Office),
        new(57, FormWithUnits, Container.CsvUtf8),
        new(58, Form),
        new(60, Form, Container.Xlsm),
        new(61, PrintedSheets.OnDots(), Container.Xls),
        new(62, Form, Container.UnicodeText, Naming.English) { AtTop = true },
        new(63, Form) { Misspelling = Misspelling.PrivateGlyphs },
        new(64, FormWithNotes.AsSathoJo()),
        new(65, Form.OnDots()) { OwnUnits = Units(1, "ครั้ง") },
        new(66, Retyped, Container.Xls),
        new(67, FormInText),
        new(70, Form, Container.Xls, Naming.TitleOnly),
        new(71, FormInGroupedText, Container.CsvThai),
        new(72, Printed, Naming: Naming.TitleOnly) { AtTop = true },
        new(73, Form, Container.FilledBlank, Naming.TitleOnly),
        new(74, FormInText.WithShortPrefix(), Container.Xls),
        new(75, FormInThaiDigits, Container.CsvThai),
        new(76, FormWithSum),
        new(77, Form, Container.FilledBlank, Naming.Book1),
        new(80, FormWithNotes.WithShortPrefix().Calling("นครศรีฯ"), Naming: Naming.English),
        new(81, PrintedAsScanned, Container.Xls),
        new(82, Form, Container.CsvUtf8, Naming.Office) { Misspelling = Misspelling.ZeroWidthSpaces | Misspelling.NoBreakSpaces },
        new(83, FormWithGrandTotal),
        new(84, Form.Calling("สุราษฏร์ธานี"), Container.Xls),
        new(85, Form),
        new(86, RetypedSheets.OnDots(), Container.Xls),
        new(90, FormWithUnits) { OwnUnits = Units(14, "แห่ง") },
        new(91, FormInText, Container.FilledBlank),
        new(92, Printed, Container.CsvUtf8),
        new(93, Form, Container.Xls, Naming.English),
        new(94, FormWithNumberedColumns, Naming: Naming.Office),
        new(95, Form, Container.CsvThaiSemicolon, Naming.Office) { AtTop = true },
        new(96, FormInGroupedText),
    ];

    /// <summary>The office of a province.</summary>
    public static Office Of(int code) => All.First(office => office.Code == code);

    private static Dictionary<int, string> Units(int item, string unit) => new() { [item] = unit };
}
