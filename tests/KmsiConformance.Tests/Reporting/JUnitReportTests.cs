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
        foreach (var (attribute, element, count) in new[]
        {
            ("tests", "testcase", run.Scenarios.Count), ("failures", "failure", counts["FAILED"]), ("errors", "error", counts["ERROR"]),
            ("skipped", "skipped", counts["INAPPLICABLE"] + counts["SKIPPED"] + counts["CANT_TELL"]),
        })
        {
            Assert.That(suites.Descendants(element).Count(), Is.EqualTo(count), element);
            Assert.That(suites.Elements("testsuite").Sum(suite => (int?)suite.Attribute(attribute)), Is.EqualTo(count), attribute);
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
        Assert.That((int?)suites.Element("testsuite")!.Attribute("failures"), Is.Zero);
        Assert.That(suites.Descendants("failure"), Is.Empty);
        Assert.That(
            (string?)Case(suites, "known").Element("skipped")!.Attribute("message"), Does.Contain("Known to fail: it is off as it comes"));
        Assert.That(suites.Descendants("system-out").Single().Value, Does.Contain("Violates: specification"));
    }

    [Test]
    public async Task What_could_not_be_judged_is_skipped_with_its_reason()
    {
        using var run = SampleCatalogue.Write();
        var suites = await ReadBack(run);

        Assert.That((string?)Case(suites, "returns-to-the-app").Element("skipped")!.Attribute("message"),
            Is.EqualTo("CANT_TELL: The recipe does not recognise the page after sign-out."));
        Assert.That(Case(suites, "page-title").Elements(), Is.Empty, "a warning passes");
        Assert.That(
            suites.Descendants("system-out").Select(text => text.Value), Has.One.Contains("WARNING sign-out/page-title"), "and is told");
    }

    [Test]
    public async Task Characters_that_xml_cannot_hold_are_left_out()
    {
        using var run = new SampleRun();
        run.Add("lifetime/odd", "A \u0000title \u001bwith \uD800 odd 😀 characters <&\">", "R-050")
            .Step("Look", () => { }, Verdict.Failed, "bell \u0007", "<![CDATA[ ]]>");
        var test = Case(await ReadBack(run.Written()), "odd");

        Assert.That(test.Element("failure")!.Attribute("message")!.Value, Is.EqualTo("Expected: bell . Actual: <![CDATA[ ]]>"));
        Assert.That(test.Element("failure")!.Value, Does.StartWith("A title with \uFFFD odd 😀 characters <&\">\n"));
    }

    [Test]
    public async Task File_line_requirements_and_pictures_stand_in_the_properties_of_the_suite()
    {
        using var run = SampleCatalogue.Write();
        var properties = (await ReadBack(run)).Elements("testsuite").First().Element("properties")!.Elements()
            .ToDictionary(one => one.Attribute("name")!.Value, one => one.Attribute("value")!.Value, StringComparer.Ordinal);
        const string scenario = "lifetime/ticked-survives-a-restart";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(properties[$"{scenario}.file"], Is.EqualTo($"scenarios/catalogue/{scenario}.yaml"));
            Assert.That(properties[$"{scenario}.line"], Is.EqualTo("10"));
            Assert.That(properties[$"{scenario}.requirements"], Is.EqualTo("R-050, R-042"));
            Assert.That(properties[$"{scenario}.evidence"], Is.EqualTo("evidence/lifetime-ticked-survives-a-restart-1.png"));
            Assert.That(properties, Has.No.ContainKey("lifetime/ticked-ends-on-the-day.line"), "nothing decided there");
        }
    }

    [Test]
    public async Task A_failure_names_the_file_and_the_line()
    {
        using var run = SampleCatalogue.Write();
        Assert.That(
            Case(await ReadBack(run), "ticked-survives-a-restart").Element("failure")!.Value,
            Does.Contain("Place: scenarios/catalogue/lifetime/ticked-survives-a-restart.yaml:10\n"));
    }

    private static async Task<XElement> ReadBack(SampleRun run)
    {
        await new JUnitReporter().WriteAsync(run.Folder, CancellationToken.None);
        return XDocument.Load(run.Folder.JUnitFile).Root!;
    }

    private static XElement Case(XElement suites, string name) =>
        suites.Descendants("testcase").Single(test => (string?)test.Attribute("name") == name);
}
