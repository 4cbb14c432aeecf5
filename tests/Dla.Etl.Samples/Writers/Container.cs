namespace Dla.Etl.Samples.Writers;

/// <summary>What a return is saved as.</summary>
public enum Container
{
    /// <summary>Excel workbook.</summary>
    Xlsx,

    /// <summary>Excel workbook of the macro-enabled type, without a macro in it.</summary>
    Xlsm,

    /// <summary>Excel 97–2003.</summary>
    Xls,

    /// <summary>“CSV (Comma delimited)” of a Thai Excel: windows-874.</summary>
    CsvThai,

    /// <summary>The same with <c>sep=;</c> and semicolons.</summary>
    CsvThaiSemicolon,

    /// <summary>“CSV UTF-8”: with byte order mark.</summary>
    CsvUtf8,

    /// <summary>“Unicode Text”: UTF-16LE with byte order mark, tabs.</summary>
    UnicodeText,

    /// <summary>The program's own blank form, filled in.</summary>
    FilledBlank,
}

/// <summary>Writes drafts.</summary>
public static class DraftWriting
{
    /// <summary>The file name extension that Excel gives.</summary>
    public static string Extension(this Container container) => container switch
    {
        Container.Xlsx or Container.FilledBlank => ".xlsx",
        Container.Xlsm => ".xlsm",
        Container.Xls => ".xls",
        Container.UnicodeText => ".txt",
        _ => ".csv",
    };

    /// <summary>The bytes of a draft: the same for the same draft, on every machine.</summary>
    public static byte[] Write(Drafts.DraftWorkbook draft, Container container) => container switch
    {
        Container.Xlsx => FixedZip.Rewrite(SpreadsheetWriter.Xlsx(draft)),
        Container.Xlsm => FixedZip.Rewrite(SpreadsheetWriter.Xlsx(draft), macroEnabled: true),
        Container.Xls => SpreadsheetWriter.Xls(draft),
        Container.FilledBlank => FilledBlankWriter.Write(draft),
        _ => DelimitedWriter.Write(draft, container),
    };
}
