namespace Dla.Etl.Mail.Mime;

/// <summary>Quoted-printable (RFC 2045, 6.7): blanks at the end of a line are of the transport; what is no escape stays as it is.</summary>
/// <param name="sink">Where the bytes go.</param>
/// <param name="room">Bytes that are handed on at a time.</param>
internal sealed class QuotedPrintableDecoder(ContentSink sink, int room = 8192) : TransferDecoder(sink)
{
    private readonly byte[] written = new byte[room];
    private readonly List<byte> blanks = [];
    private State state;
    private byte first;
    private int held;

    private enum State
    {
        Text,
        AfterEquals,
        AfterDigit,
        SoftBreak,
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            Add(value);
        Flush();
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        if (state == State.AfterDigit)
            Literal(first);
        Flush();
    }

    private void Add(byte value)
    {
        switch (state)
        {
            case State.AfterEquals when Hex(value) >= 0:
                (state, first) = (State.AfterDigit, value);
                break;
            case State.AfterEquals when value is (byte)' ' or (byte)'\t' or (byte)'\r':
            case State.SoftBreak when value is (byte)' ' or (byte)'\t' or (byte)'\r':
                state = State.SoftBreak;
                break;
            case State.AfterEquals or State.SoftBreak when value == '\n':
                state = State.Text;
                break;
            case State.AfterDigit when Hex(value) >= 0:
                state = State.Text;
                Put((byte)((Hex(first) << 4) | Hex(value)));
                break;
            case State.AfterEquals or State.AfterDigit or State.SoftBreak:
                Literal(state == State.AfterDigit ? first : null);
                Text(value);
                break;
            default:
                Text(value);
                break;
        }
    }

    /// <summary>An equals sign that begins no escape.</summary>
    private void Literal(byte? digit)
    {
        state = State.Text;
        LostBytes = true;
        Put((byte)'=');
        if (digit is { } one)
            Put(one);
    }

    private void Text(byte value)
    {
        if (value == '=')
        {
            PutBlanks();
            state = State.AfterEquals;
        }
        else if (value is (byte)' ' or (byte)'\t')
            blanks.Add(value);
        else if (value is (byte)'\r' or (byte)'\n')
        {
            blanks.Clear();
            Put(value);
        }
        else
        {
            PutBlanks();
            Put(value);
        }
    }

    private void PutBlanks()
    {
        foreach (var blank in blanks)
            Put(blank);
        blanks.Clear();
    }

    private void Put(byte value)
    {
        written[held++] = value;
        if (held == written.Length)
            Flush();
    }

    private void Flush()
    {
        Sink.Write(written.AsSpan(0, held));
        held = 0;
    }

    /// <summary>Small letters are not of the RFC, but senders write them.</summary>
    public static int Hex(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        _ => -1,
    };
}
