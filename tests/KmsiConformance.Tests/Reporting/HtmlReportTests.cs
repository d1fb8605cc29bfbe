using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

public sealed class HtmlReportTests
{
    [Test]
    public async Task The_header_says_the_verdict_in_plain_words_and_how_the_run_was_made()
    {
        using var run = SampleCatalogue.Write();
        var page = await ReportPages.Of(run);

        var header = page.QuerySelector("header.run")!;
        Assert.That(header.QuerySelector("h1")!.TextContent, Does.Contain("Not conformant"));
        string[] facts =
        [
            "reference reference", "b2c-2018-12", "ForgetsTheTickedBox", "b2c-2020-12", "chromium 156.0.7632.45", "process, by libfaketime",
            "Date.now() moved from 09:00:00 to 10:00:00 while the browser stayed open", "2026-01-05 09:00:00 UTC", "48.2 s",
            "KmsiConformance 0.1.0",
        ];
        foreach (var fact in facts) Assert.That(header.Texts("dd"), Does.Contain(fact));
        Assert.That(header.Texts(".notes li"), Has.One.Contain("libfaketime moved the clock instead"));
    }

    [Test]
    public async Task Where_documents_disagree_the_report_says_which_of_them_the_target_follows_and_by_what()
    {
        using var run = SampleCatalogue.Write();
        var id = run.Scenarios[0].Record.Id;
        run.Folder.WriteRun(run.Run with
        {
            Conflicts =
            [
                new ConflictRecord
                {
                    Id = "C-22", Question = "May a session survive the browser?", Side = "if-asked-to", Says = "Yes.", SeenBy = [id],
                    Sides =
                    [
                        new("The <owner>", "if-asked-to", "Yes."), new("Guidelines", "never", "No."),
                        new("Others", "if-asked-to", "It may."),
                    ],
                },
            ],
        });
        var page = await ReportPages.Of(run);
        var section = page.QuerySelector("#disagreements")!;
        Assert.That(section.QuerySelector("h2")!.TextContent, Does.StartWith("Where the documents disagree"));
        Assert.That(section.QuerySelector("caption")!.TextContent, Does.Contain("May a session survive the browser?"));
        Assert.That(section.QuerySelectorAll("tbody tr").Select(row => (row.QuerySelector("th")!.TextContent, row.ClassName)),
            Is.EqualTo(new (string, string?)[] { ("The <owner>", "followed"), ("Guidelines", ""), ("Others", "followed") }));
        Assert.That(section.QuerySelectorAll("a").Select(link => page.GetElementById(link.GetAttribute("href")![1..])), Has.All.Not.Null);
    }

    [Test]
    public async Task Where_nothing_was_seen_of_a_disagreement_nothing_is_said()
    {
        using var run = SampleCatalogue.Write();
        Assert.That((await ReportPages.Of(run)).QuerySelector("#disagreements"), Is.Null);
    }

    [Test]
    public async Task The_gravest_verdicts_come_first_and_failed_and_broken_scenarios_are_open()
    {
        using var run = SampleCatalogue.Write();
        var page = await ReportPages.Of(run);

        var order = page.QuerySelectorAll(".group").Select(group => group.GetAttribute("data-verdict"));
        Assert.That(order, Is.EqualTo(new[] { "FAILED", "ERROR", "CANT_TELL", "WARNING", "PASSED", "INAPPLICABLE" }));
        var open = page.QuerySelectorAll("details.scenario[open]").Select(card => card.Id);
        var bad = page.QuerySelectorAll("details.scenario:is([data-verdict=FAILED], [data-verdict=ERROR])").Select(card => card.Id);
        Assert.That(open, Is.EqualTo(bad).And.Contain("lifetime/ticked-survives-a-restart").And.Contain("sign-out/hint-required"));
    }

