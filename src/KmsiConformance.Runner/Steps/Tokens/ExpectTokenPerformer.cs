using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Policies;
using KmsiConformance.Suite.Steps.Tokens;

namespace KmsiConformance.Runner.Steps.Tokens;

/// <summary>Looks at the app's last token.</summary>
internal sealed class ExpectTokenPerformer : LookingPerformer<ExpectTokenStep>
{
    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectTokenStep step, string profile)
    {
        if (step.IsKeptFromStores) yield return new TokensAreKeptFromStores(step.App);
        if (step.User is { } user) yield return new TokenNamesWhoSignedIn(step.App, world.UserName(user));
        if (step.SidIsOfThisSession) yield return new SessionIdIsOfThisSession(step.App);
        if (step.SidIsOfNoOtherUser) yield return new SessionIdIsOfNoOtherUser(step.App);
        if (step.BoxTicked is { } ticked) yield return new TokenSaysWhetherTheBoxWasTicked(step.App, ticked);
        if (step.ClaimsAreOfThisUser) yield return new ClaimsAreOfThisUser(step.App, step.FurtherClaims);
        if (step.HasNoRefreshToken) yield return new NoRefreshTokenComesUnasked(step.App);
        if (step.KeysAreBase64Url) yield return new KeysAreWrittenInBase64Url(step.App);
        if (step.AcrIsNot is { } acr) yield return new TokenDoesNotClaim(step.App, acr);
        if (step.AuthTimeIsSignIn)
            yield return new AuthTimeIsWhenCredentialsWereGiven(step.App, world.Scope switch
            {
                SsoScope.Application => SessionSharing.OneApp,
                SsoScope.Policy => SessionSharing.OnePolicy,
                _ => SessionSharing.Everybody,
            });
    }
}
