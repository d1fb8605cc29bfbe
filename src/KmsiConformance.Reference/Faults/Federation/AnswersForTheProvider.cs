using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Federation;

internal class AnswersForTheProvider : SessionRules, IFault
{
    public static string Does => "A federated session answers by itself; its identity provider is not asked for a fresh token.";

    public static IReadOnlyList<string> Violates => ["R-009", "R-011"];

    public override string? ProviderToAsk(Session session, IReadOnlyDictionary<string, ProviderMemory> offered) => null;
}
