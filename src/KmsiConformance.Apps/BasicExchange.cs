using System.Text.Json;
using KmsiConformance.Ledger;

namespace KmsiConformance.Apps;

/// <summary>
/// The exchange of a code by an app that shows who it is by HTTP Basic and names its client id in the body as well. Where that gives no
/// tokens, the same code is tried without the client id, and then as ever: what made the difference is seen so.
/// </summary>
internal static class BasicExchange
{
    /// <summary>Exchanges it, and records what came of each try by HTTP Basic.</summary>
    /// <returns>The last answer.</returns>
    public static async Task<TokenAnswer> TryAsync(AppSite site, SignInAttempt attempt, string code)
    {
        foreach (var namesClient in (bool[])[true, false])
        {
            var call = TokenCall.Usual with { IsByBasic = true, NamesClient = namesClient };
            var answer = await attempt.Login.ExchangeAsync(site.Options, code, attempt.RedirectUri, attempt.Verifier, call);
            var error = answer.Body.TryGetProperty("error", out var said) && said.ValueKind == JsonValueKind.String
                ? said.GetString()
                : null;
            site.Ledger.Append(new ExchangedByBasic(site.Name, namesClient, answer.HasTokens, error));
            if (answer.HasTokens) return answer;
        }

        return await attempt.Login.ExchangeAsync(site.Options, code, attempt.RedirectUri, attempt.Verifier);
    }
}
