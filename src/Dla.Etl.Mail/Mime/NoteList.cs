namespace Dla.Etl.Mail.Mime;

/// <summary>What was odd, each thing once, and not without end.</summary>
internal sealed class NoteList
{
    private const int Most = 200;

    private readonly List<MailNote> notes = [];
    private readonly HashSet<MailNote> known = [];

    /// <summary>In the order met.</summary>
    public IReadOnlyList<MailNote> All => notes;

    /// <summary>True when something of these kinds was noted.</summary>
    public bool Has(params ReadOnlySpan<MailNoteKind> kinds)
    {
        foreach (var note in notes)
        {
            if (kinds.Contains(note.Kind))
                return true;
        }
        return false;
    }

    /// <summary>Notes it, unless the same was noted before.</summary>
    public void Add(MailNoteKind kind, string where = "", string found = "", string limit = "")
    {
        var note = new MailNote(kind, where, found, limit);
        if (notes.Count < Most && known.Add(note))
            notes.Add(note);
    }

    /// <summary>Decodes, and notes a wrong label.</summary>
    public string Decode(ReadOnlySpan<byte> bytes, string? claimed, string where)
    {
        var (text, instead) = Charsets.Decode(bytes, claimed);
        if (instead is not null)
            Add(MailNoteKind.WrongCharset, where, instead, CleanText.Line(claimed ?? "", 40));
        return text;
    }
}
