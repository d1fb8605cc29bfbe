using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Reference.B2c.Services;

/// <summary>Tells the calls that are made here from those that are not.</summary>
internal static class CallReading
{
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal) { "Body", "Form", "QueryString", "Header", "Url" };

    private static readonly HashSet<string> Proofs = new(StringComparer.Ordinal) { "None", "Basic", "Bearer" };

    // Each builds what is sent out of something that is not read here.
    private static readonly string[] Payloads = ["ClaimUsedForRequestPayload", "ResolveJsonPathsInJsonTokens"];

    /// <summary>Why a call is not made; null when it is.</summary>
    public static string? WhyNot(CustomPolicy policy, ServiceCall call, ServiceHosts hosts)
    {
        var service = call.Service;
        if (call.Misplaced is { } misplaced) return misplaced;
        if (call.Preconditions.FirstOrDefault(condition => !condition.IsUnderstood) is { } condition)
            return $"a precondition of type {condition.Type} with the action {condition.Action} is not understood";
        if (!Places.Contains(service.SendClaimsIn))
            return $"SendClaimsIn is {service.SendClaimsIn}, expected Body, Form, QueryString, Header or Url";
        if (!Proofs.Contains(service.AuthenticationType)) return $"AuthenticationType {service.AuthenticationType}";
        if (service.AuthenticationType == "None" && !MayBeUnguarded(policy, service))
            return "AuthenticationType None needs AllowInsecureAuthInProduction true, or a policy whose DeploymentMode is Development";
        if (Payloads.FirstOrDefault(key => service[key] is not null and not "false") is { } payload) return $"metadata item {payload}";
        return WhyNotReached(service, hosts);
    }

    private static string? WhyNotReached(RestService service, ServiceHosts hosts)
    {
        if (service.ServiceUrl is not { } url) return "it has no ServiceUrl";
        if (!ServiceHosts.IsComplete(url, out var written)) return $"its ServiceUrl '{url}' is not a complete http or https address";
        return hosts.AddressOf(service.Id, url) is null
            ? $"its ServiceUrl {url} is not on this machine, and no other is called: let stubs answer in place of {written.Host} "
                + "(kmsi serve --stubs DIR), or point ServiceUrl at localhost"
            : null;
    }

    // The service refuses such a policy at upload.
    private static bool MayBeUnguarded(CustomPolicy policy, RestService service) =>
        service.IsTrue("AllowInsecureAuthInProduction")
        || policy.Chain[^1].Root["DeploymentMode"] == "Development";
}
