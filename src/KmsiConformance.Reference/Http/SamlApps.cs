using KmsiConformance.Reference.Federation;
using KmsiConformance.Reference.Sessions;
using KmsiConformance.Reference.Tokens;
using KmsiConformance.Saml;

namespace KmsiConformance.Reference.Http;

/// <summary>SAML applications, for which this service is the identity provider. What they say about themselves stands in their metadata.</summary>
internal static class SamlApps
{
    // Of real time; what is needed was mostly read at the sign-in already.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Whether the policy's relying party speaks SAML.</summary>
    public static bool Serves(Exchange exchange) =>
        exchange.Policy.Merged.RelyingParty?.Child("TechnicalProfile")?.Child("Protocol")?["Name"] == "SAML2";

    /// <summary>An application's metadata, by its entity id.</summary>
    /// <exception cref="SamlRefusedException">There is no such application, or its metadata cannot be had.</exception>
    public static async Task<(AppRegistration App, EntityMetadata Metadata)> FindAsync(Tenant tenant, string entityId)
    {
        if (tenant.App(entityId) is not { SamlMetadata: { } address } app) throw new SamlRefusedException($"no SAML application '{entityId}' is registered");
        try
        {
            var metadata = EntityMetadata.Read(await tenant.ProviderHttp.DocumentAsync(address));
            return metadata.EntityId == entityId ? (app, metadata) : throw new SamlRefusedException($"the metadata at {address} is that of '{metadata.EntityId}'");
        }
        catch (ProviderAnswerRefusedException unreachable)
        {
            throw new SamlRefusedException(unreachable.Message);
        }
    }

    /// <summary>The address that tells an application of a sign-out by a LogoutRequest; null for one that has no SingleLogoutService.</summary>
    public static async Task<string?> LogoutAddressAsync(Exchange exchange, AppRegistration app, Session signedOut)
    {
        try
        {
            var (_, metadata) = await FindAsync(exchange.Tenant, app.ClientId).WaitAsync(Patience);
            if (metadata.SignOutUrl is not { } destination) return null;
            var request = new LogoutRequest(
                SamlIds.New(), SamlPaths.EntityId(exchange.Tenant, exchange.Policy), destination, signedOut.Subject, signedOut.Sid, exchange.Now);
            return RedirectBinding.Address(destination, RedirectBinding.Request, request.Write(), null, SamlKey.Certificate);
        }
        catch (Exception unreachable) when (unreachable is SamlRefusedException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Vouches for the user towards the application that asked.</summary>
    public static Task GrantAsync(Exchange exchange, AuthorizeRequest request, SamlRequestToAnswer asked, Authentication authentication)
    {
        var user = authentication.User;
        var subject = new SamlSubject(user.ObjectId, authentication.Sid ?? "", authentication.At, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["displayName"] = user.DisplayName,
            ["emails"] = user.Email,
            ["kmsi"] = authentication.BoxTicked ? "true" : "false",
        });
        return SendAsync(exchange, request, asked, Response(exchange, request, asked).Vouch(subject, exchange.Tenant.Conduct.SignsAssertions ? SamlKey.Certificate : null));
    }

    /// <summary>Says no to the application that asked.</summary>
    public static Task RefuseAsync(Exchange exchange, AuthorizeRequest request, SamlRequestToAnswer asked, Trouble trouble) =>
        SendAsync(exchange, request, asked, Response(exchange, request, asked).Refuse(trouble.OAuthError switch
        {
            "access_denied" => SamlNames.RequestDenied,
            "interaction_required" => SamlNames.NoPassive,
            _ => SamlNames.Responder,
        }));

    private static SamlResponse Response(Exchange exchange, AuthorizeRequest request, SamlRequestToAnswer asked) =>
        new(SamlPaths.EntityId(exchange.Tenant, exchange.Policy), request.App.ClientId, request.RedirectUri, asked.Id, exchange.Now);

    private static Task SendAsync(Exchange exchange, AuthorizeRequest request, SamlRequestToAnswer asked, string response)
    {
        List<(string, string)> fields = [(RedirectBinding.Response, PostBinding.Value(response))];
        if (asked.RelayState is { } relay) fields.Add((RedirectBinding.RelayState, relay));
        return exchange.PageAsync(Pages.FormPostPage.Render(exchange, request.RedirectUri, fields));
    }
}

/// <summary>What of an AuthnRequest comes back with the answer.</summary>
internal sealed record SamlRequestToAnswer(string Id, string? RelayState);
