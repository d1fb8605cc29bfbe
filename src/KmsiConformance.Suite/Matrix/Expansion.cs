using System.Text.RegularExpressions;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KmsiConformance.Suite.Matrix;

/// <summary>
/// Makes of a file with a <c>matrix</c> one file for each combination: <c>&lt;axis&gt;</c> becomes the value, <c>choose</c> the first
/// that fits, and what stands under a <c>when</c> that does not fit is left out. Everything keeps its place, so that messages about
/// what comes out point to where it was written.
/// </summary>
internal sealed partial class Expansion
{
    /// <summary>The condition under which a step is done, or an alternative taken.</summary>
    public const string When = "when";

    /// <summary>The alternatives of a value.</summary>
    public const string Choose = "choose";

    /// <summary>What an alternative is.</summary>
    public const string Then = "then";

    /// <summary>What is taken where no alternative before it fits.</summary>
    public const string Otherwise = "otherwise";

    private readonly YamlFile _file;
    private readonly IReadOnlyList<Axis> _axes;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    // Places of alternatives, and whether some combination took them.
    private readonly Dictionary<YamlNode, bool> _taken = new(ReferenceEqualityComparer.Instance);

    private Expansion(YamlFile file, IReadOnlyList<Axis> axes)
    {
        _file = file;
        _axes = axes;
    }

    /// <summary>The scenarios that the file describes, each with its combination; the file itself where it has no matrix.</summary>
    /// <exception cref="SuiteException">The matrix, or how it is used, is wrong.</exception>
    public static IReadOnlyList<(Combination? Combination, YamlFile File)> Of(YamlFile file)
    {
        if (!file.Root.IsMap || file.Root.Find(MatrixReader.Key) is not { } matrix) return [(null, file)];
        var combinations = MatrixReader.Read(matrix);
        var expansion = new Expansion(file, [.. combinations[0].Choices.Select(choice => choice.Axis)]);
        var files = combinations.Select(combination => ((Combination?)combination, expansion.In(combination))).ToList();
        expansion.DemandUse(matrix);
        return files;
    }

    private YamlFile In(Combination combination)
    {
        var events = new List<ParsingEvent> { new StreamStart(), new DocumentStart() };
        Write(_file.Root, combination, events);
        events.Add(new DocumentEnd(isImplicit: true));
        events.Add(new StreamEnd());
        return YamlFile.Of(events, _file.Name);
    }

    // What has no effect is an error: an axis that nothing depends on, an alternative that is never taken.
    private void DemandUse(YamlValue matrix)
    {
        if (_axes.FirstOrDefault(axis => !_used.Contains(axis.Name)) is { } unused)
            throw matrix.KeyProblem(
                unused.Name, $"Nothing depends on {unused.Name}: write <{unused.Name}> where its value belongs, or leave it out.");
        if (_taken.FirstOrDefault(one => !one.Value).Key is { } never)
            throw new YamlValue(_file, never, "").Problem(
                "No combination that is played comes here. Leave it out, or say 'combinations: all' where two values are not enough.");
    }

    private void Write(YamlValue value, Combination combination, List<ParsingEvent> events)
    {
        switch (value.Node)
        {
            case YamlScalarNode scalar:
                events.Add(Scalar(value, scalar, combination));
                break;
            case YamlSequenceNode list:
                events.Add(new SequenceStart(default, default, isImplicit: true, SequenceStyle.Any, list.Start, list.End));
                foreach (var item in value.Items)
                    if (Chosen(item, combination) is { } kept) Write(kept, combination, events);
                events.Add(new SequenceEnd(list.End, list.End));
                break;
            case YamlMappingNode map:
                events.Add(new MappingStart(default, default, isImplicit: true, MappingStyle.Any, map.Start, map.End));
                foreach (var ((name, _), (key, entry)) in map.Children.Zip(value.Entries))
                {
                    if (key == When || (value.Path.Length == 0 && key == MatrixReader.Key)) continue;
                    if (Chosen(entry, combination) is not { } kept) continue;
                    events.Add(new Scalar(default, default, key, ScalarStyle.Plain, true, false, name.Start, name.End));
                    Write(kept, combination, events);
                }

                events.Add(new MappingEnd(map.End, map.End));
                break;
        }
    }

    // What stands here in this combination; null leaves it out.
    private YamlValue? Chosen(YamlValue value, Combination combination)
    {
        if (!value.IsMap) return value;
        if (value.Find(When) is { } when) return Fits(when, value.Node, combination) ? value : null;
        if (value.Find(Choose) is not { } choose) return value;
        if (value.Entries.Count() > 1 || !choose.IsList || !choose.Items.Any())
            throw value.Problem("Expected alternatives and nothing beside them: choose: [{ when: { … }, then: … }, { otherwise: … }].");

        YamlValue? chosen = null;
        var isFound = false;
        foreach (var one in choose.Items)
        {
            var (fits, then) = Alternative(one, combination, isFound);
            if (!fits || isFound) continue;
            isFound = true;
            chosen = then;
        }

        if (!isFound) throw choose.Problem(
            $"Nothing is chosen for {combination.Text}. End the list with {{ otherwise: … }}; '~' there leaves the key out.");
        return chosen is { Node: YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } } ? null
            : chosen is null ? null : Chosen(chosen, combination);
    }

    private (bool Fits, YamlValue Then) Alternative(YamlValue one, Combination combination, bool isFound)
    {
        var keys = one.IsMap ? one.Entries.Select(entry => entry.Key).ToList() : [];
        if (keys is [Otherwise])
        {
            _taken[one.Node] = _taken.GetValueOrDefault(one.Node) || !isFound;
            return (true, one.Get(Otherwise));
        }

        if (keys.Count != 2 || !keys.Contains(When) || !keys.Contains(Then))
            throw one.Problem("Expected { when: { … }, then: … }, or { otherwise: … } as the last.");
        var fits = Meets(one.Get(When), combination);
        _taken[one.Node] = _taken.GetValueOrDefault(one.Node) || (fits && !isFound);
        return (fits, one.Get(Then));
    }

    private bool Fits(YamlValue when, YamlNode place, Combination combination)
    {
        var fits = Meets(when, combination);
        _taken[place] = _taken.GetValueOrDefault(place) || fits;
        return fits;
    }

    private bool Meets(YamlValue when, Combination combination)
    {
        var condition = MatrixReader.ReadCondition(when, _axes);
        _used.UnionWith(condition.Allowed.Keys);
        return combination.Fits(condition);
    }

    private Scalar Scalar(YamlValue value, YamlScalarNode scalar, Combination combination)
    {
        var (text, style) = (scalar.Value ?? "", scalar.Style);
        if (Placeholder().Match(text) is { Success: true } whole && whole.Length == text.Length)
        {
            var taken = Value(value, whole, combination);
            (text, style) = (taken.Text, taken.IsQuoted ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain);
        }
        else
        {
            text = Placeholder().Replace(text, match => Value(value, match, combination).Text);
        }

        return new Scalar(
            default, default, text, style, isPlainImplicit: true, isQuotedImplicit: true, scalar.Start, scalar.End);
    }

    private AxisValue Value(YamlValue place, Match match, Combination combination)
    {
        var name = match.Groups["axis"].Value;
        _used.Add(name);
        return combination.Find(name) ?? throw place.Problem(
            $"<{name}> is not in the matrix.{NearestName.Hint(name, _axes.Select(axis => axis.Name))} "
            + $"It has {string.Join(", ", _axes.Select(axis => axis.Name))}.");
    }

    [GeneratedRegex("<(?<axis>[A-Za-z][A-Za-z0-9-]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
