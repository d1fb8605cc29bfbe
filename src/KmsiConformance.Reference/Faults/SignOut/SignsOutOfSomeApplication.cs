using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class SignsOutOfSomeApplication : SignOutRules, IFault
{
    public static string Does => "Under scope Application a sign-out that names no application ends the session of whichever comes first.";

    public static IReadOnlyList<string> Violates => ["R-117"];

    public static bool ActsUnder(Readings readings) => readings.Takes("C-05", "metadata");

    public override string? ClientToSignOut(string? named, IReadOnlyList<AppRegistration> registered) => named ?? registered[0].ClientId;
}
