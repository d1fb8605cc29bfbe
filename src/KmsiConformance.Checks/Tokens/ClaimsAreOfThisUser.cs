using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// A token says of its own user what it said of them at first, and nothing that was said of somebody else who signed in since. Looked
/// at are the claims of a person (OpenID Connect Core, 5.1) and those that are named: any other may be of a session, a device or a moment.
/// </summary>
/// <param name="app">The app whose last token is looked at.</param>
/// <param name="further">Names of further claims that are of a user.</param>
public sealed class ClaimsAreOfThisUser(string app, IReadOnlyList<string> further) : Check
{
    private const string Provider = "idp";

    private readonly HashSet<string> _ofUsers = new(
        [
            "name", "given_name", "family_name", "middle_name", "nickname", "preferred_username", "profile", "picture", "website", "email",
            "gender", "birthdate", "phone_number", "address", "emails", "oid", "upn", "unique_name", "displayName", Provider, .. further,
        ],
        StringComparer.Ordinal);

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
        List<AppSessionStarted> others = [.. tokens.Where(token =>
            token.Subject != last.Subject && token.Sequence < last.Sequence && token.Sequence > own.Sequence)];
        if (others.Count == 0) return Judgement.CantTell(expected, "cannot tell: nobody else has signed in since");
        List<string> telling = [.. own.Claims.Keys.Concat(others.SelectMany(other => other.Claims.Keys)).Distinct(StringComparer.Ordinal)
            .Where(_ofUsers.Contains).Where(claim => others.Exists(other => Said(own, claim) != Said(other, claim)))
            .Where(claim => claim != Provider || WayOf(evidence, own) == WayOf(evidence, last))];
        if (telling.Find(claim => Said(last, claim) is { } said && said != Said(own, claim)
                && others.Exists(other => Said(other, claim) == said)) is { } wrong)
            return Judgement.Of(false, expected, $"{wrong} is that of a user before");

        // What is neither the one's nor another's may be new with each token, and says nothing of either.
        List<string> stayed = [.. telling.Where(claim => Said(own, claim) == Said(last, claim)).Order(StringComparer.Ordinal)];
        return stayed.Count == 0
            ? Judgement.CantTell(expected, "cannot tell: no claim of a user tells them apart")
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
