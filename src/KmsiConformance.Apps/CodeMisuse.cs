using System.Text.Json;
using KmsiConformance.Ledger;

namespace KmsiConformance.Apps;

/// <summary>A wrong way to exchange a code, tried before the app exchanges it, or in place of that.</summary>
/// <param name="With">What is wrong about it, in the words of scenarios.</param>
/// <param name="By">The app that tries it, with its own client id and secret; null for the one whose code it is.</param>
/// <param name="IsLate">Whether the app keeps the code for later: see <see cref="RelyingParty.ExchangeLateAsync"/>.</param>
public sealed record CodeMisuse(string With, RelyingParty? By, bool IsLate)
{
    /// <summary>Tries it, and records what came of it.</summary>
    internal async Task TryAsync(AppSite site, SignInAttempt attempt, string code)
    {
        var login = With == "other-policy" ? site.Surroundings.OtherLogin : attempt.Login;
        var client = By?.Options ?? site.Options;
        var answer = await login.ExchangeAsync(
            With switch
            {
                "no-secret" => client with { ClientSecret = null },
                "wrong-secret" => client with { ClientSecret = SignInAttempt.Random() },
                _ => client,
            },
            code,
            With switch
            {
                "other-redirect-uri" => site.Surroundings.Origin + site.Options.Place.SignedOut,
                "no-redirect-uri" => null,
                _ => attempt.RedirectUri,
            },
            With switch
            {
                "wrong-verifier" => SignInAttempt.New(login).Verifier,
                "no-verifier" => "",
                "challenge-as-verifier" => attempt.Challenge,
                _ => attempt.Verifier,
            },
            With switch
            {
                "get" => TokenCall.Usual with { IsGet = true },
                "no-body" => TokenCall.Usual with { IsWithoutBody = true },
                _ => TokenCall.Usual,
            });
        var error = answer.Body.TryGetProperty("error", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
        site.Ledger.Append(
            new CodeMisused(
                site.Name, With, answer.HasTokens, error)
            {
                Status = answer.Status,
            });
    }
}
