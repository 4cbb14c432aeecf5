using System.Xml;

namespace Dla.Etl.Reading.Xlsx;

/// <summary>XML from outside: no document type, no resolver, bounded.</summary>
internal static class SafeXml
{
    /// <summary>A reader over a part of a package.</summary>
    /// <exception cref="XmlException">While reading: not well formed, a document type, or too long.</exception>
    public static XmlReader Open(Stream part, long maxCharacters, NameTable? names = null) => XmlReader.Create(part, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = maxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        NameTable = names,
    });
}
