using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;
using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Suite;
using KmsiConformance.Worlds.Browsers;

namespace KmsiConformance.Worlds.Providers;

/// <summary>An identity provider as a login endpoint is told of it.</summary>
/// <param name="Written">What its policy says.</param>
/// <param name="ClientId">The login endpoint's id at the provider.</param>
public sealed record OfferedProvider(string Name, WrittenProvider Written, string ClientId, string ClientSecret)
{
    /// <summary>Never shows the secret.</summary>
    public override string ToString() => Name;
}

/// <summary>Makes the identity providers that a scenario asks for, and tells the login endpoint of them.</summary>
internal static class OfferedProviders
{
    private const string ClientId = "login-endpoint";

    private static readonly Dictionary<string, ProviderMisbehaviour> Misbehaviours = new(StringComparer.Ordinal)
    {
        ["hangs"] = ProviderMisbehaviour.Hangs,
        ["fails"] = ProviderMisbehaviour.Fails,
        ["refuses-framing"] = ProviderMisbehaviour.RefusesFraming,
        ["requires-hint"] = ProviderMisbehaviour.RequiresHint,
        ["fails-at-sign-in"] = ProviderMisbehaviour.FailsAtSignIn,
        ["signs-with-another-key"] = ProviderMisbehaviour.SignsWithAnotherKey,
        ["does-not-sign"] = ProviderMisbehaviour.DoesNotSign,
    };

    public static IdentityProviderSite Make(string name, ProviderRequest asked, WorldLedger ledger, TimeProvider clock, bool tellsAccounts = false) => new(
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

    /// <summary>What the login endpoint's policy says about a provider; its address must be known.</summary>
    /// <param name="playedAt">The origin of the third party that plays its servers' side; null where it does that itself.</param>
    public static OfferedProvider Offer(IdentityProviderSite provider, ProviderRequest asked, string? playedAt = null) => new(
        provider.Name,
        new WrittenProvider(provider.Name, WrittenProtocol(provider), Metadata(provider, asked, playedAt), Memory(asked), asked.SingleLogout),
        ClientId,
        Apps.SignInAttempt.Random());

    private static ProviderProtocol Protocol(ProviderRequest asked) => asked.Protocol switch
    {
        "oauth2" => ProviderProtocol.OAuth2,
        "saml" => ProviderProtocol.Saml,
        _ => ProviderProtocol.OpenIdConnect,
    };

    private static string WrittenProtocol(IdentityProviderSite provider) => provider.Options.Protocol switch
    {
        ProviderProtocol.OAuth2 => "OAuth2",
        ProviderProtocol.Saml => "SAML2",
        _ => "OpenIdConnect",
    };

    private static ProviderMemory Memory(ProviderRequest asked) => asked.Remembers switch
    {
        "answer" => ProviderMemory.Answer,
        "nothing" => ProviderMemory.Nothing,
        _ => ProviderMemory.Choice,
    };

    // The keys are those of the service's technical profiles for each protocol.
    private static List<(string, string)> Metadata(IdentityProviderSite provider, ProviderRequest asked, string? playedAt)
    {
        string Played(string address) => playedAt is null ? address : playedAt + new Uri(address).AbsolutePath;

        return provider.Options.Protocol switch
        {
            ProviderProtocol.Saml => [("PartnerEntity", provider.MetadataAddress), ("WantsSignedAssertions", "true")],
            ProviderProtocol.OAuth2 =>
            [
                ("ProviderName", provider.Origin),
                ("authorization_endpoint", provider.AuthorizeAddress),
                ("AccessTokenEndpoint", provider.TokenAddress),
                ("ClaimsEndpoint", Played(provider.UserInfoAddress)),
                ("client_id", ClientId),
                ("scope", "profile"),
                .. asked.EndSession ? [("end_session_endpoint", provider.EndSessionAddress)] : (IEnumerable<(string, string)>)[],
            ],
            _ =>
            [
                ("METADATA", Played(provider.MetadataAddress)),
                ("client_id", ClientId),
                ("response_types", "code"),
                ("response_mode", "form_post"),
                ("scope", "openid profile email"),
            ],
        };
    }
}

/// <summary>How to recognise the pages of the harness's own identity providers, besides those of the product under test.</summary>
internal static class ProviderSigns
{
    public static readonly Control Cancel = new("button that says no to the identity provider", ["#provider-cancel"]);

    /// <summary>These signs as well as the recipe's.</summary>
    public static PageSigns WithProviders(this PageSigns signs, bool any) => !any ? signs : signs with
    {
        UserName = [.. signs.UserName, "#provider-user"],
        Password = [.. signs.Password, "#provider-password"],
        Submit = [.. signs.Submit, "#provider-submit"],
        Message = [.. signs.Message, "[data-page=provider-sign-in] .message"],
        ErrorPage = [.. signs.ErrorPage, "[data-page=provider-error]"],
    };
}
