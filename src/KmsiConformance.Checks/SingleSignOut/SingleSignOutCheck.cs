namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>A check about who is told of a sign-out. Without a sign-out that reached the login endpoint it cannot tell.</summary>
/// <param name="expected">The demand in words.</param>
public abstract class SingleSignOutCheck(string expected) : Check
{
    public sealed override Judgement Judge(Evidence evidence) => LastSignOut.Of(evidence.All) switch
    {
        null => Judgement.CantTell(expected, "cannot tell: nobody has signed out so far"),
        { ReachedTheLoginEndpoint: false } => Judgement.CantTell(expected, "cannot tell: the sign-out did not reach the login endpoint"),
        var last => Judge(expected, last),
    };

    private protected abstract Judgement Judge(string expected, LastSignOut last);

    private protected static string Times(int times) => times switch
    {
        0 => "not at all",
        1 => "once",
        _ => FormattableString.Invariant($"{times} times"),
    };
}
