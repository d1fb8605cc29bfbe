using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class IgnoresPromptLoginOfKeptSessions : SessionRules, IFault
{
    public static string Does => "prompt=login has no effect on a kept session.";

    public static IReadOnlyList<string> Violates => ["N-04", "N-91"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect;

    public override bool HeedsDemand(Session session, SignInAsked asked) => base.HeedsDemand(session, asked) && !session.Kept;
}
