using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Invariants;

/// <summary>A sign-in with an account of the login endpoint's own, where somebody said whether they are to be kept signed in.</summary>
/// <param name="Lasts">How long the session's cookie has to last; null for as long as the browser.</param>
internal sealed record SignInWithBox(TimeSpan? Lasts)
{
    // No browser keeps a cookie longer (RFC 6265bis, 5.5).
    private static readonly TimeSpan LongestKept = TimeSpan.FromDays(400);

    private const string Yes = "yes";

    /// <summary>That of the step; null where nobody signed in so, said nothing of it, or it has no effect.</summary>
    public static SignInWithBox? Of(Evidence evidence)
    {
        var posted = evidence.Step.OfType<CredentialsPosted>().LastOrDefault();
        if (posted is not { Site: KnownSites.Login } || evidence.Step.OfType<ProviderChosen>().Any()) return null;
        if (!evidence.Step.OfType<AppSessionStarted>().Any(begun => begun.Sequence > posted.Sequence)) return null;

        // Where apps or policies have sessions of their own, there are several cookies.
        if (AllInvariants.Settings(evidence) is not { } settings || !AllInvariants.IsShared(evidence)) return null;
        return WishIn(evidence, posted) switch
        {
            false => new SignInWithBox(Lasts: null),
            true when settings.KeepAlive is { } days => new(Shortest(days, settings.KeepAliveMaximum ?? days, LongestKept)),
            _ => null,
        };
    }

    private static TimeSpan Shortest(params IEnumerable<TimeSpan> times) => times.Min();

    // On the page of the password, or on one of its own after it.
    private static bool? WishIn(Evidence evidence, CredentialsPosted posted) =>
        evidence.Step.OfType<InterruptAnswered>().LastOrDefault(answered => answered.Interrupt == PageKinds.StaySignedIn) is { } answered
            ? answered.Answer == Yes
            : posted.KeepMeSignedIn;
}
