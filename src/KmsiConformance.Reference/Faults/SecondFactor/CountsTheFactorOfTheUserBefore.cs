using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SecondFactor;

internal class CountsTheFactorOfTheUserBefore : SessionRules, IFault
{
    public static string Does => "The second factor that somebody gave in this browser counts for whoever signs in next.";

    public static IReadOnlyList<string> Violates => ["R-066"];

    public override DateTimeOffset? SecondFactorGiven(Session? before, CredentialsAccepted accepted) =>
        base.SecondFactorGiven(before, accepted) ?? before?.SecondFactorAt;
}
