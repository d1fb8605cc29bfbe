using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KmsiConformance.Suite.Yaml;

/// <summary>
/// Looks through a YAML file before anything is made of it: one of a few lines can stand for millions of values by its aliases, or
/// hold itself, or be nested so deep that nothing which walks through it comes back.
/// </summary>
/// <param name="name">How messages call the file.</param>
internal sealed class YamlScan(string name)
{
    /// <summary>Characters at most; the largest file of the catalogue has a fortieth of that.</summary>
    public const int MostCharacters = 1_000_000;

    private const int MostDepth = 40;
    private const int MostValues = 100_000;

    private readonly Dictionary<string, long> _anchored = new(StringComparer.Ordinal);
    private readonly Stack<Level> _open = new();
    private long _values;

    /// <summary>Refuses what would stop the machine, or have two meanings.</summary>
    /// <exception cref="SuiteException">The problem, at its place.</exception>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public void Check(string text)
    {
        if (text.Length > MostCharacters)
            throw Problem(Mark.Empty, $"This is too long: {text.Length} characters, expected {MostCharacters} at most. Split the file.");
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        while (parser.MoveNext()) See(parser.Current!);
    }

    private void See(ParsingEvent seen)
    {
        switch (seen)
        {
            case DocumentStart:
                _anchored.Clear();
                break;
            case Scalar scalar:
                CheckCharacters(scalar);
                if (_open.TryPeek(out var level) && level.AwaitsKey) CheckKey(level, scalar);
                Count(1, scalar.Anchor, scalar.Start);
                break;
            case AnchorAlias alias:
                See(alias);
                break;
            case MappingStart or SequenceStart:
                var start = (NodeEvent)seen;
                if (_open.Count >= MostDepth)
                    throw Problem(seen.Start, $"This is nested too deep: expected {MostDepth} levels at most.");
                _open.Push(new Level(seen is MappingStart, Named(start.Anchor), _values));
                break;
            case MappingEnd or SequenceEnd:
                var ended = _open.Pop();
                var within = _values - ended.Before;
                Count(1, AnchorName.Empty, seen.Start);
                if (ended.Anchor is { } anchor) _anchored[anchor] = within + 1;
                break;
        }
    }

    private void See(AnchorAlias alias)
    {
        var anchor = alias.Value.Value;
        if (_open.Any(level => level.Anchor == anchor))
            throw Problem(alias.Start, $"*{anchor} stands within what it means, which would never end. Write out what is meant.");
        if (!_anchored.TryGetValue(anchor, out var values))
            throw Problem(alias.Start, $"Nothing is called &{anchor} above. Expected the name of something that was marked with &.");
        if (_open.TryPeek(out var level) && level.AwaitsKey)
            throw Problem(alias.Start, $"*{anchor} is no key. Expected a word before the colon.");
        Count(values, AnchorName.Empty, alias.Start);
    }

    // Each value ends something that was expected: the next is a key again, or a value.
    private void Count(long values, AnchorName anchor, Mark place)
    {
        _values += values;
        if (_values > MostValues)
            throw Problem(place, $"With all its aliases this stands for more than {MostValues} values. Write fewer, or split the file.");
        if (Named(anchor) is { } named) _anchored[named] = values;
        if (_open.TryPeek(out var level)) level.Turn();
    }

    private void CheckKey(Level level, Scalar key)
    {
        if (key.Value.AsSpan().IndexOfAny('\r', '\n') >= 0)
            throw Problem(key.Start, "A key stands on one line. Expected a word before the colon.");
        if (!level.Keys.TryAdd(key.Value, key.Start))
            throw Problem(
                key.Start,
                $"The key '{key.Value}' stands here twice: in line {level.Keys[key.Value].Line} and in line {key.Start.Line}. Leave one "
                + "out.");
    }

    private void CheckCharacters(Scalar scalar)
    {
        foreach (var one in scalar.Value)
        {
            if (char.IsControl(one) && one is not ('\n' or '\t' or '\r'))
                throw Problem(scalar.Start, $"The character U+{(int)one:X4}, which cannot be seen, stands in this text. Leave it out.");
        }
    }

    private static string? Named(AnchorName anchor) => anchor.IsEmpty ? null : anchor.Value;

    private SuiteException Problem(Mark place, string message) =>
        new(new SuiteProblem(name, Math.Max(1, (int)place.Line), Math.Max(1, (int)place.Column), message));

    private sealed record Level(bool IsMap, string? Anchor, long Before)
    {
        public bool AwaitsKey { get; private set; } = IsMap;

        public Dictionary<string, Mark> Keys { get; } = new(StringComparer.Ordinal);

        public void Turn() => AwaitsKey = IsMap && !AwaitsKey;
    }
}
