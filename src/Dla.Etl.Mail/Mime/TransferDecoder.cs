namespace Dla.Etl.Mail.Mime;

/// <summary>Undoes a Content-Transfer-Encoding (RFC 2045, 6), never refusing anything.</summary>
internal abstract class TransferDecoder(ContentSink sink)
{
    /// <summary>Where the bytes go.</summary>
    protected ContentSink Sink { get; } = sink;

    /// <summary>True when bytes of the content were lost or are in doubt.</summary>
    public bool LostBytes { get; protected set; }

    /// <summary>The decoder for a name; 7bit, 8bit, binary and unknown ones change nothing.</summary>
    public static TransferDecoder For(string? encoding, ContentSink sink) => (encoding ?? "").Trim().ToLowerInvariant() switch
    {
        "base64" => new Base64Decoder(sink),
        "quoted-printable" => new QuotedPrintableDecoder(sink),
        _ => new NoDecoder(sink),
    };

    /// <summary>Takes more of the part, line ends included.</summary>
    public abstract void Write(ReadOnlySpan<byte> bytes);

    /// <summary>The part has ended.</summary>
    public virtual void Finish()
    {
    }

    private sealed class NoDecoder(ContentSink sink) : TransferDecoder(sink)
    {
        public override void Write(ReadOnlySpan<byte> bytes) => Sink.Write(bytes);
    }
}
