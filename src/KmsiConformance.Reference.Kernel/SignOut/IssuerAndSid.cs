using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Kernel.SignOut;

/// <summary>What tells an application which session ended: <c>iss</c> and <c>sid</c>, always both (N-51).</summary>
internal static class IssuerAndSid
{
    /// <summary>The address with both in its query.</summary>
    public static string AddTo(string logoutUrl, Tenant tenant, Session signedOut) =>
        $"{logoutUrl}{(logoutUrl.Contains('?', StringComparison.Ordinal) && tenant.Rules.Notification.KeepsQueries ? '&' : '?')}"
        + $"iss={Uri.EscapeDataString(tenant.Rules.Notification.NotifyingIssuer(tenant.Issuer))}&sid={Uri.EscapeDataString(signedOut.Sid)}";
}
