using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignOutHint;

internal class BelievesHintOfAFormerSession : SignOutRules, IFault
{
    public static string Does => "The hint of a former session of the user signs out of the one that lives, and nobody is asked.";

    public static IReadOnlyList<string> Violates => ["N-34"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool IsOfTheSession(Session session, string? sid) => true;
}
