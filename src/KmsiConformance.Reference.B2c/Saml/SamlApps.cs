using KmsiConformance.Reference.B2c.Federation;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Saml;

namespace KmsiConformance.Reference.B2c.Saml;

/// <summary>
/// SAML applications, for which this service is the identity provider. What they say about themselves stands in their
/// metadata.
/// </summary>
internal static class SamlApps
{
    // Of real time; what is needed was mostly read at the sign-in already.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Whether the policy's relying party speaks SAML.</summary>
    public static bool Serves(Exchange exchange) =>
        exchange.B2cPolicy.Custom.Merged.RelyingParty?.Child("TechnicalProfile")?.Child("Protocol")?["Name"] == "SAML2";

    /// <summary>An application's metadata, by its entity id.</summary>
    /// <exception cref="SamlRefusedException">There is no such application, or its metadata cannot be had.</exception>
    public static async Task<(AppRegistration App, EntityMetadata Metadata)> FindAsync(B2cTenant tenant, string entityId)
    {
        if (tenant.App(entityId) is not { SamlMetadata: { } address } app)
            throw new SamlRefusedException($"no SAML application '{entityId}' is registered");
        try
        {
            var metadata = EntityMetadata.Read(await tenant.ProviderHttp.DocumentAsync(address));
            return metadata.EntityId == entityId
                ? (app, metadata)
                : throw new SamlRefusedException($"the metadata at {address} is that of '{metadata.EntityId}'");
        }
        catch (ProviderAnswerRefusedException unreachable)
        {
            throw new SamlRefusedException(unreachable.Message);
        }
    }

    /// <summary>
    /// The address that tells an application of a sign-out by a LogoutRequest; null for one that has no
    /// SingleLogoutService.
    /// </summary>
    public static async Task<string?> LogoutAddressAsync(Exchange exchange, AppRegistration app, Session signedOut)
    {
        try
        {
            var (_, metadata) = await FindAsync(exchange.B2c, app.ClientId).WaitAsync(Patience);
            if (metadata.SignOutUrl is not { } destination) return null;
            var tenant = exchange.Tenant;
            var name = tenant.Rules.Notification.NameForApps(signedOut.Subject, tenant.UserWithId(signedOut.Subject)?.UserName);
            var request = new LogoutRequest(
                SamlIds.New(), SamlPaths.EntityId(tenant, exchange.Policy), destination, name, signedOut.Sid, exchange.Now);
            return RedirectBinding.Address(destination, RedirectBinding.Request, request.Write(), null, SamlKey.Certificate);
        }
        catch (Exception unreachable) when (unreachable is SamlRefusedException or TimeoutException)
        {
            return null;
        }
    }
}
