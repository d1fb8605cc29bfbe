using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Federation;

internal class AsksProvidersAboutLocalAccounts : SessionRules, IFault
{
    public static string Does => "A session of a local account sends the user to an identity provider.";

    public static IReadOnlyList<string> Violates => ["R-008"];

    public override string? ProviderToAsk(Session session, IReadOnlyDictionary<string, ProviderMemory> offered) =>
        session.Provider is null ? offered.Keys.FirstOrDefault() : base.ProviderToAsk(session, offered);
}
