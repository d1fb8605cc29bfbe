using System.Text.Json;
using KmsiConformance.Ledger;

namespace KmsiConformance.Apps;

/// <summary>A wrong way to exchange a code, tried before the app exchanges it.</summary>
/// <param name="With">What is wrong about it, in the words of scenarios.</param>
/// <param name="By">The app whose client id is used, for <c>other-client</c>.</param>
public sealed record CodeMisuse(string With, string? By)
{
    /// <summary>Tries it, and records what came of it.</summary>
    internal async Task TryAsync(AppSite site, SignInAttempt attempt, string code)
    {
        var login = With == "other-policy" ? site.Surroundings.OtherLogin : attempt.Login;
        var answer = await login.ExchangeAsync(
            By is null ? site.Options : site.Options with { ClientId = By, ClientSecret = null },
            code,
            With == "other-redirect-uri" ? site.Surroundings.Origin + site.Options.Place.SignedOut : attempt.RedirectUri,
            With switch
            {
                "wrong-verifier" => SignInAttempt.New(login).Verifier,
                "no-verifier" => "",
                _ => attempt.Verifier,
            });
        var error = answer.Body.TryGetProperty("error", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
        site.Ledger.Append(
            new CodeMisused(
                site.Name, With, answer.HasTokens, error));
    }
}
