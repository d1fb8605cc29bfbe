using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Runner.Steps.Federation;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.SignIn;

/// <summary>Opens the app and, when the login endpoint asks, fills in its page. When it does not ask, the check says so.</summary>
internal sealed class SignInPerformer : StepPerformer<SignInStep>
{
    private const string ChoosesAccount = "select_account";

    protected override async Task PerformAsync(
        World world, SignInStep step, string profile, CancellationToken cancellation)
    {
        if (step.With is not null)
        {
            await FederatedVisits.SignInAsync(world, step, cancellation);
            return;
        }

        var before = world.Ledger.Count;
        var visit = Visits.Of(world, step);
        var page = step.ReturnTo is { } returnTo
            ? await world.OpenSignInAsync(step.App, returnTo, cancellation)
            : step.Directly ? await world.OpenSignInAsync(step.App, cancellation)
            : await world.OpenAppAsync(step.App, visit, cancellation);
        var asks = page.Kind == PageKinds.Credentials || ((step.Directly || step.ReturnTo is not null) && world.AsksForCredentials);
        if (step.Directly && !asks && page.Kind == PageKinds.Protected)
            throw new NotOfferedException(
                $"whoever is signed in is not asked on the sign-in page of {step.App} but led on ('{page.Title}')");
        if (step.Directly && !asks)
            throw new MissingEvidenceException($"the sign-in page of {step.App} does not ask ('{page.Title}' came instead)");
        Visits.DemandRequest(world, before, step.App, visit, step.Expect.For(profile));
        if (asks || page.Kind is PageKinds.SecondFactor or PageKinds.SelectAccount
            || (page.Kind == PageKinds.Consent && step.RefusesConsent))
        {
            if (step.After is { } after) await world.MoveClockAsync(after.Evaluate(world.Settings), cancellation);
            await Entries.FillInAsync(world, step, before, step.ReturnTo is not null, cancellation);
        }

        if (step.Prompt == ChoosesAccount && step.Expect.For(profile) == VisitOutcomes.SignedIn
            && WhyNoChoice(world.SeenInTab(before)) is { } why)
            throw new MissingEvidenceException($"the login endpoint lets nobody choose an account, and {why} (N-05)");
    }

    // To offer none is a matter of its own, and says nothing of whose session another account begins.
    private static string? WhyNoChoice(IReadOnlyList<Event> seen) => seen.OfType<AppAnswered>().LastOrDefault() switch
    {
        { Error: { } error } => $"answers {error}",
        { Outcome: AnswerOutcomes.Code } when !seen.OfType<PageShown>().Any(page => page.Site == KnownSites.Login) =>
            "goes on with the one who is signed in",
        _ => null,
    };

    protected override IEnumerable<Check> Checks(JudgedWorld world, SignInStep step, string profile)
    {
        if (step.With is not null) return [FederatedVisits.Check(step, profile)];
        if (step.ReturnTo is not null) return [new ForeignAddressIsNotFollowed(world.ReturnParameter(step.App))];
        return Entries.Checks(step, profile);
    }
}
