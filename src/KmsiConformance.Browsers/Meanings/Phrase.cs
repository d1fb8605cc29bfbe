using System.Globalization;
using System.Text;

namespace KmsiConformance.Browsers.Meanings;

/// <summary>Text in which phrases are looked for: without case, accents and punctuation, words apart.</summary>
internal sealed class Said
{
    public Said(string text)
    {
        var words = Words(text);
        Spaced = $" {words} ";
        Joined = words.Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Words with one space between and around them.</summary>
    public string Spaced { get; }

    /// <summary>The same without spaces, for scripts that have none.</summary>
    public string Joined { get; }

    /// <summary>The words, with one space between them. A question mark is a word.</summary>
    public static string Words(string text)
    {
        var written = new StringBuilder();
        var last = '\0';
        foreach (var c in text.Normalize(NormalizationForm.FormKC).Normalize(NormalizationForm.FormD))
        {
            if (c is >= '\u0300' and <= '\u036f') continue;

            // rememberMe and RememberMe are names of two words.
            if (char.IsUpper(c) && char.IsLower(last)) written.Append(' ');
            last = c;
            if (c is '?') written.Append(" ? ");
            else if (c is not ('\'' or '’')) written.Append(char.IsLetterOrDigit(c) || IsMark(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return string.Join(
            ' ', written.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Signs that belong to a letter, such as those of voiced syllables, and the long vowel.
    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}

/// <summary>A phrase that means something, in any text.</summary>
internal sealed class Phrase
{
    private const char Gap = '…';

    // From the first character of scripts that put no spaces between words.
    private const char FirstUnspaced = '\u2e80';

    private readonly string[] _pieces;
    private readonly bool _isUnspaced;

    public Phrase(string text)
    {
        Text = text;
        _isUnspaced = text.Any(c => c >= FirstUnspaced);
        _pieces = [.. text.Split(Gap).Select(Said.Words).Select(piece => _isUnspaced
            ? piece.Replace(" ", "", StringComparison.Ordinal)
            : $" {piece} ")];
    }

    public string Text { get; }

    /// <summary>How much it says; of two phrases that fit, the longer says what is meant.</summary>
    public int Weight => _pieces.Sum(piece => piece.Trim().Length) + _pieces.Length - 1;

    public bool IsIn(Said said)
    {
        var text = _isUnspaced ? said.Joined : said.Spaced;
        var from = 0;
        foreach (var piece in _pieces)
        {
            var at = text.IndexOf(piece, from, StringComparison.Ordinal);
            if (at < 0) return false;

            // The space that ends one piece may begin the next.
            from = at + piece.Length - (_isUnspaced ? 0 : 1);
        }

        return true;
    }

    /// <summary>Whether nothing else is said.</summary>
    public bool IsAll(Said said) => _pieces.Length == 1 && (_isUnspaced ? said.Joined : said.Spaced) == _pieces[0];
}
