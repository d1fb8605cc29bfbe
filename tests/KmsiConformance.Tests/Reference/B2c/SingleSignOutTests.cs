using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

/// <summary>What the sign-out page tells other applications, seen over HTTP.</summary>
public sealed class SingleSignOutTests
{
    private static readonly IReadOnlyList<AppRegistration> TwentyApps =
    [
        .. Enumerable.Range(1, 20).Select(number => new AppRegistration(
            $"app{number}", $"App <{number}>", [$"https://app{number}.localhost/signin"],
            $"https://app{number}.localhost/bye?a=1&b=\"{number}\"")),
        new AppRegistration("silent", "Silent", ["https://silent.localhost/signin"]),
        new AppRegistration("unvisited", "Unvisited", ["https://unvisited.localhost/signin"], "https://unvisited.localhost/bye"),
    ];

    [Test]
    public async Task Twenty_apps_are_told_once_each_and_nobody_else()
    {
        await using var world = await StartAsync();
        await SignInAsync(world, [.. TwentyApps.Select(app => app.ClientId).Where(id => id != "unvisited")]);
        var page = await SignOutAsync(world, "&client_id=app7");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Frames(page), Is.EquivalentTo(TwentyApps.Where(app => app.ClientId is not ("app7" or "silent" or "unvisited"))
                .Select(app => app.LogoutUrl)));
            Assert.That(page.Headers["Content-Security-Policy"], Does.Contain("frame-src https:"));
            Assert.That(page.Text, Does.Contain("Also signing you out of App <1>"));
        }
    }

    [Test]
    public async Task A_request_that_does_not_say_who_asks_tells_all()
    {
        await using var world = await StartAsync();
        await SignInAsync(world, "app1", "app2");
        Assert.That(Frames(await SignOutAsync(world)), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Apps_are_told_also_where_the_browser_stays()
    {
        await using var world = await StartAsync();
        await SignInAsync(world, "app1", "app2");
        var page = await world.Visitor.OpenAsync($"{world.Server.Logout(B2cWorld.Policy)}?client_id=app1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Marker, Is.EqualTo("signed-out"));
            Assert.That(Frames(page), Is.EqualTo(new[] { TwentyApps[1].LogoutUrl }));
        }
    }

    [Test]
    public async Task The_second_sign_out_tells_nobody()
    {
        await using var world = await StartAsync();
        await SignInAsync(world, "app1", "app2");
        await SignOutAsync(world, "&client_id=app1");
        Assert.That(Frames(await SignOutAsync(world, "&client_id=app2")), Is.Empty);
    }

    [TestCase(B2cProfile.September2016)]
    [TestCase(B2cProfile.August2018)]
    [TestCase(B2cProfile.December2018)]
    public async Task Earlier_documents_know_nothing_of_it(string profile)
    {
        await using var world = await B2cWorld.StartAsync([B2cWorld.Written(B2cWorld.SevenDays, profile)], profile, apps: TwentyApps);
        await SignInAsync(world, "app1", "app2");
        Assert.That(Frames(await SignOutAsync(world, "&client_id=app1")), Is.Empty);
    }

    [TestCase(IssuerDeclaration.NoProtocol)]
    [TestCase(IssuerDeclaration.NoSessionProfile)]
    public async Task A_token_issuer_without_protocol_or_session_profile_remembers_no_apps(IssuerDeclaration issuer)
    {
        await using var world = await B2cWorld.StartAsync([B2cWorld.Written(B2cWorld.SevenDays, issuer: issuer)], apps: TwentyApps);
        await SignInAsync(world, "app1", "app2");
        Assert.That(Frames(await SignOutAsync(world, "&client_id=app1")), Is.Empty);
    }

    [Test]
    public async Task Frames_cannot_take_over_the_window_and_the_page_leaves_when_they_have_loaded()
    {
        await using var world = await StartAsync();
        await SignInAsync(world, "app1", "app2");
        var page = (await SignOutAsync(world, "&client_id=app1")).Page!;
        var script = page.Scripts.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("iframe")!.GetAttribute("sandbox"), Is.EqualTo("allow-same-origin allow-scripts allow-forms"));
            Assert.That(script.Text, Does.Contain("left = 1").And.Contain("setTimeout(go, 4000)"));
            Assert.That(page.QuerySelector("noscript")!.InnerHtml, Does.Contain("4;url="),
                "without scripts the frames need their time as well");
        }
    }

    [Test]
    public async Task Nothing_in_state_or_address_becomes_part_of_the_page()
    {
        await using var world = await StartAsync();
        const string Evil = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        var page = await world.Visitor.OpenAsync(
            $"{world.Server.Logout(B2cWorld.Policy)}?post_logout_redirect_uri={Uri.EscapeDataString($"https://app1.localhost/{Evil}")}"
            + $"&state={Uri.EscapeDataString(Evil)}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Page!.Scripts, Has.Length.EqualTo(1));
            Assert.That(page.Page.QuerySelector("img"), Is.Null);
            Assert.That(page.Page.QuerySelector("#continue")!.GetAttribute("href"),
                Does.StartWith($"https://app1.localhost/{Evil}").And.EndWith($"state={Uri.EscapeDataString(Evil)}"));
        }
    }

    private static Task<B2cWorld> StartAsync() => B2cWorld.StartAsync([B2cWorld.Written(B2cWorld.SevenDays)], apps: TwentyApps);

    private static async Task SignInAsync(B2cWorld world, params string[] apps)
    {
        foreach (var app in apps)
        {
            var url = world.Authorize(app, redirectUri: $"https://{app}.localhost/signin");
            var page = await world.Visitor.OpenAsync(url);
            if (page.IsSilent) continue;
            await world.Visitor.TypeAsync(world.Server.Origin, page, "alice", "alice-Sesame-1");
            Assert.That((await world.Visitor.ConfirmAsync(world.Server.Origin, page, tick: false)).IsSilent, Is.True);
        }
    }

    private static Task<Reply> SignOutAsync(B2cWorld world, string more = "") =>
        world.Visitor.OpenAsync(
            $"{world.Server.Logout(B2cWorld.Policy)}?post_logout_redirect_uri=https%3A%2F%2Fapp1.localhost%2Fsigned-out{more}");

    private static List<string?> Frames(Reply page) =>
        [.. page.Page!.QuerySelectorAll("iframe").Select(frame => frame.GetAttribute("src"))];
}
