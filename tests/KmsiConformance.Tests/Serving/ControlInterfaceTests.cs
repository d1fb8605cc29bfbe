using System.Net;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Serving;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving;

public sealed class ControlInterfaceTests
{
    [Test]
    public async Task The_clock_moves_forward_and_ends_sessions()
    {
        await using var served = await Served.StartAsync();
        await served.SignInAsync("alice", "alice-Sesame-1");
        Assert.That((await served.OpenAsync("pharmacy")).IsSilent, Is.True);

        var (_, before) = await served.PostAsync("/clock/move", new { by = "session - 1 minute" });
        Assert.That((await served.OpenAsync("pharmacy")).IsSilent, Is.True, "a minute before the end");
        var (_, after) = await served.PostAsync("/clock/move", new { by = "2 minutes" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await served.OpenAsync("pharmacy")).AsksForCredentials, Is.True, "a minute after the end");
            Assert.That(before.GetProperty("movedBySeconds").GetInt64(), Is.EqualTo(1140));
            Assert.That(after.GetProperty("movedBySeconds").GetInt64(), Is.EqualTo(1260));
        }
    }

    [Test]
    public async Task An_account_gets_another_password_and_is_closed()
    {
        await using var served = await Served.StartAsync();
        var (changed, _) = await served.PostAsync(
            "/accounts", new { userName = "alice", @event = "passwordChanged", password = "another" });
        await served.SignInAsync("alice", "another");
        Assert.That((await served.OpenAsync("pharmacy")).IsSilent, Is.True);
        var (closed, left) = await served.PostAsync("/accounts", new { userName = "alice", @event = "disabled" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(closed, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(left.GetProperty("sessions").GetArrayLength(), Is.Zero);
            Assert.That((await served.OpenAsync("pharmacy")).AsksForCredentials, Is.True);
        }
    }

    [TestCase("""{"userName": "nobody", "event": "disabled"}""", HttpStatusCode.NotFound, "no user")]
    [TestCase("""{"userName": "alice", "event": "passwordChanged"}""", HttpStatusCode.BadRequest, "new password")]
    [TestCase("""{"userName": "alice", "event": "disabled", "password": "x"}""", HttpStatusCode.BadRequest, "new password")]
    [TestCase("""{"userName": "alice", "event": "forgotten"}""", HttpStatusCode.BadRequest, "For example")]
    [TestCase("""{"userName": "alice"}""", HttpStatusCode.BadRequest, "For example")]
    public async Task What_cannot_happen_to_an_account_is_refused(string body, HttpStatusCode expected, string says)
    {
        await using var served = await Served.StartAsync();
        var (status, json) = await served.CallAsync(HttpMethod.Post, "/accounts", Served.Text(body));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(expected));
            Assert.That(json.GetProperty("message").GetString(), Does.Contain(says));
        }
    }

    [Test]
    public async Task The_clock_moves_to_a_moment()
    {
        await using var served = await Served.StartAsync();
        var to = served.Service.Clock.GetUtcNow().AddDays(40);
        var (status, json) = await served.PostAsync("/clock/move", new { to });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(json.GetProperty("utcNow").GetDateTimeOffset(), Is.EqualTo(to).Within(TimeSpan.FromSeconds(20)));
        }
    }

    [TestCase("""{"by": "-1 minute"}""", "only goes forward")]
    [TestCase("""{"by": "keep-alive - 60 days"}""", "only goes forward")]
    [TestCase("""{"by": "9000 days"}""", "ten years")]
    [TestCase("""{"to": "1999-01-01T00:00:00Z"}""", "only goes forward")]
    [TestCase("""{"by": "soon"}""", "Expected a duration")]
    [TestCase("""{"by": "99999999 days"}""", "")]
    [TestCase("""{"by": "1 day", "to": "2999-01-01T00:00:00Z"}""", "either")]
    [TestCase("{}", "either")]
    [TestCase("""{"by": "1 day", "policy": "B2C_1A_nowhere"}""", "There is no policy")]
    [TestCase("""{"by": "keep-alive", "policy": "B2C_1A_signin_without_kmsi"}""", "no KeepAliveInDays")]
    [TestCase("""{"bye": "1 day"}""", "For example")]
    [TestCase("[]", "For example")]
    [TestCase("null", "For example")]
    [TestCase("{", "For example")]
    public async Task A_move_that_makes_no_sense_is_refused_and_moves_nothing(string body, string says)
    {
        await using var served = await Served.StartAsync();
        var (status, json) = await served.CallAsync(HttpMethod.Post, "/clock/move", Served.Text(body));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(json.GetProperty("message").GetString(), Does.Contain(says));
            Assert.That(served.Service.Clock.Offset, Is.EqualTo(TimeSpan.Zero));
        }
    }

    [Test]
    public async Task A_user_who_was_added_can_sign_in_and_is_gone_after_a_reset()
    {
        await using var served = await Served.StartAsync();
        var (status, _) = await served.PostAsync("/users", new { userName = "frank", password = "frank's own" });
        await served.SignInAsync("frank", "frank's own");
        var (_, sessions) = await served.GetAsync("/sessions");
        var (_, users) = await served.GetAsync("/users");
        await served.PostAsync("/reset", new { });
        var (_, after) = await served.GetAsync("/users");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(sessions.GetProperty("sessions")[0].GetProperty("user").GetString(), Is.EqualTo("frank"));
            Assert.That(users.GetProperty("users").GetArrayLength(), Is.EqualTo(6));
            Assert.That(after.GetProperty("users").GetArrayLength(), Is.EqualTo(5));
        }
    }

    [TestCase("""{"userName": "ALICE", "password": "x"}""", HttpStatusCode.Conflict)]
    [TestCase("""{"userName": "new", "password": "x", "email": "bob@example.com"}""", HttpStatusCode.Conflict)]
    [TestCase("""{"userName": "new"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"userName": " ", "password": "x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"userName": "new", "password": "x", "objectId": "7"}""", HttpStatusCode.BadRequest)]
    public async Task A_user_who_cannot_be_is_refused(string body, HttpStatusCode expected)
    {
        await using var served = await Served.StartAsync();
        var (status, _) = await served.CallAsync(HttpMethod.Post, "/users", Served.Text(body));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(expected));
            Assert.That(served.Service.Login.Operator.Users, Has.Count.EqualTo(5));
        }
    }

    [Test]
    public async Task A_reset_signs_everybody_out_and_brings_the_clock_back()
    {
        await using var served = await Served.StartAsync();
        await served.SignInAsync("alice", "alice-Sesame-1", tick: true);
        await served.PostAsync("/clock/move", new { by = "1 day" });
        Assert.That((await served.OpenAsync("pharmacy")).IsSilent, Is.True);

        var (_, status) = await served.PostAsync("/reset", new { });
        var (_, log) = await served.GetAsync("/log/sign-ins");
        var page = await served.Visitor.OpenAsync(served.Service.AppOrigins["groceries"] + "/");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await served.OpenAsync("pharmacy")).AsksForCredentials, Is.True);
            Assert.That(page.Location, Is.Not.Null, "the app has no session either");
            Assert.That(status.GetProperty("clock").GetProperty("movedBySeconds").GetInt64(), Is.Zero);
            Assert.That(status.GetProperty("sessions").GetInt32(), Is.Zero);
            Assert.That(log.GetProperty("signIns").GetArrayLength(), Is.Zero);
        }
    }

    [Test]
    public async Task The_sign_in_log_says_what_happened_to_whom()
    {
        await using var served = await Served.StartAsync();
        var page = await served.OpenAsync("groceries");
        await served.Visitor.TypeAsync(served.Service.Login.Origin, page, "alice", "wrong");
        await served.Visitor.TypeAsync(served.Service.Login.Origin, page, "my password, typed into the wrong field", "x");
        await served.SignInAsync("alice", "alice-Sesame-1", tick: true);
        await served.OpenAsync("pharmacy", "?prompt=none");
        await served.Visitor.OpenAsync(served.Service.Login.Logout("B2C_1A_signin"));
        await served.OpenAsync("pharmacy", "?prompt=none");

        var (_, log) = await served.GetAsync("/log/sign-ins");
        var lines = log.GetProperty("signIns").EnumerateArray()
            .Select(entry => string.Join(' ',
                new[] { "outcome", "user", "app", "code", "keepMeSignedIn" }.Select(name => entry.GetProperty(name))));
        Assert.That(lines, Is.EqualTo(new[]
        {
            "page-shown  groceries  ",
            "rejected alice groceries AADB2C90054 ",
            "rejected  groceries AADB2C90053 ",
            "page-shown  groceries  ",
            "signed-in alice groceries  True",
            "silent alice pharmacy  ",
            "signed-out alice   ",
            "refused  pharmacy AADB2C90077 ",
        }));
    }

    [Test]
    public async Task No_secret_is_in_any_log()
    {
        await using var served = await Served.StartAsync();
        await served.SignInAsync("alice", "alice-Sesame-1", tick: true);
        var answer = await served.OpenAsync("pharmacy");
        var cookie = served.Visitor.Cookies.Sso!.Value;
        await served.Visitor.OpenAsync(answer.Location!.ToString());
        await served.Visitor.OpenAsync(served.Service.AppOrigins["pharmacy"] + "/sign-out");

        var text = "";
        foreach (var path in (string[])["/log/requests", "/log/sign-ins", "/log/apps", "/sessions", "/status", "/clock"])
            text += (await served.GetAsync(path)).Json.GetRawText();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("oauth2/v2.0/authorize").And.Contain("AppSessionStarted").Or.Contain("app-session-started"),
                "there is something to find");
            Assert.That(text, Does.Not.Contain("alice-Sesame-1"));
            Assert.That(text, Does.Not.Contain(answer.Answer["code"]));
            Assert.That(text, Does.Not.Contain(answer.Answer["state"]));
            Assert.That(text, Does.Not.Contain(cookie));
            Assert.That(text, Does.Not.Contain("eyJ"), "tokens begin like that");
            Assert.That(text, Does.Not.Contain(served.Service.ControlToken));
            Assert.That(StartReport.Of(served.Service).ToString(), Does.Not.Contain(served.Service.ControlToken).And.Not.Contain("Sesame"));
        }
    }

    [Test]
    public async Task The_start_report_has_what_a_script_needs()
    {
        await using var served = await Served.StartAsync(new ServeOptions
        {
            Readings = KnownProfiles.Default, Users = ReferenceUsers.Made(30, 7),
        });
        var report = StartReport.Of(served.Service);
        var user = report.Users[29];
        await served.SignInAsync(user.UserName, user.Password);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await served.OpenAsync("pharmacy")).IsSilent, Is.True, $"{user.UserName} is signed in");
            Assert.That(report.Users.Select(known => known.UserName), Is.Unique);
            Assert.That(report.StartPage, Is.EqualTo($"{report.Control}/#token={report.ControlToken}"));
            Assert.That(report.Discovery, Has.Count.EqualTo(8));
        }
    }

    [Test]
    public void Made_up_users_depend_on_the_seed_alone()
    {
        var made = Made(50, 3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Made(50, 3), Is.EqualTo(made));
            Assert.That(made.Take(20), Is.EqualTo(Made(20, 3)));
            Assert.That(made.Intersect(Made(50, 4)), Is.Empty);
            Assert.That(made[0].Name, Is.EqualTo("eldora.predovic"), "another version of the library that makes names is noticed");
        }
    }

    private static List<(string Name, string Password, string Id, string Shown)> Made(int count, int seed) =>
        [.. ReferenceUsers.Made(count, seed).Select(user => (user.UserName, user.Password, user.ObjectId, user.DisplayName))];
}
