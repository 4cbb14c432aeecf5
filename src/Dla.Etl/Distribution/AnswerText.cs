using Dla.Etl.Distribution.Letters;

namespace Dla.Etl.Distribution;

/// <summary>The answer to a received file as plain Thai text.</summary>
public static class AnswerText
{
    /// <summary>Columns of the page on which the answer is laid out.</summary>
    public const int Width = LetterText.Width;

    /// <summary>The whole answer with CRLF line ends.</summary>
    public static string Compose(Answer answer, AnswerWording wording) => LetterText.Of(AnswerLetter.Of(answer, wording));
}
