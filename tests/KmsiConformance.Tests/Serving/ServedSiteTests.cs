using System.Net;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Web;
using KmsiConformance.Serving;
using KmsiConformance.Tests.Reference;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving;

/// <summary><c>kmsi serve --profile web</c>: a site with a sign-in page of its own, which no app uses.</summary>
public sealed class ServedSiteTests
{
    private static readonly WebSettings Settings = new()
    {
        Sessions = new SessionSettings(KeepAliveInDays: 14, SessionExpiryType: ExpiryType.Rolling, SessionExpiryInSeconds: 8 * 3600)
        {
            Maximum = TimeSpan.FromDays(2),
        },
        CookieParts = 2,
        Areas = ["account", "orders"],
    };

    [Test]
    public async Task A_page_of_an_area_asks_who_one_is_and_is_shown_after_the_sign_in()
    {
        await using var served = await StartAsync();
        var page = await SignInAsync(served, "alice", "alice-Sesame-1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain("Your orders").And.Contain("alice"));
            Assert.That(page.Page!.QuerySelector("form button#sign-out"), Is.Not.Null);
            Assert.That(served.Visitor.Cookies.Living.Count(cookie => cookie.Name.Contains("session", StringComparison.Ordinal)),
                Is.EqualTo(2), "in so many cookies as the settings say");
        }
    }

    [Test]
    public async Task Sessions_end_as_its_settings_say_and_the_names_of_lengths_stand_for_them()
    {
        await using var served = await StartAsync();
        await SignInAsync(served, "alice", "alice-Sesame-1", tick: true);
        served.Visitor.Cookies.CloseBrowser();
        await served.PostAsync("/clock/move", new { by = "keep-alive - 1 minute" });
        Assert.That((await OpenAsync(served)).Text, Does.Contain("Your orders"), "a minute before the end, and use extends it");
        var (_, moved) = await served.PostAsync("/clock/move", new { by = "keep-alive + 1 minute" });
        Assert.That((await OpenAsync(served)).AsksForCredentials, Is.True);
        Assert.That(moved.GetProperty("movedBySeconds").GetInt64(), Is.EqualTo(2 * 14 * 86_400));
        Assert.That(
            (await served.PostAsync("/clock/move", new { by = "maximum" })).Json.GetProperty("movedBySeconds").GetInt64(),
            Is.EqualTo(30 * 86_400));
    }

    [TestCase("""{"by": "1 day", "policy": "B2C_1A_signin"}""", "has no policies")]
    [TestCase("""{"by": "keep-alive-maximum"}""", "no such limit")]
    public async Task A_name_that_a_site_does_not_have_moves_nothing(string body, string says)
    {
        await using var served = await StartAsync();
        var (status, json) = await served.CallAsync(HttpMethod.Post, "/clock/move", Served.Text(body));
        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(json.GetProperty("message").GetString(), Does.Contain(says));
        Assert.That(served.Service.Clock.Offset, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task Its_status_tells_settings_and_pages_and_neither_policies_nor_apps()
    {
        await using var served = await StartAsync();
        var (_, status) = await served.GetAsync("/status");
        var site = status.GetProperty("site");
        var origin = served.Service.Login.Origin;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.GetProperty("policies").GetArrayLength() + status.GetProperty("apps").GetArrayLength(), Is.Zero);
            Assert.That(status.GetProperty("issuer").GetString(), Is.Null);
            Assert.That(site.GetProperty("settings").GetString(),
                Is.EqualTo("session 8 hours (at most 2 days), kept 14 days, rolling, 2 cookies"));
            Assert.That(site.GetProperty("sessionInSeconds").GetInt64(), Is.EqualTo(8 * 3600));
            Assert.That(site.GetProperty("keepAliveInSeconds").GetInt64(), Is.EqualTo(14 * 86_400));
            Assert.That(site.GetProperty("maximumInSeconds").GetInt64(), Is.EqualTo(2 * 86_400));
            Assert.That(site.GetProperty("areas").EnumerateArray().Select(area => area.GetProperty("address").GetString()),
                Is.EqualTo(new[] { $"{origin}/account/account", $"{origin}/account/orders" }));
            Assert.That((await served.GetAsync("/log/apps")).Json.GetProperty("events").GetArrayLength(), Is.Zero);
        }
    }

    [Test]
    public async Task Its_log_says_what_happened_to_whom_and_never_what_was_typed_for_a_name()
    {
        await using var served = await StartAsync();
        await SignInAsync(served, "alice", "wrong");
        await SignInAsync(served, "my password, typed into the wrong field", "x");
        var page = await SignInAsync(served, "alice", "alice-Sesame-1", tick: true);
        await served.Visitor.SubmitAsync(served.Service.Login.Origin, page, "#sign-out");

        var (_, log) = await served.GetAsync("/log/sign-ins");
        Assert.That(
            log.GetProperty("signIns").EnumerateArray().Select(entry => string.Join(
                ' ', new[] { "outcome", "user", "keepMeSignedIn" }.Select(name => entry.GetProperty(name))).Trim()),
            Is.EqualTo(new[]
            {
                "page-shown", "rejected alice", "page-shown", "rejected", "page-shown", "signed-in alice True", "silent alice",
                "signed-out alice",
            }));
        Assert.That((await served.GetAsync("/log/requests")).Json.GetRawText(), Does.Not.Contain("wrong field"));
    }

    [Test]
    public async Task People_are_added_and_accounts_closed_as_at_the_others_and_a_reset_ends_all_sessions()
    {
        await using var served = await StartAsync();
        await served.PostAsync("/users", new { userName = "frank", password = "frank's own" });
        Assert.That((await SignInAsync(served, "frank", "frank's own")).Text, Does.Contain("Your orders"));
        var (_, left) = await served.PostAsync("/accounts", new { userName = "frank", @event = "disabled" });
        Assert.That(left.GetProperty("sessions").GetArrayLength(), Is.Zero);
        Assert.That((await OpenAsync(served)).AsksForCredentials, Is.True);

        await SignInAsync(served, "alice", "alice-Sesame-1");
        var (_, sessions) = await served.GetAsync("/sessions");
        Assert.That(sessions.GetProperty("sessions")[0].GetProperty("user").GetString(), Is.EqualTo("alice"));
        await served.PostAsync("/reset", new { });
        Assert.That((await OpenAsync(served)).AsksForCredentials, Is.True);
    }

    private static Task<Served> StartAsync() =>
        Served.StartAsync(new ServeOptions { Readings = KnownProfiles.Readings("web"), Site = Settings });

    /// <summary>Opens the page of the orders, and follows to the sign-in page.</summary>
    private static async Task<Reply> OpenAsync(Served served)
    {
        var page = await served.Visitor.OpenAsync(served.Service.Site!.Areas["orders"]);
        return page.Location is { } asked ? await served.Visitor.OpenAsync(served.Service.Login.Origin + asked) : page;
    }

    private static async Task<Reply> SignInAsync(Served served, string user, string password, bool tick = false)
    {
        var (origin, page) = (served.Service.Login.Origin, await OpenAsync(served));
        List<(string, string)> typed = [("username", user), ("password", password)];
        if (tick) typed.Add(("remember", "true"));
        var answer = await served.Visitor.SubmitAsync(origin, page, "#sign-in", [.. typed]);
        return answer.Location is { } location ? await served.Visitor.OpenAsync(origin + location) : answer;
    }
}
