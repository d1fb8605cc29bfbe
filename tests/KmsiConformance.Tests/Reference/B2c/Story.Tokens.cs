using System.Text.Json;
using KmsiConformance.Apps;
using KmsiConformance.Jose;

namespace KmsiConformance.Tests.Reference.B2c;

/// <content>Words about codes and tokens.</content>
internal sealed partial class Story
{
    private string? _refresh;

    private async Task<string?> TokenWordAsync(string word) => word switch
    {
        "token" => await TokenAsync(),
        "auth-time" => await AuthTimeAsync(),
        "whoami" => B2cWorld.Claims(await IdTokenAsync()).GetProperty("name").GetString()!.Split(' ')[0],
        "bob" => await BobAtPharmacyAsync(),
        "other-client" =>
            await TryAsync(code => world.TryRedeemAsync(code, B2cWorld.Pharmacy, redirectUri: B2cWorld.RedirectUri(B2cWorld.Groceries))),
        "other-address" => await TryAsync(code => world.TryRedeemAsync(code, redirectUri: B2cWorld.Apps[0].RedirectUris[1])),
        "other-token-endpoint" => await TryAsync(code => world.TryRedeemAsync(code, policy: "B2C_1A_other")),
        "wrong-verifier" => await TryAsync(code => world.TryRedeemAsync(code, verifier: "wrong")),
        "offline" => await OfflineAsync(),
        "refresh" => await RefreshAsync(),
        _ => null,
    };

    // What a relying party thinks of the token: the validator is the one of the scenarios' apps.
    private async Task<string> TokenAsync()
    {
        var document = await world.Visitor.JsonAsync(world.Server.Discovery(B2cWorld.Policy));
        var keys = await world.Visitor.JsonAsync(document.GetProperty("jwks_uri").GetString()!);
        try
        {
            await TokenValidator.ValidateAsync(
                await IdTokenAsync(), new IssuerKeys(() => Task.FromResult(keys.GetRawText()), world.Clock),
                document.GetProperty("issuer").GetString()!, B2cWorld.Groceries, "non", world.Clock.GetUtcNow(), AppOptions.NoLeeway);
            return "good";
        }
        catch (TokenRefusedException refused)
        {
            return refused.Message.Split("'s ")[^1].Split(' ')[0];
        }
    }

    private async Task<string> AuthTimeAsync()
    {
        var claims = B2cWorld.Claims(await IdTokenAsync());
        return claims.GetProperty("auth_time").GetInt64() == claims.GetProperty("iat").GetInt64() ? "now" : "before";
    }

    private async Task<string> BobAtPharmacyAsync()
    {
        await world.SignInAsync(app: B2cWorld.Pharmacy, user: "bob");
        return "bob";
    }

    private async Task<string> TryAsync(Func<string, Task<(System.Net.HttpStatusCode Status, JsonElement Json)>> redeem)
    {
        var (_, json) = await redeem((await world.OpenAsync()).Answer["code"]);
        return json.TryGetProperty("error", out var error) ? error.GetString()! : "tokens";
    }

    private async Task<string> OfflineAsync()
    {
        world.Scope = "openid offline_access";
        _refresh = (await world.RedeemAsync((await world.SignInAsync()).Answer["code"])).GetProperty("refresh_token").GetString();
        return "offline";
    }

    private async Task<string> RefreshAsync()
    {
        var (_, json) = await world.Visitor.PostForJsonAsync(
            world.Server.Token(B2cWorld.Policy),
            ("grant_type", "refresh_token"), ("client_id", B2cWorld.Groceries), ("client_secret", "grocer's secret"),
            ("refresh_token", _refresh!));
        if (json.TryGetProperty("error", out var error)) return error.GetString()!;
        _refresh = json.GetProperty("refresh_token").GetString();
        return "tokens";
    }

    private async Task<string> IdTokenAsync() =>
        (await world.RedeemAsync((await world.OpenAsync()).Answer["code"])).GetProperty("id_token").GetString()!;
}
