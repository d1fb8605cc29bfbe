using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>
/// Nobody is asked, or somebody is because a session that was in use has ended (G-01, G-02). A pause may end a session too, so a
/// visit that asks shows nothing of use until one after a pause as long has asked nobody.
/// </summary>
public sealed class SessionInUseAnswersOrHasEnded(string app) : Check
{
    // Between two waits of the same length, steps take a little time.
    private static readonly TimeSpan Little = TimeSpan.FromSeconds(30);

    private static readonly string[] Alive = [VisitOutcomes.Silent, VisitOutcomes.SignedIn];

    private readonly string _expected = $"silent-or-ended: {app} asks nobody, or it asks because a session in use has ended";

    public override Judgement Judge(Evidence evidence)
    {
        var seen = VisitOutcome.Of(evidence.Step, app);
        if (seen.Kind == VisitOutcomes.Unknown) return Judgement.CantTell(_expected, $"cannot tell: {seen.Because}");
        if (seen.Kind != VisitOutcomes.Prompt)
            return Judgement.Of(seen.Kind == VisitOutcomes.Silent, _expected, $"{seen.Kind}: {seen.Because}");
        var uses = Uses(evidence);
        var survived = Pauses(uses).Where(pause => pause.Kind == VisitOutcomes.Silent).Select(pause => pause.Length)
            .DefaultIfEmpty(TimeSpan.MinValue).Max();
        return uses.Count > 1 && Pauses(uses)[^1].Length is var last && survived > last - Little
            ? Judgement.Of(true, _expected, $"{seen.Kind}: {seen.Because}, and a pause of {Words(survived)} before had ended no session")
            : Judgement.CantTell(
                _expected,
                $"cannot tell: {seen.Because}, and no visit after a pause as long had asked nobody, so the pause alone may have ended the "
                + "session. Whoever is to use it without an end has to come more often");
    }

    // Each visit since somebody signed in, to whichever app.
    private static List<(DateTimeOffset At, string Kind)> Uses(Evidence evidence)
    {
        var all = (from happened in evidence.All
                   group happened by happened.Step into step
                   orderby step.Key
                   let visited = step.OfType<AppVisited>().LastOrDefault()
                   where visited is not null
                   select (visited.At, VisitOutcome.Of([.. step], visited.App).Kind)).ToList();
        return all[Math.Max(0, all.FindLastIndex(use => use.Kind == VisitOutcomes.SignedIn))..];
    }

    // How long nobody had been there before a visit. What a session cannot have lived through is no pause of it.
    private static List<(TimeSpan Length, string Kind)> Pauses(List<(DateTimeOffset At, string Kind)> uses) =>
    [
        .. uses.Skip(1).Select((use, index) => (
            Length: use.At - uses[index].At, Kind: Alive.Contains(uses[index].Kind) ? use.Kind : VisitOutcomes.Prompt)),
    ];

    private static string Words(TimeSpan pause) => FormattableString.Invariant($"{pause.TotalMinutes:0} minutes");
}
