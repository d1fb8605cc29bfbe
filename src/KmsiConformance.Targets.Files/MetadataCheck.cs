using KmsiConformance.Apps;
using KmsiConformance.Saml;

namespace KmsiConformance.Targets.Files;

/// <summary>Looks at a target's SAML metadata before any scenario does: whose is it, and is all there that apps need.</summary>
internal static class MetadataCheck
{
    /// <summary>Fetches and reads it.</summary>
    /// <param name="file">The file that names its address.</param>
    /// <param name="places">What the instance puts in.</param>
    /// <exception cref="TargetException">It cannot be had, or no SAML app could use it.</exception>
    public static async Task RunAsync(TargetFile file, Places places, CancellationToken cancellation)
    {
        var address = places.Fill(file.SamlMetadata!);
        var metadata = await FetchedAsync(file, address, cancellation);
        if (Problem(file, metadata, [.. DeclaredTarget.LoginSitesOf(file, places)]) is { } problem)
            throw new TargetException($"{file.Path}: the SAML metadata {address} {problem}");
    }

    private static async Task<EntityMetadata> FetchedAsync(TargetFile file, string address, CancellationToken cancellation)
    {
        using var login = new SamlLogin(address);
        try
        {
            return await login.MetadataAsync().WaitAsync(cancellation);
        }
        catch (Exception unusable) when (unusable is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            throw new TargetException(
                DiscoveryCheck.Certificate(unusable) is { } certificate
                    ? $"{file.Path}: {new Uri(address).Authority} {certificate}"
                    : $"{file.Path}: the SAML metadata {address} cannot be read: {unusable.Message.TrimEnd('.')}. Correct 'saml-metadata' "
                        + "in the file, or see whether the product answers there.",
                unusable);
        }
    }

    // It goes on after the address, and says the mend.
    private static string? Problem(TargetFile file, EntityMetadata metadata, IReadOnlyList<string> sites) => metadata switch
    {
        { SignInUrl: null, ConsumerUrl: not null } =>
            "describes a service provider (SPSSODescriptor) and no identity provider. Give the address of the metadata that the product "
            + "has as an identity provider.",
        { SignInUrl: null } =>
            $"names no SingleSignOnService with {SamlNames.RedirectBinding}, by which apps ask here. Let the product offer that binding.",
        { Certificates.Count: 0 } =>
            "has no X509Certificate for signing, and apps believe only what is signed. Let the product sign with a key that has a "
            + "certificate, and write that into its metadata.",
        { SignOutUrl: null } when !file.Absent.ContainsKey("sign-out") =>
            $"names no SingleLogoutService with {SamlNames.RedirectBinding}. Let the product offer it, or write "
            + "'absent: { sign-out: why }' in the file.",
        _ => new[] { metadata.SignInUrl, metadata.SignOutUrl }.OfType<string>().Select(used => Stray(file, used, sites))
            .FirstOrDefault(stray => stray is not null),
    };

    private static string? Stray(TargetFile file, string address, IReadOnlyList<string> sites) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var used) ? $"names the address '{address}', which is none. Correct it there."
        : sites.Contains(used.Authority, StringComparer.OrdinalIgnoreCase) || file.Hosts.Contains(used.Host) ? null
        : $"sends browsers to {used.GetLeftPart(UriPartial.Authority)}, which is no site of the target. Name it under 'sites' in the file "
            + $"if its pages ask for passwords, or {used.Host} under 'hosts', or correct the address under which the product knows itself.";
}
