using System.Globalization;
using KmsiConformance.Model;

namespace KmsiConformance.Exploring.Journeys;

/// <summary>What of the model was walked through so far: its states, seen coarsely, the acts that lead between them, and pairs of acts.</summary>
public sealed class Coverage
{
    private readonly HashSet<string> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string Act), int> _transitions = [];
    private readonly HashSet<(string First, string Second)> _pairs = [];
    private readonly Dictionary<string, int> _acts = new(StringComparer.Ordinal);

    /// <summary>States seen.</summary>
    public int States => _states.Count;

    /// <summary>Acts seen in a state.</summary>
    public int Transitions => _transitions.Count;

    /// <summary>Acts seen right after another.</summary>
    public int Pairs => _pairs.Count;

    /// <summary>How often an act was walked from the state that a journey has reached, and how often from any.</summary>
    internal (int There, int Anywhere) Times(Journey journey, Belief before, Played next) =>
        (_transitions.GetValueOrDefault((State(journey, before), Word(next))), _acts.GetValueOrDefault(Word(next)));

    /// <summary>Counts an act.</summary>
    internal void Add(Journey journey, Belief before, Played? last, Played next)
    {
        var from = State(journey, before);
        _states.Add(from);
        _states.Add(State(journey, next.Foreseen.After));
        var transition = (from, Word(next));
        _transitions[transition] = _transitions.GetValueOrDefault(transition) + 1;
        _acts[Word(next)] = _acts.GetValueOrDefault(Word(next)) + 1;
        if (last is not null) _pairs.Add((Word(last), Word(next)));
    }

    private static string Word(Played played) => played.Act switch
    {
        Visit visit => string.Create(
            CultureInfo.InvariantCulture,
            $"{played.Foreseen.Outcome} prompt {visit.Prompt} max-age {visit.MaxAge is not null} keep {visit.Keep} {visit.UnderOtherPolicy}"),
        Wait => "wait",
        Restart restart => restart.Kind.ToString(),
        TouchCookies touch => touch.Deed.ToString(),
        var act => act.GetType().Name,
    };

    private static string State(Journey journey, Belief belief)
    {
        var settings = journey.Documents.Settings;
        var sessions = belief.Jar.Login.Values.Select(cookie => Phase(settings, belief, cookie)).Order(StringComparer.Ordinal);
        var users = belief.Sessions.Values.Select(session => session.User).Distinct().Count();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{settings.Sharing} rolling {settings.Rolling} days {settings.KeepAlive is not null} | {string.Join(", ", sessions)} | "
            + $"apps {belief.Jar.Apps.Count(app => app.Value.Ends > belief.Now)} private {belief.Behind is not null} "
            + $"copies {belief.Copies.Count > 0} users {users}");
    }

    private static string Phase(Settings settings, Belief belief, LoginCookie cookie)
    {
        var session = belief.Sessions[cookie.Session];
        var life = session.Kept ? settings.KeepAlive!.Value : settings.Session;
        var age = belief.Now - (settings.Rolling ? session.Used : session.Given);
        var quarter = (int)Math.Min(4, 4 * age / life);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"kept {session.Kept} quarter {quarter} used {session.Used > session.Given} {session.Ended} pasted {cookie.Pasted} "
            + $"outlived {cookie.OutlivedBrowser} altered {cookie.Altered}");
    }
}
