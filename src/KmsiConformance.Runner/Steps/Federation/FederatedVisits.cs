using KmsiConformance.Apps;
using KmsiConformance.Checks;
using KmsiConformance.Checks.Federation;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Federation;

/// <summary>
/// A sign-in through an identity provider: opens the app, chooses the provider where the page asks, and answers the
/// provider's page.
/// </summary>
internal static class FederatedVisits
{
    /// <summary>Signs in.</summary>
    public static async Task SignInAsync(World world, SignInStep step, CancellationToken cancellation)
    {
        var provider = step.With!;
        var before = world.Ledger.Count;
        var page = await world.OpenAsync(
            world.App(step.App).ProtectedPage(new AppVisit(step.Prompt, step.MaxAge, OtherPolicy: step.OtherPolicy)
            {
                DomainHint = step.DomainHint,
                SendsHint = step.SendsHint,
            }), cancellation);
        if (world.AsksAtLogin(page)) page = await world.ChooseProviderAsync(provider, step.KeepMeSignedIn, cancellation);
        if (page.Kind == PageKinds.Credentials && page.Site == provider)
        {
            if (step.Cancels) await world.CancelAtProviderAsync(cancellation);
            else await world.SubmitAtProviderAsync(provider, step.User, step.WrongPassword, cancellation);
        }

        if (world.Ledger.Since(before).OfType<AppSessionStarted>().Any()) world.SignedInAt = world.Clock.GetUtcNow();
    }

    /// <summary>The check that judges such a sign-in.</summary>
    public static Check Check(SignInStep step, string profile)
    {
        var expected = step.Expect.For(profile);
        return expected.StartsWith(VisitOutcomes.ErrorLead, StringComparison.Ordinal)
            ? new ProviderFailureReachesTheApp(step.App, expected[VisitOutcomes.ErrorLead.Length..])
            : VisitChecks.For(expected, step.App);
    }
}
