using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class CountsFromThePage : SessionRules, IFault
{
    public static string Does => "A session counts from when the page came, and not from when the password was typed.";

    public static IReadOnlyList<string> Violates => ["R-020", "N-13"];

    public override DateTimeOffset SignInTime(CredentialsAccepted accepted) => accepted.AskedAt ?? base.SignInTime(accepted);
}
