using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class RemembersTheTick : SessionRules, IFault
{
    public static string Does => "A box that was ticked once counts as ticked at the next sign-in too.";

    public static IReadOnlyList<string> Violates => ["R-044", "R-051", "D-02"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect;

    public override bool Ticked(Session? before, CredentialsAccepted accepted) => accepted.BoxTicked || before is { BoxTicked: true };
}
