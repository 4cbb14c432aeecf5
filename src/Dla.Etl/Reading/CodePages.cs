using System.Text;

namespace Dla.Etl.Reading;

/// <summary>The code pages that .NET carries but does not offer until asked: windows-874 for Thai, 1252 for BIFF and for repairing garbled text.</summary>
internal static class CodePages
{
    static CodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Windows-874, which is TIS-620 and ISO 8859-11 with additions (DOMAIN §6.1). Its decoder never throws.</summary>
    public static Encoding Thai { get; } = Encoding.GetEncoding(874);

    /// <summary>Windows-1252.</summary>
    public static Encoding WesternEuropean { get; } = Encoding.GetEncoding(1252);
}
