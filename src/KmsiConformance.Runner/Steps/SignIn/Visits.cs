using KmsiConformance.Apps;
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

    // A hint that is left out asks for nothing, and whatever comes of it would be taken for an answer.
    private static AppVisit Told(World world, string app, bool sendsHint, string? user, AppVisit visit) =>
        sendsHint && world.App(app).LastIdToken is null
            ? throw new MissingEvidenceException($"{app} has no id_token yet that it could send as a hint: sign in to it in a step before")
            : visit with { SendsHint = sendsHint, LoginHint = user is null ? null : world.Target.User(user).UserName };
}
