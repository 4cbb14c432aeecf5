using System.Globalization;
using System.Text;

namespace Dla.Etl.MailProofTests.Post;

/// <summary>Messages of every kind, each with what must become of it. Senders are in a domain of this proof's own, so that proofs do not disturb each other.</summary>
/// <param name="domain">The domain of the senders.</param>
internal sealed partial class Mailing(string domain)
{
    /// <summary>Above this a message is not taken.</summary>
    public const long Limit = 120_000;

    /// <summary>How many answers a sender gets a day.</summary>
    public const int Ceiling = 3;

    /// <summary>Whose word about the origin of a message is believed.</summary>
    public const string Server = "mail.dla.example.go.th";

    private readonly List<Sent> _sent = [];
    private int _further;

    /// <summary>Everything that was written so far.</summary>
    public IReadOnlyList<Sent> All => [.. _sent];

    /// <summary>From where we send.</summary>
    public string Ours => $"returns@{domain}";

    /// <summary>The address of a province's office.</summary>
    public string Of(int province) => $"p{province}@{domain}";

    /// <summary>An address in the domain.</summary>
    public string At(string name) => $"{name}@{domain}";

    /// <summary>The address book that goes with it: a province has its office; the other accounts are those of the messages about other things.</summary>
    public string AddressBook()
    {
        var text = new StringBuilder("units:\n");
        foreach (var (code, names) in Books)
            text.Append(CultureInfo.InvariantCulture, $"  - {{code: \"{code}\", addresses: [{string.Join(", ", names.Select(At))}]}}\n");
        return text.Append("posts:\n").Append(CultureInfo.InvariantCulture, $"  - {{role: accounting-head, title: ผู้อำนวยการกองคลัง, addresses: [{At("head")}]}}\n")
            .Append(CultureInfo.InvariantCulture, $"  - {{role: strategy-head, title: ผู้อำนวยการกองยุทธศาสตร์และแผนงาน, addresses: [{At("strategy")}]}}\n").ToString();
    }

    /// <summary>All of them, in the order in which they are sent.</summary>
    public IReadOnlyList<Sent> Everything()
    {
        Returns();
        Names();
        Nothing();
        Strangers();
        Machines();
        Again();
        Broken();
        return _sent;
    }

    /// <summary>A few that bring returns, warnings and questions: enough where it is the kill that matters.</summary>
    public IReadOnlyList<Sent> Few()
    {
        Good(74);
        Take("warnings", Letter("p56").With("ปริมาณงาน.xlsx", Samples.Case("2563-warning-ratio-changed")), ["loaded_with_warnings"], marked: 1);
        Take("two returns in one mail", Letter("north").With("ลำพูน.xlsx", Samples.Return(51)).With("นนทบุรี.xlsx", Samples.Return(12)), ["loaded", "loaded"]);
        Add("a stranger", Letter("stranger").With("ปริมาณงาน.xlsx", Samples.Return(44)), "held/problem", [], At("stranger"));
        Add("out of office", Letter("p53").Saying("Auto-Submitted: auto-replied"), "automatic/received", [], null, "อัตโนมัติ");
        Take("rejected", Letter("p49").With("ปริมาณงาน.xlsx", Samples.File2563("49-mukdahan-1.xlsx")), ["rejected"], marked: 1);
        Add("nothing attached", Letter("other2"), "nothing/received", [], At("other2"));
        return _sent;
    }

    /// <summary>Good returns of provinces that send nothing else.</summary>
    /// <param name="count">How many, at most forty.</param>
    public IReadOnlyList<Sent> Further(int count)
    {
        var begin = _sent.Count;
        foreach (var province in Samples.Provinces.Except([56, 51, 12, 19, 38, 57, 49, 53, 74, 44]).Skip(_further).Take(count))
            Good(province);
        _further += count;
        return _sent[begin..];
    }

    private static IEnumerable<(string Code, string[] Names)> Books =>
    [
        .. Samples.Provinces.Except([56, 51, 12, 19, 38, 57]).Select(code => ($"{code}", new[] { $"p{code}" })),
        ("56", ["p56", "colleague", .. Enumerable.Range(1, 40).Select(number => $"other{number}")]), ("51", ["north"]), ("12", ["north"]), ("19", ["central"]), ("38", ["central"]),
        ("57", ["noreply"]),
    ];

    private Message Letter(string from) => new(At(from)) { MessageId = $"{_sent.Count + 1}.synthetic@{domain}" };

    private void Good(int province) =>
        Take($"a good {Samples.Extension(province)}", Letter($"p{province}").With($"ปริมาณงาน ปี 2563{Samples.Extension(province)}", Samples.Return(province)), ["loaded"]);

    private void Take(string name, Message message, IReadOnlyList<string> verdicts, int marked = 0) =>
        Add(name, message, "taken/received", verdicts, message.From, marked: marked);

    private void Add(string name, Message message, string disposition, IReadOnlyList<string> verdicts, string? answerTo, string why = "", int marked = 0) =>
        _sent.Add(new(name, message.Bytes(), disposition, verdicts, answerTo, why) { MessageId = message.MessageId, Marked = marked });

    private void Corpus(string file, string disposition, IReadOnlyList<string> verdicts, bool answered, string why = "", int marked = 0)
    {
        var (from, id) = (At($"other{_sent.Count(sent => sent.Name.EndsWith(".eml", StringComparison.Ordinal)) + 3}"), $"{_sent.Count + 1}.synthetic@{domain}");
        var text = Encoding.Latin1.GetString(Samples.Corpus(file));
        var known = text.Contains("klang@chang.example.go.th", StringComparison.Ordinal);
        text = text.Replace("klang@chang.example.go.th", from, StringComparison.Ordinal);
        _sent.Add(new(file, Encoding.Latin1.GetBytes(known ? $"Message-ID: <{id}>\r\n{text}" : text), disposition, verdicts, answered ? from : null, why) { MessageId = known ? id : "", Marked = marked });
    }
}
