using System.Text.Json;
using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Tests.Reference.B2c;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.OpenIdConnect;

/// <summary>A plain OpenID Connect provider with two applications, a clock and a visitor whose browser runs no scripts.</summary>
internal sealed class OpenIdWorld : ReferenceWorld
{
    private OpenIdWorld(HandMovedClock clock, ReferenceServer server)
        : base(clock, server)
    {
    }

    public string Origin => Server.Origin;

    /// <summary>The provider's cookie; null when there is none.</summary>
    public KeptCookie? Session => Visitor.Cookies.Living.FirstOrDefault(cookie => cookie.Name == "op-session");

    public static async Task<OpenIdWorld> StartAsync(string? fault = null, SessionSettings? settings = null, string? backChannel = null)
    {
        var clock = new HandMovedClock();
        var server = await ReferenceServer.StartAsync(new ReferenceOptions
        {
            Clock = clock,
            Readings = KnownProfiles.Readings(KnownProfiles.OpenIdConnect),
            Faults = fault is null ? [] : [fault],
            Policies = settings is null ? [] : [B2cWorld.Written(settings)],
            Apps =
            [
                new AppRegistration(Groceries, "Contoso <Groceries>",
                    ["https://groceries.localhost/signin", "https://groceries.localhost/out"], "https://groceries.localhost/logout"),
                new AppRegistration(Pharmacy, "Contoso Pharmacy", ["https://pharmacy.localhost/signin"],
                    "https://pharmacy.localhost/logout") { BackChannelLogoutUri = backChannel },
            ],
        });
        return new OpenIdWorld(clock, server);
    }

    public Task<Reply> OpenAsync(string app = Groceries, string more = "") => Visitor.OpenAsync(
        $"{Origin}/authorize?client_id={app}&response_type=code&scope=openid"
        + $"&redirect_uri={Uri.EscapeDataString(RedirectUri(app))}&state=st%20ate&nonce=non"
        + $"&code_challenge={B2cWorld.Challenge()}&code_challenge_method=S256{more}");

    /// <summary>Opens the app, gives user name and password, and returns what comes next.</summary>
    public async Task<Reply> SignInAsync(string user = "alice", bool remember = false, string app = Groceries, string more = "")
    {
        var page = await OpenAsync(app, more);
        Assert.That(page.Marker, Is.EqualTo("sign-in"));
        return await SubmitAsync(page, "#sign-in",
            [("username", user), ("password", $"{user}-Sesame-1"), .. remember ? [("remember", "true")] : Array.Empty<(string, string)>()]);
    }

    public Task<Reply> SubmitAsync(Reply page, string button, params (string Name, string Value)[] typed) =>
        Visitor.SubmitAsync(Origin, page, button, typed);

    /// <summary>Exchanges a code and returns the token answer.</summary>
    public async Task<JsonElement> RedeemAsync(Reply answer, string app = Groceries)
    {
        var (_, json) = await Visitor.PostForJsonAsync(
            $"{Origin}/token", ("grant_type", "authorization_code"), ("client_id", app), ("code", answer.Answer["code"]),
            ("redirect_uri", RedirectUri(app)), ("code_verifier", B2cWorld.Verifier));
        return json;
    }

    public async Task<string> IdTokenAsync(Reply answer, string app = Groceries) =>
        (await RedeemAsync(answer, app)).GetProperty("id_token").GetString()!;

    public Task<Reply> SignOutAsync(string? hint = null, string? to = null, string more = "") => Visitor.OpenAsync(
        $"{Origin}/sign-out?state=s%26t{(hint is null ? "" : $"&id_token_hint={hint}")}"
        + $"{(to is null ? "" : $"&post_logout_redirect_uri={Uri.EscapeDataString(to)}")}{more}");

    private static string RedirectUri(string app) => $"https://{app.Split('-')[0]}.localhost/signin";
}
