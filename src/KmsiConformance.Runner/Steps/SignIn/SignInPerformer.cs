using KmsiConformance.Apps;
using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Runner.Steps.Federation;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.SignIn;

/// <summary>Opens the app and, when the login endpoint asks, fills in its page. When it does not ask, the check says so.</summary>
internal sealed class SignInPerformer : StepPerformer<SignInStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(
        World world, SignInStep step, string profile, CancellationToken cancellation)
    {
        if (step.With is not null)
        {
            await FederatedVisits.SignInAsync(world, step, cancellation);
            return [.. Checks(JudgedWorld.Of(world), step, profile)];
        }

        var before = world.Ledger.Count;
        var visit = new AppVisit(step.Prompt, OtherPolicy: step.OtherPolicy)
        {
            DomainHint = step.DomainHint,
            LoginHint = step.LoginHint is { } expected ? world.Target.User(expected).UserName : null,
            AcrValues = step.AcrValues,
        };
        var page = step.ReturnTo is { } returnTo
            ? await world.OpenSignInAsync(step.App, returnTo, cancellation)
            : await world.OpenAppAsync(step.App, visit, cancellation);
        if (page.Kind is PageKinds.Credentials or PageKinds.SecondFactor)
        {
            if (step.After is { } after) await world.MoveClockAsync(after.Evaluate(world.Settings), cancellation);
            var given = new SignInEntry(world.Target.User(step.User), step.KeepMeSignedIn, step.WrongPassword, step.StaySignedIn,
                step.DoNotAskAgain);
            given = given with { WrongCode = step.WrongCode };
            if (world.App(step.App).OnSite is not null)
                await world.SignInOnSiteAsync(step.App, given, step.ReturnTo is not null, cancellation);
            else await world.SignInAsync(given, cancellation);
            if (BeganASession(world.Ledger.Since(before), step.App)) world.SignedInAt = world.Clock.GetUtcNow();
        }

        return [.. Checks(JudgedWorld.Of(world), step, profile)];
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, SignInStep step, string profile)
    {
        if (step.With is not null) return [FederatedVisits.Check(step, profile)];
        if (step.ReturnTo is not null) return [new ForeignAddressIsNotFollowed(world.ReturnParameter(step.App))];
        var outcome = VisitChecks.For(step.Expect.For(profile), step.App);

        // Naming an answer says that there is a question.
        return step.StaySignedIn is null ? [outcome] : [new QuestionIsAsked(), outcome];
    }

    // Where no app tells, the protected page does.
    private static bool BeganASession(IReadOnlyList<Event> seen, string app) => seen.OfType<AppSessionStarted>().Any()
        || VisitOutcome.Of(seen, app).Kind is VisitOutcomes.SignedIn;
}
