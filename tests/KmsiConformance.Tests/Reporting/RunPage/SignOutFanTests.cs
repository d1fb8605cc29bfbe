using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Reporting.ReportData;

namespace KmsiConformance.Tests.Reporting.RunPage;

/// <summary>Who was told of a sign-out, what they answered, and who is really out.</summary>
public sealed class SignOutFanTests
{
    [Test]
    public async Task Each_app_says_how_it_was_told_what_it_did_and_what_the_next_visit_showed()
    {
        using var run = new SampleRun();
        var scenario = run.Add("sign-out/fan", "Who is told", "R-102");
        foreach (var app in new[] { "groceries", "pharmacy", "bakery", "news" })
            scenario.Append(new AppReady(app, "web", app != "groceries"));
        scenario.SignIn("groceries", keep: false, lasts: null).Open("pharmacy", "silent").Open("bakery", "silent");
        scenario.Step("Sign out of groceries", () =>
        {
            scenario.Append(new SignOutStarted("groceries"));
            scenario.Append(new AppSessionEnded("groceries", "sign-out"));
            scenario.Append(new AppNotified("pharmacy", "GET", true, true, null, null, 200));
            scenario.Append(new LogoutTokenReceived("bakery", "it has no sid", 0, 400));
            scenario.Append(new FrameBlocked("news", "login", "X-Frame-Options: DENY"));
        });
        scenario.Observe("pharmacy", "prompt", "asked");
        scenario.Observe("bakery", "app-session", "its own");
        var fan = (await ReportPages.DataOf(run.Written())).Detail("sign-out/fan").GetProperty("signOuts")[0];

        Assert.That((TextOf(fan, "app"), TextOf(fan, "step")), Is.EqualTo(("groceries", "4")));
        Assert.That(
            fan.GetProperty("apps").EnumerateArray().Select(app =>
                $"{TextOf(app, "app")}, {TextOf(app, "wasSignedIn")}: {TextOf(app, "how")}; {TextOf(app, "cookie")}; "
                + $"{TextOf(app, "ended")}; {TextOf(app, "answer")}; {TextOf(app, "then")}"),
            Is.EqualTo(new[]
            {
                "groceries, True: it is where the user signed out; ; ; ; ",
                "bakery, True: from server to server; refused: it has no sid; needs none; nothing; 400; in: its own session was used",
                "news, False: not told: its frame was blocked, by X-Frame-Options: DENY; ; ; ; ",
                "pharmacy, True: by GET, in the browser; came along; its session; 200; out: the next visit asked for credentials",
            }));
    }

    [Test]
    public async Task Without_a_sign_out_there_is_nothing_to_tell()
    {
        using var run = SampleCatalogue.Write();
        var detail = (await ReportPages.DataOf(run)).Detail("lifetime/ticked-ends-on-the-day");
        Assert.That(detail.TryGetProperty("signOuts", out _), Is.False);
    }
}
