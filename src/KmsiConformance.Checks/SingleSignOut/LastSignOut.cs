using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>The last sign-out of a scenario: who asked for it, who took part in the session, and who was told.</summary>
/// <param name="Initiator">The app that asked.</param>
/// <param name="Participants">Apps that began a session since the sign-out before this one, the initiator among them.</param>
/// <param name="Reachable">Apps that have a LogoutUrl.</param>
/// <param name="Events">What was seen since.</param>
internal sealed record LastSignOut(
    string Initiator, IReadOnlySet<string> Participants, IReadOnlySet<string> Reachable, IReadOnlyList<Event> Events)
{
    /// <summary>Calls to LogoutUrls, in the order of their arrival.</summary>
    public IReadOnlyList<AppNotified> Notified { get; } = [.. Events.OfType<AppNotified>()];

    /// <summary>Reads it from the ledger; null when nobody has signed out so far.</summary>
    public static LastSignOut? Of(IReadOnlyList<Event> all)
    {
        var starts = all.OfType<SignOutStarted>().ToList();
        if (starts.Count == 0) return null;
        var last = starts[^1];
        var before = starts.Count > 1 ? starts[^2].Sequence : 0;
        return new LastSignOut(
            last.App,
            all.OfType<AppSessionStarted>().Where(session => session.Sequence > before && session.Sequence < last.Sequence)
                .Select(session => session.App).ToHashSet(StringComparer.Ordinal),
            all.OfType<AppReady>().Where(app => app.HasLogoutUrl).Select(app => app.App).ToHashSet(StringComparer.Ordinal),
            [.. all.Where(seen => seen.Sequence > last.Sequence)]);
    }

    /// <summary>How often an app was told.</summary>
    public int TimesTold(string app) => Notified.Count(notified => notified.App == app);

    /// <summary>Why an app was not told, where the browser says so; empty otherwise.</summary>
    public string WhyNot(string app) => TimesTold(app) == 0 && Diagnosis.WhyNotFramed(Events, app) is { } why ? $": {why}" : "";

    /// <summary>Whether the login endpoint was asked for the sign-out at all; without that nothing can be said about it.</summary>
    public bool ReachedTheLoginEndpoint =>
        Events.OfType<RequestCompleted>().Any(request => request.Site == KnownSites.Login && request.Context == "top-level");

    /// <summary>The first sign that the browser had left the login endpoint; null when it stayed.</summary>
    public Event? Left
    {
        get
        {
            var asked = Events.OfType<RequestCompleted>()
                .FirstOrDefault(request => request is { Site: KnownSites.Login, Context: "top-level" });
            return asked is null
                ? null
                : Events.FirstOrDefault(seen =>
                    seen.Sequence > asked.Sequence
                    && seen is AppReturned or RequestCompleted { Context: "top-level", Site: not KnownSites.Login });
        }
    }
}
