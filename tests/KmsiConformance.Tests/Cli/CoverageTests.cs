using System.Text.Json;
using AngleSharp.Html.Parser;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>Who assesses each requirement, for people and for scripts.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class CoverageTests
{
    [Test]
    public async Task As_JSON_every_requirement_of_the_profile_is_there_with_whoever_assesses_it()
    {
        var (code, output, error) = await Kmsi.RunAsync("coverage", "--profile", "b2c-2020-12", "--format", "json");
        var coverage = JsonSerializer.Deserialize<CoverageRecord>(output, RunFolder.Json)!;
        var known = SuiteLoader.Load(Repository.Scenarios).Requirements.Values.Where(known => known.Profiles.Contains("b2c-2020-12"));
        var kept = coverage.Requirements.Single(requirement => requirement.Id == "R-050");
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, error);
            Assert.That(coverage.Requirements.Select(requirement => requirement.Id), Is.EquivalentTo(known.Select(known => known.Id)));
            Assert.That(kept.Scenarios, Does.Contain("documents/thirty-days-of-2020"));
            Assert.That(kept.Checks, Does.Contain("SignInIsSilent"));
            Assert.That(kept.Faults, Is.Not.Empty);
            Assert.That(coverage.Requirements.Single(requirement => requirement.Id == "R-070").Rules, Has.Some.StartsWith("KMSI"));
            Assert.That(coverage.Requirements.Single(requirement => requirement.Id == "R-021").Reason, Does.StartWith("A setting of the"));
        });
        using var json = JsonDocument.Parse(output);
        var keys = json.RootElement.GetProperty("requirements")[0].EnumerateObject().Select(property => property.Name);
        Assert.That(keys, Is.SupersetOf(new[] { "id", "assessedBy", "scenarios", "rules", "checks", "faults" }));
    }

    [Test]
    public async Task As_text_the_sums_and_what_runs_at_a_target_are_told()
    {
        var (code, output, error) = await Kmsi.RunAsync("coverage", "--target", "scenarios/targets/oidc-provider.yaml");
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, error);
            Assert.That(output, Does.Match(@"(?m)^\d+ requirements in oidc: \d+ by scenarios, \d+ by rules, \d+ by neither\r?$"));
            Assert.That(output, Does.Match(@"(?m)^\d+ of \d+ scenarios in oidc run at \S+"));
            Assert.That(output, Does.Not.Contain("R-037"), "no requirement of another profile");
        });
        var (_, list, _) = await Kmsi.RunAsync("list", "--target", "scenarios/targets/oidc-provider.yaml");
        var runs = list[..list.LastIndexOf(" of them run at", StringComparison.Ordinal)].Split('\n')[^1];
        Assert.That(output, Does.Contain($"\n{runs} of "), "the same as 'kmsi list' counts");
    }

    [Test]
    public async Task The_page_has_a_row_for_each_and_encodes_what_scenarios_say()
    {
        using var scratch = new ScratchSuite().With("area/one", """
            title: It works as it should
            requirements: [{ own: "No <script>alert(1)</script> & nothing else.", level: MUST }]
            steps:
              - open: groceries
                expect: prompt
            """);
        var file = Path.Combine(scratch.Folder, "coverage.html");
        var (code, _, error) = await Kmsi.RunAsync("coverage", "--scenarios", scratch.Folder, "--out", file);
        var text = await File.ReadAllTextAsync(file);
        var page = await new HtmlParser().ParseDocumentAsync(text);
        var rows = page.QuerySelectorAll(".requirements tbody tr");
        var own = rows.Single(row => row.Id!.Contains("OWN-", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, error);
            Assert.That(rows, Has.Length.EqualTo(scratch.Load().Requirements.Count));
            Assert.That(own.TextContent, Does.Contain("<script>alert(1)</script>").And.Contain("1 scenario").And.Contain("area/one"));
            Assert.That(text, Does.Not.Contain("<script>alert"));
            Assert.That(page.QuerySelector("#requirement\\:R-021")!.ClassName, Is.EqualTo("assessed"), "a rule looks at it");
            Assert.That(page.QuerySelector("#requirement\\:R-056 .source")!.TextContent, Does.Contain("C-07"));
        });
    }

    [TestCase("--profile b2c-1999-01", "There is no profile")]
    [TestCase("--target nowhere", "There is no target")]
    [TestCase("--out x.html --format json", "leave out one")]
    public async Task Wrong_use_is_2_and_says_so(string arguments, string says)
    {
        var (code, _, error) = await Kmsi.RunAsync(["coverage", .. arguments.Split(' ')]);
        Assert.That((code, error), Is.EqualTo((2, error)));
        Assert.That(error, Does.Contain(says));
    }
}
