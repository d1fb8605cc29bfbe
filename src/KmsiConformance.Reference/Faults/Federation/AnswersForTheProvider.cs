using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>A federated session answers by itself; its identity provider is not asked for a fresh token.</summary>
internal sealed class AnswersForTheProvider : Conduct, IFault
{
    public static string Does => "A federated session answers by itself; its identity provider is not asked for a fresh token.";

    public static IReadOnlyList<string> Violates => ["R-009", "R-011"];

    public override string? ProviderToAsk(Session session, IReadOnlyDictionary<string, ProviderMemory> offered) => null;
}
