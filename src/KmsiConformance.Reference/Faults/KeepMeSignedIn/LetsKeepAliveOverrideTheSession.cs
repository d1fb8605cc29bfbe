using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class LetsKeepAliveOverrideTheSession : SessionRules, IFault
{
    public static string Does => "Under the 2018-08 reading KeepAliveInDays replaces SessionExpiryInSeconds instead of adding a gate.";

    public static IReadOnlyList<string> Violates => ["R-048"];

    public static bool ActsUnder(Readings readings) => readings.BothGatesMustPass;

    public override bool BothGatesMustPass => false;
}
