using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using KmsiConformance.Lint;
using KmsiConformance.Policies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Lint;

/// <summary>What holds for linting whatever the files say.</summary>
public sealed class LintPropertyTests
{
    // The children of these may stand in any order; those of all others mean something by it.
    private static readonly HashSet<string> Unordered = new(StringComparer.Ordinal)
    {
        "ContentDefinitions", "ClaimsProviders", "TechnicalProfiles", "UserJourneys", "Metadata", "InputClaims", "OutputClaims",
        "ClaimsSchema", "ClaimsExchanges", "PersistedClaims",
    };

    [Test]
    public void Moving_unrelated_elements_changes_no_finding()
    {
        using var folder = new ScratchFolder();
        Prop.ForAll(
            (from example in Gen.Elements(Examples())
             from profile in Gen.Elements(B2cProfile.All.ToArray())
             from seed in Gen.Choose(1, int.MaxValue - 1)
             select (example, profile, seed)).ToArbitrary(),
            shuffle =>
            {
                var moved = folder.Write("SignIn.xml", Shuffled(shuffle.example, new Random(shuffle.seed)));
                var before = Findings(shuffle.example, shuffle.profile);
                var after = Findings(moved, shuffle.profile);
                return before.SequenceEqual(after).Label($"{string.Join('\n', before)}\nbecame\n{string.Join('\n', after)}");
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Test]
    public void A_mutated_policy_is_judged_or_refused_and_nothing_else()
    {
        using var folder = new ScratchFolder();
        var files = Examples();
        Prop.ForAll(
            (from file in Gen.Elements(files)
             let sound = File.ReadAllText(file)
             from at in Gen.Choose(0, sound.Length - 1)
             from length in Gen.Choose(0, 30)
             from instead in Gen.Elements("", "<", ">", "\"", "&", "\0", "<a>", "</a>", "<!DOCTYPE x>", "<![CDATA[", "]]>", "\uFFFF", "-1",
                 "é", " Order=\"0\"", " Id=\"\"", "99999999999", "{Settings:X}")
             from profile in Gen.Elements(B2cProfile.All.ToArray())
             select (Xml: sound[..at] + instead + sound[Math.Min(sound.Length, at + length)..], profile)).ToArbitrary(),
            mutated =>
            {
                var file = folder.Write("SignIn.xml", mutated.Xml);
                var report = new Linter(KnownProfiles.Readings(mutated.profile)).Lint([file]);
                SettingsReport.Of([file], KnownProfiles.Readings(mutated.profile));
                return report.Unreadable.Count + report.Files > 0 && report.Unreadable.All(p => p.File == file && p.Problem.Length > 0);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Test]
    public void Reading_a_mutated_policy_strictly_throws_nothing_but_its_own_error()
    {
        using var folder = new ScratchFolder();
        Prop.ForAll(
            (from source in Gen.Elements(PolicyData.ScenarioFiles.Where(f => !f.Contains("TrustFramework", StringComparison.Ordinal))
                .Select(File.ReadAllText).ToArray())
             from at in Gen.Choose(0, source.Length - 1)
             from length in Gen.Choose(0, 12)
             select source.Remove(at, Math.Min(length, source.Length - at))).ToArbitrary(),
            xml =>
            {
                try
                {
                    PolicyReader.Read(folder.Write("SignIn.xml", xml)).KmsiOffered(KnownProfiles.Readings(B2cProfile.Default));
                }
                catch (PolicyException problem)
                {
                    return problem.Message.Length > 0;
                }

                return true;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static string[] Examples() =>
    [
        .. Directory.EnumerateFiles(PolicyData.Examples, "SignIn.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Concat(Directory.EnumerateFiles(PolicyData.Scenarios, "*.xml"))
            .Where(f => !File.ReadAllText(f).Contains("BasePolicy", StringComparison.Ordinal)),
    ];

    // Without places: they move with the elements. Rules about order or repetition say which is first.
    private static List<string> Findings(string file, string profile) =>
    [
        .. new Linter(KnownProfiles.Readings(profile)).Lint([file]).Findings
            .Where(f => f.Rule is not ("KMSI020" or "KMSI022"))
            .Select(f => $"{f.Rule} {f.Message} {f.Suggestion}")
            .Order(StringComparer.Ordinal),
    ];

    private static string Shuffled(string file, Random random)
    {
        var document = XDocument.Load(file);
        foreach (var parent in document.Descendants().Where(e => Unordered.Contains(e.Name.LocalName)).ToList())
        {
            var children = parent.Elements().ToArray();
            random.Shuffle(children);
            parent.ReplaceNodes(children.Cast<object>().ToArray());
        }

        return document.ToString();
    }
}
