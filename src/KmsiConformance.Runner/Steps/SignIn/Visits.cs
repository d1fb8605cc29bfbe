using KmsiConformance.Apps;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.SignIn;

/// <summary>How an app is visited, and what it says of the user to the login endpoint.</summary>
internal static class Visits
{
    /// <summary>The visit that a step asks for.</summary>
    public static AppVisit Of(World world, OpenStep step) =>
        Told(world, step.App, step.SendsHint, step.LoginHint, new AppVisit(step.Prompt, step.MaxAge, step.ByLink, step.OtherPolicy)
        {
            ByForm = step.ByForm, RedirectUri = step.RedirectUri, Signature = step.Signature, DomainHint = step.DomainHint,
            AcrValues = step.AcrValues,
        });

    /// <inheritdoc cref="Of(World, OpenStep)"/>
    public static AppVisit Of(World world, SignInStep step) =>
        Told(world, step.App, step.SendsHint, step.LoginHint, new AppVisit(step.Prompt, step.MaxAge, OtherPolicy: step.OtherPolicy)
        {
            DomainHint = step.DomainHint, AcrValues = step.AcrValues,
        });

    /// <summary>Demands that the app asked the login endpoint, where what the visit says is in the request that it then makes.</summary>
    /// <param name="before">How many events there were before the visit.</param>
    /// <param name="expected">What the step expects.</param>
    /// <exception cref="MissingEvidenceException">The app had a session of its own, and the request was never made.</exception>
    public static void DemandRequest(World world, int before, string app, AppVisit visit, string expected)
    {
        if (visit.AsksForSomething && expected != VisitOutcomes.AppSession
            && world.SeenInTab(before).OfType<AppVisited>().Any(visited => visited.App == app && visited.HasSession))
            throw new MissingEvidenceException(
                $"{app} found its own session and asked nobody, so that what the step says was never sent. Wait longer than that session "
                + $"before it, or write 'forget-app: {app}'");
    }

    // A hint that is left out asks for nothing, and whatever comes of it would be taken for an answer.
    private static AppVisit Told(World world, string app, bool sendsHint, string? user, AppVisit visit) =>
        sendsHint && world.App(app).LastIdToken is null
            ? throw new MissingEvidenceException($"{app} has no id_token yet that it could send as a hint: sign in to it in a step before")
            : visit with { SendsHint = sendsHint, LoginHint = user is null ? null : world.Target.User(user).UserName };
}
