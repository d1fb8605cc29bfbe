using System.Runtime.CompilerServices;
using KmsiConformance.Suite.Words;

namespace KmsiConformance.Browsers.Meanings;

/// <summary>The words of the suite, made ready to be looked for.</summary>
internal sealed class Vocabulary
{
    private static readonly ConditionalWeakTable<PageWords, Vocabulary> Ready = [];

    private readonly Dictionary<string, IReadOnlyList<Phrase>> _phrases;

    private Vocabulary(PageWords words) => _phrases = words.Phrases.ToDictionary(
        key => key.Key,
        key => (IReadOnlyList<Phrase>)[.. key.Value.Select(text => new Phrase(text)).OrderByDescending(phrase => phrase.Weight)],
        StringComparer.Ordinal);

    /// <summary>The vocabulary of these words, made once.</summary>
    public static Vocabulary Of(PageWords words) => Ready.GetValue(words, known => new Vocabulary(known));

    /// <summary>The phrase of a key that says most of what is said; null when none fits.</summary>
    public Phrase? Find(string key, Said said) => _phrases.GetValueOrDefault(key, []).FirstOrDefault(phrase => phrase.IsIn(said));

    /// <summary>How much a key fits what is said: the weight of its phrase, 0 for none.</summary>
    public int Weight(string key, Said said) => Find(key, said)?.Weight ?? 0;

    /// <summary>Whether nothing but one phrase of the key is said.</summary>
    public bool IsAll(string key, Said said) => _phrases.GetValueOrDefault(key, []).Any(phrase => phrase.IsAll(said));

    /// <summary>The phrase of a key, where it says more than those of another key do.</summary>
    public Phrase? Rather(string key, string than, Said said) =>
        Find(key, said) is { } phrase && phrase.Weight >= Weight(than, said) ? phrase : null;
}
