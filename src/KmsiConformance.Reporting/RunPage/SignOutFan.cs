using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>A sign-out and what became of it at every app.</summary>
/// <param name="App">The app on whose page the user signed out.</param>
/// <param name="Step">During which step, from 1.</param>
/// <param name="Since">World time since the start, in words.</param>
/// <param name="Apps">One row for each time that an app was told, and one for each that was not told.</param>
internal sealed record SignOutFan(string App, int Step, string Since, IReadOnlyList<ToldApp> Apps)
{
    /// <summary>All sign-outs of a scenario, in order.</summary>
    public static IReadOnlyList<SignOutFan> Of(IReadOnlyList<Event> events)
    {
        var starts = events.Index().Where(pair => pair.Item is SignOutStarted).Select(pair => pair.Index).ToList();
        return
        [
            .. starts.Select((from, at) => Of(
                events, (SignOutStarted)events[from],
                [.. events.Take(from)], [.. events.Take(at + 1 < starts.Count ? starts[at + 1] : events.Count).Skip(from)])),
        ];
    }

    private static SignOutFan Of(IReadOnlyList<Event> all, SignOutStarted started, List<Event> before, List<Event> after)
    {
        var signedIn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seen in before)
        {
            if (seen is AppSessionStarted session) signedIn.Add(session.App);
            else if (seen is AppSessionEnded ended) signedIn.Remove(ended.App);
        }

        var apps = before.OfType<AppReady>().Where(ready => ready.HasLogoutUrl).Select(ready => ready.App)
            .Concat(after.Select(ToldTo).OfType<string>()).Concat(signedIn).Append(started.App)
            .Distinct(StringComparer.Ordinal).OrderBy(app => app != started.App).ThenBy(app => app, StringComparer.Ordinal);
        return new(
            started.App, started.Step, Wording.Since(all[0].At, started.At),
            [.. apps.SelectMany(app => Rows(app, started.App, signedIn.Contains(app), all[0].At, after))]);
    }

    private static string? ToldTo(Event seen) => seen switch
    {
        AppNotified told => told.App,
        LogoutTokenReceived told => told.App,
        _ => null,
    };

    private static IEnumerable<ToldApp> Rows(string app, string by, bool signedIn, DateTimeOffset start, List<Event> after)
    {
        var row = new ToldApp(app, signedIn) { Then = Then(app, after) };
        var told = after.Where(seen => ToldTo(seen) == app).ToList();
        foreach (var seen in told)
            yield return Told(row, seen) with { When = Wording.Since(start, seen.At) };
        if (told.Count > 0) yield break;

        var blocked = after.OfType<FrameBlocked>().FirstOrDefault(frame => frame.Site == app);
        var how = app == by ? "it is where the user signed out"
            : blocked is null ? "not told" : $"not told: its frame was blocked, by {blocked.Rule}";
        yield return row with { How = how };
    }

    private static ToldApp Told(ToldApp row, Event seen) => seen switch
    {
        AppNotified told => row with
        {
            How = $"by {told.Method}, in the browser", Cookie = told.HasCookie ? "came along" : "stayed behind",
            Ended = told.EndedSession ? "its session" : "nothing", Answer = told.Status == 0 ? "no answer" : $"{told.Status}",
        },
        LogoutTokenReceived told => row with
        {
            How = "from server to server" + (told.Problem is { } problem ? $"; refused: {problem}" : ""), Cookie = "needs none",
            Ended = told.EndedSessions == 1 ? "its session" : told.EndedSessions == 0 ? "nothing" : $"{told.EndedSessions} sessions",
            Answer = $"{told.Status}",
        },
        _ => row,
    };

    // Told is not signed out: the next visit shows it.
    private static string? Then(string app, List<Event> after) =>
        after.OfType<SignInObserved>().FirstOrDefault(seen => seen.App == app)?.Outcome switch
        {
            null => null,
            VisitOutcomes.Prompt or VisitOutcomes.SignedIn => "out: the next visit asked for credentials",
            VisitOutcomes.Silent => "in: the next visit was silent",
            VisitOutcomes.AppSession => "in: its own session was used",
            var other => $"the next visit: {other}",
        };
}

/// <summary>What became of a sign-out at an app.</summary>
/// <param name="WasSignedIn">Whether it had a session of its own before.</param>
internal sealed record ToldApp(string App, bool WasSignedIn)
{
    /// <summary>How it was told, or why it was not.</summary>
    public string? How { get; init; }

    /// <summary>World time since the start, in words; null where it was not told.</summary>
    public string? When { get; init; }

    /// <summary>What became of its session cookie.</summary>
    public string? Cookie { get; init; }

    /// <summary>What it ended.</summary>
    public string? Ended { get; init; }

    /// <summary>The status with which it answered.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether the user is really signed out there, as the next visit showed; null where there was none.</summary>
    public string? Then { get; init; }
}
