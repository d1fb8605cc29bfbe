using System.Security.Cryptography;
using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets;

namespace KmsiConformance.Worlds.Providers;

/// <summary>Makes the identity providers that a scenario asks for, and tells the login endpoint of them.</summary>
internal static class OfferedProviders
{
    private const string ClientId = "login-endpoint";
    private const int SecretBytes = 32;

    private static readonly Dictionary<string, ProviderMisbehaviour> Misbehaviours = new(StringComparer.Ordinal)
    {
        ["hangs"] = ProviderMisbehaviour.Hangs,
        ["fails"] = ProviderMisbehaviour.Fails,
        ["refuses-framing"] = ProviderMisbehaviour.RefusesFraming,
        ["requires-hint"] = ProviderMisbehaviour.RequiresHint,
        ["fails-at-sign-in"] = ProviderMisbehaviour.FailsAtSignIn,
        ["signs-with-another-key"] = ProviderMisbehaviour.SignsWithAnotherKey,
        ["answers-another-request"] = ProviderMisbehaviour.AnswersAnotherRequest,
        ["does-not-sign"] = ProviderMisbehaviour.DoesNotSign,
    };

    public static IdentityProviderSite Make(
        string name, ProviderRequest asked, WorldLedger ledger, TimeProvider clock, bool tellsAccounts = false) => new(
        new ProviderOptions(name, Protocol(asked))
        {
            Session = asked.Session,
            Persistent = asked.Persistent,
            EndSession = asked.EndSession,
            Algorithm = asked.SignsWith,
            Misbehaves = asked.Misbehaves is { } how ? Misbehaviours[how] : ProviderMisbehaviour.None,
            Users = ProviderOptions.StandardUsers(name),
            TellsAccounts = tellsAccounts,
        },
        clock,
        new ProviderWatch(ledger));

    /// <summary>A provider as the login endpoint is told of it; its address must be known.</summary>
    /// <param name="playedAt">The origin of the third party that plays its servers' side; null where it does that itself.</param>
    public static OfferedProvider Offer(IdentityProviderSite provider, ProviderRequest asked, string? playedAt = null) =>
        new(provider, asked, ClientId, Convert.ToHexString(RandomNumberGenerator.GetBytes(SecretBytes))) { PlayedAt = playedAt };

    private static ProviderProtocol Protocol(ProviderRequest asked) => asked.Protocol switch
    {
        "oauth2" => ProviderProtocol.OAuth2,
        "saml" => ProviderProtocol.Saml,
        _ => ProviderProtocol.OpenIdConnect,
    };
}
