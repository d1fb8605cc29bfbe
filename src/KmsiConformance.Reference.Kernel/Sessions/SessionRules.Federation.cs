using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Reference.Kernel.Sessions;

/// <content>Decisions about sessions of accounts that an identity provider vouches for.</content>
public partial class SessionRules
{
    /// <summary>Whether a tick has an effect on a federated account: never, ticked or not (R-032; P-06).</summary>
    public virtual bool KeepsFederated(SessionSettings settings, bool offered, bool ticked) => false;

    /// <summary>
    /// Whether the page on which a provider is chosen comes again: only where the policy's session management keeps
    /// nothing (C-18).
    /// </summary>
    /// <param name="offered">The providers that the policy offers, and what its sessions remember of each.</param>
    public virtual bool ForgetsProvider(Session session, IReadOnlyDictionary<string, ProviderMemory> offered) =>
        session.Provider is { } provider && offered.GetValueOrDefault(provider) == ProviderMemory.Nothing;

    /// <summary>
    /// The identity provider that must vouch for the user anew before the session answers; null for none. A local account
    /// needs nobody. For a federated one the service fetches a new token, unless the policy's session
    /// management remembers the provider's answer (C-18).
    /// </summary>
    /// <param name="offered">The providers that the policy offers, and what its sessions remember of each.</param>
    public virtual string? ProviderToAsk(Session session, IReadOnlyDictionary<string, ProviderMemory> offered) =>
        session.Provider is { } provider && offered.GetValueOrDefault(provider) == ProviderMemory.Choice ? provider : null;
}