    [Test]
    public async Task Chips_count_the_scenarios_of_each_verdict_and_lead_to_them_without_a_script()
    {
        using var run = SampleCatalogue.Write();
        var page = await ReportPages.Of(run);

        foreach (var (verdict, count) in run.Run.Counts.Where(pair => pair.Value > 0))
        {
            var chip = page.QuerySelector($".chip[data-verdict={verdict}]")!;
            Assert.That(chip.QuerySelector("b")!.TextContent, Is.EqualTo($"{count}"));
            Assert.That(page.GetElementById(chip.GetAttribute("href")![1..]), Is.Not.Null);
        }
        Assert.That(page.QuerySelector(".tools")!.HasAttribute("hidden"), Is.True, "controls that need a script are hidden until it runs");
    }

    [Test]
    public async Task Every_step_is_shown_with_what_was_expected_and_what_was_seen()
    {
        using var run = SampleCatalogue.Write();
        var page = await ReportPages.Of(run);

        foreach (var scenario in run.Run.Scenarios)
        {
            for (var i = 0; i < scenario.Steps.Count; i++)
            {
                var (step, row) = (scenario.Steps[i], page.GetElementById($"{scenario.Id}:step-{i + 1}")!);
                var judged = row.QuerySelectorAll(".judged div").ToDictionary(
                    pair => pair.QuerySelector("dt")!.TextContent, pair => pair.QuerySelector("dd")!.TextContent, StringComparer.Ordinal);
                Assert.That(row.QuerySelector(".text")!.TextContent, Is.EqualTo(step.Text));
                Assert.That(row.ClassName, Is.EqualTo(step.Verdict.Text()));
                Assert.That(judged.GetValueOrDefault("Expected"), Is.EqualTo(step.Expected));
                Assert.That(judged.GetValueOrDefault("Actual"), Is.EqualTo(step.Actual));
            }
        }
    }

    [Test]
    public async Task A_screenshot_stands_under_its_step_and_is_part_of_the_file()
    {
        using var run = SampleCatalogue.Write();
        var page = await ReportPages.Of(run);

        var picture = page.GetElementById("lifetime/ticked-survives-a-restart:step-5")!.QuerySelector("figure")!;
        var drawn = picture.QuerySelector("svg.shot use")!.GetAttribute("href")!;
        var image = page.GetElementById(drawn[1..])!;
        Assert.That(picture.TextContent.Trim(), Is.EqualTo("The credential page that should not have been there"));
        Assert.That(image.GetAttribute("href"), Does.StartWith("data:image/png;base64,"));
        Assert.That((image.GetAttribute("width"), image.GetAttribute("height")), Is.EqualTo(("640", "400")));
    }

    [Test]
    public async Task A_failure_says_what_it_violates_and_whether_it_is_known()
    {
        using var run = new SampleRun();
        var scenario = run.Add("lifetime/known", "A scenario", "R-050").Step("Look", () => { }, Verdict.Failed, "this", "that");
        (scenario.Known, scenario.Violates) = (new KnownFailureRecord("it is off as it comes", StillSeen: true), "declared policy");
        var page = await ReportPages.Of(run.Written());
        Assert.That(page.Texts("dd"), Does.Contain("declared policy").And.Contain("it is off as it comes"));
        Assert.That(page.Texts("h1").Single(), Does.Contain("As known"));
    }

    [Test]
    public async Task Equal_pictures_are_carried_once()
    {
        using var run = new SampleRun();
        var scenario = run.Add("prompt/twice", "The same page twice", "R-005");
        scenario.Picture("First time");
        scenario.Picture("Second time");
        var page = await ReportPages.Of(run.Written());

        Assert.That(page.QuerySelectorAll("figure:not(.timeline) svg.shot"), Has.Length.EqualTo(2));
        Assert.That(page.QuerySelectorAll("svg.sheet image"), Has.Length.EqualTo(1));
    }

