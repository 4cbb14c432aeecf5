namespace Dla.Etl.Reading.Xls;

/// <summary>Ids of the records that the scan minds ([MS-XLS] 2.3).</summary>
internal static class BiffRecord
{
    public const int Formula = 0x0006;
    public const int Eof = 0x000A;
    public const int Date1904 = 0x0022;
    public const int FilePass = 0x002F;
    public const int ColumnInfo = 0x007D;
    public const int BoundSheet = 0x0085;
    public const int ManyNumbers = 0x00BD;
    public const int SharedStrings = 0x00FC;
    public const int BoolErr = 0x0205;
    public const int Text = 0x0207;
    public const int Row = 0x0208;
    public const int ArrayFormula = 0x0221;
    public const int Table = 0x0236;
    public const int SharedFormula = 0x04BC;
    public const int Bof = 0x0809;
}
