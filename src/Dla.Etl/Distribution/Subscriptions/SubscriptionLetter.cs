using Dla.Etl.Distribution.Letters;

namespace Dla.Etl.Distribution.Subscriptions;

/// <summary>Composes what a head reads.</summary>
internal static class SubscriptionLetter
{
    /// <summary>The mail that brings a report.</summary>
    /// <param name="letterhead">Lines above everything.</param>
    /// <param name="wording">The words.</param>
    /// <param name="values">What fills the slots.</param>
    /// <param name="subject">The subject as filled.</param>
    /// <param name="enclosed">Where the workbook is: attached under a name, or on the share.</param>
    /// <param name="contact">Last lines.</param>
    public static Letter Of(
        IReadOnlyList<string> letterhead, SubscriptionWording wording, IReadOnlyDictionary<string, string> values, string subject, string enclosed, IReadOnlyList<string> contact)
    {
        string Filled(string text) => SlotText.Fill(text, values);
        var letter = new Letter().Head(letterhead, subject).Paragraph(Filled(wording.Opening));
        foreach (var paragraph in wording.Paragraphs)
            letter.Paragraph(Filled(paragraph));
        letter.Facts([.. wording.Facts.Select(fact => (fact.Label, Filled(fact.Value)))]);
        foreach (var (heading, text) in wording.Lists)
            letter.Heading(heading).Paragraph(Filled(text));
        return letter.Heading("เอกสารที่ส่งมาด้วย").Paragraph(enclosed).Paragraph([.. wording.Closing.Select(Filled)]).Foot(contact);
    }

    /// <summary>The mail that says which reports are not there and why.</summary>
    public static Letter OfFailure(
        IReadOnlyList<string> letterhead, FailureWording wording, IReadOnlyDictionary<string, string> values, string subject,
        IReadOnlyList<(string Report, string Cause)> missing, IReadOnlyList<string> contact)
    {
        string Filled(string text) => SlotText.Fill(text, values);
        var letter = new Letter().Head(letterhead, subject).Paragraph(Filled(wording.Opening));
        foreach (var paragraph in wording.Paragraphs)
            letter.Paragraph(Filled(paragraph));
        return letter.List([.. missing.Select(one => $"{one.Report}: {one.Cause}")]).Paragraph([.. wording.Closing.Select(Filled)]).Foot(contact);
    }
}
