using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c.Federation;

/// <summary>Every fault about identity providers, seen from outside: the same story, told without and with the fault.</summary>
internal sealed class FederationFaultTests
{
    private static readonly ProviderRequest Plain = FederatedWorld.Standard();

    private static readonly (string Fault, ProviderRequest Provider, string Story, string Right, string Wrong)[] Table =
    [
        ("keeps-federated-sessions", Plain, "sign-in cookie", "in session-cookie", "in kept-cookie"),
        ("answers-for-the-provider", Plain, "sign-in forget-provider open", "in provider-sign-in", "in in"),
        ("asks-providers-about-local-accounts", Plain, "sign-in-locally open", "in in", "in provider-sign-in"),
        ("forgets-the-chosen-provider", Plain, "sign-in open", "in in", "in sign-in"),
        ("makes-the-provider-ask", Plain, "sign-in open", "in in", "in provider-sign-in"),
        ("lends-its-lifetime-to-the-provider", Plain, "sign-in provider-cookie", "in 480", "in 10080"),
        ("gives-up-with-the-provider", Plain, "sign-in leave passive come-back open", "in interaction_required in",
            "in interaction_required sign-in"),
        ("ignores-domain-hint", Plain, "hinted", "provider-sign-in", "sign-in"),
        ("hides-provider-failure", Plain with { Misbehaves = "fails-at-sign-in" }, "choose", "server_error", "sign-in"),
        ("believes-unsigned-providers", Plain with { Misbehaves = "signs-with-another-key" }, "sign-in", "server_error", "in"),
        ("believes-unsigned-providers", FederatedWorld.Standard("saml") with { Misbehaves = "does-not-sign" }, "sign-in",
            "server_error", "in"),
        ("tells-no-provider", Plain, "sign-in sign-out", "in signing-out:provider", "in signing-out"),
        ("tells-provider-in-spite-of-the-switch", Plain with { SingleLogout = false }, "sign-in sign-out", "in signing-out",
            "in signing-out:provider"),
        ("guesses-sign-out-addresses", Plain with { EndSession = false }, "sign-in sign-out", "in signing-out", "in signing-out:provider"),
        ("lets-the-provider-stop-the-sign-out", Plain with { Misbehaves = "fails" }, "sign-in sign-out", "in signing-out:provider",
            "in error"),
    ];

    /// <summary>The faults that have a story here.</summary>
    public static IEnumerable<string> Told => Table.Select(row => row.Fault).Distinct(StringComparer.Ordinal);

    private static IEnumerable<TestCaseData> Rows => Table.Select(row =>
        new TestCaseData(row.Fault, row.Provider, row.Story, row.Right, row.Wrong).SetArgDisplayNames(row.Fault, row.Story));

    [TestCaseSource(nameof(Rows))]
    public async Task Every_fault_is_seen_from_outside(string fault, ProviderRequest provider, string story, string right, string wrong)
    {
        await using var sound = await FederatedWorld.StartAsync(providers: ("contoso", provider));
        await using var faulty = await FederatedWorld.StartAsync(fault: fault, providers: ("contoso", provider));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await TellAsync(sound, story), Is.EqualTo(right), "without the fault");
            Assert.That(await TellAsync(faulty, story), Is.EqualTo(wrong), "with the fault");
        }
    }

    private static async Task<string> TellAsync(FederatedWorld world, string story)
    {
        List<string> seen = [];
        foreach (var word in story.Split(' '))
            if (await DoAsync(world, word) is { } observed) seen.Add(observed);
        return string.Join(' ', seen);
    }

    private static async Task<string?> DoAsync(FederatedWorld world, string word)
    {
        switch (word)
        {
            case "sign-in": return Outcome(await world.SignInAsync());
            case "choose": return Outcome(await world.Alice.FollowAsync(await world.LeaveForAsync()));
            case "open": return Outcome(await world.Alice.OpenAsync(world.Authorize()));
            case "hinted": return Outcome(await world.Alice.OpenAsync(world.Authorize("&domain_hint=contoso")));
            case "sign-in-locally": return Outcome(await LocallyAsync(world));
            case "sign-out": return await SignOutAsync(world);
            case "forget-provider":
                world.Alice.Cookies("contoso.localhost").Clear();
                return null;
            case "leave":
                await world.Alice.OpenAsync(world.Providers["contoso"].SignOutAddress);
                return null;
            case "come-back":
                await world.TypeAsync(await world.Alice.OpenAsync(world.Providers["contoso"].AccountAddress));
                return null;
            case "passive": return Outcome(await world.Alice.OpenAsync(world.Authorize("&prompt=none")));
            case "cookie": return world.Alice.Cookies(world.LoginHost).Sso!.ExpiresAt is null ? "session-cookie" : "kept-cookie";
            case "provider-cookie":
                var cookie = world.Alice.Cookies("contoso.localhost").Living.Single(kept => kept.Name == "contoso-session");
                return FormattableString.Invariant($"{(cookie.ExpiresAt!.Value - world.Clock.GetUtcNow()).TotalMinutes}");
            default: throw new ArgumentOutOfRangeException(nameof(word), word, "Unknown word");
        }
    }

    // The page is not followed: what it would load in its frames is what counts.
    private static async Task<string> SignOutAsync(FederatedWorld world)
    {
        var page = await world.Alice.GoAsync(
            $"{world.Server.Logout(FederatedWorld.Policy)}?post_logout_redirect_uri=https%3A%2F%2Fgroceries.localhost%2Fsignin");
        var told = page.Page!.QuerySelectorAll("iframe").Any(frame => new Uri(frame.GetAttribute("src")!).Host == "contoso.localhost");
        return page.Marker + (told ? ":provider" : "");
    }

    // With the calls of the page's script, in the traveller's own cookies.
    private static async Task<Stop> LocallyAsync(FederatedWorld world)
    {
        using var visitor = new Visitor(world.Clock);
        var page = await visitor.OpenAsync(world.Authorize());
        await visitor.TypeAsync(world.Server.Origin, page, "alice", "alice-Sesame-1");
        var reply = await visitor.ConfirmAsync(world.Server.Origin, page, tick: false);
        world.Alice.Cookies(world.LoginHost).Keep(visitor.Cookies.Sso!);
        return new Stop(reply.Location!.AbsoluteUri, reply.Status, null, null);
    }

    private static string Outcome(Stop stop) => stop.Given("code") is not null ? "in" : stop.Given("error") ?? stop.Marker ?? "nowhere";
}
