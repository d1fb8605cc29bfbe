using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;

namespace KmsiConformance.Worlds.Providers;

/// <summary>Writes what identity providers see into the world's ledger.</summary>
internal sealed class ProviderWatch(WorldLedger ledger) : IProviderObserver
{
    public void SignInAsked(string provider, string how) => ledger.Append(new ProviderAsked(provider, "sign-in", how));

    public void SignOutAsked(string provider, string how) => ledger.Append(new ProviderAsked(provider, "sign-out", how));

    public void Prompted(string provider) => ledger.Append(new ProviderPrompted(provider));

    public void SessionStarted(string provider, string user) => ledger.Append(new ProviderSessionStarted(provider, user));

    public void SessionEnded(string provider, string reason) => ledger.Append(new ProviderSessionEnded(provider, reason));

    public void Broken(string provider, string path, Exception broken) =>
        ledger.Append(new HarnessFault($"The identity provider {provider} could not answer {path}: {Trouble.Behind(broken)}"));
}
