using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class TakesHintOfAnotherClient : SignOutHintRules, IFault
{
    public static string Does => "Whom a hint was issued to is not compared with the client_id beside it.";

    public static IReadOnlyList<string> Violates => ["N-33"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool AcceptsHintOfAnotherApplication => true;
}
