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

        var script = page.QuerySelectorAll("script").Single().TextContent;
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.That(policy, Does.StartWith("default-src 'none';").And.Contain($"script-src 'sha256-{hash}'"));
        Assert.That(policy, Does.Not.Contain("http").And.Not.Contain("unsafe-eval").And.Not.Contain("*"));
        Assert.That(page.All.SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Hostile_titles_are_shown_as_text()
    {
        using var run = HostileRun();
        var page = await ReportPages.Of(run);

        Assert.That(page.QuerySelectorAll("script"), Has.Length.EqualTo(1), "only the report's own");
        Assert.That(page.QuerySelectorAll("img"), Is.Empty);
        Assert.That(page.QuerySelectorAll("[onerror]"), Is.Empty);
        Assert.That(page.Texts(".scenario .title"), Is.EqualTo(new[] { Script + Image }));
        Assert.That(page.Texts(".judged dd"), Is.EquivalentTo(new[] { Script, Image }));
        Assert.That(page.Texts(".run dd"), Has.One.Contain(Script));
        Assert.That(page.Texts(".notes li"), Is.EqualTo(new[] { Image }));
    }

    [Test]
    public async Task Hostile_events_are_shown_as_text()
    {
        using var run = HostileRun();
        var page = await ReportPages.Of(run);

        var events = page.Texts(".events td:last-child").ToList();
        Assert.That(events, Has.Exactly(3).Contain(Script), "the step, the page and the visit");
        Assert.That(events, Has.Some.Contain(Image));
        Assert.That(page.Texts("svg .row-name text"), Does.Contain(Image));
        Assert.That(page.Texts("svg .mark title"), Has.Some.Contain(Script));
        Assert.That(page.QuerySelector(".scenario")!.Id,
            Does.Match(new Regex("^[A-Za-z0-9/._~-]+$", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    private static SampleRun HostileRun()
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
