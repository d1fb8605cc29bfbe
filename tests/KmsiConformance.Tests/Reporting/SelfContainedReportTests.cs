using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

public sealed class SelfContainedReportTests
{
    private const string Script = "<script>alert(1)</script>";
    private const string Image = "\"><img src=x onerror=alert(1)>";

    [Test]
    public async Task Nothing_is_fetched_from_elsewhere()
    {
        using var run = SampleCatalogue.Write();
        var page = await ReportPages.Of(run);

        foreach (var element in page.All)
        {
            foreach (var name in new[] { "src", "srcset", "href", "xlink:href", "action", "data", "poster" })
            {
                if (element.GetAttribute(name) is { } value && element.LocalName != "meta")
                    Assert.That(value, Does.StartWith("#").Or.StartWith("data:image/"), element.LocalName);
            }
        }
        Assert.That(page.QuerySelectorAll("link, iframe, object, embed, base, form"), Is.Empty);
        Assert.That(page.QuerySelector("style")!.TextContent, Does.Not.Contain("url(").And.Not.Contain("@import"));
    }

    [Test]
    public async Task The_policy_allows_the_one_script_by_its_hash_and_nothing_from_the_network()
    {
        using var run = SampleCatalogue.Write();
        var page = await ReportPages.Of(run);

        var script = page.QuerySelectorAll("script:not([type])").Single().TextContent;
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.That(policy, Does.StartWith("default-src 'none';").And.Contain($"script-src 'sha256-{hash}'"));
        Assert.That(policy, Does.Not.Contain("http").And.Not.Contain("unsafe-eval").And.Not.Contain("*"));
        Assert.That(page.All.SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Nothing_but_data_stands_beside_the_script()
    {
        using var run = HostileRun();
        var page = await ReportPages.Of(run);

        Assert.That(page.QuerySelectorAll("script:not([type])"), Has.Length.EqualTo(1), "only the report's own");
        Assert.That(
            page.QuerySelectorAll("script[type]").Select(block => block.GetAttribute("type")), Has.All.EqualTo("application/gzip"));
        Assert.That(page.QuerySelectorAll("img, [onerror]"), Is.Empty);
        Assert.That(page.Texts(".run dd"), Has.One.Contain(Script));
        Assert.That(page.Texts(".notes li"), Has.One.EqualTo(Image));
    }

    [Test]
    public async Task An_anchor_is_a_plain_word_whatever_a_scenario_is_called()
    {
        using var run = HostileRun();
        var row = (await ReportPages.DataOf(run)).Scenarios.Single();
        Assert.That(ReportData.TextOf(row, "anchor"),
            Does.Match(new Regex("^[A-Za-z0-9/._~-]+$", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Test]
    public async Task The_script_makes_no_markup_of_data()
    {
        using var run = HostileRun();
        var script = (await ReportPages.Of(run)).QuerySelector("script:not([type])")!.TextContent;
        foreach (var way in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch(" })
            Assert.That(script, Does.Not.Contain(way));
    }

    internal static SampleRun HostileRun()
    {
        var run = new SampleRun { Target = Script };
        run.Notes.Add(Image);
        var scenario = run.Add("lifetime/" + Image, Script + Image, "R-" + Script);
        scenario.Reason = Image;
        scenario.Step(Script, () =>
        {
            scenario.Append(new PageShown("https://x/" + Image, "login", "error", Script, null, Image));
            scenario.Cookie("set", Image, Image, Image, TimeSpan.FromDays(1));
            scenario.Observe(Image, "rejected", Script);
            scenario.Append(new ScreenshotTaken(Image, Image));
        }, Verdict.Failed, Script, Image);
        return run.Written();
    }
}
