using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class KeepsTheHandleAtSignIn : SessionRules, IFault
{
    public static string Does => "A sign-in keeps the handle that the browser presents, so that whoever planted it is signed in too.";

    public static IReadOnlyList<string> Violates => ["R-005", "W-03", "G-13"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override string Handle(string? presented, string fresh) => string.IsNullOrEmpty(presented) ? fresh : presented;
}
