using KmsiConformance.Apps;
using KmsiConformance.Checks;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.SignOut;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.SignOut;

/// <summary>Calls the app's sign-out.</summary>
internal sealed class SignOutPerformer : StepPerformer<SignOutStep>
{
    protected override async Task PerformAsync(
        World world, SignOutStep step, string profile, CancellationToken cancellation)
    {
        var app = world.App(step.App);
        world.Ledger.Append(new SignOutStarted(step.App) { OnSite = app.OnSite is not null });
        if (app.OnSite is not null) await world.SignOutOnSiteAsync(step.App, cancellation);
        else await world.OpenAsync(app.SignOutPage(new SignOutRequest(step.Manner, Hint(world, step))), cancellation);

        // Products may ask every time; only where asking or refusing is what is judged does the page stay as it is.
        if (step.Confirms || step.Expect.For(profile) is SignOutOutcomes.SignedOut or SignOutOutcomes.SignedOutPage
            or SignOutOutcomes.NoRedirect)
            await world.AnswerAsync(PageKinds.ConfirmSignOut, "yes", cancellation, unasked: !step.Confirms);
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, SignOutStep step, string profile)
    {
        var outcome = SignOutCheck.For(step.Expect.For(profile), step.App);
        return step.Confirms ? [new UserConfirmsTheSignOut(), outcome] : [outcome];
    }

    // What the app would send by itself is left to it.
    private static string? Hint(World world, SignOutStep step) => step.Manner.Hint switch
    {
        "tampered" => IdTokenHints.Tampered(IdToken(world, step.App)),
        "unsigned" => IdTokenHints.Unsigned(IdToken(world, step.App)),
        "foreign-tenant" => IdTokenHints.OfAnotherTenant(IdToken(world, step.App)),
        "expired" => Expired(world, IdToken(world, step.App)),
        "other-app" => world.Apps.Where(app => app.Name != step.App).Select(app => app.LastIdToken).FirstOrDefault(token =>
            token is not null)
            ?? throw new MissingEvidenceException($"no app but {step.App} has received an id_token so far"),
        _ => null,
    };

    private static string IdToken(World world, string app) =>
        world.App(app).LastIdToken ?? throw new MissingEvidenceException($"{app} has not received an id_token so far");

    private static string Expired(World world, string idToken)
    {
        var (end, now) = (IdTokenHints.ExpiryOf(idToken), world.Clock.GetUtcNow());
        return end <= now
            ? idToken
            : throw new MissingEvidenceException($"the id_token lasts until {end:u}, and it is {now:u}: wait longer before this step");
    }
}