    [Test]
    public void The_size_of_a_jpeg_is_read_past_its_other_segments()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x04, 0x01, 0x02, 0xFF, 0xC4, 0x00, 0x03, 0x00, 0xFF, 0xC2, 0x00, 0x11, 0x08, 0x01,
            0x90, 0x02, 0x80, 0x03, 0x00];
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jpg");
        File.WriteAllBytes(file, jpeg);
        try
        {
            var picture = Picture.Of(new ScreenshotTaken(Path.GetFileName(file), "A page"), Path.GetDirectoryName(file)!);
            Assert.That((picture.Width, picture.Height), Is.EqualTo((640, 400)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("evidence/missing.png", "is missing")]
    [TestCase("../run.png", "lies outside the run folder")]
    [TestCase("/etc/passwd", "lies outside the run folder")]
    [TestCase("run.json", "is no PNG")]
    public void A_picture_that_cannot_be_shown_is_named_instead(string file, string problem)
    {
        using var run = SampleCatalogue.Write();
        var picture = Picture.Of(new ScreenshotTaken(file, "A page"), run.Folder.Path);
        Assert.That(picture.File, Is.Null);
        Assert.That(picture.Problem, Does.Contain(problem));
    }

    [Test]
    public async Task Every_link_leads_to_a_place_in_the_report()
    {
        using var run = SampleCatalogue.Write();
        var page = await ReportPages.Of(run);

        var links = page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.That(links, Has.All.StartsWith("#"));
        Assert.That(links, Does.Contain("#requirement:R-050").And.Contain("#lifetime/ticked-ends-on-the-day"));
        foreach (var link in links) Assert.That(page.GetElementById(link[1..]), Is.Not.Null, link);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.That(ids, Is.Unique);
    }

    [Test]
    public async Task Only_the_events_of_the_last_attempt_are_shown()
    {
        using var run = new SampleRun();
        run.Add("lifetime/flaky", "First attempt", "R-050").Restart();
        var second = run.Add("lifetime/flaky", "Second attempt", "R-050").SignIn("groceries", keep: true, lasts: TimeSpan.FromDays(7));
        second.Stop("end");
        run.Folder.WriteRun(run.Run with { Scenarios = [second.Record] });
        var page = await ReportPages.Of(run);

        var rows = page.Card("lifetime/flaky").QuerySelectorAll(".events tbody tr");
        Assert.That(rows, Has.Length.EqualTo(second.Events.Count));
        Assert.That(page.Card("lifetime/flaky").QuerySelector(".mark.Quit"), Is.Null, "the restart was in the first attempt");
    }

    [Test]
    public async Task A_scenario_that_was_run_again_says_why_and_is_not_called_flaky()
    {
        using var run = new SampleRun();
        var scenario = run.Add("lifetime/again", "Passed in the end", "R-050").SignIn("groceries", keep: true, lasts: null);
        (scenario.Attempts, scenario.Again) = (2, ["this machine stood still for 30 s"]);
        var page = await ReportPages.Of(run.Written());
        Assert.That(page.Card("lifetime/again").Texts(".attempts"), Is.EqualTo(new[] { "2 attempts" }));
        Assert.That(page.Card("lifetime/again").TextContent, Does.Contain("Run again, because this machine stood still for 30 s."));
    }

    [Test]
    public async Task A_scenario_says_how_often_it_was_tried()
    {
        using var run = new SampleRun();
        run.Add("lifetime/flaky", "Passed in the end", "R-050").SignIn("groceries", keep: true, lasts: null).Attempts = 2;
        var page = await ReportPages.Of(run.Written());
        Assert.That(page.Card("lifetime/flaky").Texts(".attempts"), Is.EqualTo(new[] { "2 attempts" }));
    }

    [Test]
    public async Task The_same_run_folder_gives_the_same_bytes()
    {
        using var run = SampleCatalogue.Write();
        var first = await ReportPages.TextOf(run);
        Assert.That(await ReportPages.TextOf(run), Is.EqualTo(first));
        Assert.That(Directory.GetFiles(run.Folder.Path, "*.part"), Is.Empty);
    }
}
