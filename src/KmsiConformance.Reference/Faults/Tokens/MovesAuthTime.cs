using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class MovesAuthTime : TokenRules, IFault
{
    public static string Does => "A silent sign-in, or a refresh, sets auth_time to now.";

    public static IReadOnlyList<string> Violates => ["N-13"];

    public override DateTimeOffset AuthTime(string account, DateTimeOffset credentialsGiven, DateTimeOffset now) => now;
}
