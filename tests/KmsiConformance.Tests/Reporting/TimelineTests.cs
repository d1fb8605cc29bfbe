using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Timelines;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

public sealed class TimelineTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Test]
    public void A_cookie_is_a_bar_from_set_to_expiry()
    {
        using var run = new SampleRun();
        SampleCatalogue.TickedEndsOnTheDay(run);
        var (scenario, timeline) = Drawn(run);

        var set = scenario.Events.OfType<CookieChanged>().Single(cookie => cookie.Role == "sso");
        var bar = Lane(timeline, "login", "sso").Bars.Single();
        Assert.That(bar.X, Is.EqualTo(Timeline.Origin + timeline.Scale.Of(new Moment(set.At, set.Sequence))));
        Assert.That(bar.End, Is.EqualTo(Timeline.Origin + timeline.Scale.Of(set.At + Week)));
        Assert.That((bar.Kind, bar.Ends), Is.EqualTo((BarKind.Persistent, true)));
        Assert.That(bar.Title, Does.Contain("expires +7 d"));

        var visits = timeline.Rows.Single(row => row.Name == "groceries").Marks;
        Assert.That(visits.Single(mark => mark.X > bar.End).Kind, Is.EqualTo(MarkKind.Prompt), "only the prompt comes after the expiry");
    }

    [Test]
    public void A_cookie_that_outlives_the_scenario_reaches_to_its_expiry_all_the_same()
    {
        using var run = new SampleRun();
        var (_, timeline) = Drawn(run, run.Add("lifetime/short", "A short look", "R-050").SignIn("groceries", keep: true, lasts: Week));

        var bar = Lane(timeline, "login", "sso").Bars.Single();
        Assert.That(bar.End, Is.EqualTo(Timeline.Origin + timeline.Scale.Width).And.GreaterThan(timeline.RunEnd));
    }

    [Test]
    public void A_session_cookie_ends_with_the_browser()
    {
        using var run = new SampleRun();
        SampleCatalogue.ForgetsTheBox(run);
        var (scenario, timeline) = Drawn(run);

        var bar = Lane(timeline, "login", "sso").Bars.Single();
        var quit = timeline.Rows[0].Marks.Single(mark => mark.Kind == MarkKind.Quit);
        Assert.That((bar.Kind, bar.Ends), Is.EqualTo((BarKind.Session, true)));
        Assert.That(bar.End, Is.EqualTo(quit.X));
        Assert.That(scenario.Record.Verdict, Is.EqualTo(Verdict.Failed));
        Assert.That(timeline.Alarm!.Step, Is.EqualTo(5));
        Assert.That(timeline.Alarm.X, Is.EqualTo(timeline.Rows.Single(row => row.Name == "groceries").Marks[^1].X));
    }

    [Test]
    public void Whoever_is_told_of_a_sign_out_has_a_mark_and_whoever_is_not_has_an_empty_row()
    {
        using var run = new SampleRun();
        var scenario = run.Add("single-sign-out/one-of-two", "One of two is told", "R-102");
        scenario.Append(new AppReady("pharmacy", "web", true));
        scenario.Append(new AppReady("bakery", "web", true));
        scenario.Append(new AppReady("kiosk", "web", false));
        scenario.SignIn("groceries", keep: false, lasts: null);
        scenario.Append(new AppNotified("pharmacy", "GET", true, true, null, null, 200));
        var (_, timeline) = Drawn(run, scenario);

        var told = timeline.Rows.Single(row => row.Name == "pharmacy").Marks.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Kind, Is.EqualTo(MarkKind.Notified));
            Assert.That(told.Title, Does.Contain("by GET, with its session cookie; it ended its session and answered 200"));
            Assert.That(timeline.Rows.Single(row => row.Name == "bakery").Marks, Is.Empty);
            Assert.That(timeline.Rows.Select(row => row.Name), Has.None.EqualTo("kiosk"));
        }
    }

    [Test]
    public void An_identity_provider_has_a_row_with_what_reached_it()
    {
        using var run = new SampleRun();
        var scenario = run.Add("federation/asked", "A provider is asked", "R-009").SignIn("groceries", keep: false, lasts: null);
        scenario.Append(new ProviderAsked("contoso", "sign-in", "authorize"));
        scenario.Append(new ProviderPrompted("contoso"));
        var (_, timeline) = Drawn(run, scenario);

        var row = timeline.Rows.Single(row => row.Name == "contoso");
        Assert.That(row.Marks.Select(mark => mark.Kind), Is.EqualTo(new[] { MarkKind.ProviderAsked, MarkKind.Prompt }));
        Assert.That(row.Marks[0].Title, Does.StartWith("Asked for sign-in (authorize)"));
    }

    [Test]
    public void A_session_cookie_that_comes_back_renewed_was_never_gone()
    {
        using var run = new SampleRun();
        var scenario = run.Add("lifetime/restored", "A restored session", "R-050");
        scenario.Cookie("set", "login", "sso", "sso", null);
        scenario.Append(new BrowserStopped("restore-session"));
        scenario.Cookie("renewed", "login", "sso", "sso", null);
        var (_, timeline) = Drawn(run, scenario);

        var bar = Lane(timeline, "login", "sso").Bars.Single();
        Assert.That((bar.Ends, bar.Notches.Count), Is.EqualTo((false, 1)));
    }

    [Test]
    public void A_cookie_that_is_deleted_early_ends_there_and_one_that_is_set_again_begins_again()
    {
        using var run = new SampleRun();
        var scenario = run.Add("sign-out/again", "Signed out and in again", "R-050");
        scenario.Cookie("set", "login", "sso", "sso", Week);
        scenario.Move(TimeSpan.FromHours(1));
        scenario.Cookie("gone", "login", "sso", "sso", null);
        scenario.Move(TimeSpan.FromHours(1));
        scenario.Cookie("set", "login", "sso", "sso", Week);
        var lives = CookieLives.Of(scenario.Events);

        Assert.That(lives.Select(life => life.Ending), Is.EqualTo(new[] { CookieEnd.Gone, CookieEnd.Expiry }));
        Assert.That(lives[0].End.At, Is.EqualTo(scenario.Events.OfType<CookieChanged>().ElementAt(1).At));
        Assert.That(lives[1].End.At - lives[1].Start.At, Is.EqualTo(Week));
    }

    [Test]
    public void A_partitioned_cookie_has_a_lane_of_its_own()
    {
        using var run = new SampleRun();
        var scenario = run.Add("third-party-cookies/two", "Two of one name", "R-050");
        scenario.Cookie("set", "login", "sso", "sso", Week);
        var common = scenario.Events.OfType<CookieChanged>().Single();
        scenario.Append(common with { Partition = new CookiePartition("https://shop.localhost", true) });
        scenario.Cookie("gone", "login", "sso", "sso", null);
        var (_, timeline) = Drawn(run, scenario);

        var lanes = timeline.Rows.Single(row => row.Name == "login").Lanes;
        string[] titles = ["sso · sso", "sso · sso, partitioned under https://shop.localhost"];
        Assert.That(lanes.Select(lane => lane.Title), Is.EqualTo(titles));
        Assert.That(lanes.Select(lane => lane.Bars.Single().Title), Has.Exactly(1).Contains("gone").And.Exactly(1).Contains("expires"));
    }

    [Test]
    public void A_renewal_that_changes_the_kind_of_cookie_begins_another_bar()
    {
        using var run = new SampleRun();
        var scenario = run.Add("tampering/pasted", "A pasted copy", "R-050");
        scenario.Cookie("set", "login", "sso", "sso", Week);
        scenario.Move(TimeSpan.FromMinutes(5));
        scenario.Cookie("renewed", "login", "sso", "sso", null);
        var (_, timeline) = Drawn(run, scenario);

        Assert.That(Lane(timeline, "login", "sso").Bars.Select(bar => bar.Kind), Is.EqualTo(new[] { BarKind.Persistent, BarKind.Session }));
    }

    [Test]
    public void Ninety_days_of_marks_fit_without_touching()
    {
        using var run = new SampleRun();
        SampleCatalogue.NinetyDays(run);
        var (scenario, timeline) = Drawn(run);

        var visits = timeline.Rows.Single(row => row.Name == "groceries").Marks;
        Assert.That(visits.Count(mark => mark.Kind == MarkKind.Silent), Is.EqualTo(90));
        Assert.That(timeline.Rows.Sum(row => row.Marks.Count), Is.EqualTo(
            scenario.Events.Count(e => e is SignInObserved or ClockMoved or CredentialsPosted)));
        Assert.That(visits.Zip(visits.Skip(1), (a, b) => b.X - a.X), Has.All.GreaterThanOrEqualTo(9.9));
        Assert.That(Lane(timeline, "login", "sso").Bars.Single().Notches, Has.Count.EqualTo(90));
        Assert.That(timeline.Width, Is.LessThanOrEqualTo(Timeline.LeastWidth / Timeline.LeastZoom), "no scrolling on a wide screen");

        var labelled = timeline.Ticks.Where(tick => tick.Label is not null).ToList();
        Assert.That(labelled, Has.Count.InRange(8, 40));
        Assert.That(labelled.Zip(labelled.Skip(1), (a, b) => b.X - a.X), Has.All.GreaterThan(20));
    }

    [Test]
    public void Rows_are_the_browser_the_login_service_the_apps_further_sites_and_the_clock()
    {
        using var run = new SampleRun();
        SampleCatalogue.TickedEndsOnTheDay(run);
        run.Scenarios[0].Cookie("set", "idp.example", null, "remember", Week);
        var (_, timeline) = Drawn(run);

        Assert.That(timeline.Rows.Select(row => row.Name),
            Is.EqualTo(new[] { "Browser", "login", "groceries", "pharmacy", "idp.example", "World clock" }));
        Assert.That(timeline.Rows.Zip(timeline.Rows.Skip(1), (a, b) => b.Top - a.Top - a.Height), Has.All.EqualTo(0).Within(1e-9));
        Assert.That(timeline.Rows[0].Lanes.Single().Bars, Has.Count.EqualTo(3), "two restarts, three processes");
        Assert.That(timeline.Summary, Does.StartWith("Timeline of 7 d 0:01 of world time; cookies: 4; silent sign-in: 3; prompt: 2"));
    }

    [Test]
    public void At_every_moment_it_is_known_what_the_browser_held()
    {
        using var run = new SampleRun();
        SampleCatalogue.ForgetsTheBox(run);
        var (_, timeline) = Drawn(run);

        var quit = timeline.Rows[0].Marks.Single(mark => mark.Kind == MarkKind.Quit).X;
        var held = timeline.Holdings.Single(cookie => cookie.Site == "login");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((held.Name, held.End), Is.EqualTo(("sso · x-ms-cpim-sso:contoso", quit)));
            Assert.That(held.Words.Single().Text, Does.StartWith("session cookie, Secure, HttpOnly, SameSite None, value"));
            Assert.That(timeline.Stops.Select(stop => stop.X), Is.Ordered.And.Unique.And.Contain(quit));
            Assert.That(timeline.Stops.Single(stop => stop.X == quit).Step, Is.EqualTo(4));
        }
    }

    [Test]
    public void A_renewed_cookie_is_held_as_it_was_stored_last()
    {
        using var run = new SampleRun();
        var scenario = run.Add("lifetime/renewed", "A renewed cookie", "R-050");
        scenario.Cookie("set", "login", "sso", "sso", Week);
        scenario.Move(TimeSpan.FromDays(1));
        scenario.Cookie("renewed", "login", "sso", "sso", Week);
        var (_, timeline) = Drawn(run, scenario);

        Assert.That(timeline.Holdings.Single().Words.Select(words => words.Text[..10]), Is.EqualTo(new[] { "until +7 d", "until +8 d" }));
    }

    [Test]
    public async Task The_report_has_a_place_and_a_tooltip_for_every_mark_and_bar()
    {
        using var run = SampleCatalogue.Write();
        var data = await ReportPages.DataOf(run);

        foreach (var scenario in run.Scenarios)
        {
            var timeline = Timeline.Of(scenario.Record, scenario.Events)!;
            var drawing = data.Detail(scenario.Id).GetProperty("timeline");
            var rows = drawing.GetProperty("rows").EnumerateArray().ToList();
            Assert.That(ReportData.TextOf(drawing, "summary"), Is.EqualTo(timeline.Summary));
            Assert.That(rows.SelectMany(row => ReportData.TextsOf(row.GetProperty("marks"), "title")),
                Is.EqualTo(timeline.Rows.SelectMany(row => row.Marks).Select(mark => mark.Title)));
            Assert.That(rows.SelectMany(row => row.GetProperty("lanes").EnumerateArray())
                .SelectMany(lane => ReportData.TextsOf(lane.GetProperty("bars"), "title")),
                Is.EqualTo(timeline.Rows.SelectMany(row => row.Lanes).SelectMany(lane => lane.Bars).Select(bar => bar.Title)));
        }
    }

    private static (SampleScenario Scenario, Timeline Timeline) Drawn(SampleRun run, SampleScenario? scenario = null)
    {
        var drawn = scenario ?? run.Scenarios[0];
        return (drawn, Timeline.Of(drawn.Record, drawn.Events)!);
    }

    private static TimelineLane Lane(Timeline timeline, string row, string role) =>
        timeline.Rows.Single(r => r.Name == row).Lanes.Single(lane => lane.Title.StartsWith(role, StringComparison.Ordinal));
}
