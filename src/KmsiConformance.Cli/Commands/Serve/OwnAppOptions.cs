using System.CommandLine;
using KmsiConformance.Policies;
using KmsiConformance.Serving;

namespace KmsiConformance.Cli.Commands.Serve;

/// <summary>The options by which <c>kmsi serve</c> is told of an application of somebody's own, under the client id <c>app</c>.</summary>
internal sealed class OwnAppOptions
{
    private const string Redirect = "--redirect-uri";
    private const string Logout = "--logout-url";
    private const string BackChannel = "--back-channel-logout-uri";

    private readonly Option<string[]> _redirects = new(Redirect)
    {
        Description = "Addresses to which the client 'app', your own application, is sent back after a sign-in and after a sign-out.",
        HelpName = "URI",
    };

    private readonly Option<string?> _logout = new(Logout)
    {
        Description = "The address of 'app' that the browser loads in a frame when the user signs out elsewhere (front-channel).",
        HelpName = "URL",
    };

    private readonly Option<string?> _backChannel = new(BackChannel)
    {
        Description = "The address of 'app' to which the service sends a logout token when the user signs out elsewhere.",
        HelpName = "URI",
    };

    public IReadOnlyList<Option> All => [_redirects, _logout, _backChannel];

    /// <summary>Adds the application to what is served.</summary>
    /// <exception cref="UserErrorException">An address is none, or would never be used.</exception>
    public ServeOptions Register(ParseResult parsed, ServeOptions served)
    {
        var redirects = parsed.GetValue(_redirects) ?? [];
        var (logout, backChannel) = (parsed.GetValue(_logout), parsed.GetValue(_backChannel));
        foreach (var uri in redirects)
            Demand(
                Redirect, uri, IsOfAnApp,
                "a complete address such as https://shop.localhost:5001/signin-oidc, or that of a native app, com.example.shop:/signed-in");
        if (logout is not null) DemandUse(Logout, logout, redirects, served.Readings, served.Readings.TellsApps, "tells no application");
        if (backChannel is not null)
            DemandUse(
                BackChannel, backChannel, redirects, served.Readings, served.Readings.Product == LoginProduct.OpenIdConnect,
                "tells no application's server");
        return served with { RedirectUris = redirects, LogoutUrl = logout, BackChannelLogoutUri = backChannel };
    }

    // A native app's own scheme is a domain name turned round (RFC 8252, 7.1): 'javascript', 'data' and their like hold no dot.
    private static bool IsOfAnApp(Uri uri) => IsWeb(uri) || uri.Scheme.Contains('.', StringComparison.Ordinal);

    private static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;

    private static void DemandUse(
        string option, string address, string[] redirects, Readings readings, bool tells, string otherwise)
    {
        Demand(
            option, address, IsWeb,
            "a complete web address such as https://shop.localhost:5001/signout-oidc");
        if (redirects.Length == 0)
            throw new UserErrorException($"{option} is of use only to an application that can sign in: add {Redirect}.");
        if (!tells)
            throw new UserErrorException(
                $"{option} would have no effect: a sign-out under the profile {readings.Profile} {otherwise}. Leave it out, or take "
                + "another --profile.");
    }

    private static void Demand(string option, string address, Func<Uri, bool> fits, string expected)
    {
        // On Unix a path counts as a complete address, of a file.
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile && uri.Fragment.Length == 0 && fits(uri)) return;
        throw new UserErrorException($"{option} is '{address}', expected {expected}, without a fragment.");
    }
}
