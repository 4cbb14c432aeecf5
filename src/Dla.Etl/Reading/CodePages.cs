using System.Text;

namespace Dla.Etl.Reading;

/// <summary>The code pages that .NET carries but does not offer until asked: windows-874 for Thai, 1252 for BIFF and for repairing garbled text.</summary>
internal static class CodePages
{
    static CodePages()
    {
        // ExcelDataReader asks the registered providers by name, even for xlsx.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Thai = Encoding.GetEncoding(874);
        WesternEuropean = Encoding.GetEncoding(1252);
    }

    /// <summary>Windows-874, which is TIS-620 and ISO 8859-11 with additions (DOMAIN §6.1). Its decoder never throws.</summary>
    public static Encoding Thai { get; }

    /// <summary>Windows-1252.</summary>
    public static Encoding WesternEuropean { get; }

    /// <summary>Makes sure that the code pages are offered before ExcelDataReader asks for 1252.</summary>
    public static void Register() => ArgumentNullException.ThrowIfNull(Thai);
}
