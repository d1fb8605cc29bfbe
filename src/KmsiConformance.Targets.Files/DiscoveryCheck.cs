using KmsiConformance.Apps;

namespace KmsiConformance.Targets.Files;

/// <summary>Looks at a target's discovery document before any scenario does.</summary>
public static class DiscoveryCheck
{
    private const string WellKnown = "/.well-known/openid-configuration";

    /// <summary>Fetches it.</summary>
    /// <param name="file">The file that names it.</param>
    /// <param name="address">Its address.</param>
    /// <exception cref="TargetException">It cannot be had, or names somebody else.</exception>
    public static async Task RunAsync(TargetFile file, string address, CancellationToken cancellation)
    {
        using var endpoint = new LoginEndpoint(address, TimeProvider.System);
        string issuer;
        try
        {
            issuer = await endpoint.MetadataAsync("issuer").WaitAsync(cancellation);
        }
        catch (Exception unusable) when (unusable is not OperationCanceledException)
        {
            throw new TargetException(
                $"{file.Path}: {unusable.Message.TrimEnd('.')}. Correct 'discovery' in the file, or see whether the product "
                + "answers there.", unusable);
        }

        if (address.EndsWith(WellKnown, StringComparison.Ordinal) && address[..^WellKnown.Length] != issuer.TrimEnd('/'))
            throw new TargetException(
                $"{file.Path}: the discovery document {address} names the issuer {issuer}, expected {address[..^WellKnown.Length]}: apps "
                + "must refuse it. Correct 'discovery' in the file, or the address under which the product knows itself.");
    }
}
