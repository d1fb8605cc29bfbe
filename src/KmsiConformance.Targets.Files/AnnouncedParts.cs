using KmsiConformance.Apps;
using KmsiConformance.Sites;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace KmsiConformance.Targets.Files;

/// <summary>Holds what a discovery document announces against what the file says of its target.</summary>
internal static class AnnouncedParts
{
    // The endpoints that browsers are sent to, or show in a frame.
    private static readonly string[] Visited =
    [
        OpenIdProviderMetadataNames.AuthorizationEndpoint, OpenIdProviderMetadataNames.EndSessionEndpoint,
        OpenIdProviderMetadataNames.CheckSessionIframe,
    ];

    private static readonly (string Part, string Name, Func<string, bool> Announces)[] Parts =
    [
        ("sign-out", OpenIdProviderMetadataNames.EndSessionEndpoint, _ => true),
        ("session-state", OpenIdProviderMetadataNames.CheckSessionIframe, _ => true),
        ("prompt", OpenIdProviderMetadataNames.PromptValuesSupported, values => values.Split(' ').Contains("none")),
    ];

    /// <summary>Compares them.</summary>
    /// <exception cref="TargetException">They contradict each other.</exception>
    public static async Task CheckAsync(TargetFile file, DeclaredTarget target, LoginEndpoint endpoint)
    {
        foreach (var name in Visited)
        {
            if (await endpoint.AnnouncedAsync(name) is { } address && Uri.TryCreate(address, UriKind.Absolute, out var url)
                && !AllowedHosts.Allow(target.OnlyHosts, url))
                throw new TargetException(
                    $"{file.Path}: the discovery document sends browsers to {url.Host} ({name}), which the file does not name. Add "
                    + $"{url.GetLeftPart(UriPartial.Authority)} to 'sites' where its pages ask for passwords, otherwise {url.Host} to "
                    + "'hosts'.");
        }

        foreach (var (part, name, announces) in Parts)
        {
            if (file.Absent.ContainsKey(part) && await endpoint.AnnouncedAsync(name) is { } said && announces(said))
                throw new TargetException(
                    $"{file.Path}: 'absent' says that the target does not have {part}, and its discovery document announces it "
                    + $"({name}). Take it out of 'absent', so that it is judged; a failure that is expected belongs under 'known'.");
        }
    }
}
