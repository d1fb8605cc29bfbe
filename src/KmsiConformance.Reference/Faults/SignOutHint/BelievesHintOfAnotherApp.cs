using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOutHint;

internal class BelievesHintOfAnotherApp : SignOutHintRules, IFault
{
    public static string Does => "The hint of one application signs another one out.";

    public static IReadOnlyList<string> Violates => ["R-113"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool AcceptsHintOfAnotherApplication => true;
}
