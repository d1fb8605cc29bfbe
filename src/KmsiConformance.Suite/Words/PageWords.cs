namespace KmsiConformance.Suite.Words;

/// <summary>What sign-in pages say, in all languages that are known, by what is meant.</summary>
/// <param name="Phrases">By the keys of <c>scenarios/words.schema.json</c>, such as <c>remember</c>.</param>
public sealed record PageWords(IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases)
{
    /// <summary>No words: nothing can be found by its meaning.</summary>
    public static PageWords None { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>The phrases of a key, in all languages.</summary>
    public IReadOnlyList<string> Of(string key) => Phrases.GetValueOrDefault(key, []);
}
