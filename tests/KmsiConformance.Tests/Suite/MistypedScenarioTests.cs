using KmsiConformance.Suite.Steps;
using NUnit.Framework;
using YamlDotNet.RepresentationModel;

namespace KmsiConformance.Tests.Suite;

/// <summary>
/// Whatever key or value is mistyped, the message names it and what may stand there. Shown for every kind of map that the
/// catalogue has, and so for every step.
/// </summary>
internal sealed class MistypedScenarioTests
{
    private const string Unknown = "xyzzy";

    private static IEnumerable<TestCaseData<string, string[]>> Maps =>
        Specimen.Maps.Select(map => new TestCaseData<string, string[]>(map.File, map.Way).SetArgDisplayNames(map.Kind));

    private static IEnumerable<string> Verbs => StepKind.All.Keys;

    [Test]
    public void Every_step_is_among_them() => Assert.That(
        Specimen.Maps.Select(map => map.Kind.Split(':')[^1]), Is.SupersetOf(StepKind.All.Keys.Append("repeat")));

    [TestCaseSource(nameof(Maps))]
    public void An_unknown_key_is_named_at_its_place_with_those_that_are_known(string file, string[] way)
    {
        var (text, problems) = Specimen.Spoil(file, way, map => map.Add(Unknown, "1"));
        var place = Place(text, Unknown);
        var said = problems.Where(problem => (problem.Line, problem.Column) == place).Select(problem => problem.Message).ToList();
        if (IsStep(way))
        {
            Assert.That(said, Has.Some.Contains($"'{Unknown}' cannot stand beside"), string.Join('\n', problems));
            return;
        }

        Assert.That(said, Has.Some.Contains($"the key '{Unknown}' is not known here"), string.Join('\n', problems));
        var known = said[0].Split("Known: ")[1].TrimEnd('.').Split(", ");
        Assert.That(known, Is.SupersetOf(Specimen.Keys(file, way)));
    }

    [TestCaseSource(nameof(Maps))]
    public void A_key_with_two_letters_swapped_is_named_with_the_one_that_was_meant(string file, string[] way)
    {
        foreach (var key in Specimen.Keys(file, way).Where(key => key.Length > 3 && key[^1] != key[^2]))
        {
            var swapped = string.Concat(key[..^2], key[^1], key[^2]);
            var (text, problems) = Specimen.Spoil(file, way, map =>
            {
                var value = map.Children[key];
                map.Children.Remove(key);
                map.Children.Insert(0, new YamlScalarNode(swapped), value);
            });
            var (line, column) = Place(text, swapped);
            Assert.That(
                problems.Where(problem => (problem.Line, problem.Column) == (line, column)).Select(problem => problem.Message),
                Has.Some.Contains($"Did you mean {key}?"), $"{swapped}\n{string.Join('\n', problems)}");
        }
    }

    [TestCaseSource(nameof(Maps))]
    public void A_wrong_value_is_what_is_named_and_not_the_step(string file, string[] way)
    {
        foreach (var key in Specimen.Keys(file, way))
        {
            YamlNode[] wrong = [new YamlScalarNode("?!"), new YamlSequenceNode("?!", "!?"), new YamlMappingNode("?!", "!?")];
            foreach (var value in wrong)
            {
                var isOfItsShape = false;
                var (text, problems) = Specimen.Spoil(file, way, map =>
                {
                    isOfItsShape = map.Children[key].NodeType == value.NodeType;
                    map.Children[key] = value;
                });

                // Titles, names of files and the like may be any text.
                if (problems.Count == 0 && isOfItsShape) continue;
                var (line, _) = Place(text, "?!");
                Assert.That(problems.Select(problem => problem.Line), Has.Some.EqualTo(line), $"{text}\n{string.Join('\n', problems)}");
                Assert.That(
                    problems.Select(problem => problem.Message),
                    Has.None.Contains("is not a step").And.None.Contains("does not fit the schema")
                        .And.Some.Contains(key).And.Some.Contains("?!").Or.Some.Contains("found a list").Or.Some.Contains("found a map"),
                    $"{key}\n{string.Join('\n', problems)}");
            }
        }
    }

    [TestCaseSource(nameof(Verbs))]
    public void A_mistyped_verb_is_named_with_all_verbs_and_the_nearest(string verb)
    {
        var (file, way, _) = Specimen.Maps.First(map => map.Kind.EndsWith("steps.N:" + verb, StringComparison.Ordinal));
        var (_, problems) = Specimen.Spoil(file, way, map =>
        {
            var value = map.Children[verb];
            map.Children.Remove(verb);
            map.Add(verb + "x", value);
        });
        var said = problems.Single().Message;
        Assert.That(said, Does.Contain($"'{verb}x' is not a step. Did you mean {verb}?"));
        Assert.That(said.Split("Known steps: ")[1].TrimEnd('.').Split(", "), Is.EquivalentTo(StepKind.All.Keys.Append("repeat")));
    }

    // One map more than a step has is a step of its own, or belongs below.
    private static bool IsStep(string[] way) => way is [.., "steps", _];

    private static (int Line, int Column) Place(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return (1 + text.AsSpan(0, at).Count('\n'), at - text.LastIndexOf('\n', at));
    }
}
