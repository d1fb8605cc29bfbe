using System.Globalization;

namespace KmsiConformance.Tests.Reference.B2c;

/// <summary>
/// A short story in words, told to a world: what is seen comes back in words as well, so that a table of tests can be
/// read. Times are in minutes; seven days are 10080.
/// </summary>
internal sealed partial class Story(B2cWorld world)
{
    private KeptCookie? _copied;

    public async Task<string> TellAsync(string story)
    {
        List<string> seen = [];
        foreach (var word in story.Split(' '))
        {
            var at = word.IndexOf(':', StringComparison.Ordinal);
            if (at > 0) world.Clock.Move(TimeSpan.FromMinutes(int.Parse(word[(at + 1)..], CultureInfo.InvariantCulture)));
            else if (await DoAsync(word) is { } observed) seen.Add(observed);
        }

        return string.Join(' ', seen);
    }

    private async Task<string?> DoAsync(string word)
    {
        switch (word)
        {
            case "plain" or "tick":
                await world.SignInAsync(tick: word == "tick");
                return null;
            case "again":
                await world.SignInAsync(more: "&prompt=login");
                return null;
            case "wrong":
                await world.Visitor.TypeAsync(world.Server.Origin, await world.OpenAsync(), "alice", "wrong");
                return null;
            case "close":
                world.Visitor.Cookies.CloseBrowser();
                return null;
            case "open":
                return Outcome(await world.OpenAsync());
            case "pharmacy":
                return Outcome(await world.OpenAsync(B2cWorld.Pharmacy));
            case "other-policy":
                return Outcome(await world.OpenAsync(policy: "B2C_1A_other"));
            case "prompt-login":
                return Outcome(await world.OpenAsync(more: "&prompt=login"));
            case "prompt-none":
                return Outcome(await world.OpenAsync(more: "&prompt=none"));
            case "box":
                return (await world.OpenAsync(more: "&prompt=login")).OffersBox ? "box" : "no-box";
            case "cookie":
                return Cookie();
            case "copy":
                _copied = world.Visitor.Cookies.Sso;
                return null;
            case "paste":
                world.Visitor.Cookies.Keep(_copied! with { ExpiresAt = null });
                return null;
            case "tamper":
                var sso = world.Visitor.Cookies.Sso!;
                world.Visitor.Cookies.Keep(sso with { Value = (sso.Value[0] == 'A' ? 'B' : 'A') + sso.Value[1..] });
                return null;
            case "state":
                return (await world.OpenAsync()).Answer.ContainsKey("state") ? "state" : "no-state";
            case "redeem-twice":
                var code = (await world.OpenAsync()).Answer["code"];
                await world.RedeemAsync(code);
                return (await world.RedeemAsync(code)).TryGetProperty("error", out var error) ? error.GetString() : "tokens";
            case "sign-out":
                return Page(await world.Visitor.OpenAsync(world.Server.Logout(B2cWorld.Policy)));
            case "sign-out-elsewhere":
                var token = (await world.RedeemAsync((await world.OpenAsync()).Answer["code"])).GetProperty("id_token").GetString();
                return Page(await world.Visitor.OpenAsync(
                    $"{world.Server.Logout(B2cWorld.Policy)}?id_token_hint={token}&post_logout_redirect_uri=https://evil.localhost/"));
            default:
                if (await TokenWordAsync(word) is { } told) return told;
                throw new ArgumentOutOfRangeException(nameof(word), word, "Unknown word");
        }
    }

    private static string Outcome(Reply reply) =>
        reply.IsSilent ? "silent" : reply.AsksForCredentials ? "prompt" : reply.Answer.GetValueOrDefault("error") ?? "unknown";

    private static string Page(Reply reply) => reply.Marker ?? "no-page";

    private string Cookie() => world.Visitor.Cookies.Sso switch
    {
        null => "no-cookie",
        { ExpiresAt: null } session => "session-cookie" + Flags(session),
        var persistent => string.Create(CultureInfo.InvariantCulture,
            $"{(persistent.ExpiresAt!.Value - world.Clock.GetUtcNow()).TotalMinutes}min-cookie{Flags(persistent)}"),
    };

    private static string Flags(KeptCookie cookie) => cookie.Attributes switch
    {
        var a when !a.Contains("path=/;", StringComparison.OrdinalIgnoreCase) => "-for-one-policy",
        var a when a.Contains("domain=", StringComparison.OrdinalIgnoreCase) => "-for-subdomains",
        var a when !a.Contains("secure", StringComparison.OrdinalIgnoreCase) => "-in-the-clear",
        var a when !a.Contains("HttpOnly", StringComparison.OrdinalIgnoreCase) => "-for-scripts",
        var a when !a.Contains("SameSite=None", StringComparison.OrdinalIgnoreCase) => "-withheld",
        _ => "",
    };
}
