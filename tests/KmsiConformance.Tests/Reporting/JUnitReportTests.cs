using System.Xml.Linq;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.JUnit;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

public sealed class JUnitReportTests
{
    [Test]
    public async Task Counts_agree_with_run_json()
    {
        using var run = SampleCatalogue.Write();
        var suites = await ReadBack(run);

        var counts = run.Folder.ReadRun().Counts;
        Assert.That((int?)suites.Attribute("tests"), Is.EqualTo(run.Scenarios.Count));
        Assert.That((int?)suites.Attribute("failures"), Is.EqualTo(counts["FAILED"]));
        Assert.That((int?)suites.Attribute("errors"), Is.EqualTo(counts["ERROR"]));
        Assert.That((int?)suites.Attribute("skipped"), Is.EqualTo(counts["INAPPLICABLE"] + counts["SKIPPED"] + counts["CANT_TELL"]));
        foreach (var (attribute, element) in new[] { ("tests", "testcase"), ("failures", "failure"), ("errors", "error"),
            ("skipped", "skipped") })
        {
            Assert.That(suites.Descendants(element).Count(), Is.EqualTo((int?)suites.Attribute(attribute)), element);
            Assert.That(suites.Elements("testsuite").Sum(suite => (int?)suite.Attribute(attribute)),
                Is.EqualTo((int?)suites.Attribute(attribute)));
        }
    }

    [Test]
    public async Task There_is_a_suite_per_area_and_a_case_per_scenario()
    {
        using var run = SampleCatalogue.Write();
        var suites = await ReadBack(run);

        Assert.That(suites.Elements("testsuite").Select(suite => (string?)suite.Attribute("name")),
            Is.EqualTo(new[] { "lifetime", "sign-out" }));
        Assert.That(suites.Descendants("testcase").Select(test => $"{test.Attribute("classname")!.Value}/{test.Attribute("name")!.Value}"),
            Is.EquivalentTo(run.Scenarios.Select(scenario => scenario.Id)));
        Assert.That((string?)Case(suites, "ticked-survives-a-restart").Attribute("time"), Is.EqualTo("1.109"));
    }

    [Test]
    public async Task A_failure_says_what_was_expected_and_what_was_seen()
    {
        using var run = SampleCatalogue.Write();
        var failure = Case(await ReadBack(run), "ticked-survives-a-restart").Element("failure")!;

        Assert.That((string?)failure.Attribute("message"), Is.EqualTo(
            "Expected: silent: a fresh code without a credential page. Actual: prompt: the credential page of login.localhost was shown"));
        Assert.That((string?)failure.Attribute("type"), Is.EqualTo("SignInIsSilent"));
        Assert.That(failure.Value, Does.Contain("5. Open groceries [FAILED]"));
    }

    [Test]
    public async Task A_failure_that_is_known_fails_no_build_and_says_why()
    {
        using var run = new SampleRun();
        var scenario = run.Add("lifetime/known", "A scenario", "R-050").Step("Look", () => { }, Verdict.Failed, "this", "that");
        (scenario.Known, scenario.Violates) = (new KnownFailureRecord("it is off as it comes", StillSeen: true), "specification");
        var suites = await ReadBack(run.Written());
        Assert.That((int?)suites.Attribute("failures"), Is.Zero);
        Assert.That(suites.Descendants("failure"), Is.Empty);
        Assert.That(
            (string?)Case(suites, "known").Element("skipped")!.Attribute("message"), Does.Contain("Known to fail: it is off as it comes"));
        Assert.That(Case(suites, "known").Element("system-out")!.Value, Does.Contain("Violates: specification"));
    }

    [Test]
    public async Task What_could_not_be_judged_is_skipped_with_its_reason()
    {
        using var run = SampleCatalogue.Write();
        var suites = await ReadBack(run);

        Assert.That((string?)Case(suites, "returns-to-the-app").Element("skipped")!.Attribute("message"),
            Is.EqualTo("CANT_TELL: The recipe does not recognise the page after sign-out."));
        Assert.That(Case(suites, "page-title").Elements().Select(element => element.Name.LocalName), Is.EqualTo(new[] { "system-out" }),
            "a warning passes");
    }

    [Test]
    public async Task Characters_that_xml_cannot_hold_are_left_out()
    {
        using var run = new SampleRun();
        run.Add("lifetime/odd", "A \u0000title \u001bwith \uD800 odd 😀 characters <&\">", "R-050")
            .Step("Look", () => { }, Verdict.Failed, "bell \u0007", "<![CDATA[ ]]>");
        var test = Case(await ReadBack(run.Written()), "odd");

        Assert.That(test.Element("failure")!.Attribute("message")!.Value, Is.EqualTo("Expected: bell . Actual: <![CDATA[ ]]>"));
        Assert.That(test.Element("system-out")!.Value, Does.StartWith("A title with \uFFFD odd 😀 characters <&\">\n"));
    }

    private static async Task<XElement> ReadBack(SampleRun run)
    {
        await new JUnitReporter().WriteAsync(run.Folder, CancellationToken.None);
        return XDocument.Load(run.Folder.JUnitFile).Root!;
    }

    private static XElement Case(XElement suites, string name) =>
        suites.Descendants("testcase").Single(test => (string?)test.Attribute("name") == name);
}
