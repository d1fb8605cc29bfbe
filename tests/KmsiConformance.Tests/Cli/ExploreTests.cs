using System.Text.Json;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary><c>kmsi explore</c> as people and scripts use it.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ExploreTests
{
    [Test]
    public async Task What_is_found_is_told_as_JSON_written_and_played_again()
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-explore-");
        try
        {
            string[] faulty = ["explore", "--profile", "aad-2020-06", "--fault", "stays-signed-in-after-no"];
            var (code, output, error) = await Kmsi.RunAsync(
                [.. faulty, "--seed", "3", "--runs", "3", "--format", "json", "--out", folder.FullName]);
            using var json = JsonDocument.Parse(output);
            var found = json.RootElement.GetProperty("differences")[0];
            var file = found.GetProperty("scenarioFile").GetString()!;
            Assert.Multiple(() =>
            {
                Assert.That(code, Is.EqualTo(1), error);
                Assert.That(json.RootElement.GetProperty("journeys").GetInt32(), Is.EqualTo(3));
                Assert.That(json.RootElement.GetProperty("steps").GetInt32(), Is.GreaterThan(3));
                Assert.That(json.RootElement.GetProperty("coverage").GetProperty("transitions").GetInt32(), Is.Positive);
                Assert.That(found.GetProperty("requirement").GetString(), Does.Match("^[RDN]-"));
                Assert.That(file, Does.Exist);
            });
            var (again, _, _) = await Kmsi.RunAsync([.. faulty, "--replay", file]);
            Assert.That(again, Is.EqualTo(1), "with the fault");

            // The profile is the file's where none is named.
            var (healthy, shown, said) = await Kmsi.RunAsync("explore", "--replay", file);
            Assert.That(healthy, Is.Zero, shown + said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase("--seed has no effect with --replay", "--replay", "any.yaml", "--seed", "3")]
    [TestCase("There is no scenario file", "--replay", "nowhere.yaml")]
    [TestCase("--runs is 0, and must be 1 or more.", "--runs", "0")]
    [TestCase("no sites of their own yet", "--profile", "web")]
    public async Task What_cannot_be_explored_is_said(string said, params string[] arguments)
    {
        var (code, _, error) = await Kmsi.RunAsync(["explore", .. arguments]);
        Assert.That(error, Does.Contain(said));
        Assert.That(code, Is.EqualTo(2));
    }

    [TestCase("web")]
    [TestCase("nist-800-63b-3", "--decisions")]
    public async Task Faults_of_sites_are_not_explored(string profile, params string[] more)
    {
        var (code, _, error) = await Kmsi.RunAsync(["faults", "--profile", profile, "--explore", "3", .. more]);
        Assert.That(error, Does.Contain($"--profile {profile}").And.Contain("Leave --explore out"));
        Assert.That(code, Is.EqualTo(2));
    }

    [Test]
    public async Task Faults_of_every_profile_are_explored_where_that_can_be()
    {
        var folder = SuiteFolder.New("sign-out");
        try
        {
            // No scenario catches it, and it acts under profiles of sites as well.
            var (code, output, error) = await Kmsi.RunAsync(
                "faults", "--profile", "all", "--only", "keeps-session-after-sign-out", "--explore", "40", "--scenarios", folder);
            Assert.That((code, error), Is.EqualTo((1, error)), output);
            Assert.That(output, Does.Contain("MISSED  keeps-session-after-sign-out (web, 0 scenarios)"));
            Assert.That(output, Does.Contain("by exploring: journey"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
