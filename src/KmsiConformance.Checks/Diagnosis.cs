using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks;

/// <summary>
/// What the browser held back or did not let happen, in plain words, for the reader of a verdict that is not PASSED: in the step
/// itself and since the last sign-out, whose frames decide what is seen later.
/// </summary>
public static class Diagnosis
{
    private const int Most = 5;

    /// <summary>The sentences; none where nothing was held back.</summary>
    public static IReadOnlyList<string> Of(Evidence evidence)
    {
        var signOut = evidence.All.OfType<SignOutStarted>().LastOrDefault()?.Sequence ?? int.MaxValue;
        var from = Math.Min(signOut, evidence.Step.Count > 0 ? evidence.Step[0].Sequence : int.MaxValue);
        return [.. evidence.All.Where(seen => seen.Sequence >= from).Select(Sentence).OfType<string>()
            .Distinct(StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>Why the frame of a site was not shown; null where it was, or was never asked for.</summary>
    public static string? WhyNotFramed(IEnumerable<Event> events, string site) =>
        events.OfType<FrameBlocked>().LastOrDefault(frame => frame.Site == site) is { } blocked ? Sentence(blocked) : null;

    /// <summary>
    /// Which session cookie of the login endpoint stayed behind in a frame, by a rule that no site can help; null for none.
    /// </summary>
    public static string? WhyUnknownInFrame(IEnumerable<Event> events) =>
        events.OfType<CookieWithheld>().LastOrDefault(cookie => cookie is { Context: "frame", Site: KnownSites.Login }
            && CookieRoles.CountsAs(cookie.Role, CookieRoles.Session) && CookieRules.IsTheBrowsersAlone(cookie.Rule)) is { } withheld
            ? Sentence(withheld) : null;

    private static string? Sentence(Event seen) => seen switch
    {
        FrameBlocked { Rule: FramingRules.Source } frame =>
            $"the frame of {frame.Site} was blocked by the {frame.Rule} of {Page(frame.PageSite)}",
        FrameBlocked frame => $"the frame of {frame.Site} was not shown, by its own {frame.Rule}",
        CookieWithheld { Role: not null } cookie =>
            $"the browser kept back {Cookie(cookie.Name, cookie.Role)} when {cookie.Site} was asked{In(cookie.Context)}: "
            + Rule(cookie.Rule),
        CookieRefused { Role: not null } cookie =>
            $"the browser did not store {Cookie(cookie.Name, cookie.Role)} that {cookie.Site} set{In(cookie.Context)}: "
            + Rule(cookie.Rule),
        _ => null,
    };

    private static string Page(string site) => site == KnownSites.Login ? "the login endpoint's own page" : $"the own page of {site}";

    private static string Cookie(string name, string role) => $"the cookie {name} ({role})";

    private static string In(string context) => context switch
    {
        "frame" => " in a frame",
        "subresource" => " by a page",
        _ => "",
    };

    private static string Rule(string rule) => rule switch
    {
        CookieRules.ThirdParty => "third-party cookies are blocked",
        CookieRules.Partition => "it belongs to another partition",
        _ => $"by the rule of {rule}",
    };
}
