using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Federation;

internal class ForgetsTheChosenProvider : SessionRules, IFault
{
    public static string Does => "A federated session leads to the sign-in page, where the provider must be chosen again.";

    public static IReadOnlyList<string> Violates => ["R-010", "R-011"];

    public override bool ForgetsProvider(Session session, IReadOnlyDictionary<string, ProviderMemory> offered) =>
        session.Provider is not null;
}
