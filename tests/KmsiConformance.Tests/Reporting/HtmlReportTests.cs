using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.Html;
using NUnit.Framework;

using static KmsiConformance.Tests.Reporting.ReportData;

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
        Assert.That(section.QuerySelectorAll("a").Select(link => link.GetAttribute("href")), Has.All.EqualTo("#" + id));
    }

    [Test]
    public async Task Where_nothing_was_seen_of_a_disagreement_nothing_is_said()
    {
        using var run = SampleCatalogue.Write();
        Assert.That((await ReportPages.Of(run)).QuerySelector("#disagreements"), Is.Null);
    }

    [Test]
    public async Task The_headline_leads_to_the_first_failure()
    {
        using var run = SampleCatalogue.Write();
        var page = await ReportPages.Of(run);
        var link = page.QuerySelector("header.run .first a")!;
        Assert.That(link.GetAttribute("href"), Is.EqualTo("#lifetime/ticked-survives-a-restart"));
        Assert.That(link.TextContent, Does.Contain("A ticked box survives closing the browser"));
    }

    [Test]
    public async Task Without_a_script_the_page_says_what_to_do_and_counts_the_verdicts()
    {
        using var run = SampleCatalogue.Write();
        var page = await ReportPages.Of(run);
        Assert.That(page.QuerySelector("noscript")!.TextContent, Does.Contain("allow scripts for this page"));
        Assert.That(page.Texts("noscript li"), Is.EqualTo(Verdicts.Gravest.Where(verdict => run.Run.Counts[verdict.Text()] > 0)
            .Select(verdict => $"{run.Run.Counts[verdict.Text()]} {Wording.Word(verdict)}")));
    }

    [Test]
    public async Task The_gravest_verdicts_come_first()
    {
        using var run = SampleCatalogue.Write();
        var data = await ReportPages.DataOf(run);
        var order = data.Scenarios.Select(row => TextOf(row, "verdict")).Distinct(StringComparer.Ordinal);
        Assert.That(order, Is.EqualTo(new[] { "FAILED", "ERROR", "CANT_TELL", "WARNING", "PASSED", "INAPPLICABLE" }));
    }

    [Test]
    public async Task Every_step_is_shown_with_what_was_expected_and_what_was_seen()
    {
        using var run = SampleCatalogue.Write();
        var data = await ReportPages.DataOf(run);

        foreach (var scenario in run.Run.Scenarios)
        {
            var steps = data.Detail(scenario.Id).GetProperty("steps");
            Assert.That(
                steps.EnumerateArray().Select(step =>
                    (TextOf(step, "text"), TextOf(step, "verdict"), TextOf(step, "expected"), TextOf(step, "actual"))),
                Is.EqualTo(scenario.Steps.Select(step => (step.Text, step.Verdict.Text(), step.Expected, step.Actual))));
        }
    }

    [Test]
    public async Task A_screenshot_stands_under_its_step_and_is_part_of_the_file()
    {
        using var run = SampleCatalogue.Write();
        var data = await ReportPages.DataOf(run);

        var shot = data.Detail("lifetime/ticked-survives-a-restart").GetProperty("steps")[4].GetProperty("shots")[0];
        Assert.That(TextOf(shot, "caption"), Is.EqualTo("The credential page that should not have been there"));
        Assert.That((TextOf(shot, "width"), TextOf(shot, "height")), Is.EqualTo(("640", "400")));
        Assert.That(data.Pictures[TextOf(shot, "id")!], Is.EqualTo(("image/png", SamplePicture.Png(640, 400))));
    }

    [Test]
    public async Task Beside_the_report_pictures_stay_files()
    {
        using var run = SampleCatalogue.Write();
        await new HtmlReporter(ReportForm.Folder).WriteAsync(run.Folder, CancellationToken.None);
        var data = ReportData.In(run.Folder.ReportFile);

        var shot = data.Detail("lifetime/ticked-survives-a-restart").GetProperty("steps")[4].GetProperty("shots")[0];
        Assert.That(data.Pictures, Is.Empty);
        Assert.That(Path.Combine(run.Folder.Path, TextOf(shot, "address")!), Does.Exist);
    }

    [Test]
    public async Task A_failed_scenario_says_what_must_hold_at_which_line_and_how_to_run_it_again()
    {
        using var run = SampleCatalogue.Write();
        var data = await ReportPages.DataOf(run);
        var detail = data.Detail("lifetime/ticked-survives-a-restart");
        Assert.Multiple(() =>
        {
            Assert.That(TextOf(detail, "deciding"), Is.EqualTo("5"));
            Assert.That(TextOf(detail, "place"), Is.EqualTo("scenarios/catalogue/lifetime/ticked-survives-a-restart.yaml:10"));
            Assert.That(TextOf(detail, "command"),
                Is.EqualTo("kmsi run --profile b2c-2020-12 --only lifetime/ticked-survives-a-restart"));
            Assert.That(TextOf(detail, "markdown"), Does.StartWith("## FAILED: A ticked box survives closing the browser")
                .And.Contain("**R-050 MUST** The session of R-050 ends").And.Contain("**Expected** silent"));
            Assert.That(TextsOf(data.Facts.GetProperty("requirements"), "text"), Has.Some.StartsWith("The session of R-050 ends"));
        });
    }

    [Test]
    public async Task A_failure_says_what_it_violates_and_whether_it_is_known()
    {
        using var run = new SampleRun();
        var scenario = run.Add("lifetime/known", "A scenario", "R-050").Step("Look", () => { }, Verdict.Failed, "this", "that");
        (scenario.Known, scenario.Violates) = (new KnownFailureRecord("it is off as it comes", StillSeen: true), "declared policy");
        var page = await ReportPages.Of(run.Written());
        var detail = ReportData.In(run.Folder.ReportFile).Detail("lifetime/known");
        Assert.That(TextOf(detail, "violates"), Is.EqualTo("declared policy"));
        Assert.That(TextOf(detail.GetProperty("known"), "because"), Is.EqualTo("it is off as it comes"));
        Assert.That(page.Texts("h1").Single(), Does.Contain("As known"));
    }

    [Test]
    public async Task Equal_pictures_are_carried_once()
    {
        using var run = new SampleRun();
        var scenario = run.Add("prompt/twice", "The same page twice", "R-005");
        scenario.Picture("First time");
        scenario.Picture("Second time");
        var data = await ReportPages.DataOf(run.Written());

        var shots = data.Detail("prompt/twice").GetProperty("before");
        Assert.That(TextsOf(shots, "id"), Has.Exactly(2).Items.And.All.EqualTo(data.Pictures.Keys.Single()));
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
    public async Task Only_the_events_of_the_last_attempt_are_shown()
    {
        using var run = new SampleRun();
        run.Add("lifetime/flaky", "First attempt", "R-050").Restart();
        var second = run.Add("lifetime/flaky", "Second attempt", "R-050").SignIn("groceries", keep: true, lasts: TimeSpan.FromDays(7));
        second.Stop("end");
        run.Folder.WriteRun(run.Run with { Scenarios = [second.Record] });
        var detail = (await ReportPages.DataOf(run)).Detail("lifetime/flaky");

        Assert.That(detail.GetProperty("events").GetArrayLength(), Is.EqualTo(second.Events.Count));
        Assert.That(detail.GetProperty("timeline").GetProperty("markKinds").ToString(), Does.Not.Contain("Quit"),
            "the restart was in the first attempt");
    }

    [Test]
    public async Task A_scenario_that_was_run_again_says_why_and_is_not_called_flaky()
    {
        using var run = new SampleRun();
        var scenario = run.Add("lifetime/again", "Passed in the end", "R-050").SignIn("groceries", keep: true, lasts: null);
        (scenario.Attempts, scenario.Again) = (2, ["this machine stood still for 30 s"]);
        var data = await ReportPages.DataOf(run.Written());
        Assert.That(TextOf(data.Scenarios.Single(), "attempts"), Is.EqualTo("2"));
        Assert.That(data.Detail("lifetime/again").GetProperty("again").ToString(), Does.Contain("this machine stood still for 30 s"));
    }

    [Test]
    public async Task A_scenario_says_how_often_it_was_tried()
    {
        using var run = new SampleRun();
        run.Add("lifetime/flaky", "Passed in the end", "R-050").SignIn("groceries", keep: true, lasts: null).Attempts = 2;
        var data = await ReportPages.DataOf(run.Written());
        Assert.That(TextOf(data.Scenarios.Single(), "attempts"), Is.EqualTo("2"));
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
