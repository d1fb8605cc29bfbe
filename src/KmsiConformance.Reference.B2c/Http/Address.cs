using KmsiConformance.Reference.B2c.Saml;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.B2c.Http;

/// <summary>
/// A request's path taken apart: <c>/tenant/policy/endpoint</c>, with the policy in the path or in the parameter
/// <c>p</c>, and with or without the older first segment <c>tfp</c> or <c>te</c>.
/// </summary>
/// <param name="Endpoint">What follows, in small letters, for example <c>oauth2/v2.0/authorize</c>.</param>
internal sealed record Address(string Tenant, string? Policy, string Endpoint)
{
    private static readonly HashSet<string> Endpoints = new(StringComparer.Ordinal)
    {
        "oauth2/v2.0/authorize", "oauth2/v2.0/token", "oauth2/v2.0/logout", NotificationRelay.Endpoint,
        "v2.0/.well-known/openid-configuration",
        "discovery/v2.0/keys", "selfasserted", "api/combinedsigninandsignup/confirmed", "api/secondfactor/confirmed",
        "api/combinedsigninandsignup/unified", ProviderCallback.Endpoint, SamlPaths.Metadata, SamlPaths.SignIn, SamlPaths.SignOut,
        SamlPaths.Consumer,
    };

    /// <summary>The address, or null when the path leads nowhere.</summary>
    public static Address? Parse(string path, string? policyParameter)
    {
        var segments = path.Trim('/').Split('/');
        if (segments[0] is "tfp" or "te") segments = segments[1..];
        if (segments.Length < 2) return null;

        var afterTenant = Join(segments[1..]);
        if (Endpoints.Contains(afterTenant)) return new Address(segments[0], policyParameter, afterTenant);
        var afterPolicy = Join(segments[2..]);
        return Endpoints.Contains(afterPolicy) ? new Address(segments[0], segments[1], afterPolicy) : null;
    }

    private static string Join(string[] segments) => string.Join('/', segments).ToLowerInvariant();
}
