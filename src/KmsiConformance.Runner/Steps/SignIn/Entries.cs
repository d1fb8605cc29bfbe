using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.SignIn;

/// <summary>What filling in a credential page has in common, whichever step has opened it.</summary>
internal static class Entries
{
    /// <summary>Fills in the page that is shown, and those that follow it.</summary>
    /// <param name="before">Number of events before the step.</param>
    /// <param name="isLedAstray">Whether the page was told to lead elsewhere.</param>
    public static async Task FillInAsync(World world, CredentialsStep step, int before, bool isLedAstray, CancellationToken cancellation)
    {
        var given = new SignInEntry(
            world.Target.User(step.User), step.KeepMeSignedIn, step.WrongPassword || step.FormerPassword || step.NearPassword is not null,
            step.StaySignedIn, step.DoNotAskAgain)
        {
            WrongCode = step.WrongCode,
            CodeAgain = step.CodeAgain,
            CodeRunOut = step.CodeRunOut,
            RefusesConsent = step.RefusesConsent,
            OtherPassword = step.FormerPassword ? Former(world, step.User)
                : step.NearPassword is { } near ? Near(world.Target.User(step.User).Password, near, step.User)
                : null,
        };
        if (world.App(step.App).OnSite is not null) await world.SignInOnSiteAsync(step.App, given, isLedAstray, cancellation);
        else await SignInAsync(world, given, cancellation);
        if (BeganASession(world.SeenInTab(before), step.App)) world.SignedInAt = world.Clock.GetUtcNow();
    }

    private static string Former(World world, string user) => world.FormerPassword(user)
        ?? throw new MissingEvidenceException($"the password of {user} was not changed so far");

    private static string Near(string password, string how, string user)
    {
        var near = how == "cut-short"
            ? password[..^1]
            : string.Concat(password.Select(letter =>
                char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));
        if (near == password || near.Length == 0)
            throw new MissingEvidenceException($"the password of {user} has nothing that could be written otherwise ({how})");
        Secrets.Declare([near]);
        return near;
    }

    private static async Task SignInAsync(World world, SignInEntry given, CancellationToken cancellation)
    {
        try
        {
            await world.SignInAsync(given, cancellation);
        }
        catch (CodeNotAgainException unusable)
        {
            throw new MissingEvidenceException(unusable.Message);
        }
    }

    /// <summary>The checks that judge what came of it.</summary>
    public static IEnumerable<Check> Checks(CredentialsStep step, string profile)
    {
        // Naming an answer says that there is a question.
        if (step.StaySignedIn is not null) yield return new QuestionIsAsked();
        yield return Outcome(step.App, step.Expect.For(profile), step.RefusesConsent);
    }

    /// <summary>The check of what a visit turned out to be, in which consent may have been refused.</summary>
    public static Check Outcome(string app, string expected, bool refusesConsent) => refusesConsent
        ? new RefusedConsentGivesNothing(app, expected[VisitOutcomes.ErrorLead.Length..])
        : VisitChecks.For(expected, app);

    // Where no app tells, the protected page does.
    private static bool BeganASession(IReadOnlyList<Event> seen, string app) => seen.OfType<AppSessionStarted>().Any()
        || VisitOutcome.Of(seen, app).Kind is VisitOutcomes.SignedIn;
}
