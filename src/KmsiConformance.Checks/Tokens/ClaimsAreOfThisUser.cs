using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// A token says of its user what is so, and nothing that was so of whoever was signed in before. What is so of the user, the first
/// token tells that the user got: it has to come before the other's.
/// </summary>
/// <param name="app">The app whose last token is looked at.</param>
public sealed class ClaimsAreOfThisUser(string app) : Check
{
    private const string Provider = "idp";

    // These are of a token, a session, an app or the way in which somebody signed in, and not of a user.
    private static readonly HashSet<string> OfNobody = new(StringComparer.Ordinal)
    {
        "sub", "sid", "iss", "aud", "azp", "iat", "nbf", "exp", "auth_time", "nonce", "jti", "at_hash", "c_hash", "ver", "tfp", "kmsi",
        "acr", "amr",
    };

    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"no claim in the token of {app} is that of somebody else who was signed in before";
        List<AppSessionStarted> tokens =
            [.. evidence.Everywhere.OfType<AppSessionStarted>().Where(token => token.App == app)];
        if (evidence.All.OfType<AppSessionStarted>().LastOrDefault(token => token.App == app) is not { } last)
            return Judgement.CantTell(expected, $"cannot tell: {app} has no token");
        var own = tokens.Find(token => token.Subject == last.Subject);
        if (own is null || own.Sequence == last.Sequence)
            return Judgement.CantTell(expected, "cannot tell: the user had no token before that says what is so");
        if (tokens.FindLast(token => token.Subject != last.Subject && token.Sequence < last.Sequence && token.Sequence > own.Sequence) is
            not { } other)
            return Judgement.CantTell(expected, "cannot tell: nobody else has signed in since");
        List<string> differing = [.. own.Claims.Keys.Union(other.Claims.Keys, StringComparer.Ordinal)
            .Where(claim => !OfNobody.Contains(claim) && Said(own, claim) != Said(other, claim))
            .Where(claim => claim != Provider || WayOf(evidence, own) == WayOf(evidence, last))];
        if (differing.Find(claim => Said(other, claim) is { } theirs && Said(last, claim) == theirs) is { } wrong)
            return Judgement.Of(false, expected, $"{wrong} is that of the user before");

        // What is neither the one's nor the other's may be new with each token, and says nothing of either.
        List<string> stayed = [.. differing.Where(claim => Said(own, claim) == Said(last, claim)).Order(StringComparer.Ordinal)];
        return stayed.Count == 0
            ? Judgement.CantTell(expected, "cannot tell: no claim of a user tells the two apart")
            : Judgement.Of(true, expected, $"none is; {string.Join(", ", stayed)} would have shown it");
    }

    // Who signs in elsewhere than before comes from elsewhere.
    private static string? WayOf(Evidence evidence, AppSessionStarted token) => evidence.Everywhere.LastOrDefault(seen =>
        seen is CredentialsPosted or ProviderChosen && seen.Sequence < token.Sequence && seen.Device == token.Device) switch
    {
        CredentialsPosted posted => posted.Site,
        ProviderChosen chosen => chosen.Provider,
        _ => null,
    };

    private static string? Said(AppSessionStarted token, string claim) => token.Claims.GetValueOrDefault(claim);
}
