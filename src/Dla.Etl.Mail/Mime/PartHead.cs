namespace Dla.Etl.Mail.Mime;

/// <summary>What the header of a part says of it.</summary>
internal sealed class PartHead
{
    private static readonly string[] Signatures = ["application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"];

    private static readonly string[] SilentTypes =
        ["message/delivery-status", "message/disposition-notification", "message/feedback-report", "text/rfc822-headers", "application/pgp-encrypted"];

    private readonly ParameterizedValue type;
    private readonly ParameterizedValue disposition;

    private PartHead(ParameterizedValue type, ParameterizedValue disposition) => (this.type, this.disposition) = (type, disposition);

    /// <summary>Type and subtype, lower case.</summary>
    public required string ContentType { get; init; }

    /// <summary>Content-Transfer-Encoding, as written.</summary>
    public required string Encoding { get; init; }

    /// <summary>Content-ID without brackets; null when there is none.</summary>
    public required string? ContentId { get; init; }

    /// <summary>The name given, not yet clean; null when none is.</summary>
    public string? GivenName => NotEmpty(disposition["filename"]) ?? NotEmpty(type["name"]);

    /// <summary>Charset, as declared.</summary>
    public string? Charset => type["charset"]?.Split(' ', '(')[0];

    /// <summary>The boundary of a multipart; null when it has none.</summary>
    public byte[]? Boundary => NotEmpty(type["boundary"]?.TrimEnd()) is { Length: <= 1000 } text ? System.Text.Encoding.UTF8.GetBytes(text) : null;

    /// <summary>A multipart.</summary>
    public bool IsMultipart => ContentType.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>A message attached to this one, also when a web mailer attaches it as a plain file.</summary>
    public bool IsMessage => ContentType is "message/rfc822" or "message/global" or "message/news"
        || (ContentType is "application/octet-stream" && GivenName?.TrimEnd().EndsWith(".eml", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Base64 or quoted-printable.</summary>
    public bool IsEncoded => Encoding.Trim().ToLowerInvariant() is "base64" or "quoted-printable";

    /// <summary>Text that a person reads as the letter itself.</summary>
    public bool IsBody => ContentType is "text/plain" or "text/html" && disposition.Value != "attachment" && GivenName is null;

    /// <summary>Of the machinery of mail, not of its content: passed over. What a Mac keeps beside a file bears that file's name (RFC 1740).</summary>
    /// <param name="inAlternative">Then a text without a name is a third way of saying the same, for example an invitation.</param>
    public bool IsSilent(bool inAlternative) => ContentType == "application/applefile" || (GivenName is null
        && (SilentTypes.Contains(ContentType, StringComparer.Ordinal) || (inAlternative && !IsBody && ContentType.StartsWith("text/", StringComparison.Ordinal))));

    /// <summary>Outlook's rich text.</summary>
    public bool IsTnef => ContentType is "application/ms-tnef" or "application/vnd.ms-tnef" || string.Equals(GivenName, "winmail.dat", StringComparison.OrdinalIgnoreCase);

    /// <summary>Cannot be read by anybody but its addressee.</summary>
    public bool IsEncrypted => ContentType is "application/pkcs7-mime" or "application/x-pkcs7-mime" or "multipart/encrypted";

    /// <summary>For the note: what kind of S/MIME, or the type.</summary>
    public string EncryptedAs => NotEmpty(type["smime-type"]) ?? ContentType;

    /// <summary>A picture, by its type.</summary>
    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>
    /// True for a picture that says so or lies beside the body that shows it, and for a signature of the message. Mail on the iPhone says "inline" of
    /// workbooks too, so the word is believed of pictures only.
    /// </summary>
    public bool IsShownInside(bool isRelated) => Signatures.Contains(ContentType, StringComparer.Ordinal)
        || (IsPicture && (disposition.Value == "inline" || (isRelated && ContentId is not null && disposition.Value != "attachment")));

    /// <param name="block">The header.</param>
    /// <param name="notes">What was odd.</param>
    /// <param name="otherwise">The type when none is given.</param>
    public static PartHead Of(HeaderBlock block, NoteList notes, string otherwise)
    {
        var type = ParameterizedValue.Parse(block["Content-Type"], notes, "Content-Type");
        var id = block["Content-ID"].Trim(' ', '\t', '<', '>');
        return new PartHead(type, ParameterizedValue.Parse(block["Content-Disposition"], notes, "Content-Disposition"))
        {
            ContentType = type.Value.Contains('/', StringComparison.Ordinal) ? CleanText.Line(type.Value, 200) : type.Value == "text" ? "text/plain" : otherwise,
            Encoding = block["Content-Transfer-Encoding"].Split(';', '(')[0],
            ContentId = id.Length is > 0 and < 300 ? id : null,
        };
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
