using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Timelines;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Reporting;

/// <summary>Two browsers hold cookies of the same names; a report does not mix them up.</summary>
internal sealed class DevicesInReportsTests
{
    [Test]
    public void A_browser_that_is_closed_ends_no_cookie_of_another_device()
    {
        var cookie = Kept with { ExpiresAt = null };
        var lives = CookieLives.Of(Numbered(
            cookie with { Device = "laptop" }, cookie with { Device = "phone" }, new BrowserStopped("quit") { Device = "phone" },
            StoreRead));
        Assert.That(lives.Select(life => (life.Cookie.Device, life.Ending)),
            Is.EqualTo(new[] { ("laptop", CookieEnd.StillThere), ("phone", CookieEnd.BrowserStopped) }));
    }

    [Test]
    public void The_timeline_has_a_lane_for_each_devices_browser_and_cookies_and_marks_say_where()
    {
        var started = new BrowserStarted("simulated", "1", null);
        var scenario = new ScenarioRecord
        {
            Id = "devices/one", Title = "Two devices", Verdict = Verdict.Passed, Requirements = [], Attempts = 1, DurationMs = 1,
            Steps = [],
        };
        var timeline = Timeline.Of(scenario, Numbered(
            started with { Device = "laptop" }, started with { Device = "phone" }, Kept with { Device = "laptop" },
            Kept with { Device = "phone" }, Posted with { Device = "phone" }, new BrowserStopped("end") { Device = "laptop" }))!;
        Assert.That(timeline.Rows[0].Lanes.Select(lane => (lane.Label, lane.Bars.Single().Ends)),
            Is.EqualTo(new[] { ("laptop", true), ("phone", false) }));
        Assert.That(timeline.Rows[1].Lanes.Select(lane => lane.Title),
            Is.EqualTo(new[] { "laptop · sso · x-ms-cpim-sso:demo_0", "phone · sso · x-ms-cpim-sso:demo_0" }));
        Assert.That(timeline.Rows[1].Marks.Single().Title, Does.StartWith("On the phone: Credentials of alice"));
    }

    private static IReadOnlyList<Event> Numbered(params Event[] events) =>
        [.. events.Select((seen, index) => seen with { Sequence = index + 1, At = Noon.AddMinutes(index) })];
}
