using System.Globalization;
using KmsiConformance.Model;

namespace KmsiConformance.Exploring.Journeys;

/// <summary>
/// What of the model was walked through so far: its states, seen coarsely, the acts that lead between them, and pairs of acts.
/// </summary>
public sealed class Coverage
{
    private static readonly Gene Nothing = new(0, 0, 0, 0);

    private readonly HashSet<string> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string Act), int> _transitions = [];
    private readonly HashSet<(string First, string Second)> _pairs = [];
    private readonly Dictionary<string, int> _questions = new(StringComparer.Ordinal);

    /// <summary>States seen.</summary>
    public int States => _states.Count;

    /// <summary>Acts seen in a state.</summary>
    public int Transitions => _transitions.Count;

    /// <summary>Acts seen right after another.</summary>
    public int Pairs => _pairs.Count;

    /// <summary>
    /// How worn an act is: a visit by how often the endpoint was asked the same question, any other act by how often it was asked
    /// what it leads to; of two that are alike the one that was walked less from here.
    /// </summary>
    internal (int Asked, int Walked) Wear(Journey journey, Belief before, Played next)
    {
        var walked = _transitions.GetValueOrDefault((State(journey, before), Word(journey, next)));
        if (IsQuestion(next)) return (_questions.GetValueOrDefault(Question(journey, before, next)), walked);

        // A question that can be asked now goes before one that can be asked next, and that before one that only a copy can ask.
        var after = next.Foreseen.After;
        var fewest = Fewest(journey, after) + 1;
        if (after.Copies.Count > 0 && journey.Judge(after, Nothing, new TouchCookies(CookieDeed.PasteSession)) is { } pasted)
            fewest = Math.Min(fewest ?? int.MaxValue, Fewest(journey, pasted.Foreseen.After) + 2 ?? int.MaxValue);
        return (fewest ?? walked + 1, walked);
    }

    /// <summary>Counts an act.</summary>
    internal void Add(Journey journey, Belief before, Played? last, Played next)
    {
        var from = State(journey, before);
        _states.Add(from);
        _states.Add(State(journey, next.Foreseen.After));
        var transition = (from, Word(journey, next));
        _transitions[transition] = _transitions.GetValueOrDefault(transition) + 1;
        if (last is not null) _pairs.Add((Word(journey, last), Word(journey, next)));
        if (!IsQuestion(next)) return;
        var question = Question(journey, before, next);
        _questions[question] = _questions.GetValueOrDefault(question) + 1;
    }

    // An app that has a session of its own asks the endpoint nothing.
    private static bool IsQuestion(Played played) => played.Act is Visit && played.Foreseen.Outcome != Outcome.AppSession;

    // Who shares sessions, and how many do, makes no other question.
    private static string Question(Journey journey, Belief before, Played visit) =>
        $"{Word(journey, visit)} rolling {journey.Documents.Settings.Rolling} | {Phases(journey.Documents.Settings, before)}";

    private int? Fewest(Journey journey, Belief belief) =>
        Ahead(journey, belief).Min(question => (int?)_questions.GetValueOrDefault(question));

    private static IEnumerable<string> Ahead(Journey journey, Belief belief) =>
        journey.Ground.Cast.Apps
            .Select(app => journey.Judge(belief, Nothing, new Visit(app, Answer.Nothing, journey.Ground.Cast.Users[0])))
            .OfType<Played>().Where(IsQuestion).Select(visit => Question(journey, belief, visit));

    private static string Word(Journey journey, Played played) => played.Act switch
    {
        Visit visit => string.Create(
            CultureInfo.InvariantCulture,
            $"{played.Foreseen.Outcome} prompt {visit.Prompt} max-age {visit.MaxAge is not null} keep {visit.Keep} "
            + $"{visit.UnderOtherPolicy} {visit.AtProvider} because {string.Join(' ', played.Foreseen.Because)}"),

        // What time does is where it leads.
        Wait => $"wait until {State(journey, played.Foreseen.After)}",
        Restart restart => restart.Kind.ToString(),
        SignOut { ReturnTo: { } elsewhere } => $"sign-out for {elsewhere}",
        TouchCookies touch => touch.Deed.ToString(),
        var act => act.GetType().Name,
    };

    private static string State(Journey journey, Belief belief)
    {
        var settings = journey.Documents.Settings;
        var users = belief.Sessions.Values.Select(session => session.User).Distinct().Count();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{settings.Sharing} rolling {settings.Rolling} days {settings.KeepAlive is not null} | {Phases(settings, belief)} | "
            + $"apps {belief.Jar.Apps.Count(app => app.Value.Ends > belief.Now)} private {belief.Behind is not null} "
            + $"copies {belief.Copies.Count > 0} users {users} elsewhere {belief.Elsewhere.Values.Sum(desk => desk.Jar.Login.Count)}");
    }

    private static string Phases(Settings settings, Belief belief) =>
        string.Join(", ", belief.Jar.Login.Values.Select(cookie => Phase(settings, belief, cookie)).Order(StringComparer.Ordinal))
            + $" provider {belief.Jar.Provider?.Sure}";

    private static string Phase(Settings settings, Belief belief, LoginCookie cookie)
    {
        var session = belief.Sessions[cookie.Session];
        var life = session.Kept ? settings.KeepAlive!.Value : settings.Session;
        var age = belief.Now - (settings.Rolling ? session.Used : session.Given);
        var limit = belief.Now - session.Given >= (session.Kept ? settings.KeepAliveMaximum : settings.Maximum);
        var quarter = (int)Math.Min(4, 4 * age / life);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"kept {session.Kept} quarter {quarter} used {session.Used > session.Given} "
            + $"beyond {belief.Now - session.Given > life} limit {limit} {session.Ended} {session.IsFederated} "
            + $"pasted {cookie.Pasted} outlived {cookie.OutlivedBrowser} altered {cookie.Altered}");
    }
}
