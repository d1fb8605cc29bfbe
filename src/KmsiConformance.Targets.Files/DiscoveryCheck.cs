using System.Security.Authentication;
using KmsiConformance.Apps;
using KmsiConformance.Sites;

namespace KmsiConformance.Targets.Files;

/// <summary>Looks at a target's addresses before any scenario does: are they there, whose certificates, whose metadata.</summary>
public static class DiscoveryCheck
{
    private const string WellKnown = "/.well-known/openid-configuration";

    /// <summary>Fetches the discovery document and the metadata, whichever there are, and greets the other sites.</summary>
    /// <param name="file">The file that names them.</param>
    /// <param name="places">What the instance puts in.</param>
    /// <exception cref="TargetException">One cannot be had, or names somebody else.</exception>
    public static async Task RunAsync(TargetFile file, Places places, CancellationToken cancellation)
    {
        TrustedAuthorities.Add(file.Trust);
        if (file.Discovery is { } discovery) await CheckAsync(file, places, places.Fill(discovery), cancellation);
        if (file.SamlMetadata is not null) await MetadataCheck.RunAsync(file, places, cancellation);
        if (file.Site is { } address) await GreetAsync(file, places.Fill(address), "address", cancellation);
        foreach (var site in file.Sites) await GreetAsync(file, places.Fill(site), "sites", cancellation);
    }

    private static async Task CheckAsync(TargetFile file, Places places, string address, CancellationToken cancellation)
    {
        using var endpoint = new LoginEndpoint(address, TimeProvider.System);
        var issuer = await IssuerAsync(file, address, endpoint, cancellation);
        if (!IsOf(file, address, issuer))
            throw new TargetException(
                $"{file.Path}: the discovery document {address} names the issuer {issuer}, expected {address[..^WellKnown.Length]}: apps "
                + "must refuse it. Correct 'discovery' in the file, or the address under which the product knows itself.");
        await AnnouncedParts.CheckAsync(file, new DeclaredTarget(file, places, null, () => null), endpoint);
    }

    // By the tenant's id it is still on the host that was asked.
    private static bool IsOf(TargetFile file, string address, string issuer) => file.NamesIssuerByTenant
        ? Uri.TryCreate(issuer, UriKind.Absolute, out var named) && named.Authority == new Uri(address).Authority
        : !address.EndsWith(WellKnown, StringComparison.Ordinal) || address[..^WellKnown.Length] == issuer.TrimEnd('/');

    private static async Task<string> IssuerAsync(
        TargetFile file, string address, LoginEndpoint endpoint, CancellationToken cancellation)
    {
        try
        {
            return await endpoint.MetadataAsync("issuer").WaitAsync(cancellation);
        }
        catch (Exception unusable) when (unusable is not OperationCanceledException)
        {
            throw new TargetException(
                Certificate(unusable) is { } certificate
                    ? $"{file.Path}: {new Uri(address).Authority} {certificate}"
                    : $"{file.Path}: {unusable.Message.TrimEnd('.')}. Correct 'discovery' in the file, or see whether the product "
                        + "answers there.",
                unusable);
        }
    }

    // Whatever it answers: browsers do not look at certificates here, so somebody else has to.
    private static async Task GreetAsync(TargetFile file, string site, string key, CancellationToken cancellation)
    {
        using var http = new HttpClient(LoopbackHttp.CreateHandler()) { Timeout = TimeSpan.FromSeconds(20) };
        try
        {
            using var answer = await http.GetAsync(new Uri(site), HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException
            && !cancellation.IsCancellationRequested)
        {
            var problem = Certificate(unreachable)
                ?? $"does not answer ({unreachable.GetBaseException().Message}). Correct '{key}' in the file, or see "
                    + "whether the product answers there.";
            throw new TargetException($"{file.Path}: {site} {problem}", unreachable);
        }
    }

    /// <summary>What is wrong with a site's certificate, to go on after its name; null where it is something else.</summary>
    public static string? Certificate(Exception unusable)
    {
        for (var inner = unusable; inner is not null; inner = inner.InnerException)
        {
            if (inner is UntrustedCertificateException untrusted) return untrusted.Message;
            if (inner is AuthenticationException refused)
                return $"does not speak TLS as it should ({refused.Message.TrimEnd('.')}). See whether its address begins with https "
                    + "rightly.";
        }

        return null;
    }
}
