using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.OpenId;

/// <summary>The last answer to an app, a code or an error, carries a session_state without spaces (N-20).</summary>
public sealed class SessionStateComesWithTheAnswer(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the last answer to {app} carries a session_state without spaces";
        if (evidence.All.OfType<AppAnswered>().LastOrDefault(answered => answered.App == app) is not { } answer)
            return Judgement.CantTell(expected, $"cannot tell: {app} has had no answer so far");
        var visit = evidence.All.OfType<AppVisited>().Last(visited => visited.App == app && visited.Sequence < answer.Sequence);
        var state = evidence.All.OfType<SessionStateReceived>().LastOrDefault(seen => seen.App == app && seen.Sequence > visit.Sequence);
        return state switch
        {
            null => Judgement.Of(false, expected, $"the {answer.Outcome} came without one"),
            { HasSpace: true } => Judgement.Of(false, expected, $"the {answer.Outcome} came with one that contains a space"),
            _ => Judgement.Of(true, expected, $"the {answer.Outcome} came with one"),
        };
    }
}
