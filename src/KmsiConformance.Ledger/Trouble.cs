namespace KmsiConformance.Ledger;

/// <summary>What an exception says, in a form that may be told: the only way by which one enters an event or a record.</summary>
public static class Trouble
{
    private const string GivenUp = "it was given up, since no answer came in time";

    /// <summary>
    /// The message on one line, with what is secret masked (<see cref="Secrets.MaskText"/>). Of a call that was given up it says so: what a
    /// library says of that tells nobody anything.
    /// </summary>
    public static string Said(Exception broken) =>
        broken is OperationCanceledException ? GivenUp : Secrets.MaskText(broken.Message.ReplaceLineEndings(" "));

    /// <summary>The same, of what lies behind all others.</summary>
    public static string Behind(Exception broken)
    {
        for (var cause = broken; cause is not null; cause = cause.InnerException)
            if (cause is OperationCanceledException) return GivenUp;
        return Said(broken.GetBaseException());
    }
}
