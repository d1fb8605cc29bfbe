using KmsiConformance.Exploring.Journeys;
using KmsiConformance.Exploring.Writing;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Exploring;

/// <summary>Random journeys: what is conformant stays green, what is not is found and shortened.</summary>
internal sealed class ExplorerTests
{
    [TestCaseSource(typeof(Grounds), nameof(Grounds.Profiles))]
    public async Task The_reference_does_what_the_documents_say(string profile)
    {
        var explored = await Grounds.ExploreAsync(profile, null, seed: 12, most: 24);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(explored.Differences.Select(difference => difference.Text), Is.Empty);
            Assert.That(explored.Broken, Is.Empty);
            Assert.That(explored.Untold, Is.Empty);
            Assert.That(explored.Steps, Is.GreaterThan(200));
            Assert.That(explored.Coverage.Transitions, Is.GreaterThan(100));
        }
    }

    // One for each way to be wrong that a journey can meet: a seed that meets it soon, and the longest that it may be after
    // shortening.
    [TestCase("oidc", "keeps-session-after-sign-out", 2, 6)]
    [TestCase("b2c-2020-12", "never-extends-sessions", 2, 7)]
    [TestCase("aad-2020-06", "stays-signed-in-after-no", 3, 3)]
    [TestCase("b2c-2020-12", "loses-attributes-at-renewal", 2, 4, Verdict.Warning, Description = "beside what is foreseen")]
    public async Task A_fault_is_found_shortened_and_shown_again_by_its_file(
        string profile, string fault, int seed, int acts, Verdict shown = Verdict.Failed)
    {
        var difference = (await Grounds.ExploreAsync(profile, fault, seed, most: 96)).Differences[0];
        var file = Path.ChangeExtension(Path.GetTempFileName(), ".yaml");
        try
        {
            await File.WriteAllTextAsync(file, difference.Text);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(difference.Journey.Acts, Has.Count.AtMost(acts), difference.Text);
                Assert.That(difference.Requirements, Is.Not.Empty);
                Assert.That(await VerdictAsync(profile, fault, file), Is.EqualTo(shown), "with the fault");
                Assert.That(await VerdictAsync(profile, null, file), Is.EqualTo(Verdict.Passed), "without it");
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void The_same_seed_gives_the_same_journeys_and_another_one_others()
    {
        string[] Texts(int seed)
        {
            var guide = new Guide(Grounds.Of("b2c-2020-12"), seed);
            return [.. Enumerable.Range(0, 20).Select(_ => JourneyText.Of(guide.Next(), "A journey of this test", []).Text)];
        }

        var (first, again) = (Texts(5), Texts(5));
        Assert.That(again, Is.EqualTo(first));
        Assert.That(Texts(6).Intersect(first), Is.Empty);
    }

    [TestCaseSource(typeof(Grounds), nameof(Grounds.Profiles))]
    public void Numbers_stand_for_the_journey_that_they_came_from(string profile)
    {
        var (ground, guide) = (Grounds.Of(profile), new Guide(Grounds.Of(profile), 1));
        foreach (var journey in Enumerable.Range(0, 50).Select(_ => guide.Next()))
        {
            var again = Journey.Of(ground, journey.Genome);
            Assert.That(JourneyText.Of(again, "A journey of this test", []).Text,
                Is.EqualTo(JourneyText.Of(journey, "A journey of this test", []).Text));
        }
    }

    private static async Task<Verdict> VerdictAsync(string profile, string? fault, string file)
    {
        var alone = SuiteLoader.LoadFile(RealBrowser.Suite.Folder, file);
        var run = (await Grounds.RunAsync(profile, fault)) with { Suite = alone, Scenarios = alone.Select(profile, []) };
        var played = await new SuiteRunner(run, new NoProgress()).RunAsync(CancellationToken.None);
        return played.Scenarios[0].Verdict;
    }
}
